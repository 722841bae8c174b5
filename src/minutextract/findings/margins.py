"""Owners behind or beside a paragraph: in a column of their own, or behind the word "action" at its end.

Readers hand a column on as blocks that hold nothing else, each below what it stands beside.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from minutextract.document import Block, BlockKind, Document, Span
from minutextract.people.names import is_initials, looks_like_name
from minutextract.record import Mention

_PART = re.compile(r"[^\s,/&+;]+(?:\s+(?!and\b|&)[^\s,/&+;]+)*?(?=\s*(?:[,/&+;]|\band\b|$))")
_MARK = re.compile(r"(?:actions?\b(?:\s+(?:by|for))?\s*[:\-–]?\s*)?", re.IGNORECASE)
# What says whose the task above is, but not that it is one.
_WHO = re.compile(r"(?:volunteers?|owners?|leads?|assigned\s+to|assignees?|responsible)\s*:\s*", re.IGNORECASE)
_TAIL = re.compile(r"(?<=[.!?)])\s+(?:ACTIONS?|Actions?)\b(?:\s+(?:by|for))?\s*[:\-–]?\s*(?=[^.!?]{1,40}\.?$)")
_COLUMN_HEAD = re.compile(r"(?:.*\|\s*)?actions?(?:\s+by)?\s*:?", re.IGNORECASE)
_GROUPS = frozenset({"all", "clerk", "the clerk", "chair", "the chair", "everyone"})
_LONGEST = 40
# So many make a column where no head says that there is one.
_FEWEST = 2
# A line of minutes with its owner, between two rows of one table.
_MOST_STACKED = 3


@dataclass(frozen=True, slots=True)
class Margin:
    """The owners beside a block.

    Attributes:
        owners: their words.
        span: the same with the mark in front of them.
        sure: whether a mark or a column of its own says that these are owners.
        names_who: whether "Volunteers:" or the like leads them, which makes no task of what stands above.
    """

    owners: Span
    span: Span
    sure: bool
    names_who: bool = False


def margin_owners(document: Document, mentions: Sequence[Mention]) -> dict[int, Margin]:
    """The owners beside or behind a block, by its index, where they are those of one line.

    Args:
        document: the minutes.
        mentions: of the whole body; who stands there without a mark must be known.
    """
    known = {mention.span.start: mention for mention in mentions if mention.person}
    beside: dict[int, list[Margin]] = {}
    last = -1
    for index, block in enumerate(document.blocks):
        margin = _alone(document, block, known)
        if margin and (margin.names_who and _leads_a_list(document, index)):
            margin = None
        if margin and margin.span == margin.owners and _opens_names(document, index):
            margin = None
        if margin is None:
            last = index
            if tail := _tail(document, block, known):
                beside.setdefault(index, []).append(tail)
        elif last >= 0 and _is_body(document, document.blocks[last], block):
            beside.setdefault(last, []).append(margin)
    # Two lines of owners beside one paragraph: which belongs to what, nobody can tell.
    torn = _stacked(document, set(beside))
    single = {index: margins[0] for index, margins in beside.items() if len(margins) == 1 and index not in torn}
    unnamed = sum(not margins[0].names_who for margins in beside.values())
    column = unnamed >= _FEWEST or _has_column_head(document)
    return {index: replace(one, sure=(one.sure or column) and not one.names_who) for index, one in single.items()}


def _stacked(document: Document, beside: set[int]) -> set[int]:
    """The blocks, of those with owners beside them, in a row whose cells stand below each other.

    The lines of its first cell all come before those of its last: which belong together, nobody can tell.
    """
    rows = [at for at, block in enumerate(document.blocks) if block.kind is BlockKind.ROW]
    found: set[int] = set()
    for above, below in pairwise(rows):
        if document.blocks[above].table == document.blocks[below].table and below - above > _MOST_STACKED:
            found |= beside & set(range(above + 1, below))
    return found


def _leads_a_list(document: Document, index: int) -> bool:
    """Whether the next line hangs on this one."""
    below = document.blocks[index + 1 : index + 2]
    own = document.blocks[index]
    return any(
        one.kind is BlockKind.ITEM and (own.kind is not BlockKind.ITEM or one.level > own.level) for one in below
    )


def _opens_names(document: Document, index: int) -> bool:
    """Whether the next line is somebody's name as well: then the line above leads a list of people."""
    own = document.blocks[index]
    return any(
        below.kind is own.kind
        and below.level == own.level
        and " " in (words := below.content.of(document.text).strip(" .,"))
        and looks_like_name(words)
        for below in document.blocks[index + 1 : index + 2]
    )


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
        and (margin.kind is not BlockKind.ITEM or margin.level >= above.level)
        and len(said.split()) > _FEWEST
        and not said.endswith(":")
        and not looks_like_name(said)
    )


def _alone(document: Document, block: Block, known: Mapping[int, Mention]) -> Margin | None:
    words = block.content.of(document.text)
    if len(words) > _LONGEST or block.kind in (BlockKind.HEADING, BlockKind.ROW) or block.number:
        return None
    mark = (who := _WHO.match(words)) or _MARK.match(words)
    owners = Span(block.content.start + (mark.end() if mark else 0), block.content.end)
    marked = owners.start > block.content.start
    if not _names_owners(document, owners, known, marked=marked):
        return None
    return Margin(owners, block.content, marked, names_who=who is not None)


def _tail(document: Document, block: Block, known: Mapping[int, Mention]) -> Margin | None:
    found = _TAIL.search(document.text, block.content.start, block.content.end)
    if found is None:
        return None
    owners = Span(found.end(), block.content.end)
    span = Span(found.start() + 1, block.content.end)
    return Margin(owners, span, sure=True) if _names_owners(document, owners, known, marked=True) else None


def _names_owners(document: Document, span: Span, known: Mapping[int, Mention], *, marked: bool) -> bool:
    found = False
    for part in _PART.finditer(document.text, span.start, span.end):
        mention = known.get(part.start())
        words = part[0].strip(".")
        if words.lower() == "and":
            continue
        is_known = mention and mention.span.end >= part.start() + len(words)
        if not is_known and words.lower() not in _GROUPS and not (marked and is_initials(words)):
            return False
        found = True
    return found
