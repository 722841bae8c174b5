"""Who is who: names, initials and how each mention was resolved."""
