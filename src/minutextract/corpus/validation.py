"""What is wrong with corpus files: every problem, with its line, its cause and what to do."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from minutextract.corpus.units import LABELS, squeeze

_CONTEXT = ("heading", "before", "after")


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend; `line` is counted from 1, or 0 for the file as a whole."""

    path: Path
    line: int
    cause: str
    remedy: str

    @property
    def where(self) -> str:
        """`path:line`, as editors jump to it."""
        return f"{self.path}:{self.line}" if self.line else str(self.path)


@dataclass
class _Seen:
    """Where things stood that may stand only once, or may not contradict one another."""

    ids: dict[tuple[str, str], str] = field(default_factory=dict)
    sources: dict[str, tuple[str, str]] = field(default_factory=dict)
    labels: dict[tuple[str, ...], tuple[list[str], str]] = field(default_factory=dict)


def find_problems(paths: Iterable[Path]) -> tuple[list[Problem], int]:
    """The problems of corpus files that belong together, in order, and how many lines were looked at."""
    seen = _Seen()
    problems: list[Problem] = []
    count = 0
    for path in paths:
        try:
            lines = path.read_bytes().split(b"\n")
        except OSError as error:
            problems.append(Problem(path, 0, f"the file cannot be read: {error.strerror}", "Check the path."))
            continue
        for number, line in enumerate(lines, start=1):
            if line.strip():
                count += 1
                found = _line_problems(line, f"{path}:{number}", seen)
                problems += [Problem(path, number, cause, remedy) for cause, remedy in found]
    return problems, count


def _line_problems(line: bytes, where: str, seen: _Seen) -> Iterator[tuple[str, str]]:
    try:
        row = json.loads(line.decode("utf-8"))
        json.dumps(row, ensure_ascii=False).encode("utf-8")
    except UnicodeError:
        yield "the line is not UTF-8", "Save the file as UTF-8."
        return
    except (json.JSONDecodeError, RecursionError) as error:
        yield f"the line is not JSON: {error}", "Write one object a line."
        return
    if not isinstance(row, dict):
        yield "the line is no object", 'Write {"doc": …, "source": …, "text": …, "labels": […]}.'
        return
    found = [*_text_problems(row), *_label_problems(row), *_identity_problems(row)]
    yield from found or _contradictions(row, where, seen)


def _text_problems(row: dict[str, Any]) -> Iterator[tuple[str, str]]:
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        yield "there is no text", 'Give the unit\'s words as "text".'
    for key in _CONTEXT:
        if not isinstance(row.get(key), str | None):
            yield f"{key} is neither text nor null", "Give the neighbouring words, or null."


def _label_problems(row: dict[str, Any]) -> Iterator[tuple[str, str]]:
    labels = row.get("labels")
    if not isinstance(labels, list):
        yield "labels are no list", 'Give "labels" as a list; an empty one says that none applies.'
        return
    unknown = sorted({str(label) for label in labels} - set(LABELS))
    if unknown:
        yield f"unknown labels {', '.join(unknown)}", f"Use {', '.join(LABELS)}."
    elif len(set(labels)) < len(labels):
        yield "a label stands twice", "Give each label once."


def _identity_problems(row: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for key, what in (("source", "the organisation"), ("doc", "the document")):
        if not isinstance(row.get(key), str) or not row[key].strip():
            yield f"there is no {key}", f'Name {what} as "{key}".'
    number = row.get("id")
    if isinstance(number, bool) or not isinstance(number, int | str | None):
        yield "the id is neither a number nor text", "Number the units of a document, or leave the id out."


def _contradictions(row: dict[str, Any], where: str, seen: _Seen) -> Iterator[tuple[str, str]]:
    doc, source, number = row["doc"], row["source"], row.get("id")
    other, place = seen.sources.setdefault(doc, (source, where))
    if other != source:
        yield f"document {doc} is of {source} here, of {other} at {place}", "Give a document one source."
    if number is not None and (place := seen.ids.setdefault((doc, str(number)), where)) != where:
        yield f"unit {number} of {doc} stands at {place} too", "Leave one of them out, or number them apart."
    key = (squeeze(row["text"]), *(squeeze(row.get(name) or "") for name in _CONTEXT))
    labels, place = seen.labels.setdefault(key, (sorted(row["labels"]), where))
    if labels != sorted(row["labels"]):
        said = f"{', '.join(labels) or 'none'} at {place}"
        yield f"the same words in the same context have other labels: {said}", "Settle which labels are right."
