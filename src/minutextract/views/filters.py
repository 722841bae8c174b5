"""What a view is limited to."""

from __future__ import annotations

import calendar
import json
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
    folded = fold_name(wanted)
    for condition, value in (
        ("folded = ?1 OR person = ?2", folded),
        ("folded LIKE ?1 ESCAPE '\\'", containing(folded)),
    ):
        query = f"SELECT DISTINCT person FROM person_names WHERE {condition}"
        given = (value, wanted) if "?2" in condition else (value,)
        if found := {person for (person,) in connection.execute(query, given)}:
            return found
    raise _none("person", wanted, "people")


def meeting_limits(limits: Filter, series: set[str] | None) -> tuple[str, dict[str, object]]:
    """The limits as a condition on meetings `m` with their series `sm`, and the values that it names."""
    conditions: list[str] = []
    values: dict[str, object] = {}
    if series is not None:
        conditions.append("sm.series IN (SELECT value FROM json_each(:series))")
        values["series"] = json.dumps(sorted(series))
    if limits.since is not None:
        conditions.append("m.date >= :since")
        values["since"] = iso(limits.first_day)
    if limits.until is not None:
        conditions.append("m.date <= :until")
        values["until"] = iso(limits.last_day)
    return " AND ".join(conditions) or "1", values


def containing(word: str) -> str:
    """A LIKE pattern, with the escape character "\\", for what holds a word."""
    return "%" + re.sub(r"([%_\\])", r"\\\1", word) + "%"


def _matching(named: Sequence[tuple[str, str]], wanted: str, what: str, command: str) -> set[str]:
    folded = fold_name(wanted)
    exact = {id for id, name in named if id == wanted or fold_name(name) == folded}
    found = exact or {id for id, name in named if folded in fold_name(name)}
    if not found:
        raise _none(what, wanted, command)
    return found


def _none(what: str, wanted: str, command: str) -> UsageError:
    return UsageError(f"there is no {what} “{wanted}” in the store", f"`minutextract {command}` lists them all.")
