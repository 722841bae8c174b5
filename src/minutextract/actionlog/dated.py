"""Which actions a calendar file has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from minutextract.actionlog.row import ActionLog, LogRow


class IcsKind(StrEnum):
    """What an action becomes: a task (VTODO), or an event of the whole day on which it is due (VEVENT)."""

    TODOS = "todos"
    EVENTS = "events"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Actions that a calendar file does not have: those without a date, and of events those that are finished."""

    undated: int
    finished: int

    def __str__(self) -> str:
        undated = "1 action has" if self.undated == 1 else f"{self.undated} actions have"
        parts = [f"{undated} no date"] if self.undated else []
        if self.finished:
            parts.append(f"{self.finished} {'is' if self.finished == 1 else 'are'} finished")
        return f"{' and '.join(parts)}: not in the calendar file" if parts else ""


def left_out(log: ActionLog, kind: IcsKind = IcsKind.TODOS) -> LeftOut:
    """What `log_ics` leaves out."""
    finished = [row for row in log.rows if row.due_now and row.status.is_finished]
    return LeftOut(sum(row.due_now is None for row in log.rows), len(finished) if kind is IcsKind.EVENTS else 0)


def dated_rows(log: ActionLog, kind: IcsKind) -> Iterator[LogRow]:
    """The rows that a calendar file has, each id once."""
    seen: set[str] = set()
    for row in log.rows:
        if row.due_now is None or row.id in seen or (kind is IcsKind.EVENTS and row.status.is_finished):
            continue
        seen.add(row.id)
        yield row
