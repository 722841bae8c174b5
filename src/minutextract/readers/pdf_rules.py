"""Ruled tables of a PDF page: from the lines that are drawn to rows of cells."""

from __future__ import annotations

import ctypes
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

_THIN = 3.5
_SHORTEST = 5.0
_NEAR = 4.0
_MOST_PATHS = 6000
_MOST_BANDS = 400


@dataclass(frozen=True, slots=True)
class Edge:
    """A drawn line: `at` is its y if it is horizontal and its x if not, `start` and `end` run along it."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's borders."""

    left: float
    bottom: float
    right: float
    top: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a point is inside."""
        return self.left <= x < self.right and self.bottom <= y < self.top


Row = tuple[Cell, ...]


def ruled_tables(page: Any) -> list[list[Row]]:
    """Tables of a page (raw handle), each a list of rows from the top; rows of one cell are part of none."""
    horizontal, vertical = _edges(page)
    levels = _cluster([edge.at for edge in horizontal])
    if not 2 <= len(levels) <= _MOST_BANDS:
        return []
    bands = [_row(top, bottom, vertical) for top, bottom in zip(levels[::-1], levels[-2::-1], strict=False)]
    tables: list[list[Row]] = [[]]
    for row in _bridged(bands, levels[::-1]):
        if len(row) >= 2:
            tables[-1].append(row)
        elif tables[-1]:
            tables.append([])
    return [_merged(table, horizontal) for table in tables if table]


def _bridged(bands: Sequence[Row], levels: Sequence[float]) -> list[Row]:
    """Rows without borders of their own, between two bordered rows with the same columns, have those columns too."""
    rows = list(bands)
    for at in range(1, len(bands) - 1):
        above, below = bands[at - 1], bands[at + 1]
        if len(bands[at]) >= 2 or len(above) < 2 or len(above) != len(below):
            continue
        top, bottom = levels[at], levels[at + 1]
        low = top - bottom < 2.5 * (above[0].top - above[0].bottom)
        if low and all(abs(up.left - down.left) < _NEAR for up, down in zip(above, below, strict=True)):
            rows[at] = tuple(Cell(cell.left, bottom, cell.right, top) for cell in above)
    return rows


def _row(top: float, bottom: float, vertical: Sequence[Edge]) -> Row:
    middle = (top + bottom) / 2
    places = _cluster([edge.at for edge in vertical if edge.start - 1 <= middle <= edge.end + 1])
    return tuple(Cell(left, bottom, right, top) for left, right in itertools.pairwise(places))


def _merged(table: list[Row], horizontal: Sequence[Edge]) -> list[Row]:
    """Cells with no line below them reach into the next row, where an empty strip is left in their place."""
    rows = [list(row) for row in table]
    for at in range(len(rows) - 1, 0, -1):
        for column, cell in enumerate(rows[at]):
            above = next((n for n, up in enumerate(rows[at - 1]) if abs(up.left - cell.left) < _NEAR
                          and abs(up.right - cell.right) < _NEAR), None)  # fmt: skip
            if above is None or _covered(cell, horizontal):
                continue
            up = rows[at - 1][above]
            rows[at - 1][above] = Cell(up.left, cell.bottom, up.right, up.top)
            rows[at][column] = Cell(cell.left, cell.bottom, cell.right, cell.bottom)
    return [tuple(row) for row in rows]


def _covered(cell: Cell, horizontal: Sequence[Edge]) -> bool:
    middle = (cell.left + cell.right) / 2
    return any(abs(edge.at - cell.top) < _NEAR and edge.start <= middle <= edge.end for edge in horizontal)


def _cluster(values: Sequence[float]) -> list[float]:
    """Distinct places in ascending order; those that are near one another count once."""
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > _NEAR:
            places.append(value)
    return places


def _edges(page: Any) -> tuple[list[Edge], list[Edge]]:
    horizontal: list[Edge] = []
    vertical: list[Edge] = []
    count = pdfium.FPDFPage_CountObjects(page)
    for at in range(min(count, _MOST_PATHS)):
        item = pdfium.FPDFPage_GetObject(page, at)
        if pdfium.FPDFPageObj_GetType(item) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        for x0, y0, x1, y1 in _strokes(item):
            if abs(y1 - y0) <= _THIN and abs(x1 - x0) >= _SHORTEST:
                horizontal.append(Edge((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
            elif abs(x1 - x0) <= _THIN and abs(y1 - y0) >= _SHORTEST:
                vertical.append(Edge((x0 + x1) / 2, min(y0, y1), max(y0, y1)))
    return horizontal, vertical


def _strokes(item: Any) -> Iterator[tuple[float, float, float, float]]:
    """The straight lines of a path; a thin filled box is one line."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top):
        return
    box = (left.value, bottom.value, right.value, top.value)
    if box[2] - box[0] <= _THIN or box[3] - box[1] <= _THIN:
        yield box
        return
    yield from _segments(item)


def _segments(item: Any) -> Iterator[tuple[float, float, float, float]]:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, matrix):
        return
    x, y = ctypes.c_float(), ctypes.c_float()
    start: tuple[float, float] | None = None
    last: tuple[float, float] | None = None
    for at in range(min(pdfium.FPDFPath_CountSegments(item), _MOST_PATHS)):
        segment = pdfium.FPDFPath_GetPathSegment(item, at)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = (matrix.a * x.value + matrix.c * y.value + matrix.e, matrix.b * x.value + matrix.d * y.value + matrix.f)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO and last is not None:
            yield (*last, *point)
        last = point
        if pdfium.FPDFPathSegment_GetClose(segment) and start is not None:
            yield (*point, *start)
            last = start
