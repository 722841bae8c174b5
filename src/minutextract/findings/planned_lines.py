"""Lists of what is planned, wanted or weighed up: agendas, what to read beforehand, alternatives."""

from __future__ import annotations

import re
from itertools import pairwise

from minutextract.document import BlockKind, Document
from minutextract.findings.lists import parent_of

_AGENDA = re.compile(
    r"(?:(?:proposed|draft|tentative|suggested|meeting|today[’']s)\s+)?agenda(?:\s+(?:items?|topics?|points?))?|"
    r"(?:agenda|topics?)(?:\s+items?)?\s+for\s+(?:the\s+|our\s+)?next\s+(?:meeting|call|session|time|week)|"
    r"(?:topics?|items?|points?|matters?)?\s*(?:to\s+(?:be\s+)?discuss(?:ed)?|for\s+discussion)|"
    r"the\s+following\s+(?:(?:points?|items?|topics?|questions?|matters?|issues?)\s+)?were\s+(?:raised|asked|suggested|mentioned)",
    re.IGNORECASE,
)
_TITLE_OF_AGENDA = re.compile(
    r"(?:(?:proposed|draft|tentative|suggested|meeting|today[’']s)\s+)?agenda(?:\s+(?:items?|topics?|points?))?",
    re.IGNORECASE,
)
_TITLE_OF_NOTES = re.compile(
    r"(?:meeting\s+)?(?:notes|minutes|discussions?|transcript)(?:\s+of\s+the\s+meeting)?", re.IGNORECASE
)
_BEFOREHAND = re.compile(
    r"preparations?|preparatory\s+(?:work|reading)|pre-?(?:work|reading)|before\s+the\s+meeting|"
    r"(?:meeting\s+)?(?:objectives|aims|goals)(?:\s+of\s+(?:the|this)\s+meeting)?|expected\s+outcomes?|"
    r"(?:the\s+|our\s+|my\s+)?(?:(?:initial|original|main|first|earlier|last)\s+)?(?:goals|aims|objectives|targets|plans)"
    r"(?:\s+(?:for|of)\s+(?:the|this|last)\s+[\w’'-]+(?:\s[\w’'-]+)?)?\s+(?:were|had\s+been)|"
    r"(?:[\w’'-]+\s+){0,3}wish-?\s?lists?|"
    r"(?:(?:functional|non-functional|user|product|client)\s+)?(?:requirements|features|user\s+stories|backlog|specifications?)",
    re.IGNORECASE,
)
_WEIGHED = re.compile(
    r"(?:(?:possible|other|an?|the|some)\s+)?(?:alternatives?|options?|possibilit(?:y|ies)|scenarios?)(?:\s+(?:\d|[A-Z]))?",
    re.IGNORECASE,
)
# "Alternative: ask the lodgers", "Option B: move the bench".
_WEIGHED_INLINE = re.compile(r"\W*(?:alternative(?:ly)?|option(?:\s+(?:\d|[A-Z]))?)\s*[:–—-]\s", re.IGNORECASE)
_LONGEST_TITLE = 60


def planned_lines(document: Document) -> frozenset[int]:
    """The blocks, by index, of list items that stand flat below such a title and therefore tell nothing that was said.

    An agenda under whose items notes were taken is no such list: items within items, or ends of sentences, show it.
    """
    found: set[int] = set()
    for index, block in enumerate(document.blocks):
        title = block.content.of(document.text).strip(" *_:")
        if block.kind is BlockKind.ROW or len(title) > _LONGEST_TITLE:
            continue
        agenda = bool(_AGENDA.fullmatch(title))
        if agenda or _BEFOREHAND.fullmatch(title):
            below = _items_below(document, index)
            if not (agenda and _has_notes(document, below)):
                found.update(below)
    return frozenset(found)


def agenda_lines(document: Document) -> frozenset[int]:
    """The blocks, by index, of an agenda's items where what was said stands under a heading of its own further down."""
    found: set[int] = set()
    headings = [
        (index, block.content.of(document.text).strip(" *_:"))
        for index, block in enumerate(document.blocks)
        if block.kind is BlockKind.HEADING
    ]
    for (index, title), (_, after) in pairwise(headings):
        if _TITLE_OF_AGENDA.fullmatch(title) and _TITLE_OF_NOTES.fullmatch(after):
            # A whole sentence is a note, taken there after all.
            items = _items_below(document, index)
            found.update(
                at for at in items if not document.blocks[at].content.of(document.text).rstrip().endswith((".", "!"))
            )
    return frozenset(found)


def is_weighed(document: Document, index: int, said: str) -> bool:
    """Whether a line stands under, or behind, the word "Alternative" or "Option"."""
    if _WEIGHED_INLINE.match(said):
        return True
    parent = parent_of(document, index)
    if parent is None:
        return False
    return bool(_WEIGHED.fullmatch(document.blocks[parent].content.of(document.text).strip(" *_:")))


def _items_below(document: Document, title: int) -> list[int]:
    own = document.blocks[title]
    found: list[int] = []
    for index in range(title + 1, len(document.blocks)):
        block = document.blocks[index]
        if block.kind is not BlockKind.ITEM or (own.kind is BlockKind.ITEM and block.level <= own.level):
            break
        found.append(index)
    return found


def _has_notes(document: Document, items: list[int]) -> bool:
    levels = {document.blocks[at].level for at in items}
    ended = sum(document.blocks[at].content.of(document.text).endswith(".") for at in items)
    return len(levels) > 1 or ended * 2 > len(items)
