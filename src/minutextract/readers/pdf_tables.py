"""Ruled tables of a PDF as rows: which frames hold values, and which only lay out running text."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from minutextract.document import BlockKind
from minutextract.readers.assemble import Piece
from minutextract.readers.pdf_blocks import Grid, Paragraphs, Typography
from minutextract.readers.pdf_lines import PdfLine, group_lines
from minutextract.readers.pdf_rules import Cell, Row
from minutextract.readers.pdf_words import Word
from minutextract.readers.table_rows import TableRows

_NEAR = 4.0
# An ordinary space, as a share of the height of a font's box.
_SPACE = 0.45


@dataclass(frozen=True, slots=True)
class PdfTable:
    """The rows of a ruled table that read as rows, and the frame that they stood in."""

    pieces: tuple[Piece, ...]
    grid: Grid

    def append_to(self, paragraphs: Paragraphs) -> None:
        """Put the rows behind the pieces so far, and remember the frame: it may go on over the page."""
        paragraphs.close()
        paragraphs.pieces += self.pieces
        paragraphs.grid = replace(self.grid, end=len(paragraphs.pieces))


def table_of(table: Sequence[Row], lines: Sequence[PdfLine], paragraphs: Paragraphs, *, first: bool) -> PdfTable | None:
    """A ruled table as rows; None if it only lays out running text.

    Args:
        table: the cells, row by row from the top.
        lines: of the page, those above the table included.
        paragraphs: what was read so far.
        first: nothing stands above the table on its page.
    """
    words = [word for line in lines for word in line.words]
    filled = [[_inside(cell, words) for cell in row] for row in table]
    if not any(itertools.chain.from_iterable(filled)) or _is_running_text(filled):
        return None
    page = lines[0].page
    before = _continued(table, page, paragraphs) if first else None
    rows = TableRows(paragraphs.tables if before is None else before.table)
    for row, inside in zip(table, filled, strict=True):
        cells = zip(row, inside, strict=True)
        rows.add([_cell_pieces(those, page, paragraphs.usual, cell.right) for cell, those in cells])
    register = rows.is_register() or (before is not None and before.register)
    if rows.is_layout() and not register and not rows.is_grid():
        return None
    pieces = tuple(replace(piece, page=page) for piece in rows.pieces(values=register or rows.holds_values()))
    if before is None:
        paragraphs.tables += 1
    return PdfTable(pieces, Grid(_lefts(table), page, rows.table, register))


def _inside(cell: Cell, words: Sequence[Word]) -> list[Word]:
    return [word for word in words if cell.holds((word.x0 + word.x1) / 2, word.y + 0.2 * word.size)]


def _is_running_text(filled: Sequence[Sequence[Sequence[Word]]]) -> bool:
    """Whether words go on across every border with an ordinary space: marked words in a sentence, and no cells."""
    gaps = [gap for row in filled for left, right in itertools.pairwise(row) for gap in _gaps(left, right)]
    return bool(gaps) and all(gaps)


def _gaps(left: Sequence[Word], right: Sequence[Word]) -> list[bool]:
    """Of a border with words on both sides, whether only a space is between some two of them on one line."""
    if not left or not right:
        return []
    after = min(right, key=lambda word: (-word.y, word.x0))
    beside = [word.x1 for word in left if abs(word.y - after.y) < 0.3 * after.size]
    return [bool(beside) and after.x0 - max(beside) < _SPACE * after.size]


def _continued(table: Sequence[Row], page: int, paragraphs: Paragraphs) -> Grid | None:
    """The table at the end of the page before, if this one has its columns."""
    grid = paragraphs.grid
    if grid is None or paragraphs.open or grid.end != len(paragraphs.pieces) or page != grid.page + 1:
        return None
    lefts = _lefts(table)
    same = len(lefts) == len(grid.lefts)
    return grid if same and all(abs(a - b) < _NEAR for a, b in zip(lefts, grid.lefts, strict=True)) else None


def _lefts(table: Sequence[Row]) -> tuple[float, ...]:
    return tuple(cell.left for cell in max(table, key=len))


def _cell_pieces(words: Sequence[Word], page: int, usual: Typography, right: float) -> list[Piece]:
    inner = Paragraphs(replace(usual, right=right - 6))
    for line in group_lines(words, page):
        if inner.open and not inner.goes_on_in_cell(line, right - 6):
            inner.close()
        inner.open.append(line)
    inner.close()
    # A tick or a dash is no text of a page, but it is a cell's value.
    mark = " ".join(word.text for word in words)
    return inner.pieces or ([Piece(BlockKind.PARAGRAPH, mark)] if mark else [])
