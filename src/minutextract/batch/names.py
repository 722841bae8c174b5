"""Paths as text: a name that is no Unicode is kept with its bytes written out, and found again."""

from __future__ import annotations

import os
import re

_BYTE = re.compile(r"\\x([89a-f][0-9a-f])")


def as_text(path: str) -> str:
    """A path that a store can keep; "\\xe9" stands for a byte that is no UTF-8."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def as_path(text: str) -> str:
    """The path behind a text of `as_text`; one that really has a backslash there wins."""
    if not _BYTE.search(text) or os.path.lexists(text):
        return text
    parts = _BYTE.split(text)
    return os.fsdecode(b"".join(bytes.fromhex(part) if n % 2 else part.encode() for n, part in enumerate(parts)))
