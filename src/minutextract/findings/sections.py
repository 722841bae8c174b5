"""Stretches of the minutes that list actions: those of earlier meetings, those that are done, and new ones."""

from __future__ import annotations

import re
from enum import StrEnum

from minutextract.document import Block, BlockKind, Document
from minutextract.structure.agenda import is_item_head


class ActionSection(StrEnum):
    """What a heading or lead-in says about the actions below it."""

    REVIEW = "review"
    COMPLETED = "completed"
    LIST = "list"


_TITLE = re.compile(
    r"\b(?:actions|action[\s-](?:points?|items?|lists?|logs?|registers?|reviews?|summary|overflow)|tasks|to-?dos?|ais)\b|^action$|^next\s+steps$",
    re.IGNORECASE,
)
# "GitHub actions", "police actions": things that go by the name.
_NAMED = re.compile(r"\b(?:github|ci|police|class|legal|direct|industrial)\s+actions?\b", re.IGNORECASE)
_NEW = re.compile(
    r"\b(?:new|this\s+meeting|remaining|summary|resulting|following\s+(?:from\s+)?this|next)\b", re.IGNORECASE
)
_COMPLETED = re.compile(r"\b(?:completed|closed|done|finished)\b", re.IGNORECASE)
_EARLIER = re.compile(
    r"\b(?:previous|last|prior|earlier|past|old|outstanding|open|pending|ongoing|carried|existing|review\w*|recap|"
    r"follow(?:ing)?[\s-]up|status|reports?|results?|updates?|progress|"
    r"from\s+(?:the\s+)?(?:[\w/.]+\s+){0,3}(?:meetings?|minutes))\b",
    re.IGNORECASE,
)
_LONGEST_TITLE = 10
# "a.", "b)": points of an item that has a figure, also where nothing indents them.
_LETTER, _LETTERED = re.compile(r"[a-z][.)]\s*"), 10
# How close a block binds what stands below it: a heading by its level, other heads, list items by theirs, then lines.
_HEAD, _ITEM, _LINE, _ROW = 20, 40, 60, 80


def action_sections(document: Document) -> dict[int, ActionSection]:
    """The kind of section that a block stands in, by the block's index; blocks outside such sections are left out."""
    found: dict[int, ActionSection] = {}
    kind, rank = None, 0
    for index, block in enumerate(document.blocks):
        own = _rank(document, block)
        if kind and _closes(own, rank):
            kind = None
        if own <= _LINE and (titled := _kind(document, block, own)) and not (kind and own > rank >= _HEAD):
            kind, rank = titled, own
        elif kind:
            found[index] = kind
    return found


def _rank(document: Document, block: Block) -> int:
    if block.kind is BlockKind.HEADING:
        return min(block.level, _HEAD - 1)
    if block.kind is BlockKind.ROW:
        return _ROW
    if is_item_head(document, block):
        return _HEAD + min(block.level, _LETTERED - 1) + (_LETTERED if _LETTER.fullmatch(block.number or "") else 0)
    return _ITEM + min(block.level, _HEAD - 1) if block.kind is BlockKind.ITEM else _LINE


def _closes(own: int, rank: int) -> bool:
    """Whether a block of one rank ends a section that a block of another opened."""
    if rank >= _LINE:
        return own < _ITEM or own == _LINE
    return own <= rank


def _kind(document: Document, block: Block, rank: int) -> ActionSection | None:
    words = block.content.of(document.text).strip(" *_")
    if rank >= _ITEM and not words.endswith(":"):
        return None
    title = words.rstrip(":").strip(" *_")
    if len(title.split()) > _LONGEST_TITLE or not _TITLE.search(title) or _NAMED.search(title) or title[-1:] in ".?!":
        return None
    if _NEW.search(title):
        return ActionSection.LIST
    if _COMPLETED.search(title):
        return ActionSection.COMPLETED
    return ActionSection.REVIEW if _EARLIER.search(title) else ActionSection.LIST
