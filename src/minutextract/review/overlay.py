"""Corrections laid over the findings that a run wrote, so that whoever reads the store sees them.

What stood there before is kept in `originals`: taking the corrections off and laying them on again gives the same.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from minutextract.corpus import LABELS
from minutextract.history.judged import LINK, PERSON
from minutextract.review.changes import change_field
from minutextract.review.values import LABEL_OF

# Owners and dates of a finding that only a correction makes are those that follow the labels.
_FIRST, _OTHERS = "= 'labels'", "<> 'labels'"
_OF_DOCUMENT = (
    "(finding IN (SELECT f.id FROM findings f JOIN meetings m ON m.key = f.meeting WHERE m.document = ?1) "
    "OR path IN (SELECT path FROM files WHERE document = ?1))"
)


@dataclass(frozen=True, slots=True)
class Place:
    """What finds a finding again: its id, or once its file has changed its kind, its words and the file."""

    finding: str
    kind: str
    quote_sha256: str
    path: str

    @classmethod
    def of(cls, correction: sqlite3.Row) -> Place:
        """Where a row of `corrections` belongs."""
        return cls(*(correction[name] for name in ("finding", "kind", "quote_sha256", "path")))


def lay_over(connection: sqlite3.Connection, document: str | None = None) -> None:
    """Lay the corrections over findings as a run wrote them; call it in a transaction.

    Args:
        connection: of the store.
        document: SHA-256 of the one whose findings were written anew; None for all.
    """
    if connection.execute("SELECT 1 FROM corrections LIMIT 1").fetchone() is None:
        return
    for fields in (_FIRST, _OTHERS):
        of_document = f" AND {_OF_DOCUMENT}" if document else ""
        corrections = connection.execute(
            f"SELECT * FROM corrections WHERE kind NOT IN ('{LINK}', '{PERSON}') AND field {fields}{of_document} "
            "ORDER BY field, made_at, finding",
            (document,) if document else (),
        ).fetchall()
        for correction in corrections:
            if (finding := target(connection, Place.of(correction))) is not None:
                _lay_over_one(connection, finding, correction["field"], json.loads(correction["value"]))


def take_off(connection: sqlite3.Connection) -> None:
    """Bring every finding back as its document has it; call it in a transaction."""
    connection.execute("DELETE FROM findings WHERE corrected <> '[]'")
    for row in connection.execute("SELECT finding, parties FROM originals ORDER BY key").fetchall():
        _insert(connection, "findings", [json.loads(row["finding"])])
        _insert(connection, "parties", json.loads(row["parties"]))
    connection.execute("DELETE FROM originals")


def target(connection: sqlite3.Connection, place: Place) -> sqlite3.Row | None:
    """The finding at a place: by its id, or else the only one of the kind with these words in the file."""
    row: sqlite3.Row | None = connection.execute(
        "SELECT * FROM findings WHERE id = ? ORDER BY key LIMIT 1", (place.finding,)
    ).fetchone()
    if row is not None or is_laid_aside(connection, place.finding):
        return row
    like = [
        one
        for one in connection.execute(
            "SELECT f.* FROM files p CROSS JOIN meetings m ON m.document = p.document "
            "CROSS JOIN findings f ON f.meeting = m.key WHERE p.path = ? AND f.kind = ?",
            (place.path, place.kind),
        )
        if quote_digest(one["quote"]) == place.quote_sha256
    ]
    return like[0] if len(like) == 1 else None


def quote_digest(quote: str) -> str:
    """SHA-256 of a quote with single spaces: the same words on other lines have the same."""
    return hashlib.sha256(" ".join(quote.split()).encode("utf-8", "surrogatepass")).hexdigest()


def is_laid_aside(connection: sqlite3.Connection, finding: str) -> bool:
    """Whether a finding is not shown as its document has it."""
    return connection.execute("SELECT 1 FROM originals WHERE id = ?", (finding,)).fetchone() is not None


def _lay_over_one(connection: sqlite3.Connection, finding: sqlite3.Row, field: str, value: Any) -> None:
    if field == "labels":
        _relabel(connection, finding, value)
    else:
        _keep(connection, finding)
        change_field(connection, finding, field, value)


def _relabel(connection: sqlite3.Connection, finding: sqlite3.Row, labels: list[str]) -> None:
    """Give a whole sentence its labels: findings of others go, and those that are missing are made."""
    same = connection.execute(
        "SELECT * FROM findings WHERE meeting = ? AND sentence = ?", (finding["meeting"], finding["sentence"])
    ).fetchall()
    for one in same:
        if LABEL_OF[one["kind"]] not in labels:
            _keep(connection, one)
            connection.execute("DELETE FROM findings WHERE key = ?", (one["key"],))
        elif one["key"] == finding["key"]:
            _keep(connection, one)
            change_field(connection, one, "labels", labels)
    there = {LABEL_OF[one["kind"]] for one in same}
    _insert(
        connection, "findings", _made(finding, [label for label in LABELS if label in labels and label not in there])
    )


def _made(finding: sqlite3.Row, kinds: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Findings of other kinds with the same words; the ids follow from the first one's."""
    for kind in kinds:
        row = {**dict(finding), "kind": kind, "text": finding["quote"], "score": 1.0, "detail": "{}"}
        row |= dict.fromkeys(("ref", "status", "due_text", "due_date", "due_event"))
        row["id"] = hashlib.sha256(f"{finding['id']}:{kind}".encode()).hexdigest()[:12]
        row["flags"] = '["no-owner", "no-due-date"]' if kind == "action" else "[]"
        row["status"] = "open" if kind == "action" else None
        row["corrected"] = '["labels"]'
        del row["key"]
        yield row


def _keep(connection: sqlite3.Connection, finding: sqlite3.Row) -> None:
    """Keep a finding as its document has it, before the first change."""
    if finding["corrected"] != "[]":
        return
    parties = connection.execute("SELECT * FROM parties WHERE finding = ?", (finding["key"],)).fetchall()
    connection.execute(
        "INSERT OR IGNORE INTO originals (key, meeting, id, finding, parties) VALUES (?, ?, ?, ?, ?)",
        (
            finding["key"],
            finding["meeting"],
            finding["id"],
            json.dumps(dict(finding)),
            json.dumps([dict(one) for one in parties]),
        ),
    )


def _insert(connection: sqlite3.Connection, table: str, rows: Iterable[dict[str, Any]]) -> None:
    for row in rows:
        names = ", ".join(f'"{name}"' for name in row)
        marks = ", ".join("?" * len(row))
        connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(row.values()))
