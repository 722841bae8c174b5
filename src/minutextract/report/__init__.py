"""The evidence page: one HTML file with findings beside the words that they rest on, and an archive in figures."""
