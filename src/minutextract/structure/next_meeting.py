"""The words about the next meeting: behind "Next meeting", in a line below it, or in its cell of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from minutextract.dates import find_dates
from minutextract.document import Block, BlockKind, Document
from minutextract.months import MONTH, SHORT_MONTH
from minutextract.structure.meeting_series import heads_series, next_of_series

_NEXT = re.compile(
    r"\b(?:date\s+(?:and\s+time\s+)?of\s+(?:the\s+)?next\s+(?:\w+\s+)?(?:meeting|agm|egm)|next\s+(?:\w+\s+){0,3}meeting)\b"
    r"(?:\s*:?\s+of\s+(?:the\s+)?[^,.;:\d]{2,60}?(?=\s+(?:will|is|to)\s+(?:be|take|on|held)\b|\s+is\s))?"
    r"(?:\s+date(?:\s*/\s*|\s+and\s+)(?:time|place|venue|location|chair(?:\s?person|man|woman)?)\b)?"
    r"(?:\s*#\d{1,4}\b)?(?:\s+(?:will\s+be|will\s+take\s+place|is|to\s+be|was|scheduled|held|date|on|for|takes\s+place|set|provisionally))*"
    r"(?:\?|\s*\([^()\d]{1,40}\))?\s*[:\-–—|]?\s*(.*)$",
    re.IGNORECASE,
)
_SETS_DATE = re.compile(
    r"\bTB[CAD]\b|\bto be (?:arranged|confirmed|decided|agreed)\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|"
    rf"\b\d{{1,2}}(?:st|nd|rd|th)\b|\b(?:{MONTH})\b|\b\d{{1,2}}\s(?:{SHORT_MONTH})\b",
    re.IGNORECASE,
)
# "Jun 28": within a sentence, it may be of a committee's meeting.
_SHORT_DAY = re.compile(rf"\b(?:{SHORT_MONTH})\.?\s\d{{1,2}}\b", re.IGNORECASE)
_OPENS = re.compile(r"\W*(?:\d{1,2}[.)]\s*)?(?:the\s+|date\s+of\s+)?next\b", re.IGNORECASE)
# A day of a month, for which "may" is no word of a sentence.
_DAY_NAMED = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{MONTH.title()})\b|\b(?:{MONTH.title()})\s+\d{{1,2}}(?!\d)"
)
_NO_MEETING = re.compile(r"^\W*(?:there\s+(?:is|will\s+be)\s+)?no\s+(?:\w+\s+)?(?:meeting|call)\b", re.IGNORECASE)
# "4 May, 7 pm: next meeting", "9/5 4:00 Next Meeting (Oak Room)": the value stands in front.
_BEFORE = re.compile(
    rf"^\W*((?:(?:(?:mon|tues|wednes|thurs|fri|satur|sun)[a-z]*\.?|(?:{MONTH})|[a-z]{{3}}\.?|\d{{1,4}}(?:st|nd|rd|th)?|"
    r"\d{1,2}/\d{1,2}(?:/\d{2,4})?|\d{4}-\d\d-\d\d|\d{1,2}[:.]\d\d|[ap]\.?m\.?|at|of|the)[,:\s]+){1,8})"
    r"\W{0,3}next\s+(?:\w+\s+){0,2}meeting\b(?!\s+(?:will|is|was|to|has|we)\b)",
    re.IGNORECASE,
)
_DATED = re.compile(rf"\d{{1,2}}/\d{{1,2}}\b|\d{{4}}-\d\d-\d\d|\b(?:{MONTH})\b", re.IGNORECASE)
# A line that holds nothing but the label and the value, wherever it stands: "3. Next meeting: 18 May 2005".
_LABEL = re.compile(r"\W*(?:date\s+of\s+)?(?:the\s+)?next\s+(?:\w+\s+)?meeting(?:\s+date)?\s*:\s*\S", re.IGNORECASE)
# A heading that says nothing else, wherever it stands, and a key of the page's head.
_HEAD = re.compile(r"\W*(?:\d+[.)]\s*)?(?:date\s+of\s+)?(?:the\s+)?next\s+(?:\w+\s+){0,2}meeting\W*", re.IGNORECASE)
_KEY = re.compile(r"next[-_ ]?meeting(?:[-_ ]date)?", re.IGNORECASE)
_OUTCOME = re.compile(r"^\W*(?:decision|decided|agreed|outcome|date|when)\s*:\s*", re.IGNORECASE)
# The sentence goes on about something else: "… ideas for the next meeting that were not named today".
_GOES_ON = re.compile(r"\W*(?:that|which|who|whom|if|or|but|we|you|please|were|could|because|so)\b", re.IGNORECASE)
# A line below that tells of something else than a day: "What we said when we met in January".
_TELLS = re.compile(
    r"\W*(?:what|how|why|who)\b|.{0,150}\b(?:we|they|was|were|had)\s+(?:were|met|was|had|did)\b", re.IGNORECASE
)
_ABBREVIATED = ("i.e", "e.g", "a.m", "p.m")
_LAST_BLOCKS = 40
_LINES_BELOW = 3
_LONGEST = 160


def read_next_meeting(document: Document, *, day_first: bool | None, after: date | None = None) -> str | None:
    """When (and where) the minutes say that the next meeting is, in their words; None if they set no date.

    Args:
        document: the minutes.
        day_first: the order of the figures in short dates.
        after: the day of the meeting itself; words that only give days before it are passed over.
    """
    for said in _all(document, day_first, after):
        if after is None or not is_before(said, after, day_first=day_first):
            return said
    return None


def is_before(said: str, day: date, *, day_first: bool | None) -> bool:
    """Whether all days in the words, and there are some with their year, lie before another however they are read."""
    found = [one.date for order in (day_first, True, False) for one in find_dates(said, day_first=order)]
    return bool(found) and all(one is not None and one < day for one in found)


def _all(document: Document, day_first: bool | None, after: date | None) -> Iterator[str]:
    """What the minutes say of the next meeting, the last first; then what a list of the meetings to come says."""
    for index in range(len(document.blocks) - 1, max(-1, len(document.blocks) - _LAST_BLOCKS), -1):
        for text in _texts(document, document.blocks[index]):
            if (found := _NEXT.search(text)) and (said := _said(document, index, found[1], day_first)):
                yield said
            elif (found := _BEFORE.match(text)) and _DATED.search(found[1]):
                yield found[1].strip(" ,:")
    if said := _labelled(document, day_first):
        yield said
    heads = [at for at, block in enumerate(document.blocks) if heads_series(block.content.of(document.text))]
    for at in reversed(heads):
        if said := next_of_series(document, at, day_first=day_first, after=after):
            yield _bare(_dated_part(said, day_first))


def _labelled(document: Document, day_first: bool | None) -> str | None:
    """What lines that only hold the label and its value say, wherever they stand; None if they do not agree."""
    said = set(filter(None, (_of_label(document, index, day_first) for index in range(len(document.blocks)))))
    return said.pop() if len(said) == 1 else None


def _of_label(document: Document, index: int, day_first: bool | None) -> str | None:
    block = document.blocks[index]
    text = block.content.of(document.text)
    if block.kind is BlockKind.ROW:
        cells = [cell.of(document.text) for cell in block.cells]
        dated = len(cells) == 2 and _KEY.fullmatch(cells[0]) and _sets_date(cells[1], day_first)
        return cells[1] if dated else None
    if block.kind is BlockKind.HEADING and _HEAD.fullmatch(text):
        return _said(document, index, "", day_first)
    found = _NEXT.search(text) if _LABEL.match(text) else None
    own = _dated_part(_bare(found[1]), day_first) if found else ""
    return own if _sets_date(own, day_first) else None


def _bare(words: str) -> str:
    """The words without what ends the sentence or the bracket around them: "(next meeting: 4 June)"."""
    words = words.strip(" .")
    return words.rstrip(") .") if words.endswith(")") and "(" not in words else words


def _texts(document: Document, block: Block) -> Iterator[str]:
    """The block's words; of a row that ticks off a task, the cell."""
    if block.kind is not BlockKind.ROW:
        yield block.content.of(document.text)
        return
    cells = [cell.of(document.text) for cell in block.cells]
    for at, cell in enumerate(cells):
        found = _NEXT.search(cell)
        yield cell if found and found[1].strip(" .") else " | ".join(cells[at : at + 2])


def _said(document: Document, index: int, behind: str, day_first: bool | None) -> str | None:
    own = _dated_part(_bare(behind), day_first)
    if own and _sets_date(own, day_first, short=_opens(document, index)):
        return own
    if own:
        return None
    lines = (line for line in _below(document, index, day_first) if not _TELLS.match(line))
    below = [line for line in lines if _sets_date(line, day_first, short=True)]
    named = [line for line in below if find_dates(line, day_first=day_first)]
    held = [line for line in below if not _NO_MEETING.match(line)]
    return next(iter(named or held or below), None)


def _opens(document: Document, index: int) -> bool:
    """Whether a line that is no part of another's begins with the words for the next meeting."""
    block = document.blocks[index]
    whole = block.level == 0 or block.kind is BlockKind.HEADING
    return whole and bool(_OPENS.match(block.content.of(document.text)))


def _below(document: Document, index: int, day_first: bool | None) -> Iterator[str]:
    """The lines that belong to a line which only says "Next meeting"; its day may be a heading right below it."""
    head = document.blocks[index]
    for at, block in enumerate(document.blocks[index + 1 : index + 1 + _LINES_BELOW]):
        text = block.content.of(document.text)
        sibling = head.kind is BlockKind.ITEM and block.kind is BlockKind.ITEM and block.level <= head.level
        deeper = at == 0 and head.kind is BlockKind.HEADING and block.level > head.level
        dated = deeper and bool(find_dates(text, day_first=day_first))
        if (block.kind is BlockKind.HEADING and not dated) or (sibling and head.number is None):
            return
        yield _OUTCOME.sub("", _dated_part(text, None))


def _dated_part(said: str, day_first: bool | None) -> str:
    """Of several sentences, the one that gives a date."""
    parts = list(_sentences(said))
    dated = next((part for part in parts if find_dates(part, day_first=day_first)), None)
    # Of words that are too long to be given whole, the sentence with a day.
    near = next(filter(_DAY_NAMED.search, parts), None) if len(said) > _LONGEST else None
    return dated or near or said


def _sentences(said: str) -> Iterator[str]:
    start = 0
    for stop in re.finditer(r"(?<=[a-z)])\.\s+", said):
        if not said[: stop.start()].endswith(_ABBREVIATED):
            yield said[start : stop.start()]
            start = stop.end()
    yield said[start:]


def _sets_date(said: str, day_first: bool | None, *, short: bool = False) -> bool:
    if _GOES_ON.match(said):
        return False
    dated = find_dates(said, day_first=day_first) or _SETS_DATE.search(said) or (short and _SHORT_DAY.search(said))
    return bool(said) and len(said) <= _LONGEST and bool(dated)
