"""The attendance lists of a document: which blocks they stand in, and who is in them."""

from __future__ import annotations

from dataclasses import dataclass

from minutextract.document import Document
from minutextract.structure.asides import read_asides
from minutextract.structure.front_matter import read_officers
from minutextract.structure.lines import Listed
from minutextract.structure.lists import Walk
from minutextract.structure.roundtable import roundtable


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
    return AttendanceList(tuple(walk.people or roundtable(document)), frozenset(walk.taken), not walk.people)
