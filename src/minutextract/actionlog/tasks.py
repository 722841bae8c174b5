"""The dated actions of a log as a calendar file (RFC 5545), for a task list or a calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time

from icalendar import Calendar, Event, Todo

from minutextract.actionlog.dated import IcsKind, dated_rows
from minutextract.actionlog.row import ActionLog, LogRow, Status, distinct
from minutextract.render.wording import long_date

_STATES = {
    Status.IN_PROGRESS: "IN-PROCESS",
    Status.COMPLETE: "COMPLETED",
    Status.SUPERSEDED: "CANCELLED",
    Status.WITHDRAWN: "CANCELLED",
}


def log_ics(log: ActionLog, kind: IcsKind = IcsKind.TODOS) -> bytes:
    """The bytes of an .ics file: the same for the same log, whenever it is written; none if no action has a date.

    RFC 5545 has no calendar without a component, and programs refuse one.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//minutextract//action log//EN")
    calendar.add("version", "2.0")
    rows = [*dated_rows(log, kind)]
    if not rows:
        return b""
    for row in rows:
        calendar.add_component(_todo(row) if kind is IcsKind.TODOS else _event(row))
    content: bytes = calendar.to_ical()
    return content


def _todo(row: LogRow) -> Todo:
    todo = Todo()
    _fill(todo, row, "")
    todo.add("due", _due(row))
    todo.add("status", _STATES.get(row.status, "NEEDS-ACTION"))
    return todo


def _event(row: LogRow) -> Event:
    event = Event()
    # A calendar that has the task as well must not take the two for one.
    _fill(event, row, "-due")
    event.add("dtstart", _due(row))
    event.add("transp", "TRANSPARENT")
    return event


def _fill(component: Todo | Event, row: LogRow, suffix: str) -> None:
    who = distinct([owner.name or owner.written for owner in row.owners])
    component.add("uid", f"{row.id}{suffix}@minutextract")
    # When it was made would differ with each run; the meeting's day is what the task goes back to.
    component.add("dtstamp", datetime.combine(row.source.date or _due(row), time(), UTC))
    component.add("summary", f"{who}: {row.action}" if who else row.action)
    component.add("description", "\n".join(_description(row, who)))


def _due(row: LogRow) -> date:
    due = row.due_now
    assert due is not None
    return due


def _description(row: LogRow, who: str) -> Iterator[str]:
    day = row.source.date
    yield f"{row.ref} · {row.source.meeting}" + (f", {long_date(day)}" if day else "")
    yield f"Owner: {who or 'not clear'}"
    if row.item:
        yield f"Item: {row.item}"
    if row.due_as_written:
        yield f"Due as written: {row.due_as_written}"
    yield f"Status: {row.status}"
    if row.update:
        yield f"Update ({row.update_source}): {row.update}"
    yield f"Minutes: “{row.quote}” ({row.source.file}, {row.place})"
