"""One row of the action log, and how an action stands in the words of those who keep such logs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Status(StrEnum):
    """How an action stands on a day."""

    OPEN = "Open"
    IN_PROGRESS = "In progress"
    NOT_YET_DUE = "Not yet due"
    OVERDUE = "Overdue"
    COMPLETE = "Complete"
    CARRIED = "Carried forward"
    SUPERSEDED = "Superseded"
    WITHDRAWN = "Withdrawn"
    SILENT = "Not mentioned since"

    @property
    def is_finished(self) -> bool:
        """Whether nothing is left to do."""
        return self in _FINISHED.values()


_FINISHED = {"done": Status.COMPLETE, "superseded": Status.SUPERSEDED, "dropped": Status.WITHDRAWN}
_UNFINISHED = {"in-progress": Status.IN_PROGRESS, "carried": Status.CARRIED}


def status_on(said: str, due: date | None, day: date | None, silent_for: int = 0) -> Status:
    """How an action stands.

    Args:
        said: what the minutes say last: open, in-progress, carried, done, superseded or dropped.
        due: when it is due, as far as is known.
        day: the day that is asked about; None for none, and nothing is overdue or not yet due then.
        silent_for: how many later meetings of the series do not mention it.
    """
    if said in _FINISHED:
        return _FINISHED[said]
    if due and day and due < day:
        return Status.OVERDUE
    if due and day and said == "open":
        return Status.NOT_YET_DUE
    if silent_for:
        return Status.SILENT
    return _UNFINISHED.get(said, Status.OPEN)


@dataclass(frozen=True, slots=True)
class LogOwner:
    """Who is to act: as written, in full, and of which organisation; "" where that is not known.

    `clear` says whether the words name somebody, be it by letters that nobody in the list bears.
    """

    written: str
    name: str
    organisation: str = ""
    clear: bool = True

    @property
    def label(self) -> str:
        """The name in full, else what names them; "" if nothing does."""
        return self.name or (self.written if self.clear else "")


@dataclass(frozen=True, slots=True)
class LogSource:
    """A file that a log was made from, and the meeting in it."""

    file: str
    sha256: str
    meeting: str
    date: date | None


@dataclass(frozen=True, slots=True)
class LogRow:
    """An action with all that the log says of it; texts are folded to one line, "" where nothing is known.

    Attributes:
        id: of the action; depends on the file's bytes and the place alone.
        ref: of the action, for people.
        source: the file and meeting that record it first.
        item: number and title of the agenda item.
        action: the task.
        owners, with_whom: who is to act; the names of those who are to help.
        due: the date that was set first.
        due_as_written: the words for it, or the event.
        revised_due: the date that is set now, if it is another.
        status: how it stands.
        update: the latest that the minutes say of it, beyond recording it.
        update_source: the day, file and place of that.
        place: page, or paragraph of the text as read, where the quote stands.
        quote: the words that record the action; `start` and `end` are their characters in the text as read.
        confidence: the classifier's score, 0 to 1.
        flags: what to check (docs/flags.md).
    """

    id: str
    ref: str
    source: LogSource
    item: str
    action: str
    owners: tuple[LogOwner, ...]
    with_whom: tuple[str, ...]
    due: date | None
    due_as_written: str
    revised_due: date | None
    status: Status
    update: str
    update_source: str
    place: str
    quote: str
    start: int
    end: int
    confidence: float
    flags: tuple[str, ...]

    @property
    def due_now(self) -> date | None:
        """When it is due as things are."""
        return self.revised_due or self.due


@dataclass(frozen=True, slots=True)
class ActionLog:
    """Rows, the files that they come from, and the day that "overdue" is asked of; None if no meeting has a date."""

    rows: tuple[LogRow, ...]
    sources: tuple[LogSource, ...]
    day: date | None


def place_in(text: str, start: int, page: int | None) -> str:
    """Where words stand: the page, or for files without pages the paragraph, counted in the text as read."""
    return f"p. {page}" if page is not None else f"par. {text.count(chr(10), 0, start) + 1}"


def told_at(day: date | None, file: str, place: str) -> str:
    """The source of an update: "2024-05-21, minutes.docx, par. 4"."""
    return ", ".join(filter(None, (day.isoformat() if day else "undated", file, place)))


def distinct(parts: Sequence[str]) -> str:
    """The parts in a cell, each once."""
    return "; ".join(dict.fromkeys(filter(None, parts)))
