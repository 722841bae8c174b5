"""Lines beside the apologies that list a group's members by name: "OC: Jo Roe, Al Poe" above "Apologies: …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutextract.document import BlockKind, Document
from minutextract.meeting import Attendance
from minutextract.people.names import looks_like_name
from minutextract.structure.brackets import split_list, take_brackets
from minutextract.structure.labels import attendance_label, is_group, split_attendance_label

_LINE = re.compile(r"([^:|]{2,40}?)\s*:\s+(?=\S)")
_ACRONYM = re.compile(r"[A-Z]{2,6}")
_AWAY = (Attendance.APOLOGIES, Attendance.ABSENT)
# How many lines may stand between the group's and the apologies.
_NEAR = 3


def group_line(document: Document, index: int) -> int | None:
    """Where the names of those present begin in a line "GROUP: names", or None if the block is no such line.

    The label is a word for a group ("Core team") or the initials of a body named further up; full names follow and
    nothing else; the apologies stand a few lines below, with no list of those present between.
    """
    block = document.blocks[index]
    text = block.content.of(document.text)
    found = _LINE.match(text) if block.kind is BlockKind.PARAGRAPH else None
    if not found:
        return None
    names = [take_brackets(part)[0] for _, part in split_list(text[found.end() :])]
    if len(names) < 2 or not all(map(looks_like_name, names)):
        return None
    kind = next(filter(None, map(_label, _below(document, index))), None)
    # Last what looks through all that stands above.
    if kind not in _AWAY or not (is_group(found[1]) or _is_body(document, index, found[1])):
        return None
    return found.end()


def _is_body(document: Document, index: int, label: str) -> bool:
    """Whether the capitals are the initials of words above ("OC" below "Orchard Council")."""
    if not _ACRONYM.fullmatch(label):
        return False
    words = re.compile(r"\b" + r"\w{1,30}\s".join(label) + r"\w")
    return any(words.search(block.content.of(document.text)) for block in document.blocks[:index])


def _below(document: Document, index: int) -> Iterator[str]:
    """The paragraphs that follow directly."""
    for block in document.blocks[index + 1 : index + 1 + _NEAR]:
        if block.kind is not BlockKind.PARAGRAPH:
            return
        yield block.content.of(document.text)


def _label(text: str) -> Attendance | None:
    found = split_attendance_label(text)
    return found[0] if found else attendance_label(text)
