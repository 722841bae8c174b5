"""Corpus files: one JSON object a line, as annotators and the classifier share them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from minutextract.corpus.units import KEYS, LABELS, AnnotatedUnit, Unit
from minutextract.errors import CorpusError


def read_corpus(paths: Iterable[Path]) -> list[AnnotatedUnit]:
    """Read annotated units from JSON Lines files, in order.

    Raises:
        CorpusError: a file is missing or empty, or a line is not JSON, lacks `text` or has an unknown label.
    """
    units = [parse_unit(row, where) for path in paths for where, row in read_rows(path)]
    if not units:
        raise CorpusError("the corpus holds no units", "give at least one JSON Lines file with annotated units")
    return units


def read_rows(path: Path) -> Iterator[tuple[str, Any]]:
    """The JSON values of a file, each with its place (`path:line`); blank lines are skipped.

    Raises:
        CorpusError: the file cannot be read, or a line is not JSON.
    """
    yield from parse_lines(read_text(path), str(path))


def parse_lines(text: str, name: str) -> Iterator[tuple[str, Any]]:
    """The JSON values of a text, each with its place (`name:line`); blank lines are skipped.

    Raises:
        CorpusError: a line is not JSON.
    """
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            where = f"{name}:{number}"
            yield where, parse_json(line, where, "write one object a line")


def read_text(path: Path) -> str:
    """A file's text.

    Raises:
        CorpusError: the file cannot be read, or is not UTF-8.
    """
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CorpusError(f"{path} cannot be read: {error}", "give a file in UTF-8") from error


def parse_json(text: str, where: str, remedy: str) -> Any:
    """A JSON value.

    Raises:
        CorpusError: it is none; the cause names `where`.
    """
    try:
        return json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise CorpusError(f"{where} is not JSON: {error}", remedy) from error


def parse_unit(row: Any, where: str) -> AnnotatedUnit:
    """An annotated unit from the JSON value of a line.

    Raises:
        CorpusError: it has no text, or labels that are unknown or no list.
    """
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise CorpusError(f"{where} has no text", 'each line needs {"text": …, "labels": […]}')
    unit = Unit(row["text"], *(_optional(row, key) for key in ("heading", "before", "after")))
    number = row.get("id")
    return AnnotatedUnit(
        unit,
        parse_labels(row.get("labels", []), where),
        str(row.get("doc") or ""),
        str(row.get("source") or ""),
        number if isinstance(number, int | str) else None,
        {key: value for key, value in row.items() if key not in KEYS},
    )


def parse_labels(labels: Any, where: str) -> frozenset[str]:
    """A set of labels from a JSON list.

    Raises:
        CorpusError: it is no list, or a label is unknown.
    """
    if not isinstance(labels, list | str):
        raise CorpusError(f"{where} has labels that are no list", 'each line needs {"text": …, "labels": […]}')
    unknown = sorted(set(map(str, labels)) - set(LABELS))
    if unknown:
        raise CorpusError(f"{where} has unknown labels {unknown}", f"use {', '.join(LABELS)}")
    return frozenset(labels)


def _optional(row: Mapping[str, Any], key: str) -> str | None:
    value = row.get(key)
    return value if isinstance(value, str) else None


def corpus_lines(units: Iterable[AnnotatedUnit]) -> str:
    """The text of a corpus file."""
    return json_lines(unit.to_json() for unit in units)


def json_lines(rows: Iterable[Any], *, compact: bool = False) -> str:
    """One JSON value a line, without spaces if compact."""
    separators = (",", ":") if compact else (", ", ": ")
    return "".join(json.dumps(row, ensure_ascii=False, separators=separators) + "\n" for row in rows)


def digest(paths: Iterable[Path]) -> str:
    """SHA-256 over the files' bytes, in order: names the data that a figure was measured on."""
    total = hashlib.sha256()
    for path in paths:
        total.update(path.read_bytes())
    return total.hexdigest()
