"""Words of a PDF page to lines, and lines to segments that wide gaps part."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from minutextract.readers.pdf_words import Word

_SAME_LINE = 0.3
_MOST_DRIFT = 0.48
_WIDE_GAP = 1.1


# Without slots, which leave no place for what is asked for many times a line.
@dataclass(frozen=True)
class Segment:
    """Words of one line with ordinary spaces between them."""

    words: tuple[Word, ...]

    @cached_property
    def text(self) -> str:
        """Its words with single spaces."""
        return " ".join(word.text for word in self.words)

    @cached_property
    def x0(self) -> float:
        """Left edge."""
        return self.words[0].x0

    @cached_property
    def x1(self) -> float:
        """Right edge."""
        return max(word.x1 for word in self.words)


@dataclass(frozen=True)
class PdfLine:
    """A visual line of a page, or the part of one that is in a column or cell."""

    segments: tuple[Segment, ...]
    page: int

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """All words, left to right."""
        return tuple(word for segment in self.segments for word in segment.words)

    @cached_property
    def text(self) -> str:
        """All segments with single spaces."""
        return " ".join(segment.text for segment in self.segments)

    @cached_property
    def x0(self) -> float:
        """Left edge."""
        return self.segments[0].x0

    @cached_property
    def x1(self) -> float:
        """Right edge."""
        return max(segment.x1 for segment in self.segments)

    @cached_property
    def y(self) -> float:
        """Base line: that of most words."""
        return median(word.y for word in self.words)

    @cached_property
    def size(self) -> float:
        """Font box height of most words."""
        return median(word.size for word in self.words)

    @cached_property
    def bold(self) -> bool:
        """Whether all words with letters are bold."""
        lettered = [word for word in self.words if any(char.isalpha() for char in word.text)]
        return bool(lettered) and all(word.bold for word in lettered)


def group_lines(words: Iterable[Word], page: int) -> list[PdfLine]:
    """The lines of a page or a part of it, top to bottom."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (-word.y, word.x0)):
        if lines and _on_line(lines[-1], word):
            lines[-1].append(word)
        else:
            lines.append([word])
    return [PdfLine(_segments(_without_doubles(line)), page) for line in lines]


def _on_line(line: Sequence[Word], word: Word) -> bool:
    """Base lines may differ a little: superscripts, and margin notes set a point higher than the text."""
    size = max(line[-1].size, word.size)
    return line[-1].y - word.y <= _SAME_LINE * size and line[0].y - word.y <= _MOST_DRIFT * size


def _without_doubles(words: Sequence[Word]) -> list[Word]:
    """Words in order; one printed twice in the same place, to look bold, counts once."""
    kept: list[Word] = []
    for word in sorted(words, key=lambda word: word.x0):
        if not (kept and kept[-1].text == word.text and abs(kept[-1].x0 - word.x0) < 1.5):
            kept.append(word)
    return kept


def _segments(words: Sequence[Word]) -> tuple[Segment, ...]:
    groups: list[list[Word]] = []
    for word in words:
        if groups and word.x0 - groups[-1][-1].x1 <= _WIDE_GAP * max(word.size, groups[-1][-1].size):
            groups[-1].append(word)
        else:
            groups.append([word])
    return tuple(Segment(tuple(group)) for group in groups)


def split_at(line: PdfLine, x: float) -> tuple[PdfLine | None, PdfLine | None]:
    """The parts of a line left and right of a place."""
    left = tuple(segment for segment in line.segments if segment.x0 < x)
    right = tuple(segment for segment in line.segments if segment.x0 >= x)
    return (PdfLine(left, line.page) if left else None, PdfLine(right, line.page) if right else None)
