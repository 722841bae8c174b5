"""Attendance in tables: a column for the name, others for initials, organisation, post and presence."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace

from minutextract.document import Block, BlockKind, Document
from minutextract.meeting import Attendance
from minutextract.people.names import fits_name, is_initials, looks_like_name
from minutextract.structure.entry import Entry, continue_entry
from minutextract.structure.labels import ROLE_LABELS, attendance_label
from minutextract.structure.posts import chairs_meeting, is_outsider
from minutextract.structure.roster import are_reversed, parse_entry, read_reversed

_HEADS = {
    "name": ("name", "names", "attendee", "attendees", "participant", "participants", "member", "members", "person",
             "full name", "present", "who", "representative", "delegate", "councillor", "trustee",
             "given name", "given names", "first name", "first names", "forename"),
    "surname": ("family name", "family names", "last name", "last names", "surname", "surnames"),
    "initials": ("initials", "initial", "init", "init.", "abbreviation", "abbr", "abbr."),
    "organisation": ("organisation", "organization", "affiliation", "company", "institute", "institution", "employer",
                     "representing", "org", "site", "team", "department", "school", "partner", "body", "agency"),
    "post": ("role", "post", "position", "title", "job title", "office", "function", "category", "capacity"),
    "presence": ("present?", "attended", "attendance", "attending", "here", "status", "present (y/n)", "p/a"),
}  # fmt: skip
_IS_MARK = re.compile(r"present|attend|here|start|end|roll|\d|p/a|apolog|regret|absent")
_WORK = frozenset("action actions task tasks due deadline decision issue update progress comments".split()) | {
    "action item",
    "action items",
    "due date",
    "due by",
    "target date",
}
_LONGEST_CELL = 8
_BEST = (
    Attendance.CHAIR, Attendance.PRESENT, Attendance.IN_ATTENDANCE, Attendance.APOLOGIES, Attendance.ABSENT,
    Attendance.MENTIONED,
)  # fmt: skip
_TICKS = ("x", "✓", "✔", "+", "\\+", "✅", "☑", "☒")
_PRESENCE = {
    **dict.fromkeys(
        ("p", "y", "yes", *_TICKS, "present", "in person", "remote", "online", "here"), Attendance.PRESENT
    ),
    **dict.fromkeys(("a", "n", "no", "absent", "-"), Attendance.ABSENT),
    **dict.fromkeys(
        ("apologies", "apology", "regrets", "excused", "e", "apols", "on leave", "leave of absence"),
        Attendance.APOLOGIES,
    ),
}  # fmt: skip
# "L (6:05 pm)", "P (left 7.40)": of whoever has an hour, the minutes saw them come or go.
_AT_HOUR = re.compile(
    r"(?:[a-z]|late|present|yes)\s*\((?:(?:left|late|arrived|joined|at)\s+){0,2}\d{1,2}[:.]\d\d(?:\s*[ap]\.?m\.?)?\)"
)
_NOTE = re.compile(r"(?<=\w)\s*\([^()]*\)$")


def table_entries(document: Document, index: int, heading: Attendance | None) -> Iterator[tuple[Entry, Attendance]]:
    """The person in a table row, if the table is an attendance list.

    Args:
        document: where the row stands.
        index: of the row's block.
        heading: the list that the words above the table opened, if any.
    """
    row = document.blocks[index]
    head = _head_row(document, index)
    columns = _columns(document, head)
    if _WORK.intersection(cell.of(document.text).strip(" *:.").lower() for cell in head.cells):
        return
    is_head = row is head and (columns or not _opens_with_name(row.cells[0].of(document.text)))
    if is_head or ("name" not in columns and heading is None):
        return
    rows = _rows(document, index)
    marks = _marks(document, rows, columns, columns.get("name", 0))
    if heading is None and not marks and not {"initials", "organisation"} & set(columns):
        return
    cells = [cell.of(document.text) for cell in row.cells]
    name_at = columns.get("name", 0)
    if name_at >= len(cells):
        return
    names = [_cell([cell.of(document.text) for cell in other.cells], columns, "name") for other in rows[1:]]
    read = read_reversed if are_reversed(names) else _read_one
    surname = _cell(cells, columns, "surname")
    for entry in read(f"{cells[name_at]} {surname}".strip()):
        start = row.cells[name_at].start
        placed = replace(entry, start=start + entry.start, end=start + entry.end)
        if surname:
            parts = (row.cells[name_at], row.cells[columns["surname"]])
            placed = replace(placed, start=min(part.start for part in parts), end=max(part.end for part in parts))
        placed = _fill(placed, cells, columns, _unheaded(document, head, columns) - {name_at, *marks})
        yield placed, _presence(cells, marks, heading, placed)


def _opens_with_name(cell: str) -> bool:
    return looks_like_name(re.split(r"[(\[,;]|\s[-–—]\s", cell)[0].strip())


def _read_one(text: str) -> list[Entry]:
    return parse_entry(text, several=False)


def _rows(document: Document, index: int) -> list[Block]:
    """All rows of the table, top first."""
    table, blocks = document.blocks[index].table, document.blocks
    first = last = index
    while first > 0 and _in_table(document, first - 1, table):
        first -= 1
    while last + 1 < len(blocks) and _in_table(document, last + 1, table):
        last += 1
    return [block for block in blocks[first : last + 1] if block.kind is BlockKind.ROW]


def _in_table(document: Document, index: int, table: int | None) -> bool:
    """Whether a block is a row of the table, or a list's label across the whole of it, between two rows."""
    block = document.blocks[index]
    if block.kind is BlockKind.ROW:
        return block.table == table
    around = document.blocks[max(0, index - 1) : index + 2]
    inside = len(around) == 3 and all(row.kind is BlockKind.ROW and row.table == table for row in around[::2])
    return inside and attendance_label(block.content.of(document.text)) is not None


def _marks(
    document: Document, rows: Sequence[Block], columns: dict[str, int], name_at: int
) -> dict[int, Attendance | None]:
    """Columns that only tick who was there, each with the kind that its head names; there may be no heads."""
    if "presence" in columns:
        return {columns["presence"]: None}
    body, heads = (rows[1:], rows[0].cells) if columns else (rows, ())
    marks: dict[int, Attendance | None] = {}
    for at in range(max((len(row.cells) for row in rows), default=0)):
        head = heads[at].of(document.text).strip(" *:").lower() if at < len(heads) else ""
        said = {row.cells[at].of(document.text).strip(" *").lower() for row in body if at < len(row.cells)}
        ticks = any(map(_ticks, said)) and all(not one or _is_presence(one) for one in said)
        if at != name_at and ticks and len(body) > 1 and (not head or _IS_MARK.search(head)):
            marks[at] = attendance_label(head)
    return marks


def _head_row(document: Document, index: int) -> Block:
    return _rows(document, index)[0]


def _columns(document: Document, head: Block) -> dict[str, int]:
    columns: dict[str, int] = {}
    for at, cell in enumerate(head.cells):
        words = cell.of(document.text).strip(" *:").lower()
        for column, names in _HEADS.items():
            if words in names:
                columns.setdefault(column, at)
    return columns


def _unheaded(document: Document, head: Block, columns: dict[str, int]) -> set[int]:
    """The columns of which no heading says what they hold, where only the names have one at most."""
    if set(columns) - {"name"}:
        return set()
    heads = [cell.of(document.text).strip() for cell in head.cells] if columns else []
    return {at for at in range(len(head.cells)) if at >= len(heads) or not heads[at]}


def _fill(entry: Entry, cells: Sequence[str], columns: dict[str, int], unheaded: Container[int]) -> Entry:
    given = _cell(cells, columns, "post")
    entry = replace(
        entry,
        organisation=_cell(cells, columns, "organisation") or entry.organisation,
        post=given or entry.post,
        chairs=entry.chairs or any(chairs_meeting(post) for post in (given, given.split(", ")[-1])),
    )
    written = _cell(cells, columns, "initials")
    entry = replace(entry, initials=(*entry.initials, written)) if written else entry
    return with_beside(entry, [cell for at, cell in enumerate(cells) if at in unheaded and cell])


def with_beside(entry: Entry, cells: Sequence[str]) -> Entry:
    """The person with what cells without a heading say beside the name: initials, a post, an organisation."""
    for cell in cells:
        if is_initials(cell) and fits_name(cell, entry.name):
            entry = replace(entry, initials=(*entry.initials, cell))
        elif cell[:1].isalpha() and len(cell.split()) <= _LONGEST_CELL:
            entry = continue_entry(entry, cell)
    return entry


def _cell(cells: Sequence[str], columns: dict[str, int], column: str) -> str:
    at = columns.get(column)
    return cells[at] if at is not None and at < len(cells) else ""


def _presence(
    cells: Sequence[str], marks: Mapping[int, Attendance | None], heading: Attendance | None, entry: Entry
) -> Attendance:
    said = {at: cells[at].strip(" *").lower() for at in marks if at < len(cells)}
    kinds = [kind for at, one in said.items() if (kind := _said(one, marks[at]))]
    if marks and not kinds:
        # A cell left empty beside ticked ones says that somebody was not there.
        kinds = [] if any(said.values()) else [Attendance.MENTIONED if _opposed(marks) else Attendance.ABSENT]
    kind = entry.standing or min(kinds, key=_BEST.index, default=heading or Attendance.PRESENT)
    if kind is Attendance.PRESENT and is_outsider(entry.post):
        return Attendance.IN_ATTENDANCE
    return Attendance.CHAIR if entry.chairs and kind is Attendance.PRESENT else kind


def _opposed(marks: Mapping[int, Attendance | None]) -> bool:
    """Whether one column ticks who came and another who did not: no tick in either leaves it open."""
    kinds = set(marks.values())
    return Attendance.PRESENT in kinds and bool(kinds & {Attendance.APOLOGIES, Attendance.ABSENT})


def _said(words: str, column: Attendance | None) -> Attendance | None:
    """What a cell says of somebody: a tick says what the head of its column says."""
    if words in _TICKS and column in (Attendance.APOLOGIES, Attendance.ABSENT):
        return column
    return _status(words) or attendance_label(words) or (_of_parts(words) if "," in words else None)


def _status(words: str) -> Attendance | None:
    """What a code or word for how somebody was there says, whatever note stands in brackets behind it."""
    if _AT_HOUR.fullmatch(words):
        return Attendance.PRESENT
    return _PRESENCE.get(words) or _PRESENCE.get(_NOTE.sub("", words))


def _of_parts(words: str) -> Attendance | None:
    """ "chair, online": somebody stands as the first that says more than in what way they came."""
    kinds = [kind for part in words.split(",") if (kind := _status(part.strip()) or attendance_label(part))]
    return min(kinds, key=_BEST.index, default=None)


def _ticks(words: str) -> bool:
    return any(_status(part.strip()) for part in words.split(","))


def _is_presence(words: str) -> bool:
    """Whether a cell says nothing but how somebody was there or what they did there ("chair, online", "minutes")."""
    parts = [part.strip() for part in words.split(",")]
    return all(_status(part) or attendance_label(part) or part in ROLE_LABELS for part in parts)
