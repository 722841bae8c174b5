"""To annotation tools and back: each unit takes along who it is, so that labels come home to it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import Any

from minutextract.corpus.files import parse_labels, parse_unit, read_text
from minutextract.corpus.units import AnnotatedUnit
from minutextract.errors import CorpusError

META = "meta"


class Tool(StrEnum):
    """The annotation tools."""

    LABEL_STUDIO = "label-studio"
    DOCCANO = "doccano"
    PRODIGY = "prodigy"


@dataclass(frozen=True, slots=True)
class Imported:
    """What came back: the annotated units, and how many were left out since nobody has annotated them."""

    units: list[AnnotatedUnit]
    left_out: int


def export_units(units: Sequence[AnnotatedUnit], tool: Tool, *, blank: bool = False) -> str:
    """The file that a tool imports; `blank` leaves the labels out, for an annotator who is to start afresh."""
    write: Callable[..., str] = _module(tool).write
    return write(units, blank=blank)


def import_units(path: Path, tool: Tool) -> Imported:
    """Read what a tool exported.

    Raises:
        CorpusError: the file is not in the tool's format, a label is unknown, the words of a unit were changed, or
            two annotators disagree.
    """
    read: Callable[[str, str], list[AnnotatedUnit | None]] = _module(tool).read
    found = read(read_text(path), str(path))
    units = [one for one in found if one is not None]
    if not units:
        raise CorpusError(f"{path} holds no annotated units", "annotate some, and export again")
    return Imported(units, len(found) - len(units))


def _module(tool: Tool) -> Any:
    return import_module(f"minutextract.corpus.{tool.replace('-', '_')}")


def passport(one: AnnotatedUnit) -> dict[str, Any]:
    """All of a unit but its text and labels, and the SHA-256 of the text."""
    row = one.to_json()
    kept = {key: value for key, value in row.items() if key not in ("text", "labels")}
    return {"sha256": _digest(one.unit.text), "unit": kept}


def returned(text: Any, labels: Any, meta: Any, where: str) -> AnnotatedUnit:
    """A unit from its text, the labels given to it and its passport, if it has one.

    Raises:
        CorpusError: there is no text, it is not the one that was exported, or a label is unknown.
    """
    meta = meta if isinstance(meta, dict) else {}
    kept = meta["unit"] if isinstance(meta.get("unit"), dict) else {}
    one = parse_unit({**kept, "text": text, "labels": sorted(parse_labels(labels, where))}, where)
    if meta.get("sha256") not in (None, _digest(one.unit.text)):
        raise CorpusError(
            f"{where} has other words than were exported", "annotate the text as it is, or mend the corpus"
        )
    return one


def _digest(text: str) -> str:
    # A lone surrogate is valid in JSON but not in UTF-8.
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
