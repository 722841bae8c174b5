"""Whether every piece of evidence in a store still stands where it was found."""
