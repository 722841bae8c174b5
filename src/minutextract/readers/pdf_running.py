"""Running heads, feet and page numbers: lines near a page's edge that return on most pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from minutextract.readers.pdf_lines import PdfLine

_EDGE = 0.12
_LONGEST_NUMBER = 60
_PAGE_NUMBER = re.compile(
    r"[-–—|\s]*+(?:page|p\.?|pg\.?)?\s*\d{1,4}(?:\s*(?:of|/|\|)\s*\d{1,4})?[-–—|.\s]*$", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")


def without_running(pages: Sequence[Sequence[PdfLine]], heights: Sequence[float]) -> list[list[PdfLine]]:
    """The lines of each page without what a page's edge repeats; a running head stays where it first stands."""
    repeated = _repeated(pages, heights)
    kept: list[list[PdfLine]] = []
    seen: set[str] = set()
    for page, height in zip(pages, heights, strict=True):
        kept.append([line for line in page if not _is_running(line, height, repeated, seen)])
        if repeated:
            seen.update(_shape(line) for line in page)
    return kept


def _repeated(pages: Sequence[Sequence[PdfLine]], heights: Sequence[float]) -> frozenset[str]:
    counts: Counter[str] = Counter()
    for page, height in zip(pages, heights, strict=True):
        counts.update({_shape(line) for line in page if _at_edge(line, height)})
    needed = max(2, len(pages) * 0.5)
    return frozenset(shape for shape, count in counts.items() if count >= needed)


def _shape(line: PdfLine) -> str:
    return _DIGITS.sub("#", line.text.lower())


def _at_edge(line: PdfLine, height: float) -> bool:
    return line.y > height * (1 - _EDGE) or line.y < height * _EDGE


def _is_running(line: PdfLine, height: float, repeated: frozenset[str], seen: set[str]) -> bool:
    """A running head that no page before had says what the document is; a foot never does."""
    if not _at_edge(line, height):
        return False
    if (
        len(line.text) < _LONGEST_NUMBER
        and (line.y < height * 0.09 or line.y > height * 0.94)
        and _PAGE_NUMBER.match(line.text)
    ):
        return True
    shape = _shape(line)
    return shape in repeated and (shape in seen or line.y <= height / 2)
