"""Document to Meeting: header, people, units and agenda put together."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from minutextract.document import Block, BlockKind, Document, Span
from minutextract.meeting import Attendance, Meeting, Person, Unit
from minutextract.people.definitions import Definition, Kind, find_definitions
from minutextract.people.names import fold_name, split_titles
from minutextract.structure.agenda import is_item_head, is_owner_line, read_items
from minutextract.structure.attendance import AttendanceList, read_attendance
from minutextract.structure.header import read_header
from minutextract.structure.labels import ROLE_LABELS
from minutextract.structure.lines import Listed
from minutextract.structure.posts import chairs_meeting

_CHAIRED = re.compile(
    r"\b(?:chaired\s+by|in\s+the\s+chair\s*[:,]?|presided\s+over\s+by)\s+(?:the\s+\w+,?\s+)?"
    r"((?:[A-Z][\w’'.\-]*[ ]?){1,5})"
    r"|((?:[A-Z][\w’'.\-]*[ ]){1,5})(?:\([A-Za-z]{2,4}\)\s+)?(?:chaired\s+the\s+meeting|was\s+in\s+the\s+chair|"
    r"took\s+the\s+chair|acting\s+as\s+[Cc]hair|in\s+the\s+chair|presided|\(in\s+the\s+chair\))"
)
_ORDER = (Attendance.CHAIR, Attendance.PRESENT, Attendance.IN_ATTENDANCE, Attendance.APOLOGIES, Attendance.ABSENT)


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


def read_frame(document: Document, day: date | None = None) -> Frame:
    """Read everything about the meeting that is not a finding; `day` is its date where that is known beforehand."""
    attendance = read_attendance(document)
    first = min(attendance.blocks, default=len(document.blocks))
    header = read_header(document, first)
    definitions = find_definitions(document)
    people = _chair_by_text(document, _with_defined(_people(attendance), definitions, document, attendance))
    top = _header_blocks(document, first)
    items = read_items(document, attendance.blocks | top)
    meeting = Meeting(
        body=header.body, title=header.title, date=day or header.date, start=header.start, end=header.end,
        place=header.place, next_meeting=header.next_meeting, status=header.status,
        people=people, units=_units(definitions, people), items=items,
    )  # fmt: skip
    body = tuple(
        index
        for index, block in enumerate(document.blocks)
        if index not in attendance.blocks and index not in top and _reports(document, block)
    )
    return Frame(
        meeting, body, attendance.blocks, _not_people(definitions), header.day_first, () if day else header.warnings
    )


def _header_blocks(document: Document, first_listed: int) -> frozenset[int]:
    """The title and the lines above the attendance list, if that stands near the top."""
    if first_listed >= len(document.blocks) or first_listed > 14:
        return frozenset()
    return frozenset(
        index for index in range(first_listed) if len(document.blocks[index].content.of(document.text).split()) <= 40
    )


def _reports(document: Document, block: Block) -> bool:
    text = block.content.of(document.text)
    return (
        bool(text)
        and not is_owner_line(text)
        and not (block.kind is BlockKind.HEADING or is_item_head(document, block))
    )


def _people(attendance: AttendanceList) -> list[Person]:
    people: dict[str, Person] = {}
    for listed in attendance.people:
        key = _known_as(listed, people) or fold_name(listed.entry.name)
        people[key] = _merge(people[key], listed) if key in people else _person(listed, len(people) + 1)
    return list(people.values())


def _known_as(listed: Listed, people: Mapping[str, Person]) -> str | None:
    """The one person listed before whose first name an office's label repeats ("Secretary: Jo" for Jo Roe)."""
    entry = listed.entry
    office = listed.attendance is Attendance.CHAIR or (entry.post or "").lower() in ROLE_LABELS
    if len(entry.name.split()) > 1 or not office:
        return None
    fitting = [name for name in people if fold_name(entry.name) in (name.split()[0], name.split()[-1])]
    return fitting[0] if len(fitting) == 1 else None


def _person(listed: Listed, number: int) -> Person:
    entry = listed.entry
    return Person(
        f"p{number}", entry.name, Span(entry.start, entry.end), listed.attendance, entry.honorifics,
        tuple(dict.fromkeys(entry.initials)), entry.post, entry.organisation, entry.deputising_for,
    )  # fmt: skip


def _merge(person: Person, listed: Listed) -> Person:
    """Somebody listed twice: what the first entry leaves out comes from the second; the chair stays the chair."""
    entry = listed.entry
    return replace(
        person,
        attendance=min(person.attendance, listed.attendance, key=_ORDER.index),
        initials=tuple(dict.fromkeys((*person.initials, *entry.initials))),
        post=person.post or entry.post,
        organisation=person.organisation or entry.organisation,
        deputising_for=person.deputising_for or entry.deputising_for,
    )


def _with_defined(
    people: list[Person], definitions: list[Definition], document: Document, attendance: AttendanceList
) -> list[Person]:
    """Add people whom only the text introduces ("… from Jane Roe (JR)"), and initials it gives to listed ones."""
    taken = [document.blocks[index].span for index in attendance.blocks]
    people = _present_if_no_other_list(people)
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


def _present_if_no_other_list(people: list[Person]) -> list[Person]:
    """Where "In attendance" is the only list, it lists those present."""
    if any(person.attendance in (Attendance.CHAIR, Attendance.PRESENT) for person in people):
        return people
    return [
        replace(person, attendance=Attendance.CHAIR if chairs_meeting(person.post or "") else Attendance.PRESENT)
        if person.attendance is Attendance.IN_ATTENDANCE
        else person
        for person in people
    ]


def _chair_by_text(document: Document, people: list[Person]) -> tuple[Person, ...]:
    if any(person.attendance is Attendance.CHAIR for person in people):
        return tuple(people)
    found = _CHAIRED.search(document.text, document.extent.start, document.extent.end)
    if not found:
        return tuple(people)
    words = (found[1] or found[2]).strip(" .")
    name = fold_name(split_titles(words).full)
    fitting = [
        person
        for person in people
        if words.split()[0].strip(".") in person.initials or fold_name(person.name) == name
        or fold_name(person.name).split()[-1] == name or fold_name(person.name).split()[0] == name
    ]  # fmt: skip
    if len(fitting) != 1 or fitting[0].attendance not in (Attendance.PRESENT, Attendance.MENTIONED):
        return tuple(people)
    chair = replace(fitting[0], attendance=Attendance.CHAIR)
    return tuple(chair if person is fitting[0] else person for person in people)


def _units(definitions: list[Definition], people: tuple[Person, ...]) -> tuple[Unit, ...]:
    taken = {initials for person in people for initials in person.initials}
    units: dict[str, Unit] = {}
    for found in definitions:
        if found.kind is Kind.UNIT and found.initials not in taken:
            units.setdefault(found.initials, Unit(f"u{len(units) + 1}", found.name, found.span, (found.initials,)))
    return tuple(units.values())


def _not_people(definitions: list[Definition]) -> frozenset[str]:
    return frozenset(found.initials for found in definitions if found.kind is Kind.ABBREVIATION)
