"""The attendance lists of a document: which blocks they stand in, and who is in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from minutextract.document import BlockKind, Document
from minutextract.meeting import Attendance
from minutextract.people.names import is_given_name, looks_like_name
from minutextract.structure.asides import read_asides
from minutextract.structure.brackets import split_list, take_brackets
from minutextract.structure.front_matter import read_officers
from minutextract.structure.labels import ROLE_LABELS
from minutextract.structure.lines import Listed, people_in, standing
from minutextract.structure.lists import Walk
from minutextract.structure.roster import parse_entry
from minutextract.structure.roundtable import roundtable

# How far down a line may name who leads a meeting that has no attendance list.
_TOP = 12
# How far down a bare line of names stands right below the title, and how many it holds at least.
_FIRST_LINES = 4
_FEWEST = 3
# How far down facts of the meeting stand, and how long a sentence is that tells them.
_FACTS = 10
_LONGEST = 25
_MET = re.compile(r"\b(?:was\s+held|met\s+(?:on|at)|took\s+place)\b", re.IGNORECASE)
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
    if not walk.people and (named := _below_title(document) or _below_facts(document)):
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


def _below_facts(document: Document) -> AttendanceList | None:
    """Those whom lines name one by one right below the time keeper's row or the sentence that says when they met."""
    for index, block in enumerate(document.blocks[:_FACTS]):
        text = block.content.of(document.text)
        cells = [cell.of(document.text).lower().strip(" :") for cell in block.cells]
        told = block.kind is BlockKind.PARAGRAPH and len(text.split()) <= _LONGEST and _MET.search(text)
        if not (told or (len(cells) == 2 and cells[0] in ROLE_LABELS)):
            continue
        run = list(takewhile(lambda at: _is_one_name(document, at), range(index + 1, len(document.blocks))))
        # A line of the kind that names nobody may hold a name too odd to be told: better no list than part of one.
        whole = run and document.blocks[run[-1]].kind not in {one.kind for one in document.blocks[run[-1] + 1 :][:1]}
        if len(run) >= _FEWEST and whole:
            return AttendanceList(tuple(one for at in run for one in _alone(document, at)), frozenset(run))
    return None


def _is_one_name(document: Document, index: int) -> bool:
    block = document.blocks[index]
    name = take_brackets(block.content.of(document.text))[0].strip(" .,")
    return block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM) and " " in name and looks_like_name(name)


def _alone(document: Document, index: int) -> Iterator[Listed]:
    start = document.blocks[index].content.start
    for entry in parse_entry(document.blocks[index].content.of(document.text), one=True):
        placed = replace(entry, start=entry.start + start, end=entry.end + start)
        yield Listed(placed, standing(placed, Attendance.PRESENT))


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
