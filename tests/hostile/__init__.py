"""Hostile and damaged files, made by script so that none is kept in the repository."""
