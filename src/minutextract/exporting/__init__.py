"""A store's tables as files that other programs read."""
