"""Prodigy: JSON Lines for the choice interface with several answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from minutextract.corpus.exchange import META, passport, returned
from minutextract.corpus.files import json_lines, parse_lines
from minutextract.corpus.units import LABELS, AnnotatedUnit, in_order
from minutextract.errors import CorpusError


def write(units: Sequence[AnnotatedUnit], *, blank: bool) -> str:
    """The tasks of these units, as a file to load or to import with `db-in`."""
    return json_lines(_task(one, blank=blank) for one in units)


def _task(one: AnnotatedUnit, *, blank: bool) -> dict[str, Any]:
    options = [{"id": label, "text": label} for label in LABELS]
    answer = {} if blank else {"accept": in_order(one.labels), "answer": "accept"}
    return {"text": one.unit.text, "options": options, **answer, META: passport(one)}


def read(text: str, name: str) -> list[AnnotatedUnit | None]:
    """The units of `db-out`; None for one that was skipped, rejected or not yet answered."""
    return [_unit(row, where) for where, row in parse_lines(text, name)]


def _unit(row: Any, where: str) -> AnnotatedUnit | None:
    if not isinstance(row, dict):
        raise CorpusError(f"{where} is no task", "export with `prodigy db-out`")
    if row.get("answer") != "accept":
        return None
    return returned(row.get("text"), row.get("accept", []), row.get(META), where)
