"""Several meetings in one summary: what a body, or all of them, settled and promised over a period."""

from minutextract.digest.content import digest

__all__ = ["digest"]
