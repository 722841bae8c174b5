"""Decisions, thanks and insights as rows: what was found, of whom, and the words that say so."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from minutextract.questions.evidence import MEETING_COLUMNS, MEETING_TABLES, evidence, item_of
from minutextract.questions.filters import Filters
from minutextract.questions.names import marks
from minutextract.questions.selection import select_findings
from minutextract.views.table import View

_AT_ONCE = 500
_ROWS = (
    'SELECT f.key, f.meeting AS meeting_key, f.sentence, f.id, f.kind, f.text, f.quote, f.start, f."end", f.page, '
    "f.score, f.flags, f.status, f.ref, "
    f"f.due_text, f.due_date, f.due_event, f.detail, f.corrected, i.number AS item_number, i.title AS item_title, "
    f"{MEETING_COLUMNS} FROM findings f {MEETING_TABLES.format(meeting='f.meeting')} "
    "LEFT JOIN items i ON i.meeting = f.meeting AND i.local = f.item WHERE f.key IN ({keys})"
)

# The columns of each kind, between those of where and when, and those of evidence.
DECISION = ("text", "moved_by", "seconded_by", "vote", "outcome")
PRAISE = ("by", "to", "for", "text")
INSIGHT = ("by", "text", "kind", "complete")
_FIRST = ("date", "body", "item")
_LAST = ("flags", "score", "corrected", "quote", "file", "page", "start", "end", "id", "meeting")
_UNSHOWN = frozenset({"for", "vote", "complete", "kind"})

Parties = Mapping[str, list[str]]


def decisions(connection: sqlite3.Connection, filters: Filters, limit: int | None = None, offset: int = 0) -> View:
    """What was decided, newest first."""
    return _found(connection, "decision", DECISION, (filters, limit, offset), _decision)


def praise(connection: sqlite3.Connection, filters: Filters, limit: int | None = None, offset: int = 0) -> View:
    """Who thanked whom for what, newest first."""
    return _found(connection, "praise", PRAISE, (filters, limit, offset), _praise)


def insights(connection: sqlite3.Connection, filters: Filters, limit: int | None = None, offset: int = 0) -> View:
    """What was said that is worth knowing, newest first."""
    return _found(connection, "insight", INSIGHT, (filters, limit, offset), _insight)


def rows_of(connection: sqlite3.Connection, keys: Sequence[int]) -> list[tuple[sqlite3.Row, Parties]]:
    """Findings by their keys, in the same order, with the names of their parties by role."""
    rows: dict[int, sqlite3.Row] = {}
    parties: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for first in range(0, len(keys), _AT_ONCE):
        some = keys[first : first + _AT_ONCE]
        for row in connection.execute(_ROWS.format(keys=marks(some)), some):
            rows[row["key"]] = row
        named = "SELECT finding, role, name FROM parties WHERE finding IN ({}) ORDER BY finding, role, place"
        for finding, role, name in connection.execute(named.format(marks(some)), some):
            parties[finding][role].append(name)
    return [(rows[key], parties[key]) for key in keys]


def _found(
    connection: sqlite3.Connection,
    kind: str,
    own: Sequence[str],
    asked: tuple[Filters, int | None, int],
    told: Callable[[sqlite3.Row, Mapping[str, Any], Parties], dict[str, Any]],
) -> View:
    keys = select_findings(connection, [kind], *asked)
    rows = [
        {
            "date": row["date"],
            "body": row["body"],
            "item": item_of(row),
            **told(row, json.loads(row["detail"]), parties),
            "flags": json.loads(row["flags"]),
            "score": row["score"],
            "corrected": json.loads(row["corrected"]),
            "quote": row["quote"],
            **evidence(row),
            "id": row["id"],
            "meeting": row["meeting"],
        }
        for row, parties in rows_of(connection, keys)
    ]
    shown = [name for name in own if name not in _UNSHOWN]
    return View([*_FIRST, *own, *_LAST], [*_FIRST, *shown, "flags", "corrected", "source"], rows, ["text"])


def _decision(row: sqlite3.Row, detail: Mapping[str, Any], parties: Parties) -> dict[str, Any]:
    return {
        "text": row["text"],
        "moved_by": parties["mover"],
        "seconded_by": parties["seconder"],
        "vote": (detail.get("vote") or {}).get("text"),
        "outcome": detail.get("outcome"),
    }


def _praise(row: sqlite3.Row, detail: Mapping[str, Any], parties: Parties) -> dict[str, Any]:
    return {"by": parties["by"], "to": parties["to"], "for": detail.get("for"), "text": row["text"]}


def _insight(row: sqlite3.Row, detail: Mapping[str, Any], parties: Parties) -> dict[str, Any]:
    return {"by": parties["by"], "text": row["text"], "kind": detail.get("kind"), "complete": detail.get("complete")}
