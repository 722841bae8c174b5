"""The actions of a digest, as the living log has them: what is open, and what came to an end in the period."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date

from minutextract.digest.people import Called
from minutextract.history.log_query import LogFilter, LoggedAction, LogStatus, find_actions
from minutextract.questions.filters import Filters
from minutextract.render.content import NO_DATE, Group, Line, Section, grouped
from minutextract.render.names import NOT_CLEAR
from minutextract.render.wording import capitalised, fold, long_date
from minutextract.views.filters import iso

_OPEN = (LogStatus.OPEN, LogStatus.IN_PROGRESS, LogStatus.CARRIED)
_ENDED = (LogStatus.DONE, LogStatus.SUPERSEDED, LogStatus.DROPPED)


def open_actions(connection: sqlite3.Connection, filters: Filters, people: Called) -> Section:
    """The actions recorded up to the end of the period that the archive knows of as open, by owner."""
    return Section("actions", "Open actions", _by_owner(_actions(connection, filters, _OPEN), people))


def ended_actions(connection: sqlite3.Connection, filters: Filters, people: Called) -> Section:
    """The actions of which a meeting of the period was the last to speak, and said that they are at an end."""
    first, last = iso(filters.first_day) or "", iso(filters.last_day)
    rows = [
        row
        for row in _actions(connection, filters, _ENDED)
        if (row.heard_of or "") >= first and (last is None or (row.heard_of and row.heard_of <= last))
    ]
    return Section("earlier", "Actions that came to an end", _by_owner(rows, people))


def _actions(connection: sqlite3.Connection, filters: Filters, status: tuple[LogStatus, ...]) -> list[LoggedAction]:
    # What was overdue is asked of the period's end: today matters only to a digest that reaches to today.
    wanted = LogFilter(series=filters.series, status=status, until=filters.last_day)
    return find_actions(connection, wanted, history=True, today=filters.last_day)


def _by_owner(rows: Iterable[LoggedAction], people: Called) -> tuple[Group, ...]:
    groups = grouped((people.owners(row.owners) if row.owners else NOT_CLEAR, _line(row, people)) for row in rows)
    return tuple(sorted(groups, key=lambda group: (group.heading == NOT_CLEAR, group.heading.casefold())))


def _line(row: LoggedAction, people: Called) -> Line:
    due = long_date(date.fromisoformat(row.due)) if row.due else fold(row.due_text or "") or NO_DATE
    said = row.history[-1] if row.history else None
    return Line(
        capitalised(people.words(fold(row.text))),
        ref=fold(row.ref),
        due=due,
        status=_status(row),
        finding=row.id,
        start=said.start if said else 0,
        end=said.end if said else 0,
        quote=fold(said.sentence) if said else "",
    )


def _status(row: LoggedAction) -> str:
    """ "carried, overdue; recorded 4 March 2024, last heard of 6 May 2024"."""
    stands = [row.status.replace("-", " "), *(["overdue"] if row.overdue else [])]
    if row.reopened:
        stands.append("taken up again")
    told = [f"recorded {_day(row.opened)}"]
    if row.heard_of and row.heard_of != row.opened:
        told.append(f"last heard of {_day(row.heard_of)}")
    return "; ".join((", ".join(stands), ", ".join(told)))


def _day(written: str | None) -> str:
    return long_date(date.fromisoformat(written)) if written else "on an unknown day"
