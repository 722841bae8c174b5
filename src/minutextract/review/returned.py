"""Corrections that come back: each line is checked, the good ones are kept and laid over the findings."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from minutextract.errors import UsageError
from minutextract.history.judged import LINK, PERSON
from minutextract.review.doubts import CORRECTABLE
from minutextract.review.overlay import Place, is_laid_aside, lay_over, quote_digest, take_off, target
from minutextract.review.proposals import is_judgement, take_judgement
from minutextract.review.values import WrongValue, read_values
from minutextract.store.connection import transaction
from minutextract.store.settle import settle

_GUARD = "=+-@\t\r"


@dataclass
class Taken:
    """What became of the lines of a file.

    Attributes:
        values: how many fields were corrected or corrected otherwise.
        same: how many were corrected like that before.
        refused: line number and reason.
        waiting: corrections in the store whose finding is not there now.
    """

    values: int = 0
    same: int = 0
    refused: list[tuple[int, str]] = field(default_factory=list)
    waiting: int = 0


def take_back(connection: sqlite3.Connection, path: Path) -> Taken:
    """Read a file that `review export` wrote and somebody filled in.

    Every line stands for itself: one that makes no sense is refused, the others count. All that is derived is derived
    anew.

    Args:
        connection: not in a transaction.
        path: CSV (comma, semicolon or tab) or JSON Lines, in UTF-8.

    Raises:
        UsageError: the file cannot be read, or has no column `id`.
    """
    taken = Taken()
    lines = list(_lines(path, taken))
    with transaction(connection):
        for number, line in lines:
            try:
                _take_line(connection, line, taken)
            except WrongValue as error:
                taken.refused.append((number, str(error)))
        if taken.values:
            take_off(connection)
            lay_over(connection)
            # What links documents rests on the corrections too.
            connection.execute("INSERT OR IGNORE INTO unsettled (document) VALUES ('')")
    settle(connection)
    for correction in connection.execute(
        "SELECT * FROM corrections WHERE kind NOT IN (?, ?)", (LINK, PERSON)
    ).fetchall():
        there = is_laid_aside(connection, correction["finding"]) or target(connection, Place.of(correction))
        taken.waiting += not there
    taken.refused.sort()
    return taken


def _take_line(connection: sqlite3.Connection, line: Mapping[str, str], taken: Taken) -> None:
    if is_judgement(line):
        new = take_judgement(connection, line)
        taken.values += new is True
        taken.same += new is False
        return
    given = {name: line.get(f"new_{name}", "") for name in CORRECTABLE} | {"ok": line.get("ok", "")}
    if not any(text.strip() for text in given.values()):
        return
    finding = _finding(connection, line)
    for name, value in read_values(finding["kind"], given).items():
        now = (finding["id"], finding["kind"], finding["quote_sha256"], finding["path"], name, json.dumps(value))
        if connection.execute("SELECT 1 FROM corrections WHERE finding = ? AND field = ? AND value = ?",
                              (finding["id"], name, now[-1])).fetchone():  # fmt: skip
            taken.same += 1
            continue
        connection.execute(
            "INSERT INTO corrections (finding, kind, quote_sha256, path, field, value, made_at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (finding, field) DO UPDATE SET value = excluded.value, "
            "made_at = excluded.made_at, path = excluded.path",
            (*now, datetime.now(UTC).isoformat(timespec="seconds")),
        )
        taken.values += 1


def _finding(connection: sqlite3.Connection, line: Mapping[str, str]) -> Mapping[str, Any]:
    """What a line is about: by its id, also one that was taken out; else by kind, words and file.

    Raises:
        WrongValue: there is no such finding, or several.
    """
    id, kind, path = (line.get(name, "").strip() for name in ("id", "kind", "path"))
    digest = quote_digest(line.get("quote", ""))
    aside = connection.execute("SELECT finding FROM originals WHERE id = ?", (id,)).fetchone()
    row = json.loads(aside["finding"]) if aside else target(connection, Place(id, kind, digest, path))
    if row is None:
        raise WrongValue(
            f"there is no finding {id or '(no id)'}, and not just one {kind or 'finding'} with these words"
        )
    [at] = connection.execute(
        "SELECT (SELECT path FROM files WHERE files.document = m.document ORDER BY missing, path LIMIT 1) "
        "FROM meetings m WHERE m.key = ?",
        (row["meeting"],),
    ).fetchone()
    return {"id": row["id"], "kind": row["kind"], "quote_sha256": quote_digest(row["quote"]), "path": at or path}


def _lines(path: Path, taken: Taken) -> Iterator[tuple[int, dict[str, str]]]:
    """The lines with their numbers; what is no line is refused."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UsageError(
            f"{path} cannot be read: {error.strerror}", "Name a file that `review export` wrote."
        ) from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is not in UTF-8", "Save it as “CSV UTF-8”.") from error
    if path.suffix.lower() in (".jsonl", ".json", ".ndjson"):
        yield from _json_lines(text, taken)
        return
    delimiter = max(",;\t", key=text.partition("\n")[0].count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    if "id" not in (reader.fieldnames or ()):
        raise UsageError(f"{path} has no column id", "Keep the first line as `review export` wrote it.")
    try:
        for row in reader:
            if None in row:
                taken.refused.append((reader.line_num, "it has more cells than the first line: quote what has commas"))
            else:
                yield reader.line_num, {name: _unguarded(cell or "") for name, cell in row.items()}
    except csv.Error as error:
        taken.refused.append((reader.line_num, f"it is no CSV: {error}"))


def _json_lines(text: str, taken: Taken) -> Iterator[tuple[int, dict[str, str]]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (json.JSONDecodeError, RecursionError) as error:
            taken.refused.append((number, f"it is no JSON: {error}"))
            continue
        if not isinstance(row, dict):
            taken.refused.append((number, "it is no JSON object"))
            continue
        yield number, {name: _flat(value) for name, value in row.items()}


def _flat(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(map(str, value)) or "none"
    if isinstance(value, bool):
        return "yes" if value else ""
    return "" if value is None else str(value)


def _unguarded(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and cell[1:2] and cell[1] in _GUARD else cell
