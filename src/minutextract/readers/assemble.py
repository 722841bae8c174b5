"""From the pieces that a format yields to one text with blocks: white space folded, broken paragraphs rejoined."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from minutextract.document import CELL_SEPARATOR, Block, BlockKind, Span

BLOCK_SEPARATOR = "\n"

# Characters that show nothing: soft hyphen, zero-width space and joiners, byte order mark, direction marks.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_ENDS = (".", "!", "?", ":", ";", "|")
_CLOSERS = "\"'”’)]"
# Who speaks in a chat, by a name in small letters: "kit : …".
_TURN = re.compile(r"[a-z][\w.-]{1,19}\s?:\s")
_FEW_WORDS = 3
# No author writes longer ones: they are whole, and cut, so that no later step meets an endless one.
_LONGEST = 10_000
_MOST_CELLS = 1_000


@dataclass(frozen=True, slots=True)
class Piece:
    """A block before it has a place in the text; `cells` holds a row's cells, and `text` is then empty."""

    kind: BlockKind
    text: str = ""
    level: int = 0
    number: str | None = None
    page: int | None = None
    cells: tuple[str, ...] = ()
    table: int | None = None
    bold: bool = False
    checked: bool | None = None


def assemble(pieces: Iterable[Piece]) -> tuple[str, tuple[Block, ...]]:
    """Fold white space, drop empty pieces, rejoin broken paragraphs and lay the rest out as one text."""
    blocks: list[Block] = []
    parts: list[str] = []
    at = 0
    for piece in chain.from_iterable(map(_cut, _rejoin(filter(None, map(_fold, pieces))))):
        block, text = _lay_out(piece, at)
        blocks.append(block)
        parts.append(text)
        at += len(text) + len(BLOCK_SEPARATOR)
    return BLOCK_SEPARATOR.join(parts), tuple(blocks)


def fold(text: str) -> str:
    """One space for each run of white space, nothing at the ends, no characters that show nothing."""
    return " ".join(_INVISIBLE.sub("", text).replace("\x00", "\ufffd").split())


def _fold(piece: Piece) -> Piece | None:
    cells = tuple(fold(cell) for cell in piece.cells)
    text = fold(piece.text)
    words = any(map(str.isalnum, text)) or any(cells)
    return replace(piece, text=text, cells=cells) if words else None


def _rejoin(pieces: Iterable[Piece]) -> list[Piece]:
    joined: list[Piece] = []
    for piece in pieces:
        if joined and _continues(joined[-1], piece):
            joined[-1] = replace(joined[-1], text=f"{joined[-1].text} {piece.text}")
        else:
            joined.append(piece)
    return joined


def _continues(before: Piece, piece: Piece) -> bool:
    """A paragraph that begins in lower case goes on from one that has no end."""
    return (
        piece.kind is BlockKind.PARAGRAPH
        and len(before.text) < _LONGEST
        and before.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM)
        and piece.text[0].islower()
        and not piece.bold
        and not before.bold
        and not before.text.rstrip(_CLOSERS).endswith(_ENDS)
        and not before.text.isupper()
        and " " in before.text
        and not _stands_alone(before, piece)
    )


def _cut(piece: Piece) -> Iterator[Piece]:
    """The piece; an endless one in parts, cut at spaces, of which the others are paragraphs."""
    if piece.kind is BlockKind.ROW:
        yield from _cut_row(piece)
        return
    text, start = piece.text, 0
    while len(text) - start > _LONGEST:
        space = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        at = space if space > 0 else start + _LONGEST
        yield replace(piece, text=text[start:at])
        # The rest is not copied each time: there may be two thousand parts.
        start = at + (text[at] == " ")
        piece = Piece(BlockKind.PARAGRAPH, page=piece.page, bold=piece.bold)
    yield replace(piece, text=text[start:])


def _cut_row(row: Piece) -> Iterator[Piece]:
    """The row; of an endless one each cell's share, and what is left of the cells as paragraphs."""
    if len(row.cells) > _MOST_CELLS:
        yield from _cut(Piece(BlockKind.PARAGRAPH, CELL_SEPARATOR.join(row.cells), page=row.page))
        return
    share = _LONGEST
    if sum(map(len, row.cells)) > _LONGEST:
        share //= len(row.cells)
    ends = [_end(cell, share) for cell in row.cells]
    yield replace(row, cells=tuple(cell[:end] for cell, end in zip(row.cells, ends, strict=True)))
    for cell, end in zip(row.cells, ends, strict=True):
        if rest := cell[end:].lstrip():
            yield from _cut(Piece(BlockKind.PARAGRAPH, rest, page=row.page))


def _end(cell: str, share: int) -> int:
    if len(cell) <= share:
        return len(cell)
    space = cell.rfind(" ", share // 2, share)
    return space if space > 0 else share


def _stands_alone(before: Piece, piece: Piece) -> bool:
    """A link on its own, a turn of speech, or a word or two below a title ("Any other business", "none")."""
    if piece.text.startswith(("http:", "https:", "www.")) or _TURN.match(piece.text):
        return True
    return len(piece.text.split()) < _FEW_WORDS and len(before.text.split()) <= _FEW_WORDS


def _lay_out(piece: Piece, at: int) -> tuple[Block, str]:
    if piece.kind is BlockKind.ROW:
        text = CELL_SEPARATOR.join(piece.cells)
        cells, start = [], at
        for cell in piece.cells:
            cells.append(Span(start, start + len(cell)))
            start += len(cell) + len(CELL_SEPARATOR)
        span = Span(at, at + len(text))
        return Block(piece.kind, span, span, page=piece.page, cells=tuple(cells), table=piece.table), text
    lead = f"{piece.number} " if piece.number else ""
    text = lead + piece.text
    span = Span(at, at + len(text))
    block = Block(
        piece.kind,
        span,
        Span(at + len(lead), span.end),
        level=piece.level,
        number=piece.number,
        page=piece.page,
        bold=piece.bold,
        checked=piece.checked,
    )
    return block, text
