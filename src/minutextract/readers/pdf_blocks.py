"""Lines of a PDF to pieces: paragraphs by pitch, indent and line length, list marks, headings by size and weight."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from statistics import median

from minutextract.document import BlockKind
from minutextract.readers.assemble import Piece
from minutextract.readers.linebreaks import has_end, join_all, runs_on
from minutextract.readers.marks import split_mark
from minutextract.readers.paragraphs import with_text
from minutextract.readers.pdf_columns import Region
from minutextract.readers.pdf_lines import PdfLine
from minutextract.readers.pdf_people import people

_BARE_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}[.):]?$")
_COLUMN_HEADS = frozenset(("action", "actions", "action by", "owner", "who", "lead", "responsible"))
# The letters behind Word's round, square, arrow and tick bullets, when their symbol font is taken for text.
_LETTER_BULLETS = frozenset("o§Øüv")
_BIG = 1.15
_LONGEST_HEADING = 18
_GLYPH = re.compile("^[\ue000-\uf8ff]\\s*")


@dataclass(frozen=True, slots=True)
class Typography:
    """What is usual in a document: font box height, distance between lines, right edge of running text, its words."""

    size: float
    pitch: float
    right: float
    words: frozenset[str] = frozenset()


def typography(pages: Sequence[Sequence[PdfLine]], words: frozenset[str]) -> Typography:
    """The usual figures of a document's lines."""
    lines = [line for page in pages for line in page]
    if not lines:
        return Typography(12.0, 14.0, 500.0, words)
    prose = [line for line in lines if len(line.words) >= 6] or lines
    size = median(line.size for line in prose)
    gaps = [
        above.y - line.y
        for page in pages
        for above, line in itertools.pairwise(page)
        if 0.5 * size < above.y - line.y < 2.2 * size and len(above.words) >= 4
    ]
    edges = sorted(line.x1 for line in prose)
    pitch = sorted(gaps)[len(gaps) // 3] if gaps else size * 1.15
    return Typography(size, pitch, edges[int((len(edges) - 1) * 0.95)], words)


@dataclass(frozen=True, slots=True)
class Grid:
    """The frame of a ruled table: its columns' left edges, where it stood, and after how many pieces it ended."""

    lefts: tuple[float, ...]
    page: int
    table: int
    register: bool
    end: int = -1


@dataclass(slots=True)
class Paragraphs:
    """Puts lines together to paragraphs; `pieces` are those of the whole document so far."""

    usual: Typography
    pieces: list[Piece] = field(default_factory=list)
    open: list[PdfLine] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    indents: list[float] = field(default_factory=list)
    tables: int = 0
    grid: Grid | None = None

    def region(self, region: Region) -> None:
        """Take a region's lines, and its margin notes after the paragraphs beside which they stand."""
        notes = _stacked(region.margin, self.usual.pitch)
        lines = region.lines
        for at, line in enumerate(lines):
            limit = _right_limit(lines, at, self.usual.right)
            if self.open and not self._goes_on(line, limit):
                self.close()
            self.open.append(line)
            below = lines[at + 1].y if at + 1 < len(lines) else float("-inf")
            while notes and notes[0][0] > (line.y + below) / 2:
                self.notes.append(notes.pop(0)[1])
        if self.notes or notes:
            self.notes += [text for _, text in notes]
            self.close()

    def close(self) -> None:
        """End the open paragraph."""
        if len(self.open) == 1 and len(self.notes) == 1 and self.notes[0].lower().strip(" :") in _COLUMN_HEADS:
            cells = (self.open[0].text, self.notes[0])
            self.pieces.append(Piece(BlockKind.ROW, cells=cells, table=self.tables, page=self.open[0].page))
            self.tables += 1
            self.open, self.notes = [], []
        if self.open:
            self.pieces += self._pieces(self.open)
        page = self.open[0].page if self.open else (self.pieces[-1].page if self.pieces else None)
        notes = (note for note in self.notes if any(map(str.isalnum, note)))
        self.pieces += [Piece(BlockKind.PARAGRAPH, note, page=page) for note in notes]
        self.open, self.notes = [], []

    def _goes_on(self, line: PdfLine, limit: float) -> bool:
        last, first = self.open[-1], self.open[0]
        if _opens(line) or line.bold != last.bold or abs(line.size - last.size) > 0.12 * self.usual.size:
            return self._same_sentence(last, line, limit)
        if len(last.segments) > 1 and people(last.segments):
            return False
        if line.page == last.page:
            gap = last.y - line.y
            if not 0 <= gap <= self.usual.pitch * 1.35 + 0.5:
                return False
            if line.x0 > first.x0 + 1.2 * line.size and len(self.open) > 1 and line.x0 > last.x0 + line.size:
                return False
        elif has_end(last.text) or self.notes:
            return False
        return self._wrapped(last, line, limit) or self._runs_on(last, line)

    def goes_on_in_cell(self, line: PdfLine, limit: float) -> bool:
        """Whether a line of a table cell belongs to the paragraph above it; cells are too narrow for other signs."""
        last = self.open[-1]
        if _opens(line) or last.y - line.y > self.usual.pitch * 1.5 + 1:
            return False
        return self._wrapped(last, line, limit) or self._runs_on(last, line)

    def _same_sentence(self, last: PdfLine, line: PdfLine, limit: float) -> bool:
        """A change of weight inside a sentence is no new paragraph."""
        if _opens(line) or abs(line.size - last.size) > 0.12 * self.usual.size or last.page != line.page:
            return False
        if last.y - line.y > self.usual.pitch * 1.35 + 0.5 or has_end(last.text) or last.bold:
            return False
        return self._wrapped(last, line, limit) or (line.text[:1].islower() and last.y - line.y > 0)

    def _wrapped(self, last: PdfLine, line: PdfLine, limit: float) -> bool:
        """Whether the line's first word would not have fitted on the line above."""
        first = line.words[0]
        # Without a full stop above, the edge of ragged text may be this much further in.
        slack = 0.3 if has_end(last.text) or len(last.words) < 6 else 2.5
        return last.x1 + 0.2 * last.size + (first.x1 - first.x0) > limit - slack * last.size

    def _runs_on(self, last: PdfLine, line: PdfLine) -> bool:
        return runs_on(last.text, line.text, 0, None)

    def _pieces(self, lines: Sequence[PdfLine]) -> Iterator[Piece]:
        page = lines[0].page
        if len(lines) == 1 and not lines[0].bold and (entries := _entries(lines[0])):
            for text in entries:
                yield with_text(Piece(BlockKind.PARAGRAPH, page=page), text)
            return
        text = join_all((_line_text(line) for line in lines), self.usual.words)
        bold = all(line.bold for line in lines)
        if not any(map(str.isalnum, text)):
            return
        size = median(line.size for line in lines)
        if size >= self.usual.size * _BIG and len(text.split()) <= _LONGEST_HEADING:
            level = 1 if size >= self.usual.size * 1.5 else 2
            yield with_text(Piece(BlockKind.HEADING, level=level, page=page), text, bold=bold)
            return
        piece = with_text(Piece(BlockKind.PARAGRAPH, page=page), _GLYPH.sub("• ", text), bold=bold)
        yield self._levelled(piece, lines[0].x0)

    def _levelled(self, piece: Piece, x: float) -> Piece:
        if piece.kind is not BlockKind.ITEM:
            return piece
        while self.indents and self.indents[-1] > x + 4:
            self.indents.pop()
        if not self.indents or self.indents[-1] < x - 4:
            self.indents.append(x)
        return replace(piece, level=len(self.indents) - 1)


def _opens(line: PdfLine) -> bool:
    """Whether a line begins a list item."""
    if len(line.segments) > 1 and _BARE_NUMBER.match(line.segments[0].text):
        return True
    mark = split_mark(_GLYPH.sub("• ", _line_text(line)))
    return mark.bullet or mark.number is not None or mark.checked is not None


def _entries(line: PdfLine) -> list[str]:
    """People side by side, after a list number and a label if the line has them."""
    numbered = len(line.segments) > 2 and _BARE_NUMBER.match(line.segments[0].text)
    entries = people(line.segments[1:] if numbered else line.segments)
    if numbered and entries:
        entries[0] = f"{line.segments[0].text}\t{entries[0]}"
    return entries


def _line_text(line: PdfLine) -> str:
    first = line.segments[0].text
    if len(line.words) > 1 and line.words[0].text in _LETTER_BULLETS:
        gap = line.words[1].x0 - line.words[0].x1
        return f"• {line.text[1:].lstrip()}" if gap > 0.5 * line.size else line.text
    if len(line.segments) > 1 and _BARE_NUMBER.match(first):
        return f"{first}\t{' '.join(segment.text for segment in line.segments[1:])}"
    return line.text


def _right_limit(lines: Sequence[PdfLine], at: int, usual: float) -> float:
    """The right edge of the running text around a line, told by lines that go on in lower case."""
    start = max(0, at - 15)
    near = lines[start : at + 16]
    edges = [
        line.x1
        for line, below in itertools.pairwise(near)
        if below.text[:1].islower() and len(line.words) >= 4 and not has_end(line.text)
    ]
    return max(edges) if len(edges) >= 2 else max([usual, *(line.x1 for line in near if len(line.words) >= 6)])


def _stacked(margin: Sequence[PdfLine], pitch: float) -> list[tuple[float, str]]:
    """Notes of a margin with their heights; lines close below one another are one note."""
    notes: list[tuple[float, float, str]] = []
    for line in margin:
        if notes and notes[-1][1] - line.y <= pitch * 1.2 and not _complete(notes[-1][2]):
            top, _, text = notes[-1]
            notes[-1] = (top, line.y, f"{text} {line.text}")
        else:
            notes.append((line.y, line.y, line.text))
    return [(top, text) for top, _, text in notes]


def _complete(note: str) -> bool:
    """Initials alone are a note of their own; a label or a line that ends in a joint goes on."""
    return not note.endswith((":", "/", "&", ",", " and", "-")) and note.lower() not in ("action", "actions")
