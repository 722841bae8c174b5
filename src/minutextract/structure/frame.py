"""Document to Meeting: header, people, units and agenda put together."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from minutextract.document import Block, BlockKind, Document, Span
from minutextract.meeting import Attendance, Meeting, Person, Unit
from minutextract.people.definitions import Definition, Kind, find_definitions
from minutextract.people.names import fold_name
from minutextract.structure.agenda import is_owner_line, item_heads, read_items, tells_end
from minutextract.structure.attendance import AttendanceList, read_attendance
from minutextract.structure.chair import chair_by_text
from minutextract.structure.header import read_header
from minutextract.structure.people import people_of
from minutextract.structure.turnout import attendance_doubts

_END = re.compile(r"\W*end\s+of\s+(?:the\s+)?minutes\W*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Frame:
    """A meeting, the blocks of its body, and capitals that the text defines as things.

    `body` holds the indices of the blocks that report what happened: no header, attendance list, heading or owner line;
    `lists` those of the attendance lists.
    """

    meeting: Meeting
    body: tuple[int, ...]
    lists: frozenset[int]
    not_people: frozenset[str]
    day_first: bool | None
    warnings: tuple[str, ...] = ()


def read_frame(document: Document, day: date | None = None, roster: Span | None = None) -> Frame:
    """Read everything about the meeting that is not a finding.

    Args:
        document: the minutes.
        day: the date of the meeting, where that is known beforehand.
        roster: what only says who belongs to the body, not who was there.
    """
    attendance = read_attendance(document)
    first = min(attendance.blocks, default=len(document.blocks))
    header = read_header(document, first)
    definitions = find_definitions(document)
    listed = [_belonging(person, roster) for person in people_of(attendance.people)]
    people = chair_by_text(document, _with_defined(listed, definitions, document, attendance))
    top = _header_blocks(document, first)
    items = read_items(document, attendance.blocks | top)
    heads = frozenset(item_heads(document, attendance.blocks | top))
    meeting = Meeting(
        body=header.body, title=header.title, date=day or header.date, start=header.start, end=header.end,
        place=header.place, next_meeting=header.next_meeting, status=header.status,
        people=people, units=_units(definitions, people), items=items,
    )  # fmt: skip
    body = tuple(
        index
        for index, block in enumerate(document.blocks[: _end_of_minutes(document)])
        if index not in attendance.blocks
        and index not in top
        and (index not in heads or (block.kind is BlockKind.ITEM and tells_end(block.content.of(document.text))))
        and _reports(document, block)
    )
    warnings = (*(() if day else header.warnings), *attendance_doubts(document, attendance, people))
    return Frame(meeting, body, attendance.blocks, _not_people(definitions), header.day_first, warnings)


def _belonging(person: Person, roster: Span | None) -> Person:
    """Somebody whom only the list of those who belong to the body names: whether they were there is not said."""
    only = roster is not None and person.span is not None and person.span.within(roster)
    return replace(person, attendance=Attendance.MENTIONED) if only else person


def _header_blocks(document: Document, first_listed: int) -> frozenset[int]:
    """The title and the lines above the attendance list, if that stands near the top."""
    if first_listed >= len(document.blocks) or first_listed > 14:
        return frozenset()
    return frozenset(
        index for index in range(first_listed) if len(document.blocks[index].content.of(document.text).split()) <= 40
    )


def _end_of_minutes(document: Document) -> int:
    """The index of the line behind which only what is appended to the minutes stands."""
    lines = (block.content.of(document.text) for block in document.blocks)
    ends = [at for at, line in enumerate(lines) if _END.fullmatch(line)]
    return ends[0] if len(ends) == 1 else len(document.blocks)


def _reports(document: Document, block: Block) -> bool:
    text = block.content.of(document.text)
    return bool(text) and not is_owner_line(text) and block.kind is not BlockKind.HEADING


def _with_defined(
    people: list[Person], definitions: list[Definition], document: Document, attendance: AttendanceList
) -> list[Person]:
    """Add people whom only the text introduces ("… from Jane Roe (JR)"), and initials it gives to listed ones."""
    taken = [document.blocks[index].span for index in attendance.blocks]
    for found in definitions:
        if found.kind is not Kind.PERSON or any(found.span.within(span) for span in taken):
            continue
        at = next((n for n, person in enumerate(people) if fold_name(person.name) == fold_name(found.name)), None)
        if at is None:
            people.append(
                Person(f"p{len(people) + 1}", found.name, found.span, Attendance.MENTIONED, initials=(found.initials,))
            )
        elif found.initials not in people[at].initials:
            people[at] = replace(people[at], initials=(*people[at].initials, found.initials))
    return people


def _units(definitions: list[Definition], people: tuple[Person, ...]) -> tuple[Unit, ...]:
    taken = {initials for person in people for initials in person.initials}
    units: dict[str, Unit] = {}
    for found in definitions:
        if found.kind is Kind.UNIT and found.initials not in taken:
            units.setdefault(found.initials, Unit(f"u{len(units) + 1}", found.name, found.span, (found.initials,)))
    return tuple(units.values())


def _not_people(definitions: list[Definition]) -> frozenset[str]:
    return frozenset(found.initials for found in definitions if found.kind is Kind.ABBREVIATION)
