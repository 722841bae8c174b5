"""The log as an Excel workbook: the actions, the open ones by owner, and a sheet that says where all this is from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from minutextract import __version__
from minutextract.actionlog.columns import COLUMNS, Column, Value
from minutextract.actionlog.row import ActionLog, LogRow, Status
from minutextract.render.wording import long_date
from minutextract.views.workbook import A3, Book, workbook_bytes

# What a page has room for; the evidence stands to the right of it on the sheet.
_PRINTED = "update_source"
_OF_OWNERS = ("ref", "action", "with", "standing", "meeting", "date", "item")
_DUE = Column("due", "Due", 14, lambda row: row.due_now or row.due_as_written or "no date recorded", "as things are")
_NOT_CLEAR = "Owner not clear"
_MEANINGS = {
    Status.OPEN: "recorded, and no date set",
    Status.NOT_YET_DUE: "recorded, and due on a later day",
    Status.OVERDUE: "not finished as far as the minutes say, and due on an earlier day",
    Status.IN_PROGRESS: "the minutes say that it has begun",
    Status.CARRIED: "the minutes list it again as still to be done",
    Status.SILENT: "not finished as far as the minutes say, and later meetings do not mention it",
    Status.COMPLETE: "the minutes say that it is done",
    Status.SUPERSEDED: "another action has taken its place",
    Status.WITHDRAWN: "the minutes say that it is dropped",
}


def log_xlsx(log: ActionLog) -> bytes:
    """The bytes of an .xlsx file; every cell is text, a number or a date, and the same log gives the same bytes."""

    def fill(book: Book) -> None:
        _actions(book, log.rows)
        _owners(book, log.rows)
        _readme(book, log)

    return workbook_bytes(fill, title="Action log", day=log.day)


def _actions(book: Book, rows: Sequence[LogRow]) -> None:
    sheet = book.sheet("Actions", [(column.heading, column.width) for column in COLUMNS])
    for row in rows:
        sheet.row([column.value(row) for column in COLUMNS], [_look(column, row) for column in COLUMNS])
    printed = next(n for n, column in enumerate(COLUMNS) if column.key == _PRINTED)
    sheet.as_table("ActionLog", printed, A3)


def _look(column: Column, row: LogRow) -> str:
    """How a cell looks: colour repeats what the word in it says."""
    if column.key != "standing":
        return "cell"
    return "overdue" if row.status is Status.OVERDUE else "finished" if row.status.is_finished else "cell"


def _owners(book: Book, rows: Sequence[LogRow]) -> None:
    columns = [next(column for column in COLUMNS if column.key == key) for key in _OF_OWNERS]
    columns.insert(columns.index(next(column for column in columns if column.key == "standing")), _DUE)
    sheet = book.sheet("Open by owner", [(column.heading, column.width) for column in columns])
    for owner, own in _by_owner(rows):
        overdue = sum(row.status is Status.OVERDUE for row in own)
        many = f"{len(own)} open{f', {overdue} overdue' if overdue else ''}"
        sheet.heading(f"{owner} ({many})")
        for row in own:
            sheet.row([column.value(row) for column in columns], [_look(column, row) for column in columns])
    sheet.done(printed=len(columns))


def _by_owner(rows: Sequence[LogRow]) -> Iterator[tuple[str, list[LogRow]]]:
    """Everybody who has something left to do, by name, with that; who cannot be told comes last."""
    found: dict[str, list[LogRow]] = {}
    for row in rows:
        if not row.status.is_finished:
            labels = {_label(owner.label, owner.organisation) for owner in row.owners if owner.label} or {_NOT_CLEAR}
            for label in labels:
                found.setdefault(label, []).append(row)
    order = sorted(found, key=lambda label: (label == _NOT_CLEAR, label.casefold(), label))
    return ((label, found[label]) for label in order)


def _label(name: str, organisation: str) -> str:
    return f"{name}, {organisation}" if organisation else name


def _readme(book: Book, log: ActionLog) -> None:
    sheet = book.sheet("README", [("About this action log", 30), ("", 70), ("", 24), ("", 14)])
    for lines in (_about(log), _sources(log), _columns(), _statuses()):
        for head, *cells in lines:
            sheet.row([head, *cells], ["strong" if not cells or cells[0] == "sha256" else "plain"] * (1 + len(cells)))
        sheet.row([])
    sheet.done(printed=4)


def _about(log: ActionLog) -> Iterator[Sequence[Value]]:
    finished = sum(row.status.is_finished for row in log.rows)
    yield "Made by", f"minutextract {__version__}, automatically, from the files below"
    yield "Holds", f"{len(log.rows)} actions, {len(log.rows) - finished} of them open"
    yield "Overdue is asked of", long_date(log.day) if log.day else "no day, as the meeting has no date"
    yield "Mind", "Not a substitute for the approved minutes: check against the quotes, above all rows with flags."


def _sources(log: ActionLog) -> Iterator[Sequence[Value]]:
    yield "Source file", "sha256", "Meeting", "Date"
    for source in log.sources:
        yield source.file, source.sha256, source.meeting, source.date


def _columns() -> Iterator[Sequence[Value]]:
    yield ("Columns",)
    for column in COLUMNS:
        yield column.heading, column.meaning


def _statuses() -> Iterator[Sequence[Value]]:
    yield ("Status",)
    for status, meaning in _MEANINGS.items():
        yield status.value, meaning
