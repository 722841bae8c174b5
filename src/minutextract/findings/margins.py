"""Owners in a column of their own: readers hand each on as a block that holds nothing else, below what it stands beside."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from minutextract.document import Block, BlockKind, Document, Span
from minutextract.record import Mention

_PART = re.compile(r"[^\s,/&+;]+(?:\s+(?!and\b|&)[^\s,/&+;]+)*?(?=\s*(?:[,/&+;]|\band\b|$))")
_MARK = re.compile(r"(?:actions?\s*[:\-–]?\s*)?", re.IGNORECASE)
_COLUMN_HEAD = re.compile(r"(?:.*\|\s*)?actions?(?:\s+by)?\s*:?", re.IGNORECASE)
_GROUPS = frozenset({"all", "clerk", "the clerk", "chair", "the chair", "everyone"})
_LONGEST = 40
# So many make a column where no head says that there is one.
_FEWEST = 2


def margin_owners(document: Document, mentions: Sequence[Mention]) -> dict[int, Span]:
    """The owners beside a block, by its index, where the document has such a column and they are those of one line.

    Args:
        document: the minutes.
        mentions: of the whole body; who stands in the margin must be known.
    """
    known = {mention.span.start: mention for mention in mentions if mention.person}
    beside: dict[int, list[Span]] = {}
    last = -1
    for index, block in enumerate(document.blocks):
        owners = _owners_alone(document, block, known)
        if owners is None:
            last = index
        elif last >= 0 and _is_body(document, document.blocks[last], block):
            beside.setdefault(last, []).append(owners)
    if len(beside) < _FEWEST and not _has_column_head(document):
        return {}
    # Two lines of owners beside one paragraph: which belongs to what, nobody can tell.
    return {index: spans[0] for index, spans in beside.items() if len(spans) == 1}


def _has_column_head(document: Document) -> bool:
    return any(
        _COLUMN_HEAD.fullmatch(block.content.of(document.text).strip(" *"))
        for block in document.blocks
        if len(block.content) <= _LONGEST
    )


def _is_body(document: Document, above: Block, margin: Block) -> bool:
    said = above.content.of(document.text)
    return (
        above.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM)
        and not above.bold
        and not margin.bold
        and margin.level >= above.level * (margin.kind is BlockKind.ITEM)
        and len(said.split()) > _FEWEST
        and not said.endswith(":")
    )


def _owners_alone(document: Document, block: Block, known: Mapping[int, Mention]) -> Span | None:
    words = block.content.of(document.text)
    if len(words) > _LONGEST or block.kind in (BlockKind.HEADING, BlockKind.ROW) or block.number:
        return None
    start = block.content.start + len(_MARK.match(words)[0])  # type: ignore[index]
    found = False
    for part in _PART.finditer(document.text, start, block.content.end):
        mention = known.get(part.start())
        if part[0].lower() == "and":
            continue
        if not (mention and mention.span.end == part.end()) and part[0].lower().strip(".") not in _GROUPS:
            return None
        found = True
    return Span(start, block.content.end) if found else None
