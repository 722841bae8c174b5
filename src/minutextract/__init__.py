"""Actions, decisions, thanks and insights from written meeting minutes.

>>> from minutextract import Pipeline, read, record_json
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from minutextract.document import Document
    from minutextract.pipeline import Pipeline
    from minutextract.readers import read, read_all
    from minutextract.record import Record
    from minutextract.serialize import record_json

__version__ = "0.1.0"
__all__ = ["Document", "Pipeline", "Record", "__version__", "read", "read_all", "record_json"]

_HOMES = {
    "Document": "minutextract.document",
    "Pipeline": "minutextract.pipeline",
    "Record": "minutextract.record",
    "read": "minutextract.readers",
    "read_all": "minutextract.readers",
    "record_json": "minutextract.serialize",
}


def __getattr__(name: str) -> object:
    """Import on first use: the command line must not pay for what it does not need."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
