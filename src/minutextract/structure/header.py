"""When, where and of which body: what stands above the attendance list, and the words about the next meeting."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from minutextract.dates import find_dates, infer_day_first, parse_meeting_date, parse_times
from minutextract.document import Document
from minutextract.structure.body import read_body
from minutextract.structure.place import read_place
from minutextract.structure.title import read_status, read_title

_TOP = 14
_SETS_DATE = re.compile(
    r"\bTB[CAD]\b|\bto be (?:arranged|confirmed|decided|agreed)\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|"
    r"\b\d{1,2}(?:st|nd|rd|th)\b|\b(?:january|february|march|april|june|july|august|september|october|november|december)\b",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"\b(?:date\s+(?:and\s+time\s+)?of\s+(?:the\s+)?next\s+(?:\w+\s+)?meeting|next\s+(?:\w+\s+)?meeting)\b"
    r"(?:\s+(?:will\s+be|is|to\s+be|was|scheduled|held|date|on|for|takes\s+place|set|provisionally))*\s*[:\-–—|]?\s*(.*)$",
    re.IGNORECASE,
)
_LABELLED_DATE = re.compile(r"^(?:date|time|when)\b", re.IGNORECASE)


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


def read_header(document: Document, first_listed: int) -> Header:
    """Read the header.

    Args:
        document: the minutes.
        first_listed: index of the first block of the attendance lists, or the number of blocks if there is none.
    """
    day_first = infer_day_first(document.text)
    top = document.blocks[: max(min(first_listed, _TOP), 3)]
    lines = [block.span.of(document.text) for block in top]
    name = PurePath(document.source.path).name
    wide = [block.span.of(document.text) for block in document.blocks[: _TOP * 2]]
    start, end = _times(lines, wide)
    return Header(
        body=read_body(lines),
        title=read_title(document, top),
        date=parse_meeting_date(wide, name, day_first=day_first),
        start=start,
        end=end,
        place=read_place(wide, lines, day_first),
        next_meeting=_next_meeting(document, day_first),
        status=read_status(lines),
        day_first=day_first,
    )


def _times(lines: Sequence[str], wide: Sequence[str]) -> tuple[str | None, str | None]:
    for line in lines:
        start, end = parse_times(line)
        if start:
            return start, end
    for line in wide:
        if _LABELLED_DATE.match(line):
            start, end = parse_times(line)
            if start:
                return start, end
    return None, None


def _next_meeting(document: Document, day_first: bool | None) -> str | None:
    for index in range(len(document.blocks) - 1, max(-1, len(document.blocks) - 40), -1):
        text = document.blocks[index].content.of(document.text)
        found = _NEXT.search(text)
        if not found:
            continue
        said = found[1].strip(" .")
        if not said and index + 1 < len(document.blocks):
            said = document.blocks[index + 1].content.of(document.text)
        said = next(
            (part for part in re.split(r"(?<=[a-z)])\.\s+", said) if find_dates(part, day_first=day_first)), said
        )
        if said and len(said) <= 160 and (find_dates(said, day_first=day_first) or _SETS_DATE.search(said)):
            return said
    return None
