"""The attendance lists of a document: which blocks they stand in, and who is in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from minutextract.document import Block, BlockKind, Document
from minutextract.meeting import Attendance
from minutextract.people.vocabulary import GROUP_WORDS
from minutextract.structure.brackets import take_brackets
from minutextract.structure.labels import ROLE_LABELS, attendance_label, split_attendance_label
from minutextract.structure.roster import Entry, parse_entry
from minutextract.structure.tables import table_entries

_ROLES = re.compile(
    r"(?:^|[,;:.]?\s+|[,;])("
    + "|".join(re.escape(role) for role in sorted(ROLE_LABELS, key=len, reverse=True))
    + r")\s*[:–]\s*",
    re.IGNORECASE,
)
# Words that a list of names does not hold: the line is a sentence.
_PROSE = re.compile(
    r"\b(?:was|were|is|are|has|have|had|will|would|should|reported|noted|agreed|asked|thanked|welcomed|opened|gave|"
    r"discussed|explained|resolved|received|that|because|action|which|approved|minutes of|can|could|to be)\b"
)
_MISSES = 2


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody in an attendance list, offsets into the document's text."""

    entry: Entry
    attendance: Attendance


@dataclass(frozen=True, slots=True)
class AttendanceList:
    """Everybody listed, in order, and the indices of the blocks that the lists take up."""

    people: tuple[Listed, ...]
    blocks: frozenset[int]


def read_attendance(document: Document) -> AttendanceList:
    """Find the attendance lists wherever they stand: under headings, inline after a label, in tables."""
    walk = _Walk(document)
    for index in range(len(document.blocks)):
        walk.step(index)
    return AttendanceList(tuple(walk.people), frozenset(walk.taken))


class _Walk:
    """Goes through the blocks and keeps which list is open."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._open: Attendance | None = None
        self._numbered: bool | None = None
        self._misses = 0
        self._lines = 0
        self.people: list[Listed] = []
        self.taken: set[int] = set()

    def step(self, index: int) -> None:
        block = self._document.blocks[index]
        if block.kind is BlockKind.ROW:
            self._row(index, block)
            return
        if index in self.taken:
            return
        text = block.content.of(self._document.text)
        if kind := attendance_label(text):
            self._begin(kind, index)
        elif inline := self._inline_label(text, block):
            self._begin(inline[0], index)
            last = self._extent(index, text)
            self.taken |= set(range(index, last + 1))
            text = self._document.text[block.content.start : self._document.blocks[last].span.end]
            rest = _first_sentence(text[inline[1] :])
            self._add(list(_people_in(rest, inline[0], several=True, lone=True)), block.content.start + inline[1])
            self._numbered = False
        elif self._open is not None:
            self._continue(index, block, text)

    def _extent(self, index: int, text: str) -> int:
        """The last block of a list that lines break: each goes on from one that ends within a list."""
        last = index
        for block in self._document.blocks[index + 1 : index + 8]:
            below = block.span.of(self._document.text)
            within = text.rstrip().endswith((",", ";", " and", "&")) or ("," in text and "," in below)
            open_end = within and not text.rstrip().endswith(".")
            if block.kind is not BlockKind.PARAGRAPH or not open_end or _PROSE.search(take_brackets(below)[0]):
                break
            if attendance_label(below) or split_attendance_label(below) or ":" in below:
                break
            text, last = below, last + 1
        return last

    def _inline_label(self, text: str, block: Block) -> tuple[Attendance, int] | None:
        found = split_attendance_label(text)
        if found is None or (
            block.kind is BlockKind.ITEM and self._open is not None and not self._is_list(text, found)
        ):
            return None
        return found if self._is_list(text, found) else None

    @staticmethod
    def _is_list(text: str, found: tuple[Attendance, int]) -> bool:
        rest = _first_sentence(text[found[1] :])
        return not _PROSE.search(take_brackets(rest)[0]) and any(
            True for _ in _people_in(rest, found[0], several=True, lone=True)
        )

    def _begin(self, kind: Attendance, index: int) -> None:
        self._open, self._numbered, self._misses, self._lines = kind, None, 0, 0
        self.taken.add(index)

    def _continue(self, index: int, block: Block, text: str) -> None:
        assert self._open is not None
        numbered = block.number is not None
        titled = block.bold and block.kind is BlockKind.PARAGRAPH and self._numbered is False and "," not in text
        if (
            titled
            or block.kind is BlockKind.HEADING
            or _PROSE.search(take_brackets(text)[0])
            or (numbered and self._numbered is False)
        ):
            self._open = None
            return
        # Where one name stands on each line, a lone word is a name too.
        several = block.kind is BlockKind.PARAGRAPH and (self._lines < 2 or "," in text)
        found = list(_people_in(text, self._open, several=several)) or _after_group_label(text, self._open)
        if not found:
            self._misses += 1
            if self._misses >= _MISSES or (several and len(text.split()) > 8):
                self._open = None
            elif not several:
                self.taken.add(index)
            return
        self._misses = 0
        self._lines += len(found) == 1
        self._numbered = numbered if self._numbered is None else self._numbered
        self.taken.add(index)
        self._add(found, block.content.start)

    def _row(self, index: int, block: Block) -> None:
        text = self._document.text
        cells = [cell.of(text) for cell in block.cells]
        if cells and (kind := attendance_label(cells[0])):
            self._begin(kind, index)
            self._open = kind if not any(cells[1:]) else None
            for cell, words in zip(block.cells[1:], cells[1:], strict=True):
                self._add(list(_people_in(words, kind, several=True)), cell.start)
            return
        found = list(table_entries(self._document, index, self._open))
        if found:
            self.taken.add(index)
            self.people += [Listed(entry, kind) for entry, kind in found]

    def _add(self, found: Sequence[Listed], offset: int) -> None:
        for one in found:
            entry = replace(one.entry, start=one.entry.start + offset, end=one.entry.end + offset)
            self.people.append(Listed(entry, one.attendance))


def _first_sentence(text: str) -> str:
    cut = re.search(r"(?<=[a-z)\]]{2})\.\s+(?=[A-Z])", text)
    return text[: cut.start()] if cut else text


def _people_in(text: str, kind: Attendance, *, several: bool, lone: bool = False) -> Iterator[Listed]:
    """People of one line, told apart by the offices that label them ("Chair: … Secretary: …")."""
    roles = list(_ROLES.finditer(text))
    starts = [(0, None), *((match.end(), match[1]) for match in roles)]
    ends = [*(match.start() for match in roles), len(text)]
    for (start, role), end in zip(starts, ends, strict=True):
        for number, entry in enumerate(
            parse_entry(text[start:end], several=several or bool(roles), lone=lone or role is not None)
        ):
            placed = replace(entry, start=entry.start + start, end=entry.end + start)
            if role and number == 0:
                placed = replace(placed, post=placed.post or role, chairs=attendance_label(role) is Attendance.CHAIR)
            yield Listed(placed, _standing(placed, kind))


def _after_group_label(text: str, kind: Attendance) -> list[Listed]:
    """ "Council members: Jo Roe, Al Poe": a label of its own kind inside a list."""
    label, colon, rest = text.partition(":")
    if not colon or len(label.split()) > 4 or not GROUP_WORDS & set(label.lower().split()):
        return []
    start = len(text) - len(rest)
    return [
        replace(one, entry=replace(one.entry, start=one.entry.start + start, end=one.entry.end + start))
        for one in _people_in(rest, kind, several=True)
    ]


def _standing(entry: Entry, kind: Attendance) -> Attendance:
    return Attendance.CHAIR if entry.chairs and kind is Attendance.PRESENT else kind
