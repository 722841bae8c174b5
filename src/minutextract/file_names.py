"""Names for the files that are written: what any system can keep."""

from __future__ import annotations

import re
import unicodedata

_RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})


def slug(stem: str) -> str:
    """Lower-case ASCII letters, digits and hyphens, short, and no name that a system keeps for itself."""
    ascii_only = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode()
    bare = re.sub(r"[^a-z0-9]+", "-", ascii_only.lower())[:80].strip("-") or "minutes"
    return f"{bare}-minutes" if bare in _RESERVED else bare
