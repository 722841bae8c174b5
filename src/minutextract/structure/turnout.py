"""What speaks against the attendance that was read: counts in the minutes, a list that only says who belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutextract.document import BlockKind, Document
from minutextract.meeting import Attendance, Person
from minutextract.structure.attendance import AttendanceList

_CAME = (Attendance.CHAIR, Attendance.PRESENT, Attendance.IN_ATTENDANCE)
_COUNTED = re.compile(
    r"\W*(?:total\W{1,3}(\d{1,3})|(\d{1,3})(?: people| persons| members)? (?:in )?total)\W*", re.IGNORECASE
)
_ROW = re.compile(r"(?:attendance|attendees|present)\W+(\d{1,3})\W*", re.IGNORECASE)


def attendance_doubts(document: Document, attendance: AttendanceList, people: Sequence[Person]) -> Iterator[str]:
    """What the reader of a summary needs to be told about who was there."""
    if attendance.inferred and attendance.people:
        yield "no attendance list was found: those under whose names something is told are taken to have been there"
    came = sum(person.attendance in _CAME for person in people)
    counts = dict.fromkeys(_counts(document, attendance))
    if came and len(counts) == 1 and (count := next(iter(counts))) != came:
        yield f"the minutes count {count} who were there, their lists name {came}"


def _counts(document: Document, attendance: AttendanceList) -> Iterator[int]:
    """How many came, where a line of the lists or of the page's head says only that."""
    for index, block in enumerate(document.blocks):
        text = block.span.of(document.text)
        counted = _COUNTED.fullmatch(text) if index in attendance.blocks else None
        row = _ROW.fullmatch(text) if block.kind is BlockKind.ROW and len(block.cells) == 2 else None
        if found := counted or row:
            yield int(next(filter(None, found.groups())))
