"""Where the sample minutes lie that come with minutextract: those of an invented meeting."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_NAME = "discharge-improvement-group-2025-11-20.md"


def sample_minutes() -> Path:
    """The file inside the installed package, or that of the source tree for an editable install."""
    installed = _PACKAGE / "samples" / _NAME
    return installed if installed.is_file() else _PACKAGE.parent.parent / "corpus" / _NAME
