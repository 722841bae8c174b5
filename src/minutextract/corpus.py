"""Annotated units: one JSON object a line, as annotators and the classifier share them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from minutextract.errors import CorpusError

LABELS = ("action", "decision", "praise", "insight")


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, list item or table cell with the context that its reader has."""

    text: str
    heading: str | None = None
    before: str | None = None
    after: str | None = None


@dataclass(frozen=True, slots=True)
class AnnotatedUnit:
    """A unit with the labels that an annotator gave it; `source` is the organisation."""

    unit: Unit
    labels: frozenset[str]
    doc: str = ""
    source: str = ""


def read_corpus(paths: Iterable[Path]) -> list[AnnotatedUnit]:
    """Read annotated units from JSON Lines files, in order.

    Raises:
        CorpusError: a file is missing or empty, or a line is not JSON, lacks `text` or has an unknown label.
    """
    units = [unit for path in paths for unit in _read_file(path)]
    if not units:
        raise CorpusError("the corpus holds no units", "give at least one JSON Lines file with annotated units")
    return units


def _read_file(path: Path) -> Iterator[AnnotatedUnit]:
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise CorpusError(f"{path} cannot be read: {error}", "give a JSON Lines file in UTF-8") from error
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _parse_line(line, f"{path}:{number}")


def _parse_line(line: str, where: str) -> AnnotatedUnit:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise CorpusError(f"{where} is not JSON: {error}", "write one object a line") from error
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise CorpusError(f"{where} has no text", 'each line needs {"text": …, "labels": […]}')
    labels = row.get("labels", [])
    if not isinstance(labels, list | str):
        raise CorpusError(f"{where} has labels that are no list", 'each line needs {"text": …, "labels": […]}')
    unknown = sorted(set(map(str, labels)) - set(LABELS))
    if unknown:
        raise CorpusError(f"{where} has unknown labels {unknown}", f"use {', '.join(LABELS)}")
    unit = Unit(row["text"], *(_optional(row, key) for key in ("heading", "before", "after")))
    return AnnotatedUnit(unit, frozenset(labels), str(row.get("doc", "")), str(row.get("source", "")))


def _optional(row: dict[str, Any], key: str) -> str | None:
    value = row.get(key)
    return value if isinstance(value, str) else None


def digest(paths: Iterable[Path]) -> str:
    """SHA-256 over the files' bytes, in order: names the data that a figure was measured on."""
    total = hashlib.sha256()
    for path in paths:
        total.update(path.read_bytes())
    return total.hexdigest()
