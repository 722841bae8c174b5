"""Which sentence leads a list in, for items that go on from it ("… thanked members for: - AB for …")."""

from __future__ import annotations

from collections.abc import Sequence

from minutextract.document import BlockKind, Document
from minutextract.record import Sentence


def lead_ins(document: Document, sentences: Sequence[Sentence]) -> dict[str, Sentence]:
    """For each sentence in a list item, by id, the sentence that ends in a colon right before the list."""
    last_of_block = {sentence.block: sentence for sentence in sentences}
    found = {}
    for sentence in sentences:
        lead = _lead_block(document, sentence.block)
        if lead is not None and lead in last_of_block:
            found[sentence.id] = last_of_block[lead]
    return found


def _lead_block(document: Document, index: int) -> int | None:
    block = document.blocks[index]
    if block.kind is not BlockKind.ITEM:
        return None
    for before in range(index - 1, -1, -1):
        other = document.blocks[before]
        if other.kind is BlockKind.ITEM and other.level >= block.level:
            if (
                other.level == block.level
                and other.span.of(document.text).endswith(":")
                and other.number != block.number
            ):
                return before
            continue
        return before if other.span.of(document.text).endswith(":") else None
    return None


def parent_of(document: Document, index: int) -> int | None:
    """The list item that a nested one belongs to, by index of their blocks."""
    block = document.blocks[index]
    if block.kind is not BlockKind.ITEM or not block.level:
        return None
    for before in range(index - 1, -1, -1):
        other = document.blocks[before]
        if other.kind is not BlockKind.ITEM:
            return None
        if other.level < block.level:
            return before
    return None
