"""Agenda items that no heading opens: bullets with notes below, lettered sub-items, labels that open paragraphs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from minutextract.document import Block, BlockKind, Document
from minutextract.people.given_names import GIVEN_NAMES

# Titles that say that an agenda follows, and not what it is about.
_GENERIC = frozenset(
    "agenda item items topic topics discuss discussion discussions discussed note notes minute minutes point points "
    "business matters general new main other any open exchange meeting meetings follow up from the last previous for "
    "and of on to our in today all list team weekly monthly".split()
)
_NAMES_AGENDA = re.compile(
    r"\b(?:agenda|topics|(?:meeting|call)\s+(?:notes|minutes))\b|\b(?:notes|minutes)\W*$", re.IGNORECASE
)
# "Agenda Item 23/04: Updates": what is behind the number is the title.
_ITEM_NUMBER = re.compile(r"^\W{0,9}(?:agenda\s+)?item\W{0,3}\d[\d/.\-]{0,9}[a-z]?\W{1,4}(?=\w)", re.IGNORECASE)
_SLOT = re.compile(r"\s*(?:[\[(][^\[\]()]{1,30}[\])]\s*)?(?:\d{1,3}\s*(?:min|mins|minutes|m))?\s*:?\s*$", re.IGNORECASE)
_SLOT_WITH_TIME = re.compile(r"[\[(][^\[\]()]{1,30}[\])]|\d\s*min", re.IGNORECASE)
_FINITE = re.compile(
    r"\b(?:was|were|is|are|has|have|had|will|would|should|can|could|must|did|does|do|reported|noted|agreed|asked|thanked|"
    r"said|gave|needs?|now|wins|won|resigned|nominates|nominated|accepts)\b|['’](?:s|re|ll|ve|d)\s+(?:been|being|going|\w+ing|a|the|not)\b"
)
_CUE = re.compile(
    r"^(?:actions?|decisions?|decided|resolved|agreed|todo|ai|ap|next steps?|motion|vote|result|outcome|present|"
    r"attendees|participants|apologies|regrets|chair|duration|date|time)\b",
    re.IGNORECASE,
)
_LONGEST = 20
_LONGEST_SUB_ITEM = 8
_LABEL = re.compile(
    r"^((?-i:[A-Z])[\w’'&/\-]*(?:\s+(?:(?-i:[A-Z])[\w’'&/\-]*|of|and|the|for|to|on|in)){0,5}):\s+(?=\S)"
)
_AGENDA_LABEL = re.compile(
    r"\b(?:business|reports?|comments?|correspondence|matters|finances?|treasurer|updates?|announcements?|minutes|planning|"
    r"roads?|membership|budget)\b",
    re.IGNORECASE,
)
_FEWEST_LABELS = 3
# So many bullets, each with a paragraph below it and no bullets, are topics.
_FEWEST_TOLD = 3


@dataclass(frozen=True, slots=True)
class Topic:
    """An item within a section: its first block, the one behind its last (indices), its letter and title."""

    first: int
    end: int
    letter: str | None
    title: str


def find_topics(
    document: Document, section: range, title: str | None, open_blocks: Callable[[int], bool]
) -> list[Topic]:
    """The topics of one section.

    Args:
        document: the minutes.
        section: the indices of the blocks below the section's heading.
        title: the section's, None above the first heading.
        open_blocks: whether the block at an index is no part of an attendance list or the header.
    """
    blocks = [index for index in section if open_blocks(index)]
    lettered = list(_lettered(document, blocks))
    if lettered:
        return lettered
    return list(_bullets(document, blocks)) if title is None or _is_generic(title) else []


def find_labelled(document: Document, blocks: Sequence[int]) -> list[Topic]:
    """The topics of minutes without headings whose paragraphs begin with what they are about ("Old Business: …")."""
    labels = [(index, found[1]) for index in blocks if (found := _label(document, document.blocks[index]))]
    first = next((at for at, (_, label) in enumerate(labels) if _AGENDA_LABEL.search(label)), len(labels))
    labels = labels[first:]
    if len(labels) < _FEWEST_LABELS or sum(bool(_AGENDA_LABEL.search(label)) for _, label in labels) < 2:
        return []
    ends = [*(index for index, _ in labels[1:]), labels[-1][0] + 1]
    return [
        Topic(index, end, None, label)
        for (index, label), end in zip(labels, ends, strict=True)
        if label.split()[0].lower() not in GIVEN_NAMES
    ]


def _label(document: Document, block: Block) -> re.Match[str] | None:
    text = block.content.of(document.text)
    found = _LABEL.match(text) if block.kind is BlockKind.PARAGRAPH else None
    return found if found and not _CUE.match(text) else None


def _is_generic(title: str) -> bool:
    title = _ITEM_NUMBER.sub("", title, count=1)
    words = re.findall(r"[^\W\d_]+", title.lower())
    return set(words) <= _GENERIC or bool(_NAMES_AGENDA.search(title))


def _bullets(document: Document, blocks: Sequence[int]) -> Iterator[Topic]:
    """First-level bullets with bullets below, if there are several and most of those that have any look like titles."""
    listed = [index for index in blocks if document.blocks[index].kind is BlockKind.ITEM]
    level = min((document.blocks[index].level for index in listed), default=0)
    heads = [index for index in listed if document.blocks[index].level == level]
    below = dict(pairwise(listed))
    parents = [index for index in heads if index in below and document.blocks[below[index]].level > level]
    if not parents and len(heads) >= _FEWEST_TOLD and all(_is_told(document, index, blocks) for index in heads):
        parents = heads
    titled = [index for index in parents if _is_title(document, document.blocks[index])]
    if len(titled) < 2 or 2 * len(titled) < len(parents):
        return
    for index in titled:
        following = next((other for other in heads if other > index), None)
        end = following if following is not None else _last_child(document, index, blocks) + 1
        yield Topic(index, end, None, _title(document, document.blocks[index]))


def _is_told(document: Document, head: int, blocks: Sequence[int]) -> bool:
    """Whether the paragraph below a bullet tells of it."""
    return head + 1 in blocks and document.blocks[head + 1].kind is BlockKind.PARAGRAPH


def _last_child(document: Document, head: int, blocks: Sequence[int]) -> int:
    last = head
    for index in blocks:
        block = document.blocks[index]
        nested = block.kind is BlockKind.ITEM and block.level > document.blocks[head].level
        if index > head and (nested or (block.kind is BlockKind.PARAGRAPH and index == last + 1)):
            last = index
    return last


def _is_title(document: Document, block: Block) -> bool:
    text = block.content.of(document.text).strip()
    # At the first level, lines with numbers are items of their own.
    if block.checked is not None or (block.number is not None and block.level == 0) or _CUE.match(text):
        return False
    told = _FINITE.search(text) and not text.endswith("?") and not _SLOT_WITH_TIME.search(text)
    short = len(text.split()) <= _LONGEST and text[-1:] not in ".;,"
    return short and not told and not text.startswith("http") and any(map(str.isalpha, text))


def _title(document: Document, block: Block) -> str:
    text = block.content.of(document.text).strip()
    return _SLOT.sub("", _SLOT.sub("", text)).strip(" :–—-") or text


def _lettered(document: Document, blocks: Sequence[int]) -> Iterator[Topic]:
    """Short lettered lines one level below a numbered item ("4. Reports": "a. Garden", "b. Shed")."""
    heads = [index for index in blocks if _is_lettered(document.blocks[index])]
    titled = [index for index in heads if _is_short(document, document.blocks[index])]
    if len(titled) < 2 or 2 * len(titled) < len(heads):
        return
    for index in titled:
        end = next((other for other in heads if other > index), blocks[-1] + 1)
        block = document.blocks[index]
        yield Topic(index, end, (block.number or "").strip("().: "), _title(document, block))


def _is_lettered(block: Block) -> bool:
    letter = (block.number or "").strip("().: ")
    return block.kind is BlockKind.ITEM and block.level == 1 and len(letter) == 1 and letter.isalpha()


def _is_short(document: Document, block: Block) -> bool:
    text = block.content.of(document.text).strip()
    short = len(text.split()) <= _LONGEST_SUB_ITEM and text[-1:] not in ".;,:"
    return short and text[:1].isupper() and not _CUE.match(text) and not _FINITE.search(text)
