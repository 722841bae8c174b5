"""Questions to the action log: which actions, with which of what is said of them."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class LogStatus(StrEnum):
    """How an action stands; overdue is asked of a date, all others are as the latest mention has it."""

    OPEN = "open"
    IN_PROGRESS = "in-progress"
    CARRIED = "carried"
    DONE = "done"
    SUPERSEDED = "superseded"
    DROPPED = "dropped"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class LogEntry:
    """What one meeting says of an action: where, in which words, and why it is taken to be about it."""

    date: str | None
    status: str | None
    due: str | None
    how: str
    reason: str
    sentence: str
    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class LogProposal:
    """A mention that may be about an action, and why that is not sure; `finding` is None if it is no finding."""

    date: str | None
    sentence: str
    score: float
    reason: str
    finding: str | None


@dataclass(frozen=True, slots=True)
class LogRow:
    """An action as a view gives it.

    `silent_for` counts the meetings of its series since the last that mentions it; `overdue` is asked of the date of
    the view.
    """

    ref: str
    id: str
    text: str
    status: str
    owners: tuple[str, ...]
    due: str | None
    due_text: str | None
    overdue: bool
    opened: str | None
    heard_of: str | None
    silent_for: int
    reopened: int
    series: str | None
    history: tuple[LogEntry, ...] = ()
    proposals: tuple[LogProposal, ...] = ()


@dataclass(frozen=True, slots=True)
class LogFilter:
    """Which actions: each that is given has to hold.

    Attributes:
        owner: a part of an owner's name, or of the name of the person over time.
        series: a part of the series' name.
        status: any of these.
        due_before: due on an earlier day than this.
        at: the day on which an open action may be overdue.
        silent_for: open, and not heard of for at least so many meetings.
        since, until: recorded first on or after, on or before.
    """

    owner: str | None = None
    series: str | None = None
    status: tuple[LogStatus, ...] = ()
    due_before: date | None = None
    at: date | None = None
    silent_for: int | None = None
    since: date | None = None
    until: date | None = None


_OPEN = "a.status IN ('open', 'in-progress', 'carried')"
_OVERDUE = f"({_OPEN} AND a.due_date IS NOT NULL AND a.due_date < ?)"


def find_actions(
    connection: sqlite3.Connection, wanted: LogFilter, *, history: bool = False, today: date | None = None
) -> list[LogRow]:
    """The actions that a filter lets through: by series, then as they were recorded.

    Args:
        connection: a settled store.
        wanted: which.
        history: whether all that is said of each comes with it.
        today: the day that overdue is asked of unless the filter gives one; this day if None.
    """
    at = (wanted.at or today or date.today()).isoformat()
    conditions, values = _conditions(wanted, at)
    rows = connection.execute(
        f"SELECT a.*, {_OVERDUE} AS overdue, s.name AS series_name, f.date AS opened, l.date AS heard_of, "
        "(SELECT json_group_array(name) FROM (SELECT name FROM log_owners WHERE action = a.id ORDER BY place)) "
        "AS owners "
        "FROM log_actions a JOIN meetings f ON f.key = a.first_meeting JOIN meetings l ON l.key = a.last_meeting "
        f"LEFT JOIN series s ON s.id = a.series WHERE {' AND '.join(conditions) or '1'} "
        "ORDER BY s.name, f.date, a.ref",
        [at, *values],
    ).fetchall()
    return [_row(connection, row, history=history) for row in rows]


def _conditions(wanted: LogFilter, at: str) -> tuple[list[str], list[object]]:
    given: list[tuple[str, list[object]]] = []
    if wanted.owner:
        like = _like(wanted.owner)
        given.append(
            (
                "EXISTS (SELECT 1 FROM log_owners o LEFT JOIN persons p ON p.id = o.person WHERE o.action = a.id "
                "AND (o.name LIKE ? ESCAPE '\\' OR p.name LIKE ? ESCAPE '\\'))",
                [like, like],
            )
        )
    if wanted.series:
        given.append(("s.name LIKE ? ESCAPE '\\'", [_like(wanted.series)]))
    if wanted.status:
        given.append(_of_status(wanted.status, at))
    if wanted.at:
        given.append((_OVERDUE, [at]))
    if wanted.due_before:
        given.append(("a.due_date < ?", [wanted.due_before.isoformat()]))
    if wanted.silent_for is not None:
        given.append((f"{_OPEN} AND a.silent_for >= ?", [wanted.silent_for]))
    if wanted.since:
        given.append(("f.date >= ?", [wanted.since.isoformat()]))
    if wanted.until:
        given.append(("f.date <= ?", [wanted.until.isoformat()]))
    return [condition for condition, _ in given], [value for _, values in given for value in values]


def _of_status(status: tuple[LogStatus, ...], at: str) -> tuple[str, list[object]]:
    stored = [one.value for one in status if one is not LogStatus.OVERDUE]
    parts: list[str] = []
    values: list[object] = []
    if stored:
        parts.append(f"a.status IN ({', '.join('?' * len(stored))})")
        values += stored
    if LogStatus.OVERDUE in status:
        parts.append(_OVERDUE)
        values.append(at)
    return f"({' OR '.join(parts)})", values


def _like(part: str) -> str:
    escaped = part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"


def _row(connection: sqlite3.Connection, row: sqlite3.Row, *, history: bool) -> LogRow:
    return LogRow(
        ref=row["ref"],
        id=row["id"],
        text=row["text"],
        status=row["status"],
        owners=tuple(json.loads(row["owners"])),
        due=row["due_date"],
        due_text=row["due_text"],
        overdue=bool(row["overdue"]),
        opened=row["opened"],
        heard_of=row["heard_of"],
        silent_for=row["silent_for"],
        reopened=row["reopened"],
        series=row["series_name"],
        history=_history(connection, row["id"]) if history else (),
        proposals=_proposals(connection, row["id"]) if history else (),
    )


def _history(connection: sqlite3.Connection, action: str) -> tuple[LogEntry, ...]:
    rows = connection.execute(
        "SELECT e.date, e.status, e.due_date, e.how, e.reason, e.quote, e.document, e.first, e.last FROM ("
        "SELECT m.date, e.status, e.due_date, e.how, e.reason, f.quote, m.document, "
        'f."start" AS first, f."end" AS last, e.meeting, f.kind, f.id '
        "FROM log_entries e JOIN findings f ON f.key = e.finding JOIN meetings m ON m.key = e.meeting "
        "WHERE e.action = ?1 UNION ALL "
        "SELECT m.date, t.status, t.due_date, t.how, t.reason, t.quote, m.document, "
        """t."start", t."end", t.meeting, 'told', '' """
        "FROM log_told t JOIN meetings m ON m.key = t.meeting WHERE t.action = ?1 AND t.certain"
        ") e LEFT JOIN series_meetings s ON s.meeting = e.meeting ORDER BY s.place, e.date, e.first, e.kind, e.id",
        (action,),
    )
    return tuple(LogEntry(*row) for row in rows)


def _proposals(connection: sqlite3.Connection, action: str) -> tuple[LogProposal, ...]:
    rows = connection.execute(
        "SELECT m.date, f.quote, p.score, p.reason, f.id FROM log_proposals p JOIN findings f ON f.key = p.finding "
        "JOIN meetings m ON m.key = f.meeting WHERE p.action = ?1 UNION ALL "
        "SELECT m.date, t.quote, t.score, t.reason, NULL FROM log_told t JOIN meetings m ON m.key = t.meeting "
        "WHERE t.action = ?1 AND NOT t.certain ORDER BY 1, 3 DESC, 5, 2",
        (action,),
    )
    return tuple(LogProposal(*row) for row in rows)
