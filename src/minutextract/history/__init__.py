"""What spans meetings: which are of one body, and who is who in them over the years."""
