"""Who was there, where no list says so but reports stand under the names of those who gave them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from minutextract.document import Block, BlockKind, Document
from minutextract.meeting import Attendance
from minutextract.people.names import is_given_name, looks_like_name
from minutextract.structure.lines import Listed
from minutextract.structure.roster import parse_entry

_FEWEST = 3
# Under these, names say who is to do something, there or not.
_TASKS = re.compile(r"\b(?:actions?|tasks?|to-?dos?|next steps|assignments?|nominations?|candidates?)\b", re.IGNORECASE)
_LONGEST_TITLE = 6


def roundtable(document: Document) -> tuple[Listed, ...]:
    """Those named in at least three lines of one kind that hold a name only and have list items below."""
    people: dict[tuple[BlockKind, int], dict[str, Listed]] = {}
    title = ""
    for block, below in zip(document.blocks, document.blocks[1:], strict=False):
        text = block.content.of(document.text).strip(" :*")
        if block.kind is BlockKind.ROW or not _is_name(text):
            is_title = block.kind is not BlockKind.ITEM and len(text.split()) <= _LONGEST_TITLE
            title = text if is_title else title
        elif _is_above(block, below) and not _TASKS.search(title):
            for one in _listed(document, block):
                people.setdefault((block.kind, block.level), {}).setdefault(one.entry.name, one)
    found = max(people.values(), key=len, default={})
    return tuple(found.values()) if len(found) >= _FEWEST else ()


def _is_name(text: str) -> bool:
    words = text.split()
    known = bool(words) and is_given_name(words[0])
    return known and (len(words) == 1 or (len(words) == 2 and looks_like_name(text)))


def _is_above(block: Block, below: Block) -> bool:
    """Whether what stands below a line is told under it."""
    return below.kind is BlockKind.ITEM and (block.kind is not BlockKind.ITEM or below.level > block.level)


def _listed(document: Document, block: Block) -> Iterator[Listed]:
    start = block.content.start
    for entry in parse_entry(block.content.of(document.text).rstrip(" :"), one=True):
        yield Listed(replace(entry, start=entry.start + start, end=entry.end + start), Attendance.PRESENT)
