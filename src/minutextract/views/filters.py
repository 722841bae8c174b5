"""What a view is limited to."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from minutextract.errors import UsageError
from minutextract.people.names import fold_name


@dataclass(frozen=True, slots=True)
class Filter:
    """Limits of a view; None is no limit.

    Attributes:
        series: a series by its id or words of its name.
        person: a person by the id, or words of any spelling.
        since: the first day, in ISO format.
        until: the last day.
    """

    series: str | None = None
    person: str | None = None
    since: str | None = None
    until: str | None = None


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
