"""Questions to a store: which findings there are, what was said, and what the minutes leave open."""
