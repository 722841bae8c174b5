"""The meetings to come, listed by their days below a heading of their own ("Dates of next meetings")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from minutextract.dates import find_dates
from minutextract.dates.calendar import make_date, month_number
from minutextract.dates.patterns import DAY, GAP, MAYBE_GAP, MONTH, WEEKDAY
from minutextract.document import BlockKind, Document

_WHICH = r"(?:next|future|upcoming|further|forthcoming|remaining|coming)"
_HEAD = re.compile(
    rf"\W*(?:\d{{1,2}}[.)]\s*)?(?:(?:the\s+)?(?:dates?|days|schedule)\s+(?:of|for)\s+)?(?:the\s+)?{_WHICH}\s+(?:\w+\s+){{0,2}}meetings?(?:\[\d\])?"
    r"(?:\s+(?:dates?|schedule|times?)){0,2}(?:\s+(?:for|in)\s+(?:\d{4}|the\s+year))?(?:\s+(?:will\s+be|are)(?:\s+on)?)?\W*"
    r"|\W*(?:\d{1,2}[.)]\s*)?(?:the\s+)?(?:dates?|days|schedule)\s+(?:of|for)\s+(?:the\s+)?(?:\w+\s+){0,2}meetings"
    r"(?:\s+(?:for|in)\s+(?:\d{4}|the\s+year))?\W*",
    re.IGNORECASE,
)
# A day without its year.
_DAY_OF_MONTH = re.compile(
    rf"(?<![\w£$€#.])(?:(?P<day>{DAY})(?:{GAP}of)?{GAP}(?P<month>{MONTH})|(?P<first>{MONTH}){GAP}(?P<then>{DAY}))(?!\w|:\d)",
    re.IGNORECASE,
)
_OPENS = re.compile(rf"\W{{0,4}}(?:\d{{1,2}}[:.]\d\d\W{{1,3}})?(?:{WEEKDAY},?{MAYBE_GAP}(?:the{GAP})?)?", re.IGNORECASE)

_FEWEST_IN_LINE = 3
_LINES = 20
_LONGEST = 160


def heads_series(text: str) -> bool:
    """Whether a line says nothing but that the meetings to come are listed below."""
    return bool(_HEAD.fullmatch(text))


def next_of_series(document: Document, index: int, *, day_first: bool | None, after: date | None) -> str | None:
    """What the list below a heading says of the first meeting after a day, in its words; None if it lists no days.

    Args:
        document: the minutes.
        index: of the heading's block.
        day_first: the order of the figures in short dates.
        after: the day of the meeting itself; of days without a year, those earlier in the year are passed over.
    """
    listed = list(_listed(document, index, day_first))
    to_come = (said for said, day in listed if after is None or _comes(day, said, after))
    # Where none comes later in the year, all are of the next.
    undated = (said for said, day in listed if isinstance(day, tuple))
    return next(to_come, None) or next(undated, None)


_Day = date | tuple[int, int] | None


def _comes(day: _Day, said: str, after: date) -> bool:
    if day is None:
        found = [one.date for order in (True, False) for one in find_dates(said, day_first=order)]
        return any(one is not None and one > after for one in found)
    return day > after if isinstance(day, date) else day > (after.month, after.day)


def _listed(document: Document, index: int, day_first: bool | None) -> Iterator[tuple[str, _Day]]:
    """The lines below that begin with a day, or the days that one line counts up."""
    head = document.blocks[index]
    for block in document.blocks[index + 1 : index + 1 + _LINES]:
        sibling = head.kind is BlockKind.ITEM and block.kind is BlockKind.ITEM and block.level <= head.level
        if block.kind is BlockKind.HEADING or (sibling and head.number is None):
            return
        text = block.content.of(document.text)
        days = list(_DAY_OF_MONTH.finditer(text))
        if day := _opening_day(text, day_first):
            yield text[:_LONGEST], day[0]
        elif len(days) >= _FEWEST_IN_LINE:
            yield from ((one[0], _of(one)) for one in days)


def _opening_day(text: str, day_first: bool | None) -> tuple[_Day] | None:
    """The day that a line begins with."""
    lead = _OPENS.match(text)
    at = lead.end() if lead else 0
    full = next((one for one in find_dates(text, day_first=day_first) if one.start <= at), None)
    if full:
        return (full.date,)
    found = _DAY_OF_MONTH.match(text, at)
    return (_of(found),) if found and _of(found) else None


def _of(found: re.Match[str]) -> tuple[int, int] | None:
    digits = re.match(r"\d+", found["day"] or found["then"])
    month, day = month_number(found["month"] or found["first"]), int(digits[0]) if digits else 0
    return (month, day) if make_date(2000, month, day) else None
