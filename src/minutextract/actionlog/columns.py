"""The columns of the log, in the order in which every format has them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from minutextract.actionlog.row import LogRow, distinct

Value = str | float | date | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key in JSON, its heading in tables, its width in characters, what it holds, and what that is."""

    key: str
    heading: str
    width: float
    value: Callable[[LogRow], Value]
    meaning: str


def _in_full(row: LogRow) -> str:
    """Names in full; beside them, whatever others are called by."""
    return distinct([one.label for one in row.owners]) if any(one.name for one in row.owners) else ""


COLUMNS = (
    Column("ref", "Ref", 17, lambda row: row.ref, "the action's reference"),
    Column("meeting", "Meeting", 17, lambda row: row.source.meeting, "the body whose meeting recorded it first"),
    Column("date", "Date", 11.5, lambda row: row.source.date, "the day of that meeting"),
    Column("item", "Item", 16, lambda row: row.item, "the agenda item"),
    Column("action", "Action", 38, lambda row: row.action, "what is to be done"),
    Column("owner", "Owner", 9, lambda row: distinct([one.written for one in row.owners]), "as the minutes have it"),
    Column("owner_full", "Owner (full)", 16, _in_full,
           "the name in full; empty where it is not clear who is meant"),
    Column("org", "Org", 17, lambda row: distinct([one.organisation for one in row.owners]),
           "the owner's organisation, from the attendance list"),
    Column("with", "With", 11, lambda row: distinct(row.with_whom), "who is to help"),
    Column("first_due", "Due", 11.5, lambda row: row.due, "the date that was set first"),
    Column("due_as_written", "Due as written", 12, lambda row: row.due_as_written, "the minutes' words for it"),
    Column("revised_due", "Revised due", 11.5, lambda row: row.revised_due, "the date that was set later, if any"),
    Column("standing", "Status", 16, lambda row: row.status.value, "how it stands; see below"),
    Column("update", "Update", 30, lambda row: row.update, "the latest that was said of it"),
    Column("update_source", "Update source", 24, lambda row: row.update_source, "where that stands"),
    Column("source_file", "Source file", 24, lambda row: row.source.file, "the file that records it first"),
    Column("place", "Page/line", 9, lambda row: row.place, "page, or paragraph of the text as read"),
    Column("quote", "Quote", 44, lambda row: row.quote, "the words that record it, to be found in the file"),
    Column("confidence", "Confidence", 11, lambda row: row.confidence, "the classifier's score, 0 to 1"),
    Column("flags", "Flags", 20, lambda row: distinct(row.flags), "what to check (docs/flags.md)"),
)  # fmt: skip
