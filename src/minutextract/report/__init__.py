"""The evidence page: one HTML file that shows findings beside the words that they rest on, and an archive in figures."""
