"""Where the classifier that comes with minutextract lies."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def default_model() -> Path:
    """The model folder inside the installed package, or that of the source tree for an editable install."""
    installed = _PACKAGE / "models" / "tagger"
    return installed if installed.is_dir() else _PACKAGE.parent.parent / "models" / "tagger"
