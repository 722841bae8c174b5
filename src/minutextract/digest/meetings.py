"""The meetings that a digest is of."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from minutextract.questions.evidence import MEETING_COLUMNS, file_of
from minutextract.questions.filters import Filters, meeting_conditions
from minutextract.render.wording import fold, long_date

UNNAMED, UNDATED = "body not named", "undated"


@dataclass(frozen=True, slots=True)
class Met:
    """One meeting: its id in the store, who met, when, and the file that says so."""

    id: str
    body: str
    day: date | None
    file: str

    def heading(self, *, with_body: bool) -> str:
        """The meeting as a heading: its day, behind the body where there are several."""
        day = long_date(self.day) if self.day else f"{UNDATED} ({fold(PurePath(self.file).name)})"
        return f"{self.body}, {day}" if with_body else day


def meetings_of(connection: sqlite3.Connection, filters: Filters) -> list[Met]:
    """The meetings that filters let through, in order of time, the undated ones last.

    Raises:
        UsageError: there is no such body.
    """
    conditions, values = meeting_conditions(connection, filters)
    rows = connection.execute(
        f"SELECT {MEETING_COLUMNS} FROM meetings m JOIN meeting_bodies b ON b.meeting = m.key "
        f"JOIN texts t ON t.key = m.text WHERE {' AND '.join(conditions) or '1'} ORDER BY m.date IS NULL, m.date, m.id",
        values,
    )
    return [
        Met(
            row["meeting"],
            fold(row["body"] or UNNAMED),
            date.fromisoformat(row["date"]) if row["date"] else None,
            file_of(row) or "",
        )
        for row in rows
    ]


def undated(connection: sqlite3.Connection, filters: Filters) -> int:
    """How many meetings a period leaves out only because nobody knows their day."""
    if filters.since is None and filters.until is None:
        return 0
    return sum(met.day is None for met in meetings_of(connection, Filters(filters.series)))


def bodies_of(meetings: Sequence[Met]) -> list[str]:
    """The bodies that met, each once, by name."""
    return sorted({met.body for met in meetings}, key=str.casefold)
