"""Actions, decisions, thanks and insights from written meeting minutes.

>>> import minutextract as mx
>>> print(mx.summarize("minutes.docx"))
>>> for record in mx.extract("minutes.docx"):
...     for action in record.actions:
...         print([owner.name for owner in action.owners], action.text, action.due.date, action.flags)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from minutextract.api import extract, frame, summarize
    from minutextract.document import Document
    from minutextract.pipeline import Pipeline
    from minutextract.readers import read, read_all
    from minutextract.record import Record
    from minutextract.render.summary import Summary
    from minutextract.serialize import record_json

__version__ = "0.1.0"
__all__ = [
    "Document",
    "Pipeline",
    "Record",
    "Summary",
    "__version__",
    "extract",
    "frame",
    "read",
    "read_all",
    "record_json",
    "summarize",
]

_HOMES = {
    "Document": "minutextract.document",
    "Pipeline": "minutextract.pipeline",
    "Record": "minutextract.record",
    "Summary": "minutextract.render.summary",
    "extract": "minutextract.api",
    "frame": "minutextract.api",
    "read": "minutextract.readers",
    "read_all": "minutextract.readers",
    "record_json": "minutextract.serialize",
    "summarize": "minutextract.api",
}


def __getattr__(name: str) -> object:
    """Import on first use: the command line must not pay for what it does not need."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
