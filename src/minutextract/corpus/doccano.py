"""doccano: JSON Lines for text classification, labels as a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from minutextract.corpus.exchange import META, passport, returned
from minutextract.corpus.files import json_lines, parse_lines
from minutextract.corpus.units import AnnotatedUnit, in_order
from minutextract.errors import CorpusError


def write(units: Sequence[AnnotatedUnit], *, blank: bool) -> str:
    """The lines of these units, as a file to import."""
    return json_lines(
        {"text": one.unit.text, "label": [] if blank else in_order(one.labels), META: passport(one)} for one in units
    )


def read(text: str, name: str) -> list[AnnotatedUnit | None]:
    """The units of an export; a unit without labels counts as annotated, since doccano tells no difference."""
    return [_unit(row, where) for where, row in parse_lines(text, name)]


def _unit(row: Any, where: str) -> AnnotatedUnit:
    if not isinstance(row, dict) or not isinstance(row.get("label"), list):
        raise CorpusError(f"{where} has no list of labels", 'export as JSONL: {"text": …, "label": […]}')
    return returned(row.get("text"), row["label"], row.get(META), where)
