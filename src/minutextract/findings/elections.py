"""Who was chosen for what: lists of posts below "Officers"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutextract.document import Block, BlockKind, Document
from minutextract.people.names import looks_like_name

_POST = (
    r"(?:(?:vice|deputy|co|junior|senior|web|social|publicity|membership|shop|club)[\s-]+)?(?:chair(?:man|woman|person)?|president|"
    r"pres|secretary|treasurer|sysop|webmaster|manager|officer|director|captain|librarian|auditor|editor|steward|trustee)"
)
_POSTS = re.compile(
    rf"(?P<post>{_POST}(?:\s*/\s*[\w ]{{3,25}})?)\s*:\s*(?P<names>[^:]{{2,80}})",
    re.IGNORECASE,
)
_LIST = re.compile(
    r"\W*(?:(?:new|elected|election\s+of|elections?\s+of)\s+)?(?:officers?|office\s+bearers|elections?|appointments?)\s*:?\W*",
    re.IGNORECASE,
)
_FEWEST = 2


def appointments(document: Document) -> frozenset[int]:
    """The blocks, by index, that tell who has a post, in a list below "Officers" or "Election of officers"."""
    found = set[int]()
    for index, block in enumerate(document.blocks):
        if index and _LIST.fullmatch(block.content.of(document.text)):
            below = [at for at in _below(document, index, block) if _names_holder(document, document.blocks[at])]
            if len(below) >= _FEWEST:
                found.update(below)
    return frozenset(found)


def _below(document: Document, index: int, lead: Block) -> Iterator[int]:
    """The items of the list that a block leads in."""
    level = lead.level + 1 if lead.kind is BlockKind.ITEM else 0
    for at in range(index + 1, len(document.blocks)):
        block = document.blocks[at]
        if block.kind is not BlockKind.ITEM or block.level < level:
            return
        if block.level == level:
            yield at


def _names_holder(document: Document, block: Block) -> bool:
    found = _POSTS.fullmatch(block.content.of(document.text).strip(" ."))
    if not found:
        return False
    names = re.split(r"\s*(?:,|&|\band\b)\s*", re.sub(r"\([^()]*\)", "", found["names"]).strip())
    return all(looks_like_name(name, single=True) for name in names if name)
