"""What a file of several meetings holds beside them: sections of other days, and what is appended at its end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from minutextract.document import Block, BlockKind, Document

_LONGEST = 14


@dataclass(frozen=True, slots=True)
class Apart:
    """A stretch of blocks that belongs to no meeting: indices of its first block and of the one behind its last."""

    index: int
    end: int
    date: date | None


def sections_apart(
    document: Document, heads: Sequence[int], days: Sequence[date], day_of: Callable[[str], date | None]
) -> list[Apart]:
    """The sections whose headings rank with those of the meetings, where nothing but meetings has such headings.

    A heading with another day than that of the meeting above ends it ("Slides of 4 May"); so does one without a day
    behind the last meeting ("Ideas"). Where the headings within a meeting rank with its own, nothing stands apart.

    Args:
        document: the minutes.
        heads: the indices of the meetings' headings, in order.
        days: of these meetings.
        day_of: the one day that a line names.
    """
    rank = document.blocks[heads[0]]
    if rank.kind is not BlockKind.HEADING:
        return []
    others = [
        index for index in range(heads[0], len(document.blocks)) if index not in heads and _ranks(document, index, rank)
    ]
    dated = {index: day for index in others if (day := day_of(document.blocks[index].content.of(document.text)))}
    undated = [index for index in others if index not in dated]
    if any(index < heads[-1] for index in undated) or len(dated) >= len(heads):
        return []
    if any(dated[index] in days for index in dated):
        return []
    starts = sorted({*dated, *undated[:1]})
    stops = sorted({*heads, *starts, len(document.blocks)})
    return [Apart(at, next(stop for stop in stops if stop > at), dated.get(at)) for at in starts]


def _ranks(document: Document, index: int, rank: Block) -> bool:
    block = document.blocks[index]
    words = block.content.of(document.text).split()
    return block.kind is BlockKind.HEADING and block.level <= rank.level and 0 < len(words) <= _LONGEST
