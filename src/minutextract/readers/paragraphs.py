"""Lines to pieces: paragraphs rejoined, list marks taken off, headings told by their capitals."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from minutextract.document import BlockKind
from minutextract.readers.assemble import Piece
from minutextract.readers.lettered import lettered
from minutextract.readers.linebreaks import join_all, runs_on, wrap_width
from minutextract.readers.marks import is_capitals, split_mark, split_number

# So many lines of like length were wrapped by a program, even if it marked each break as a hard one.
_MANY = 6


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a paragraph.

    Attributes:
        text: without inline marks.
        length: of the line as it stands in the file.
        bold: all of it is emphasised.
        hard: the break after it was marked as one.
    """

    text: str
    length: int
    bold: bool = False
    hard: bool = False


def hard_line(runs: Sequence[tuple[str, bool]]) -> Line | None:
    """A line that ends with a hard break, of runs of (text, emphasised or not); None if nothing is in it.

    Emphasis counts for the line if only marks and blanks stand outside it.
    """
    text = "".join(words for words, _ in runs)
    if not text.strip():
        return None
    plain = any(not strong and words.strip(" \t:.,-–\xa0") for words, strong in runs)
    bold = not plain and any(strong and words.strip() for words, strong in runs)
    return Line(text.strip(), len(text), bold=bold, hard=True)


def line_pairs(lines: Sequence[tuple[int, str]]) -> list[tuple[int, int]]:
    """Length of each line with that of the next line's first word, for `wrap_width`; lines are (length, text)."""
    pairs = []
    for (length, text), (_, following) in itertools.pairwise(lines):
        if text and following:
            pairs.append((length, len(following.split(None, 1)[0])))
    return pairs


def local_width(lines: Sequence[Line], width: int | None) -> int | None:
    """The wrap width of one paragraph: its own if it shows one, else the document's."""
    pairs = line_pairs([(line.length, line.text) for line in lines])
    return (wrap_width(pairs) if len(pairs) >= 3 else None) or width


def rejoin(lines: Sequence[Line], width: int | None, words: frozenset[str]) -> list[Line]:
    """The lines of a paragraph as its author meant them: wrapped ones joined, separate ones kept apart."""
    lines = [line for line in lines if line.text.strip()]
    width = local_width(lines, width)
    own = wrap_width(line_pairs([(line.length, line.text) for line in lines])) if len(lines) > _MANY else None
    opening = lettered([line.text for line in lines])
    groups: list[list[Line]] = []
    for at, line in enumerate(lines):
        if groups and at not in opening and _goes_on(groups[-1][-1], line, own if groups[-1][-1].hard else width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [
        replace(group[-1], text=join_all((line.text.strip() for line in group), words), bold=all(g.bold for g in group))
        for group in groups
    ]


def _goes_on(line: Line, following: Line, width: int | None) -> bool:
    mark = split_mark(following.text.strip())
    if mark.bullet or mark.checked is not None:
        return False
    if line.bold != following.bold and (line.bold or line.hard):
        return False
    joined = runs_on(line.text.strip(), following.text.strip(), line.length, width)
    return joined and (mark.number is None or not line.text.strip()[-1:].isalnum() or following.text[:1].islower())


def block_pieces(
    lines: Sequence[Line], width: int | None, words: frozenset[str], first: Piece | None = None
) -> Iterator[Piece]:
    """Pieces of one paragraph or list item.

    Args:
        lines: of the paragraph.
        width: where the document's lines are wrapped, if they are.
        words: the document's vocabulary, for broken words.
        first: a list item whose text the first line is; other lines become paragraphs of their own.
    """
    for at, line in enumerate(rejoin(lines, width, words)):
        if at == 0 and first is not None:
            yield with_text(first, line.text, bold=line.bold)
        else:
            yield with_text(Piece(BlockKind.PARAGRAPH), line.text, bold=line.bold)


def with_text(piece: Piece, text: str, *, bold: bool = False) -> Piece:
    """The piece with a text whose head may hold a list mark; a paragraph with a mark becomes a list item."""
    text = text.strip()
    if piece.kind is BlockKind.HEADING:
        numbered = split_number(text) if piece.number is None else None
        number, text = numbered or (piece.number, text)
        return replace(piece, text=text, number=number, bold=bold)
    mark = split_mark(text, bullets=piece.kind is BlockKind.PARAGRAPH)
    if mark.number is None and mark.checked is None and not mark.bullet:
        return replace(piece, text=text, bold=bold or is_capitals(text))
    if mark.number is not None and piece.number is not None:
        return replace(piece, text=text, bold=bold or is_capitals(text))
    checked = mark.checked if mark.checked is not None else piece.checked
    number = mark.number if mark.number is not None else piece.number
    bold = bold or is_capitals(mark.text)
    return replace(piece, kind=BlockKind.ITEM, text=mark.text, number=number, checked=checked, bold=bold)
