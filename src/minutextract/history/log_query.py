"""Questions to the action log: which actions, with which of what is said of them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import islice


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
class LoggedAction:
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


@dataclass(frozen=True, slots=True)
class _Condition:
    """A condition on actions `a`, and a query for the ids of all those that meet it; "" if none is quick."""

    holds: str
    values: Sequence[object]
    keys: str = ""


_OPEN = "a.status IN ('open', 'in-progress', 'carried')"
_OVERDUE = f"({_OPEN} AND a.due_date IS NOT NULL AND a.due_date < ?)"
# Up to how many actions are looked up and sorted; else they are walked through in order until a page is full.
_RARE = 5_000
_COLUMNS = (
    f"a.*, {_OVERDUE} AS overdue, l.date AS heard_of, "
    "(SELECT json_group_array(name) FROM (SELECT name FROM log_owners WHERE action = a.id ORDER BY place)) AS owners"
)
_SILENT = "SELECT a.id FROM log_actions a INDEXED BY log_actions_silent"
_TABLES = "log_actions a CROSS JOIN meetings l ON l.key = a.last_meeting"
_LOOK_UP = (
    "json_each(?) AS leading CROSS JOIN log_actions a ON a.id = leading.value "
    "CROSS JOIN meetings l ON l.key = a.last_meeting"
)


def find_actions(
    connection: sqlite3.Connection,
    wanted: LogFilter,
    *,
    history: bool = False,
    today: date | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> list[LoggedAction]:
    """The actions that a filter lets through: by series, then as they were recorded; those of no series first.

    Args:
        connection: a settled store.
        wanted: which.
        history: whether all that is said of each comes with it.
        today: the day that overdue is asked of unless the filter gives one; this day if None.
        limit: the most that are given; None for all.
        offset: how many are passed over before.
    """
    at = (wanted.at or today or date.today()).isoformat()
    conditions = _conditions(wanted, at)
    found = _in_order(connection, wanted, conditions, at)
    stop = None if limit is None else offset + limit
    return [_row(connection, row, name, history=history) for row, name in islice(found, offset, stop)]


def _in_order(
    connection: sqlite3.Connection, wanted: LogFilter, conditions: Sequence[_Condition], at: str
) -> Iterator[tuple[sqlite3.Row, str | None]]:
    """Series by series; within each, the index has the order."""
    leading = _leading(connection, conditions)
    where = " AND ".join(one.holds for one in conditions) or "1"
    values = [value for one in conditions for value in one.values]
    series: list[tuple[str | None, str | None]] = [] if wanted.series else [(None, None)]
    like = _like(wanted.series) if wanted.series else "%"
    named = "SELECT id, name FROM series WHERE name LIKE ? ESCAPE '\\' ORDER BY name, id"
    series += connection.execute(named, (like,)).fetchall()
    if leading is not None:
        order = {id: place for place, (id, _) in enumerate(series)}
        names = dict(series)
        query = f"SELECT {_COLUMNS} FROM {_LOOK_UP} WHERE {where}"
        rows = connection.execute(query, [at, json.dumps(leading), *values])
        several = [row for row in rows if row["series"] in order]
        # None, for undated ones, stands before every day.
        several.sort(key=lambda row: (order[row["series"]], row["opened"] or "", row["place"] or 0, row["ref"]))
        yield from ((row, names[row["series"]]) for row in several)
        return
    query = f"SELECT {_COLUMNS} FROM {_TABLES} WHERE a.series IS ? AND {where} ORDER BY a.opened, a.place, a.ref"
    for id, name in series:
        for row in connection.execute(query, [at, id, *values]):
            yield row, name


def _leading(connection: sqlite3.Connection, conditions: Sequence[_Condition]) -> list[str] | None:
    """The ids of all actions that meet the first condition that is rare; None if none is."""
    for one in conditions:
        if one.keys:
            query = f"SELECT id FROM ({one.keys}) LIMIT {_RARE + 1}"
            keys = [key for (key,) in connection.execute(query, one.values)]
            if len(keys) <= _RARE:
                return keys
    return None


def _conditions(wanted: LogFilter, at: str) -> list[_Condition]:
    given: list[_Condition] = []
    if wanted.owner:
        like = _like(wanted.owner)
        given.append(
            _Condition(
                "EXISTS (SELECT 1 FROM log_owners o LEFT JOIN persons p ON p.id = o.person WHERE o.action = a.id "
                "AND (o.name LIKE ? ESCAPE '\\' OR p.name LIKE ? ESCAPE '\\'))",
                [like, like],
                "SELECT action AS id FROM log_owners WHERE name LIKE ? ESCAPE '\\' "
                "UNION SELECT o.action FROM persons p CROSS JOIN log_owners o ON o.person = p.id "
                "WHERE p.name LIKE ? ESCAPE '\\'",
            )
        )
    if wanted.status:
        given.append(_of_status(wanted.status, at))
    if wanted.at:
        given.append(_Condition(_OVERDUE, [at], f"SELECT a.id FROM log_actions a WHERE {_OVERDUE}"))
    if wanted.due_before:
        due = "a.due_date < ?"
        given.append(_Condition(due, [wanted.due_before.isoformat()], f"SELECT a.id FROM log_actions a WHERE {due}"))
    if wanted.silent_for is not None:
        silent = f"{_OPEN} AND a.silent_for >= ?"
        given.append(
            _Condition(
                silent,
                [wanted.silent_for],
                f"{_SILENT} WHERE {silent}",
            )
        )
    if wanted.since:
        given.append(_Condition("a.opened >= ?", [wanted.since.isoformat()]))
    if wanted.until:
        given.append(_Condition("a.opened <= ?", [wanted.until.isoformat()]))
    return given


def _of_status(status: tuple[LogStatus, ...], at: str) -> _Condition:
    stored = [one.value for one in status if one is not LogStatus.OVERDUE]
    parts: list[str] = []
    values: list[object] = []
    if stored:
        parts.append(f"a.status IN ({', '.join('?' * len(stored))})")
        values += stored
    if LogStatus.OVERDUE in status:
        parts.append(_OVERDUE)
        values.append(at)
    holds = f"({' OR '.join(parts)})"
    return _Condition(holds, values, f"SELECT a.id FROM log_actions a WHERE {holds}")


def _like(part: str) -> str:
    escaped = part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"


def _row(connection: sqlite3.Connection, row: sqlite3.Row, series: str | None, *, history: bool) -> LoggedAction:
    return LoggedAction(
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
        series=series,
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
