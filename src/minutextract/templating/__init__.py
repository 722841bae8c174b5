"""Templates that a body may change: shipped ones, and how they are run without harm."""
