"""The walk through a document that finds its attendance lists: headings, labels, the names below, tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from minutextract.document import Block, BlockKind, Document
from minutextract.meeting import Attendance
from minutextract.structure.brackets import take_brackets
from minutextract.structure.columns import list_heads, people_of_cells, read_lists
from minutextract.structure.front_matter import front_matter_label, is_number
from minutextract.structure.group_lines import group_line, names_group
from minutextract.structure.hanging import PROSE, list_extent, listed_words, one_a_line
from minutextract.structure.labels import (
    SURE_LABEL,
    attendance_label,
    is_group,
    label_at_end,
    split_attendance_label,
)
from minutextract.structure.letterhead import is_letterhead
from minutextract.structure.lines import (
    Listed,
    alone,
    as_absent,
    came_late,
    open_at_end,
    people_in,
    segments,
    standing,
    took_part,
)
from minutextract.structure.roster import read_reversed
from minutextract.structure.runs import Shape, parted, run_shape, ticked
from minutextract.structure.tables import table_entries
from minutextract.structure.unread import read_again

_MISSES = 2
# How many came, between a label and the names: "At peak: 40", "12 people".
_COUNT = re.compile(
    r"(?:[A-Za-z]+ ){0,3}[A-Za-z]*\W{0,3}\d{1,4}(?: (?:people|members|persons|attendees|present))?\W{0,4}"
)
# What ends a list without being a heading.
_OTHER_PART = re.compile(
    r"\W*(?:agenda|minutes|notes|discussion|actions?|action items|topics?|summary|resources|links|quorum|"
    r"status|agenda items?|(?:names?\s+)?legend)\W*$",
    re.IGNORECASE,
)
# How far down a chair may be named outside a list.
_TOP = 25
_LONGEST_GROUP = 7
# How many blocks may lie between an attendance list and a label that alone does not make one.
_NEAR = 3


class Walk:
    """Goes through the blocks and keeps which list is open.

    Attributes:
        people: everybody listed so far.
        taken: the indices of the blocks that the lists take up.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._open: Attendance | None = None
        self._numbered: bool | None = None
        self._misses = 0
        self._lines = 0
        self._sitting, self._roll = 0, False
        # How deep the label of the open list stands, and whether the names stand deeper.
        self._level, self._nested = 0, False
        # Whether the names stand on the label's own line, and whether labels of groups stand below it.
        self._inlined = self._grouped = False
        # Lines with nothing but such a label, between others that give the names on the same line.
        self._groups: set[int] = set()
        # Whether the names are bold, as titles elsewhere are.
        self._bold = False
        self._labels: list[tuple[int, int]] = []
        self._rows: tuple[int | None, Attendance] = (None, Attendance.PRESENT)
        self._columns: tuple[int | None, list[Attendance | None]] = (None, [])
        self.people: list[Listed] = []
        self.taken: set[int] = set()

    def step(self, index: int) -> None:
        """Read the next block."""
        block = self._document.blocks[index]
        if block.kind is BlockKind.ROW:
            self._row(index, block)
            return
        if index in self.taken:
            return
        text = block.content.of(self._document.text)
        if self._is_stray(index, text):
            return
        if not self.people and is_letterhead(self._document, index):
            self._officers(block, text)
            return
        if self._heads_group(index, block, text):
            self._grouped = True
            self.taken.add(index)
        elif kind := attendance_label(text) or label_at_end(text):
            self._begin(kind, index)
        elif inline := self._inline_label(text, block, index):
            self._inline(index, block, text, inline)
        elif (names := group_line(self._document, index)) is not None:
            self._inline(index, block, text, (Attendance.PRESENT, names))
            self._roll = False
        elif self._open is not None:
            self._continue(index, block, text)

    def _heads_group(self, index: int, block: Block, text: str) -> bool:
        """Whether a heading below the list's own names some of those who came ("Attendance", "Committee")."""
        heading = self._open is Attendance.PRESENT and block.kind is BlockKind.HEADING and not self._inlined
        below = heading and (self._grouped or index == self._labels[-1][0] + 1)
        return below and is_group(text) and attendance_label(text) in (None, Attendance.PRESENT)

    def _is_stray(self, index: int, text: str) -> bool:
        """Whether a word such as "Officers" or "Chair" stands in the body, far below the list, and heads none."""
        if not self.people or self._open is not None or index <= max(self.taken, default=index) + _NEAR:
            return False
        found = split_attendance_label(text)
        label = text[: found[1]] if found else text
        return bool(found or attendance_label(text)) and not SURE_LABEL.search(label)

    def _officers(self, block: Block, text: str) -> None:
        named = people_in(text, Attendance.MENTIONED, several=True, lone=True)
        self._add([replace(one, attendance=Attendance.MENTIONED) for one in named], block.content.start)

    def finish(self) -> None:
        """Give back labels that headed no list but may head an item of the agenda."""
        ends = [*(before for _, before in self._labels[1:]), len(self.people)]
        for (index, before), after in zip(self._labels, ends, strict=False):
            if before == after and not SURE_LABEL.search(self._document.blocks[index].content.of(self._document.text)):
                self.taken.discard(index)

    def _inline(self, index: int, block: Block, text: str, inline: tuple[Attendance, int]) -> None:
        kind, within = inline[0], self._open
        if text.lower().startswith(("late", "arrived late")):
            kind = came_late(within)
        self._begin(kind, index)
        last = list_extent(self._document, index, text)
        self.taken |= set(range(index, last + 1))
        below = self._document.blocks[index + 1 : last + 1]
        if one_a_line([text[inline[1] :], *(line.content.of(self._document.text) for line in below)]):
            rest = text[inline[1] :]
            self._add(alone(rest, kind), block.content.start + inline[1])
            for line in below:
                self._add(alone(line.content.of(self._document.text), kind), line.content.start)
        else:
            text = self._document.text[block.content.start : self._document.blocks[last].span.end]
            rest = parted(listed_words(text, inline))
            self._add(list(segments(rest, kind)), block.content.start + inline[1])
        self._numbered, self._inlined = False, True
        if opened := open_at_end(rest, kind):
            self._begin(opened, last)
        elif kind is Attendance.CHAIR:
            self._open = within or Attendance.PRESENT

    def _inline_label(self, text: str, block: Block, index: int) -> tuple[Attendance, int] | None:
        found = split_attendance_label(text)
        if (
            found
            and found[0] is Attendance.CHAIR
            and self._open is None
            and (index > _TOP or " – " in text[found[1] :])
        ):
            return None
        if found is None or (
            block.kind is BlockKind.ITEM and self._open is not None and not self._is_list(text, found)
        ):
            return None
        return found if self._is_list(text, found) else None

    @staticmethod
    def _is_list(text: str, found: tuple[Attendance, int]) -> bool:
        rest = listed_words(text, found)
        return not PROSE.search(take_brackets(rest)[0]) and any(True for _ in segments(rest, found[0]))

    def _begin(self, kind: Attendance, index: int) -> None:
        if self.people and index > max(self.taken, default=index) + _NEAR:
            self._sitting += 1
        self._open, self._numbered, self._misses, self._lines = kind, None, 0, 0
        self._inlined = self._grouped = self._bold = False
        self._groups = set()
        block = self._document.blocks[index]
        self._level, self._nested = (block.level if block.kind is BlockKind.ITEM else -1), False
        self._roll = kind is Attendance.PRESENT and not SURE_LABEL.search(block.content.of(self._document.text)[:60])
        self._labels.append((index, len(self.people)))
        self.taken.add(index)

    def _continue(self, index: int, block: Block, text: str) -> None:
        assert self._open is not None
        if self._ends(block, text):
            if block.kind is BlockKind.HEADING and self._groups & self.taken:
                self.taken |= self._groups
            self._open = None
            return
        if PROSE.search(take_brackets(text)[0]):
            self._prose(index)
            return
        if text.endswith(":") and len(text.split()) <= _LONGEST_GROUP:
            self._grouped = True
            self._groups.add(index)
            return
        # Where one name stands on each line, a lone word is a name too.
        several = block.kind is BlockKind.PARAGRAPH and (self._lines < 2 or "," in text)
        found = self._read(index, text, several=several) or read_again(self._document, index, self.people, self._open)
        if self._inlined and block.kind is BlockKind.ITEM:
            found = [one for one in found if len(one.entry.name.split()) > 1 or one.entry.post]
        if not found and _COUNT.fullmatch(text):
            self.taken.add(index)
            return
        if not found:
            self._misses += 1
            if self._bold or self._misses >= _MISSES or (several and len(text.split()) > 8):
                self._open = None
            elif not several:
                self.taken.add(index)
            return
        self._misses = 0
        self._lines += len(found) == 1
        if block.kind is BlockKind.PARAGRAPH and names_group(text):
            self._grouped = True
            self.taken |= self._groups
        numbered = block.number is not None
        self._bold = block.bold if self._numbered is None else self._bold
        self._numbered = numbered if self._numbered is None else self._numbered
        self.taken.add(index)
        found = took_part(text, found, inlined=self._inlined)
        self._nested = self._nested or (block.kind is BlockKind.ITEM and block.level > self._level >= 0)
        self._add(found if ticked(self._document, index) else list(map(as_absent, found)), block.content.start)

    def _ends(self, block: Block, text: str) -> bool:
        titled = block.bold and block.kind is BlockKind.PARAGRAPH and self._numbered is False and "," not in text
        titled = titled and not (self._grouped and ":" in text) and not self._bold
        numbered = block.number is not None and self._numbered is False
        above = self._nested and block.kind is BlockKind.ITEM and block.level <= self._level
        return titled or numbered or above or block.kind is BlockKind.HEADING or bool(_OTHER_PART.match(text))

    def _prose(self, index: int) -> None:
        """A sentence ends a list, except a note between a heading and the list below it."""
        label, before = self._labels[-1]
        first = index == label + 1 and len(self.people) == before
        if not (first and self._document.blocks[label].kind is BlockKind.HEADING):
            self._open = None

    def _read(self, index: int, text: str, *, several: bool) -> list[Listed]:
        assert self._open is not None
        shape = run_shape(self._document, index)
        if shape is Shape.PLAIN:
            return list(people_in(text, self._open, several=several))
        if shape is Shape.ONE_EACH:
            return alone(text, self._open)
        return [Listed(entry, standing(entry, self._open)) for entry in read_reversed(text)]

    def _row(self, index: int, block: Block) -> None:
        cells = [cell.of(self._document.text) for cell in block.cells]
        labels = [attendance_label(cell) for cell in cells]
        if heads := list_heads(cells):
            self._begin(Attendance.PRESENT, index)
            self._columns, self._open = (block.table, heads), None
        elif self._columns[0] == block.table and self._columns[1] and block.table is not None:
            before = len(self.people)
            if all(self._columns[1]):
                self._cells(block, cells, self._columns[1])
            else:
                starts = [cell.start for cell in block.cells]
                self._add(list(read_lists(list(zip(starts, cells, strict=True)), self._columns[1])), 0)
            self.taken |= {index} if len(self.people) > before else set()
        elif is_number(cells):
            return
        elif cells and (kind := labels[0] or front_matter_label(cells)):
            self._begin(kind, index)
            found = self._cells(block, cells[1:], [kind] * len(cells[1:]))
            self._open, self._rows = (None, (block.table, kind)) if found else (kind, (None, kind))
        elif self._rows[0] == block.table and block.table is not None and not cells[0].strip():
            found = self._cells(block, cells[1:], [self._rows[1]] * len(cells[1:]))
            self.taken |= {index} if found else set()
        elif people := list(table_entries(self._document, index, self._open)):
            self.taken.add(index)
            self.people += [Listed(entry, kind, self._sitting, self._roll) for entry, kind in people]

    def _cells(self, block: Block, cells: Sequence[str], kinds: Sequence[Attendance | None]) -> bool:
        """Whether the last cells of a row name people."""
        starts = [cell.start for cell in block.cells[-len(cells) :]] if cells else []
        found = list(people_of_cells(list(zip(starts, cells, strict=True)), kinds))
        self._add(found, 0)
        return bool(found)

    def _add(self, found: Sequence[Listed], offset: int) -> None:
        for one in found:
            entry = replace(one.entry, start=one.entry.start + offset, end=one.entry.end + offset)
            self.people.append(replace(one, entry=entry, sitting=self._sitting, roll=one.roll or self._roll))
