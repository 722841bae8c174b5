"""The attendance lists of a document: which blocks they stand in, and who is in them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from minutextract.document import BlockKind, Document
from minutextract.meeting import Attendance
from minutextract.people.names import is_given_name, looks_like_name
from minutextract.structure.asides import read_asides
from minutextract.structure.brackets import split_list, take_brackets
from minutextract.structure.front_matter import read_officers
from minutextract.structure.lines import Listed, people_in
from minutextract.structure.lists import Walk
from minutextract.structure.roundtable import roundtable

# How far down a line may name who leads a meeting that has no attendance list.
_TOP = 12
# How far down a bare line of names stands right below the title, and how many it holds at least.
_FIRST_LINES = 4
_FEWEST = 3
_LED_BY = re.compile(r"(?:facilitator|moderator|meeting\s+lead(?:er)?)\s*[:|]\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AttendanceList:
    """Everybody listed, in order, and the indices of the blocks that the lists take up.

    `inferred` says that there is no list, and that those under whose names something is told were taken to be there.
    """

    people: tuple[Listed, ...]
    blocks: frozenset[int]
    inferred: bool = False


def read_attendance(document: Document) -> AttendanceList:
    """Find the attendance lists wherever they stand: under headings, inline after a label, in tables."""
    walk = Walk(document)
    for index in range(len(document.blocks)):
        walk.step(index)
    walk.finish()
    walk.people += list(read_asides(document, walk.taken, walk.people))
    if walk.people:
        walk.people += list(read_officers(document, walk.taken))
    if not walk.people and (named := _below_title(document)):
        return named
    if not walk.people and (inferred := roundtable(document)):
        return AttendanceList(tuple(inferred), frozenset(walk.taken), inferred=True)
    people = tuple(walk.people) or led_by(document)
    return AttendanceList(people, frozenset(walk.taken), inferred=not people)


def _below_title(document: Document) -> AttendanceList | None:
    """Those whom the first line below the title names, which says nothing but full names."""
    titled = False
    for index, (above, block) in enumerate(pairwise(document.blocks[:_FIRST_LINES]), start=1):
        # A word such as "Draft" may stand between.
        titled = above.kind is BlockKind.HEADING or (titled and " " not in above.content.of(document.text))
        if not titled or block.kind is not BlockKind.PARAGRAPH:
            continue
        text = block.content.of(document.text)
        names = [take_brackets(part)[0].strip(" .") for _, part in split_list(text)]
        given = sum(is_given_name(name.split()[0]) for name in names if name)
        if len(names) < _FEWEST or not all(map(looks_like_name, names)) or 2 * given < len(names):
            continue
        start = block.content.start
        people = (
            replace(one, entry=replace(one.entry, start=one.entry.start + start, end=one.entry.end + start))
            for one in people_in(text, Attendance.PRESENT, several=True)
        )
        return AttendanceList(tuple(people), frozenset({index}))
    return None


def led_by(document: Document) -> tuple[Listed, ...]:
    """Who leads the meeting, where one line at the top says it and names one person ("Facilitator: Jo")."""
    for block in document.blocks[:_TOP]:
        text = block.content.of(document.text)
        label = _LED_BY.match(text)
        found = list(people_in(text[label.end() :], Attendance.CHAIR, several=True, lone=True)) if label else []
        if label and len(found) == 1:
            start, entry = block.content.start + label.end(), found[0].entry
            entry = replace(entry, start=entry.start + start, end=entry.end + start, post=entry.post or "Facilitator")
            return (Listed(entry, Attendance.CHAIR),)
    return ()
