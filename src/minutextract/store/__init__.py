"""One archive in one file: an SQLite database with documents, meetings and findings, and what links them over time."""

from minutextract.store.connection import open_store

__all__ = ["open_store"]
