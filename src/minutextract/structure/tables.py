"""Attendance in tables: a column for the name, others for initials, organisation, post and presence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutextract.document import Block, BlockKind, Document
from minutextract.meeting import Attendance
from minutextract.people.names import is_initials, looks_like_name
from minutextract.structure.labels import attendance_label
from minutextract.structure.roster import Entry, chairs_meeting, parse_entry

_HEADS = {
    "name": ("name", "names", "attendee", "attendees", "participant", "participants", "member", "members", "person",
             "full name", "present", "who", "representative", "delegate", "councillor", "trustee"),
    "initials": ("initials", "initial", "abbreviation", "abbr", "abbr."),
    "organisation": ("organisation", "organization", "affiliation", "company", "institute", "institution", "employer",
                     "representing", "org", "site", "team", "department", "school"),
    "post": ("role", "post", "position", "title", "job title", "office", "function"),
    "presence": ("present?", "attended", "attendance", "attending", "here", "status", "present (y/n)", "p/a"),
}  # fmt: skip
_PRESENCE = {
    **dict.fromkeys(
        ("p", "y", "yes", "x", "✓", "✔", "present", "in person", "remote", "online", "here"), Attendance.PRESENT
    ),
    **dict.fromkeys(("a", "n", "no", "absent", "-"), Attendance.ABSENT),
    **dict.fromkeys(("apologies", "apology", "regrets", "excused", "e", "apols"), Attendance.APOLOGIES),
}  # fmt: skip


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
    is_head = row is head and (columns or not looks_like_name(row.cells[0].of(document.text)))
    if is_head or ("name" not in columns and heading is None):
        return
    if heading is None and not {"initials", "organisation", "presence"} & set(columns):
        return
    cells = [cell.of(document.text) for cell in row.cells]
    name_at = columns.get("name", 0)
    if name_at >= len(cells):
        return
    for entry in parse_entry(cells[name_at], several=False):
        placed = replace(entry, start=row.cells[name_at].start + entry.start, end=row.cells[name_at].start + entry.end)
        placed = _fill(placed, cells, columns, name_at)
        yield placed, _presence(cells, columns, heading, chairs=placed.chairs)


def _head_row(document: Document, index: int) -> Block:
    row = document.blocks[index]
    while index > 0:
        above = document.blocks[index - 1]
        if above.kind is not BlockKind.ROW or above.table != row.table:
            break
        row, index = above, index - 1
    return row


def _columns(document: Document, head: Block) -> dict[str, int]:
    columns: dict[str, int] = {}
    for at, cell in enumerate(head.cells):
        words = cell.of(document.text).strip(" *:").lower()
        for column, names in _HEADS.items():
            if words in names:
                columns.setdefault(column, at)
    return columns


def _fill(entry: Entry, cells: Sequence[str], columns: dict[str, int], name_at: int) -> Entry:
    entry = replace(
        entry,
        organisation=_cell(cells, columns, "organisation") or entry.organisation,
        post=_cell(cells, columns, "post") or entry.post,
        chairs=entry.chairs or chairs_meeting(_cell(cells, columns, "post")),
    )
    written = _cell(cells, columns, "initials")
    if not columns:
        written = next((cell for n, cell in enumerate(cells) if n != name_at and is_initials(cell)), "")
    return replace(entry, initials=(*entry.initials, written)) if written else entry


def _cell(cells: Sequence[str], columns: dict[str, int], column: str) -> str:
    at = columns.get(column)
    return cells[at] if at is not None and at < len(cells) else ""


def _presence(cells: Sequence[str], columns: dict[str, int], heading: Attendance | None, *, chairs: bool) -> Attendance:
    said = _cell(cells, columns, "presence").strip().lower()
    kind = _PRESENCE.get(said) or attendance_label(said) or heading or Attendance.PRESENT
    return Attendance.CHAIR if chairs and kind is Attendance.PRESENT else kind
