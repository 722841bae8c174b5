"""The findings that somebody should look at, worst first, with what is needed to judge them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

from minutextract.questions.evidence import file_of, item_of
from minutextract.questions.findings import rows_of
from minutextract.questions.names import marks
from minutextract.review.proposals import LINK_WEIGHT, PERSON_WEIGHT, proposed_links, proposed_people
from minutextract.review.sentences import sentence_of

# How much a flag weighs; a wrong owner or label is worse than a missing one.
WEIGHTS = {
    "ambiguous-owner": 5,
    "unknown-owner": 5,
    "uncertain-label": 4,
    "unknown-initials": 4,
    "ambiguous-initials": 4,
    "ambiguous-name": 4,
    "ambiguous-date": 4,
    "doubtful-owner": 3,
    "unclear-due-date": 2,
    "derived-initials": 2,
    "fuzzy-name": 2,
    "no-outcome": 2,
    "unknown-speaker": 1,
    "unknown-giver": 1,
    "unknown-receiver": 1,
    "inherited-giver": 1,
}
# What can be corrected, as columns: empty ones to fill in, behind what stands there now.
CORRECTABLE = ("labels", "text", "owners", "due_date", "status")
COLUMNS = (
    "id kind why score date body item before sentence after quote candidate labels text owners "
    "due_text due_date status "
    "ok new_same new_labels new_text new_owners new_due_date new_status file page start end path"
).split()
_AT_ONCE = 500


def doubtful(connection: sqlite3.Connection, limit: int | None = None) -> list[dict[str, Any]]:
    """What somebody should look at: findings with a flag of `WEIGHTS` that nobody has confirmed, links and joins.

    By the sum of weights, then findings before proposals, the least sure findings and the surest proposals first.

    Args:
        connection: of the store.
        limit: the most that are given; None for all.
    """
    weighing = " ".join(f"WHEN '{flag}' THEN {weight}" for flag, weight in WEIGHTS.items())
    found = connection.execute(
        "SELECT f.key, doubt.weight FROM (SELECT finding, "
        f"sum(CASE flag {weighing} END) AS weight FROM finding_flags "
        f"WHERE flag IN ({marks(WEIGHTS)}) GROUP BY finding) AS doubt CROSS JOIN findings f ON f.key = doubt.finding "
        "CROSS JOIN meetings m ON m.key = f.meeting "
        "WHERE NOT EXISTS (SELECT 1 FROM json_each(f.corrected) WHERE value = 'confirmed') "
        'ORDER BY doubt.weight DESC, f.score, m.date DESC, m.id, f."start", f.id LIMIT ?',
        [*WEIGHTS, -1 if limit is None else limit],
    )
    worst: list[tuple[int, int | dict[str, Any]]] = [(weight, key) for key, weight in found]
    worst += [(LINK_WEIGHT, row) for row in proposed_links(connection)]
    worst += [(PERSON_WEIGHT, row) for row in proposed_people(connection)]
    worst = sorted(worst, key=lambda one: -one[0])[:limit]
    keys = [one for _, one in worst if isinstance(one, int)]
    rows = (row for first in range(0, len(keys), _AT_ONCE) for row in _rows(connection, keys[first : first + _AT_ONCE]))
    empty: dict[str, Any] = dict.fromkeys(COLUMNS)
    return [next(rows) if isinstance(one, int) else empty | one for _, one in worst]


def _rows(connection: sqlite3.Connection, keys: Sequence[int]) -> Iterator[dict[str, Any]]:
    for row, parties in rows_of(connection, keys):
        said = sentence_of(connection, row["meeting_key"], row["sentence"])
        values = {
            "id": row["id"],
            "kind": row["kind"],
            "why": [flag for flag in json.loads(row["flags"]) if flag in WEIGHTS],
            "score": row["score"],
            "date": row["date"],
            "body": row["body"],
            "item": item_of(row),
            "before": said.before,
            "sentence": said.text,
            "after": said.after,
            "labels": said.labels,
            "owners": parties["owner"],
            "file": file_of(row),
        }
        yield {name: values[name] if name in values else _value(row, name) for name in COLUMNS}


def _value(row: sqlite3.Row, column: str) -> Any:
    return row[column] if column in row.keys() else None  # noqa: SIM118
