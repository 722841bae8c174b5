"""A sentence of the store with its neighbours and the labels that it has now."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from minutextract.corpus.units import in_order
from minutextract.review.values import LABEL_OF


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence; what stands before and after it in the same meeting is None at either end."""

    text: str
    heading: str | None
    before: str | None
    after: str | None
    labels: list[str]


def sentence_of(connection: sqlite3.Connection, meeting: int, local: str) -> Said:
    """A sentence by its meeting's key and its id within the meeting; its labels are those of what is found in it."""
    key, text, heading = connection.execute(
        "SELECT s.key, s.text, i.title FROM sentences s LEFT JOIN items i "
        "ON i.meeting = s.meeting AND i.local = s.item WHERE s.meeting = ? AND s.local = ?",
        (meeting, local),
    ).fetchone()
    kinds = connection.execute(
        "SELECT DISTINCT kind FROM findings WHERE meeting = ? AND sentence = ?", (meeting, local)
    )
    before, after = (_beside(connection, meeting, key + step) for step in (-1, 1))
    return Said(text, heading, before, after, in_order({LABEL_OF[kind] for (kind,) in kinds}))


def _beside(connection: sqlite3.Connection, meeting: int, key: int) -> str | None:
    row = connection.execute("SELECT text FROM sentences WHERE key = ? AND meeting = ?", (key, meeting)).fetchone()
    return None if row is None else str(row["text"])
