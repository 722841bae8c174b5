"""Text cut at the edges of the findings, so that each piece is covered by the same ones from end to end."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Protocol, TypeVar

from minutextract.document import CELL_SEPARATOR, Block, BlockKind, Span
from minutextract.render.wording import fold
from minutextract.report.content import Found, Named, Paragraph, Piece


class _Marked(Protocol):
    @property
    def span(self) -> Span: ...


_M = TypeVar("_M", bound=_Marked)


def paragraphs(
    text: str, blocks: Sequence[Block], found: Sequence[Found], named: Sequence[Named]
) -> tuple[Paragraph, ...]:
    """A document's blocks with their findings and initials.

    What the pieces of a finding say together is its quote, up to white space: words between blocks are shown if a
    finding covers them. Places that repeat a finding are marked as well.

    Args:
        text: the document's text.
        blocks: in order and apart from each other.
        found: findings in that text, in any order.
        named: initials and the like, apart from each other.
    """
    whole = _with_gaps(text, blocks, [one.span for one in found])
    found = [*found, *(place for one in found for place in one.again)]
    starts = [block.span.start for block in whole]
    finds, names = _by_block(whole, starts, found), _by_block(whole, starts, named)
    cut = [
        tuple(_split(text, cell, finds[at], names[at], last=cell is cells[-1]) for cell in cells)
        for at, cells in ((at, _cells(block)) for at, block in enumerate(whole))
    ]
    told = iter(_ends(piece for cells in cut for cell in cells for piece in cell))
    return tuple(
        Paragraph(
            block.kind,
            tuple(tuple(next(told) for _ in cell) for cell in cells),
            block.level,
            block.page,
            block.table if block.kind is BlockKind.ROW else None,
            block.number is not None,
        )
        for block, cells in zip(whole, cut, strict=True)
    )


def _with_gaps(text: str, blocks: Sequence[Block], spans: Sequence[Span]) -> list[Block]:
    """The blocks, with what a finding covers between them as paragraphs."""
    gaps = [Span(0, blocks[0].span.start if blocks else len(text))]
    gaps += [Span(one.span.end, other.span.start) for one, other in pairwise(blocks)]
    gaps += [Span(blocks[-1].span.end, len(text))] if blocks else []
    wanted = [gap for gap in gaps if gap.of(text).strip()]
    filled = list(blocks)
    for gap in wanted:
        covered = [Span(max(gap.start, one.start), min(gap.end, one.end)) for one in spans]
        covered = [one for one in covered if one.start < one.end and one.of(text).strip()]
        if covered:
            span = Span(min(one.start for one in covered), max(one.end for one in covered))
            filled.append(Block(BlockKind.PARAGRAPH, span, span))
    return sorted(filled, key=lambda block: block.span)


def _by_block(blocks: Sequence[Block], starts: Sequence[int], marked: Iterable[_M]) -> Mapping[int, list[_M]]:
    """What stands in each block, by the block's place in the list."""
    here: dict[int, list[_M]] = defaultdict(list)
    for one in sorted(marked, key=lambda each: (each.span.start, -each.span.end)):
        at = max(bisect_right(starts, one.span.start) - 1, 0)
        while at < len(blocks) and blocks[at].span.start < one.span.end:
            here[at].append(one)
            at += 1
    return here


def _cells(block: Block) -> tuple[Span, ...]:
    """The cells of a row, each to the beginning of the next, so that nothing between them is lost; else the block."""
    if block.kind is not BlockKind.ROW or not block.cells:
        return (block.span,)
    edges = [block.span.start, *(cell.start for cell in block.cells[1:]), block.span.end]
    return tuple(Span(start, max(start, end)) for start, end in pairwise(edges))


def _split(text: str, span: Span, found: Sequence[Found], named: Sequence[Named], *, last: bool) -> tuple[Piece, ...]:
    """A cell's pieces; what parts it from the next one is a piece of its own."""
    parted = not last and span.of(text).endswith(CELL_SEPARATOR)
    end = span.end - len(CELL_SEPARATOR) if parted else span.end
    spans = [*(one.span for one in found), *(one.span for one in named)]
    edges = {edge for one in spans for edge in (one.start, one.end)}
    cuts = sorted({span.start, end, span.end, *(edge for edge in edges if span.start < edge < span.end)})
    return tuple(
        Piece(
            _clean(text[start:stop]),
            tuple(one for one in found if one.span.start < stop and start < one.span.end),
            named=next((one for one in named if one.span.start < stop and start < one.span.end), None),
            separates=start >= end,
        )
        for start, stop in pairwise(cuts)
    )


def _clean(words: str) -> str:
    """The words with single spaces, also at the ends, and without characters that no page should carry."""
    inner = fold(words)
    before = " " if words[:1].isspace() else ""
    after = " " if inner and words[-1:].isspace() else ""
    return f"{before}{inner}{after}"


def _ends(pieces: Iterable[Piece]) -> Iterable[Piece]:
    """The pieces, with which findings begin and end in them."""
    every = list(pieces)
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    for at, piece in enumerate(every):
        for one in piece.found:
            first.setdefault(one.anchor, at)
            if piece.text.strip():
                last[one.anchor] = at
    seen: set[Span] = set()
    for at, piece in enumerate(every):
        names = piece.named is not None and piece.named.span not in seen
        if piece.named is not None:
            seen.add(piece.named.span)
        opens = tuple(one for one in piece.found if first[one.anchor] == at)
        closes = tuple(one for one in piece.found if last.get(one.anchor) == at)
        yield replace(piece, opens=opens, closes=closes, names=names)
