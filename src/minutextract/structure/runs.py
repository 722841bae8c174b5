"""Lines that stand together in an attendance list: what their commas part shows in all of them, not in one."""

from __future__ import annotations

import re
from enum import Enum

from minutextract.document import BlockKind, Document
from minutextract.people.names import looks_like_name
from minutextract.structure.brackets import split_list, take_brackets
from minutextract.structure.roster import are_reversed

_FEWEST = 3
_LONGEST = 14
# Between a name that ends a line and one that begins the next; so many single names make them the rule.
_BETWEEN_SINGLE = re.compile(r"(?:(?<=\w)|(?<=\)))\n(?=[A-Z][\w’'-]*\s*(?:[,(\n]|$))")
_FEWEST_SINGLE = 4


class Shape(Enum):
    """What a comma means in the lines of a list."""

    PLAIN = "plain"
    ONE_EACH = "one each"
    REVERSED = "reversed"


def run_shape(document: Document, index: int) -> Shape:
    """The shape of the lines around a block: of its kind, short, one below the other."""
    lines = _run(document, index)
    if are_reversed(lines):
        return Shape.REVERSED
    parts = [[take_brackets(part)[0] for _, part in split_list(line)] for line in lines]
    pairs = [line for line in parts if len(line) > 1 and looks_like_name(line[0])]
    described = any(not looks_like_name(line[1], single=True) for line in pairs)
    if len(lines) >= _FEWEST and len(pairs) >= 0.5 * len(lines) and described and max(map(len, pairs)) <= 4:
        return Shape.ONE_EACH
    return Shape.PLAIN


def ticked(document: Document, index: int) -> bool:
    """Whether a line of a list says that somebody came: only an empty box among ticked ones says otherwise."""
    if document.blocks[index].checked is not False:
        return True
    for step in (-1, 1):
        at = index + step
        while 0 <= at < len(document.blocks) and document.blocks[at].checked is not None:
            if document.blocks[at].checked:
                return False
            at += step
    return True


def _run(document: Document, index: int) -> list[str]:
    kind, level = document.blocks[index].kind, document.blocks[index].level
    if kind not in (BlockKind.ITEM, BlockKind.PARAGRAPH):
        return []
    first, last = index, index
    while first > 0 and _belongs(document, first - 1, kind, level):
        first -= 1
    while last + 1 < len(document.blocks) and _belongs(document, last + 1, kind, level):
        last += 1
    return [re.sub(r"\s+", " ", document.blocks[at].content.of(document.text)) for at in range(first, last + 1)]


def _belongs(document: Document, index: int, kind: BlockKind, level: int) -> bool:
    block = document.blocks[index]
    words = block.content.of(document.text)
    short = len(words.split()) <= _LONGEST and ":" not in words
    return block.kind is kind and block.level == level and short


def parted(words: str) -> str:
    """The words of a list with a comma in place of a line's end between two single names, if single names are the rule.

    Of the same length, so that offsets stay.
    """
    parts = [part.strip() for part in re.split(r"[,\n]", words) if part.strip()]
    single = sum(" " not in part for part in parts)
    if single < _FEWEST_SINGLE or single < len(parts) * 0.8:
        return words
    return _BETWEEN_SINGLE.sub(",", words)
