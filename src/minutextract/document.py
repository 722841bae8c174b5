"""What a reader makes of a file: one text that never changes, and blocks that point into it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath

# What stands between the cells of a row in `Document.text`.
CELL_SEPARATOR = " | "
# What parts a message's path from the names of the documents attached to it.
_OF_A_MAIL = re.compile(r"(?<=\.eml)!|(?<=\.mbox)!", re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Character offsets into `Document.text`, end exclusive."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that the span covers."""
        return text[self.start : self.end]

    def within(self, other: Span) -> bool:
        """Whether every character of this span is in the other."""
        return other.start <= self.start and self.end <= other.end

    def __len__(self) -> int:
        return self.end - self.start


class BlockKind(StrEnum):
    """The shapes in which text stands on a page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Source:
    """The file behind a document; `sha256` names its bytes."""

    path: str
    sha256: str
    media_type: str
    size: int

    @property
    def name(self) -> str:
        """The file's own name; of a document attached to a message, without the message's."""
        return _OF_A_MAIL.split(PurePath(self.path).name)[-1]

    @property
    def part(self) -> str:
        """The name of a document within its file, such as one attached to a message; "" for the file's own text."""
        return "!".join(_OF_A_MAIL.split(PurePath(self.path).name)[1:])


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item or table row.

    Attributes:
        kind: the shape in which the text stands.
        span: the whole block; a list number is part of it, a bullet mark is not.
        content: the block without its list number.
        level: of a heading from 1, nesting of a list item from 0.
        number: the list number as shown ("2.", "a)"), if there is one.
        page: counted from 1, where the format has pages.
        cells: of a row, left to right; empty cells are empty spans.
        table: of a row, which table of the document it belongs to, counted from 0.
        bold: the whole block is emphasised, as headings without a heading style are.
        checked: of a list item with a check box, whether it is ticked.
    """

    kind: BlockKind
    span: Span
    content: Span
    level: int = 0
    number: str | None = None
    page: int | None = None
    cells: tuple[Span, ...] = ()
    table: int | None = None
    bold: bool = False
    checked: bool | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One text and its blocks, in reading order; blocks do not overlap and are parted by line feeds.

    Attributes:
        source: the file.
        text: everything that is read.
        blocks: its parts.
        warnings: what the reader could not do.
        title: in the file's properties, where the format has them; often left over from an older file.
    """

    source: Source
    text: str
    blocks: tuple[Block, ...]
    warnings: tuple[str, ...] = ()
    title: str | None = None

    @property
    def extent(self) -> Span:
        """From the first block to the last: of a file that holds several meetings, each has its own."""
        return Span(self.blocks[0].span.start, self.blocks[-1].span.end) if self.blocks else Span(0, 0)

    @property
    def stretches(self) -> tuple[Span, ...]:
        """The extent without what its blocks leave out between them: other meetings below a list of all members."""
        found: list[Span] = []
        for block in self.blocks:
            if found and not self.text[found[-1].end : block.span.start].strip():
                found[-1] = Span(found[-1].start, block.span.end)
            else:
                found.append(block.span)
        return tuple(found)
