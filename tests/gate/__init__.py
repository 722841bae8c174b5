"""The floors of the quality figures, and what sets them."""
