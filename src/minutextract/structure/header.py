"""When, where and of which body: what stands above the attendance list, and the words about the next meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import PurePath

from minutextract.dates import (
    contradicting_dates,
    day_without_year,
    find_dates,
    held_day,
    infer_day_first,
    parse_meeting_date,
    parse_times,
)
from minutextract.dates.calendar import month_number
from minutextract.dates.file_name import date_in_name
from minutextract.document import Block, BlockKind, Document
from minutextract.structure.body import read_body
from minutextract.structure.dated_entries import UNDATED, log_entries
from minutextract.structure.doubts import MONTH_ONLY, NEXT_BEFORE, NO_YEAR, ORDER_OPEN, OTHER_DAYS, OTHER_MONTH
from minutextract.structure.next_meeting import read_next_meeting
from minutextract.structure.place import read_place
from minutextract.structure.title import read_status, read_title

_TOP = 14
# A day in two digits a part, whose order nothing tells.
_SHORT_DATE = re.compile(r"(?<!\d)\d{1,2}([-_.])\d{1,2}\1\d{2}(?!\d)")
_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
)
_MONTH_ALONE = re.compile(
    rf"(?<!\d )(?<!\d(?:st|nd|rd|th) )(?<![\w–-])(?:{_MONTHS}),?[ -](?:19|20)\d\d\b"
    rf"|(?<![\w–-])(?:19|20)\d\d[ -](?:{_MONTHS})(?![ -]?\d|\w)"
)
_NAMED_MONTH = re.compile(
    rf"(?<![^\W_])(?<!\d[ _-])(?:{_MONTHS})[ _-]?(?:19|20)\d\d(?!\d)"
    rf"|(?<!\d)(?:19|20)\d\d[ _-]?(?:{_MONTHS})(?![ _-]?\d|[^\W_])",
    re.IGNORECASE,
)
_TITLES = 3
# So many blanks has a line of the head at most, unless it speaks of the meeting.
_LONGEST_HEAD = 12
_OF_THE_MEETING = re.compile(
    r"\b(?:meetings?|minutes|held|sessions?|calls?|called|assembly|agm|present|attend\w*|beg[au]n|open(?:ed|ing)?|commenc\w+|start\w*|order|"
    r"time|when|where|venue|place|location|dial|join\w*|zoom|teams|utc|gmt|bst|ces?t|[ecmp][ds]t)\b",
    re.IGNORECASE,
)
# When a program put the page up, to the second.
_STAMP = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d")
# "Reminder: vote prior to 4 March, 23:59".
_DEADLINE = re.compile(r"^\W*reminder\b|\bdeadline\b|\bprior\s+to\b", re.IGNORECASE)
_LABELLED_DATE = re.compile(r"^(?:date|time|when)\b", re.IGNORECASE)
_LABELLED_TIME = re.compile(
    r"^(?:\d{1,2}[.)]\s+)?(?:(?:date|time|when)\b|meeting\s+(?:date|time)\s*[:|]|(?:meeting\s+)?(?:start|start\s+time|started|time\s+started)\s*[:|]|"
    r"(?:the\s+)?meeting\b[^.;]{0,60}\b(?:called\s+to\s+order|commenc\w+|opened|started|began)\b|call(?:ed)?\s+to\s+order\b|"
    r"(?:[^\W\d]\S*\s+){1,7}opened\s+(?:the\s+)?(?:meeting|proceedings)\b)",
    re.IGNORECASE,
)
# "Meeting closed at 9 pm", "Meeting adjourned: 21:05".
_CLOSED = re.compile(
    r"(?:^|[.:;]\s|\s)(?:the\s+)?meeting\s+(?:(?:was|then|formally|officially|duly|is)\s+){0,3}(?:adjourned|closed|ended|concluded|finished)\b"
    r"|\b(?:closed|adjourned|ended|concluded)\s+(?:the\s+)?(?:meeting|proceedings)\b"
    r"|^\W*\d{1,2}[:.]\d\d\s*[-–:]?\s*(?:meeting\s+)?(?:close[sd]?|end(?:s|ed)?|adjourned|finish(?:ed)?)\W*$"
    r"|^\W*(?:meeting\s+)?(?:end|end\s+time|time\s+ended|finish\w*|adjourned|closed)\s*[:|]",
    re.IGNORECASE,
)
_CLOSING_WORDS = 25
_NEXT = re.compile(r"\bnext\b", re.IGNORECASE)
# An end before the start is of another zone, unless the meeting went on past midnight.
_EVENING, _NIGHT = "18:00", "06:00"
# How long after a meeting its minutes may be put up.
_POSTED_WITHIN = 200


@dataclass(frozen=True, slots=True)
class Header:
    """What the document says of the meeting as such; None where it says nothing."""

    body: str | None
    title: str | None
    date: date | None
    start: str | None
    end: str | None
    place: str | None
    next_meeting: str | None
    status: str | None
    day_first: bool | None
    warnings: tuple[str, ...] = ()


def read_header(document: Document, first_listed: int) -> Header:
    """Read the header.

    Args:
        document: the minutes.
        first_listed: index of the first block of the attendance lists, or the number of blocks if there is none.
    """
    day_first = infer_day_first(document.text)
    top = document.blocks[: max(min(first_listed, _TOP), 3)]
    lines = [block.span.of(document.text) for block in top]
    name = document.source.name
    wide = _lines_of(document, document.blocks[: _TOP * 2], day_first)
    start, end = _times(lines, wide)
    end = end or _closing_time(document, start)
    # None of the days in a log is the meeting's.
    log = bool(log_entries(document))
    named = date_in_name(name, day_first=day_first)
    day = named if log else parse_meeting_date(wide, name, day_first=day_first, title=document.title)
    following = read_next_meeting(document, day_first=day_first, after=day)
    stated = following or read_next_meeting(document, day_first=day_first)
    return Header(
        body=read_body(lines),
        title=read_title(document, top),
        date=day,
        start=start,
        end=end,
        place=read_place(wide, lines, day_first),
        next_meeting=following,
        status=read_status(lines, wide),
        day_first=day_first,
        warnings=(
            *([UNDATED] if log and day is None else _date_doubts(wide, name, day, day_first)),
            *([f"{NEXT_BEFORE}{stated}"] if stated and not following else []),
        ),
    )


def _lines_of(document: Document, blocks: Sequence[Block], day_first: bool | None) -> list[str]:
    """The words of blocks; a page's date is left out where the minutes below say that they met some time before."""
    lines = [block.span.of(document.text) for block in blocks]
    rows = [block.kind is BlockKind.ROW for block in blocks]
    held = held_day([line for line, row in zip(lines, rows, strict=True) if not row], day_first=day_first)
    if held is None:
        return lines
    return ["" if row and _is_posting(line, held) else line for line, row in zip(lines, rows, strict=True)]


def _is_posting(row: str, held: date) -> bool:
    """Whether a row of the front matter gives the day on which minutes of this day were put up."""
    days = [found.date for found in find_dates(row, day_first=None)] if _LABELLED_DATE.match(row) else []
    return len(days) == 1 and days[0] is not None and 0 < (days[0] - held).days <= _POSTED_WITHIN


def _date_doubts(wide: Sequence[str], name: str, day: date | None, day_first: bool | None) -> Iterator[str]:
    if day is None:
        if found := _SHORT_DATE.search(PurePath(name).stem):
            yield f"the name of the file may give the day of the meeting: {found[0]}"
        if found := next((found for line in wide[:_TITLES] if (found := _MONTH_ALONE.search(line))), None):
            yield f"{MONTH_ONLY}{found[0]}"
        elif unclear := _unclear_order(wide, day_first):
            yield f"{ORDER_OPEN}{unclear}"
        elif found := _NAMED_MONTH.search(PurePath(name).stem):
            yield f"the name of the file gives only the month of the meeting: {found[0]}"
        elif day_only := day_without_year(wide):
            yield f"{NO_YEAR}{day_only}"
        return
    if (month := _NAMED_MONTH.search(PurePath(name).stem)) and not _is_in(day, month[0]):
        yield f"{OTHER_MONTH}{month[0]}"
    named, stated = contradicting_dates(wide, name, day, day_first=day_first)
    if named:
        yield f"the name of the file gives another day than the minutes: {named.isoformat()}"
    if stated:
        days = ", ".join(one.isoformat() for one in stated)
        yield f"{OTHER_DAYS}{days}"


def _is_in(day: date, month: str) -> bool:
    """Whether a day lies in a month that is named with its year ("may_2031")."""
    return month_number(month.strip("0123456789 _-")) == day.month and str(day.year) in month


def _times(lines: Sequence[str], wide: Sequence[str]) -> tuple[str | None, str | None]:
    for line in lines:
        start, end = (None, None) if _tells_of_another(line) or _STAMP.search(line) else parse_times(line)
        if start:
            return start, end
    for line in wide:
        if _LABELLED_TIME.match(line):
            start, end = parse_times(line)
            if start:
                return start, end
    return None, None


def _tells_of_another(line: str) -> bool:
    """Whether a line is a sentence with an hour that need not be the meeting's: "The fair is on Friday, 4-8 pm."."""
    if _DEADLINE.search(line):
        return True
    return line.count(" ") > _LONGEST_HEAD and not _OF_THE_MEETING.search(line)


def _closing_time(document: Document, start: str | None) -> str | None:
    """The one time behind the start at which the minutes say that the meeting was closed."""
    lines = [block.content.of(document.text) for block in document.blocks]
    found = set()
    for line, below in pairwise([*lines, ""]):
        if closing := _CLOSED.search(line):
            said = _NEXT.split(line[closing.start() :])[0]
            bare = not line[closing.end() :].strip(" .:|") and not any(map(str.isdigit, closing[0]))
            if len(said.split()) <= _CLOSING_WORDS:
                first, last = parse_times(f"closed at {below}" if bare else said)
                found.add(last or first)
    end = found.pop() if len(found) == 1 else None
    over = start and end and start >= end and not (start >= _EVENING and end <= _NIGHT)
    return None if over else end


def _unclear_order(wide: Sequence[str], day_first: bool | None) -> str | None:
    """The one day in digits, of unclear order, that the first lines or a labelled one give."""
    said = {
        line[found.start : found.end]
        for at, line in enumerate(wide)
        if _LABELLED_TIME.match(line) or (at < _TITLES and len(line.split()) <= _CLOSING_WORDS)
        for found in find_dates(line, day_first=day_first)
        if found.ambiguous
    }
    return said.pop() if len(said) == 1 else None
