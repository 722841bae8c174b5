"""Annotated units: their format, and tools to check, count, split, compare, exchange and find them again."""

from minutextract.corpus.files import digest, read_corpus
from minutextract.corpus.units import LABELS, AnnotatedUnit, Unit

__all__ = ["LABELS", "AnnotatedUnit", "Unit", "digest", "read_corpus"]
