"""Items told by their numbers or times alone: "16.04.10 Risks" behind "16.04.9 Tenders", "[1] Venue" to "[5] Roof"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from minutextract.document import Block, BlockKind, Document

# Three parts of two digits are as well a date: only the numbers around them tell.
DATE_LIKE = re.compile(r"(\d{2}\.\d{2}\.\d{2})\s+(?=[A-Z])")
BRACKETED = re.compile(r"\[(\d{1,2})\]\s+(?=\w)")
# "4b) Shed", "4b2. Roof", "5/6) Garden and paths": parts of items, and items told together.
SUBNUMBER = re.compile(r"(\d{1,2}(?:[a-z]\d?|(?:/\d{1,2}){1,3}))[.)]\s+(?=[A-Z])")
_DOTTED = re.compile(r"(\d{2}\.\d{2})\.(\d{1,2})[.:)]?(?=\s|$)")
# "9:45 - 10:45 Reports", ":15 - :30: Reports": what the programme has then.
TIME_SLOT = re.compile(r"^\d{0,2}:\d\d\s*(?:-|–|—|to)\s*\d{0,2}:\d\d\s*[:\-–—]?\s+(?=[^\W\d_\"“])")
_LONGEST = 14
_LONGEST_TOLD = 40
_FEWEST = 3
# How many numbers a series may leave out.
_GAP = 3
# A longer number counts nothing, and Python reads none of thousands of digits.
_MOST_DIGITS = 9


def titles_by_number(document: Document, open_: Sequence[int], heads: Iterable[int]) -> set[int]:
    """The indices of paragraphs that are titles since their numbers go on, or are, a series.

    Args:
        document: the minutes.
        open_: indices of the blocks that may be titles, in order.
        heads: of those that are titles by their form.
    """
    short = (index for index in _lettered(document, open_) if _is_short(document, document.blocks[index]))
    lettered = {index for index in short if not _words(document, index).rstrip().endswith(".")}
    return _going_on(document, open_, set(heads)) | _in_brackets(document, open_) | lettered


def told_items(document: Document, open_: Sequence[int], heads: Iterable[int]) -> set[int]:
    """The indices of blocks that open an item and tell of it at once: they are no titles, and stay in the body.

    The number lies between those of the titles before and behind it, or the programme gives the time for it.
    """
    lines = [index for index in open_ if document.blocks[index].kind is BlockKind.PARAGRAPH]
    slots = {index for index in lines if TIME_SLOT.match(_words(document, index)) and _may_tell(document, index)}
    lettered = {index for index in _lettered(document, open_) if _may_tell(document, index)}
    return (slots if len(slots) >= _FEWEST else set()) | lettered | set(_between(document, open_, sorted(heads)))


def _lettered(document: Document, open_: Sequence[int]) -> list[int]:
    """Paragraphs with a letter behind their number, if there are several."""
    lines = [index for index in open_ if document.blocks[index].kind is BlockKind.PARAGRAPH]
    found = [index for index in lines if SUBNUMBER.match(_words(document, index))]
    return found if len(found) >= _FEWEST else []


def _between(document: Document, open_: Sequence[int], heads: Sequence[int]) -> Iterator[int]:
    numbered = [(index, number) for index in open_ if (number := own_number(document.blocks[index]))]
    titles = set(heads)
    next_title: dict[int, int] = {}
    title = 0
    for index, number in reversed(numbered):
        next_title[index] = title
        title = number if index in titles else title
    last = 0
    for index, number in numbered:
        if index in titles:
            last = number
        elif last and number == last + 1 and number < next_title[index] <= number + _GAP and _may_tell(document, index):
            last = number
            if _has_below(document, index):
                yield index


def _has_below(document: Document, index: int) -> bool:
    """Whether lines of a deeper level or paragraphs stand below a numbered line: a bare list has none."""
    below = document.blocks[index + 1 : index + 2]
    return bool(below) and (
        below[0].kind is BlockKind.PARAGRAPH or (below[0].kind is BlockKind.ITEM and below[0].level > 0)
    )


def own_number(block: Block) -> int | None:
    """The number of a line of the first level that is numbered in digits alone ("7.", "(7)")."""
    number = (block.number or "").strip("(). ")
    fits = number.isdecimal() and len(number) <= _MOST_DIGITS
    return int(number) if fits and block.kind is BlockKind.ITEM and block.level == 0 else None


def _may_tell(document: Document, index: int) -> bool:
    block = document.blocks[index]
    return block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM) and len(_words(document, index).split()) <= _LONGEST_TOLD


def _going_on(document: Document, open_: Sequence[int], heads: set[int]) -> set[int]:
    """Numbers in the form of dates that go on from those of titles ("16.04.8", "16.04.9", "16.04.10")."""
    last: dict[str, list[int]] = {}
    found = set()
    for index in open_:
        block = document.blocks[index]
        number = _DOTTED.match(block.span.of(document.text))
        if not number:
            continue
        series, own = last.setdefault(number[1], []), int(number[2])
        if index in heads:
            series.append(own)
        elif _is_short(document, block) and len(series) > 1 and 0 < own - max(series) <= _GAP:
            series.append(own)
            found.add(index)
    return found


def _in_brackets(document: Document, open_: Sequence[int]) -> set[int]:
    """Titles numbered in brackets, one after the other from the first; a list of references has nothing between."""
    found = [(index, int(mark[1])) for index in open_ if (mark := BRACKETED.match(_words(document, index)))]
    run = [number for _, number in found] == list(range(1, len(found) + 1))
    if len(found) < _FEWEST or not run or not all(_is_short(document, document.blocks[index]) for index, _ in found):
        return set()
    apart = sum(after - before > 1 for (before, _), (after, _) in pairwise(found))
    return {index for index, _ in found} if 2 * apart > len(found) else set()


def _words(document: Document, index: int) -> str:
    return document.blocks[index].span.of(document.text)


def _is_short(document: Document, block: Block) -> bool:
    text = block.span.of(document.text)
    return block.kind is not BlockKind.ROW and len(text.split()) <= _LONGEST and "http" not in text
