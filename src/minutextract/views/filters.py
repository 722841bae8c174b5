"""What a view is limited to."""

from __future__ import annotations

import calendar
import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from minutextract.errors import UsageError
from minutextract.people.names import fold_name

_PERIOD = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class Filter:
    """Limits of a view; None is no limit.

    Attributes:
        series: a series by its id or words of its name.
        person: a person by the id, or words of any spelling.
        since: the first day, month or year, in ISO format.
        until: the last one.

    Raises:
        UsageError: `since` or `until` is no day, month or year.
    """

    series: str | None = None
    person: str | None = None
    since: str | None = None
    until: str | None = None

    def __post_init__(self) -> None:
        for name, value in (("since", self.since), ("until", self.until)):
            if value is not None and _days(value) is None:
                raise UsageError(f"--{name} {value} is no day, month or year", "Write 2024-03-01, 2024-03 or 2024.")

    @property
    def first_day(self) -> date | None:
        """The day that the period begins on."""
        days = _days(self.since or "")
        return days[0] if days else None

    @property
    def last_day(self) -> date | None:
        """The day that the period ends on."""
        days = _days(self.until or "")
        return days[1] if days else None


def _days(period: str) -> tuple[date, date] | None:
    """The first and the last day of a day, month or year; None if it is none of them."""
    written = _PERIOD.fullmatch(period)
    if not written:
        return None
    year, month, day = (int(part) if part else None for part in written.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    last = first.replace(month=month or 12)
    return first, last.replace(day=day or calendar.monthrange(last.year, last.month)[1])


def iso(day: date | None) -> str | None:
    """A day as a store has it."""
    return day.isoformat() if day else None


def series_ids(connection: sqlite3.Connection, wanted: str) -> set[str]:
    """The series with an id or a name; if none bears the name in full, those in whose name the words occur.

    Raises:
        UsageError: there is none.
    """
    rows = connection.execute("SELECT id, name FROM series").fetchall()
    return _matching([(row["id"], row["name"]) for row in rows], wanted, "series", "meetings")


def person_ids(connection: sqlite3.Connection, wanted: str) -> set[str]:
    """The people with an id or a name in any spelling, likewise.

    Raises:
        UsageError: there is none.
    """
    rows = connection.execute(
        "SELECT id, name FROM persons UNION SELECT pa.person, a.name FROM person_attendees pa "
        "JOIN attendees a ON a.key = pa.attendee"
    ).fetchall()
    return _matching([(row["id"], row["name"]) for row in rows], wanted, "person", "people")


def _matching(named: Sequence[tuple[str, str]], wanted: str, what: str, command: str) -> set[str]:
    folded = fold_name(wanted)
    exact = {id for id, name in named if id == wanted or fold_name(name) == folded}
    found = exact or {id for id, name in named if folded in fold_name(name)}
    if not found:
        raise UsageError(f"there is no {what} “{wanted}” in the store", f"`minutextract {command}` lists them all.")
    return found
