"""Columns of a PDF page: the margin where owners stand beside the text, and pages set in two columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from minutextract.readers.pdf_lines import PdfLine, split_at
from minutextract.readers.pdf_people import is_owner_note, people

_NEAR = 12.0
_PROSE = 6
_FEWEST_COLUMN_LINES = 8


@dataclass(frozen=True, slots=True)
class Region:
    """Lines that are read from top to bottom, with the notes in the margin beside them."""

    lines: tuple[PdfLine, ...]
    margin: tuple[PdfLine, ...] = ()


def regions(lines: Sequence[PdfLine]) -> list[Region]:
    """A page's lines in reading order: as one region, or two columns one after the other."""
    if gutter := _gutter(lines):
        first, last = _columned(lines, gutter)
        inside = [split_at(line, gutter) for line in lines[first : last + 1]]
        left = [line for line, _ in inside if line]
        right = [line for _, line in inside if line]
        parts = (lines[:first], left, right, lines[last + 1 :])
        return [_with_margin(part) for part in parts if part]
    return [_with_margin(lines)] if lines else []


def _gutter(lines: Sequence[PdfLine]) -> float | None:
    """Where the second of two text columns begins, if both hold running text."""
    starts = sorted(
        line.segments[1].x0 for line in lines
        if len(line.segments) == 2 and min(len(segment.words) for segment in line.segments) >= 4
    )  # fmt: skip
    if len(starts) < _FEWEST_COLUMN_LINES or len(starts) < len(lines) * 0.4:
        return None
    middle = starts[len(starts) // 2]
    near = [start for start in starts if abs(start - middle) < _NEAR]
    return min(near) - 2 if len(near) >= len(starts) * 0.8 else None


def _columned(lines: Sequence[PdfLine], gutter: float) -> tuple[int, int]:
    """First and last line of the stretch that no line crosses."""
    clear = [not any(segment.x0 < gutter < segment.x1 for segment in line.segments) for line in lines]
    best, start = (0, -1), 0
    for at, free in enumerate([*clear, False]):
        if not free:
            if at - start > best[1] - best[0] + 1:
                best = (start, at - 1)
            start = at + 1
    return best


def _with_margin(lines: Sequence[PdfLine]) -> Region:
    found = _margin(lines)
    if found is None:
        return _with_owners(lines)
    x, top, bottom = found
    body: list[PdfLine] = []
    margin: list[PdfLine] = []
    for line in lines:
        left, right = split_at(line, x) if bottom <= line.y <= top else (line, None)
        if left:
            body.append(left)
        if right:
            margin.append(right)
    inner = _with_owners(body) if body else Region(())
    notes = sorted((*margin, *inner.margin), key=lambda line: -line.y)
    return Region(inner.lines, tuple(notes))


def _with_owners(lines: Sequence[PdfLine]) -> Region:
    """Initials set at the right end of a paragraph's last line stand for themselves, like notes in a margin."""
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    body: list[PdfLine] = []
    margin: list[PdfLine] = []
    for line in lines:
        last = line.segments[-1]
        far = last.x0 > left + (right - left) * 0.6
        if far and len(line.segments) > 1 and is_owner_note(last) and not people(line.segments):
            body.append(PdfLine(line.segments[:-1], line.page))
            margin.append(PdfLine((last,), line.page))
        else:
            body.append(line)
    return Region(tuple(body), tuple(margin))


def _margin(lines: Sequence[PdfLine]) -> tuple[float, float, float] | None:
    """Left edge, top and bottom of a column of short notes at the right, if there is one."""
    if not lines:
        return None
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    candidates = [
        (line.segments[-1].x0, line)
        for line in lines
        if line.segments[-1].x0 > left + (right - left) * 0.6 and len(line.segments[-1].words) <= 5
    ]
    best: list[tuple[float, PdfLine]] = []
    for x, _ in candidates:
        near = [candidate for candidate in candidates if 0 <= candidate[0] - x < _NEAR]
        if len(near) > len(best):
            best = near
    if not best:
        return None
    x = min(place for place, _ in best) - 2
    return _stretch(lines, x, [line for _, line in best])


def _stretch(lines: Sequence[PdfLine], x: float, noted: Sequence[PdfLine]) -> tuple[float, float, float] | None:
    """How far the column reaches, if the text left of it is running text that keeps clear of it."""
    at = [n for n, line in enumerate(lines) if line in noted]
    first, last = _clear_stretch(lines, x, at)
    reach = [n for n in range(first, last + 1) if lines[n].segments[-1].x0 >= x]
    inside = lines[reach[0] : reach[-1] + 1] if reach else []
    notes = [line for line in inside if line.segments[-1].x0 >= x]
    beside = [left for line in inside if (left := split_at(line, x)[0]) is not None]
    if not beside or (len(notes) < 2 and not _is_header(notes)):
        return None
    prose = sum(any(len(segment.words) >= _PROSE for segment in line.segments) for line in beside)
    if len(notes) > len(beside) * 0.6 and prose < len(beside) * 0.5:
        return None
    if prose < min(2, len(notes)) or max(line.x1 for line in beside) < x - (x - min(line.x0 for line in beside)) * 0.45:
        return None
    return x, inside[0].y + 1, inside[-1].y - 1


def _is_header(notes: Sequence[PdfLine]) -> bool:
    return bool(notes) and notes[0].segments[-1].text.lower().rstrip(":") in ("action", "actions", "owner", "action by")


def _clear_stretch(lines: Sequence[PdfLine], x: float, at: Sequence[int]) -> tuple[int, int]:
    """The stretch of lines around most of the notes that none of them crosses."""
    blocked = [any(segment.x0 < x < segment.x1 for segment in line.segments) for line in lines]
    best, start = (0, -1), 0
    for n, stop in enumerate([*blocked, True]):
        if stop:
            count = sum(start <= note < n for note in at)
            if count > sum(best[0] <= note <= best[1] for note in at):
                best = (start, n - 1)
            start = n + 1
    return best
