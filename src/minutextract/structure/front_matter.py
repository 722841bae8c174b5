"""Who was there, in the keys that head a page ("directors: …", "secretary: …")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from minutextract.document import Block, BlockKind, Document
from minutextract.meeting import Attendance
from minutextract.people.names import is_given_name, looks_like_name
from minutextract.structure.brackets import take_brackets
from minutextract.structure.labels import ROLE_LABELS
from minutextract.structure.lines import Listed, is_chair
from minutextract.structure.roster import parse_entry

_LISTS = frozenset({"directors", "roll", "rollcall"})
# Offices whose holder takes part; what stands behind "notes" or "host" need be nobody.
_OFFICES = frozenset(ROLE_LABELS) - {"notes", "minutes", "host", "meeting host"}


def front_matter_label(cells: Sequence[str]) -> Attendance | None:
    """The kind of list that a key of the page's head opens, where that is no label elsewhere."""
    return Attendance.PRESENT if len(cells) == 2 and cells[0].lower() in _LISTS else None


def is_number(cells: Sequence[str]) -> bool:
    """Whether a row holds a key and a number ("attendance: 5"): it names nobody."""
    return len(cells) == 2 and cells[0][:1].isalpha() and " " not in cells[0].strip() and cells[1].strip().isdigit()


def read_officers(document: Document, taken: Set[int]) -> Iterator[Listed]:
    """Those whom a page's head names by office.

    Args:
        document: the minutes.
        taken: the blocks of the attendance lists.
    """
    for index, block in enumerate(_rows(document)):
        key, value = (cell.of(document.text) for cell in block.cells)
        role = key.strip().lower().replace("_", " ").replace("-", " ")
        if index in taken or role not in _OFFICES or is_chair(role):
            continue
        bare = take_brackets(value)[0].strip()
        if looks_like_name(bare) or is_given_name(bare):
            for entry in parse_entry(value, lone=True):
                start = block.cells[1].start
                placed = replace(entry, start=entry.start + start, end=entry.end + start, post=entry.post or role)
                yield Listed(placed, Attendance.PRESENT)


def _rows(document: Document) -> Iterator[Block]:
    """The rows of keys and values at the very top, if the text begins with such."""
    for block in document.blocks:
        if block.kind is not BlockKind.ROW or len(block.cells) != 2 or block.table != document.blocks[0].table:
            return
        yield block
