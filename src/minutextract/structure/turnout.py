"""What speaks against the attendance that was read: counts in the minutes, a list that only says who belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from minutextract.document import BlockKind, Document
from minutextract.meeting import Attendance, Person
from minutextract.people.names import fold_name
from minutextract.structure.attendance import AttendanceList
from minutextract.structure.doubts import BOTH_WAYS, COLUMNS, COUNT_ONLY, COUNTED, UNREAD
from minutextract.structure.labels import is_caption
from minutextract.structure.unread import unread_lines

_CAME = (Attendance.CHAIR, Attendance.PRESENT, Attendance.IN_ATTENDANCE)
_COUNTED = re.compile(
    r"\W*(?:total\W{1,3}(\d{1,3})|(\d{1,3})(?: people| persons| members)? (?:in )?total)\W*", re.IGNORECASE
)
# "5 people attending", "Present: 12 members": all that is said of who came.
_ALONE = re.compile(
    r"\W*(?:(?:attendance|attendees|present)\W+)?(\d{1,3}\+?)\s+(?:people|ppl|persons|members|attendees|residents|participants)"
    r"(?:\s+(?:were\s+|was\s+)?(?:attending|attended|present|in\s+attendance|came|joined|there))?\W*",
    re.IGNORECASE,
)
_HEAD = re.compile(r"\W*(?:attendance|attendees|present|participants)\W*", re.IGNORECASE)
_NUMBER = re.compile(
    r"\W*(?:about\s+|around\s+|approx\w*\W*|ca?\.\s+)?(\d{1,3}\+?)(?:\s+(?:people|ppl|persons|members))?\W*",
    re.IGNORECASE,
)
_ROW = re.compile(r"(?:attendance|attendees|present)\W+(\d{1,3})\W*", re.IGNORECASE)
# "Attendance: 16", on a line of its own; "Attendees 49" may be those of the 49th meeting.
_LINE = re.compile(r"\W*(?:attendance|attendees|present)\s*:\s*(\d{1,3})\W*", re.IGNORECASE)
# How far down a line of its own counts those who came to this meeting.
_TOP = 30


def attendance_doubts(document: Document, attendance: AttendanceList, people: Sequence[Person]) -> Iterator[str]:
    """What the reader of a summary needs to be told about who was there."""
    if attendance.inferred and attendance.people:
        yield "no attendance list was found: those under whose names something is told are taken to have been there"
    yield from _twice(attendance, people)
    if not attendance.inferred and len(people) == 1 and people[0].attendance is Attendance.CHAIR:
        yield "no attendance list was found: only who led the meeting is named"
    for line in unread_lines(document, attendance.people, attendance.blocks):
        yield f"{UNREAD}{line}"
    came = sum(person.attendance in _CAME for person in people)
    counts = dict.fromkeys(_counts(document, attendance))
    if came and len(counts) == 1 and (count := next(iter(counts))) != came:
        yield f"{COUNTED}{count} who were there, their lists name {came}"
    texts = (block.content.of(document.text) for block in document.blocks)
    if not attendance.people and (caption := next(filter(is_caption, texts), None)):
        yield f"{COLUMNS}{caption}"
    if not attendance.people and (alone := dict.fromkeys(_only_counts(document))) and len(alone) == 1:
        yield f"{COUNT_ONLY}{next(iter(alone))}"


def _twice(attendance: AttendanceList, people: Sequence[Person]) -> Iterator[str]:
    """Whom one list names among those present, and another beside it among those who were not there."""
    kinds: dict[tuple[str, int], set[bool]] = {}
    for one in attendance.people:
        if not one.roll and one.attendance is not Attendance.MENTIONED:
            kinds.setdefault((fold_name(one.entry.name), one.sitting), set()).add(one.attendance in _CAME)
    both = {name for (name, _), ways in kinds.items() if len(ways) == 2}
    names = [one.name for one in people if fold_name(one.name) in both and one.attendance in _CAME]
    # Half of all people: a table whose columns were read as lists, not slips of the minutes.
    if names and len(names) <= max(2, len(people) // 3):
        yield f"{BOTH_WAYS}{', '.join(names)}"


def _only_counts(document: Document) -> Iterator[str]:
    """How many came, in a line of its own or below a heading, where nobody is named."""
    texts = [block.content.of(document.text) for block in document.blocks]
    for above, text in pairwise(["", *texts]):
        if (found := _ALONE.fullmatch(text)) or (_HEAD.fullmatch(above) and (found := _NUMBER.fullmatch(text))):
            yield found[1]


def _counts(document: Document, attendance: AttendanceList) -> Iterator[int]:
    """How many came, where a line of the lists or of the page's head says only that."""
    for index, block in enumerate(document.blocks):
        text = block.span.of(document.text)
        counted = _COUNTED.fullmatch(text) if index in attendance.blocks else None
        pair = block.kind is BlockKind.ROW and len(block.cells) == 2
        stated = (_ROW.fullmatch(text) if pair else _LINE.fullmatch(text)) if index < _TOP else None
        if found := counted or stated:
            yield int(next(filter(None, found.groups())))
