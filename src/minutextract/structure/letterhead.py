"""Officers whom a letterhead names above the title of the minutes: they hold posts, and need not have been there."""

from __future__ import annotations

import re

from minutextract.document import BlockKind, Document
from minutextract.structure.labels import ROLE_LABELS

_LAST = 4
_OFFICE = re.compile(
    r"(?:^|[\s,;|])(" + "|".join(re.escape(role) for role in ROLE_LABELS) + r")\s*[:–]\s*(?=[A-Z])", re.IGNORECASE
)
_OF_MINUTES = re.compile(r"\b(?:minutes|meeting|notes|agm|egm|call|session)\b", re.IGNORECASE)
_LIST = re.compile(
    r"\W{0,20}(?:\d[\d.]{0,10}\s*)?(?:members\s+|those\s+|also\s+)?(?:present|attend(?:ance|ees|ing)|in\s+attendance|participants|apologies)\b",
    re.IGNORECASE,
)
_LIST_WITHIN = 25


def is_letterhead(document: Document, index: int) -> bool:
    """Whether a block names officers ("President: … Secretary: …") above the title, with an attendance list below.

    Args:
        document: the minutes.
        index: of the block.
    """
    block = document.blocks[index]
    text = block.content.of(document.text)
    if index > _LAST or block.kind is BlockKind.ROW or not text.lower().startswith("president"):
        return False
    if len(_OFFICE.findall(text)) < 2:
        return False
    above = [one.content.of(document.text) for one in document.blocks[:index]]
    below = [one.content.of(document.text) for one in document.blocks[index + 1 : index + _LIST_WITHIN]]
    titles = next((at for at, line in enumerate(below) if _OF_MINUTES.search(line)), None)
    lists = next((at for at, line in enumerate(below) if _LIST.match(line)), None)
    return not any(map(_OF_MINUTES.search, above)) and titles is not None and lists is not None and titles < lists
