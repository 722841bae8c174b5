"""When, where and of which body: what stands above the attendance list, and the words about the next meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from minutextract.dates import contradicting_dates, find_dates, infer_day_first, parse_meeting_date, parse_times
from minutextract.document import Block, BlockKind, Document
from minutextract.people.vocabulary import BODY_WORDS
from minutextract.structure.next_meeting import read_next_meeting

_TOP = 14
_MINUTES_OF = re.compile(
    r"\b(?:minutes?|notes?|record|summary)\s+(?:of|from|for)\s+(?:the\s+|a\s+|an\s+)?(.+?)"
    r"(?=\s+(?:held|on|at|dated|which|took|taking|meeting|for|in the)\b|[,.:;(]|\s[-–—]\s|\s\d|$)",
    re.IGNORECASE,
)
_MEETING_OF = re.compile(
    r"\bmeeting\s+of\s+(?:the\s+)?(.+?)(?=\s+(?:held|on|at|dated|which|took|in the)\b|[,.:;(]|\s[-–—]\s|\s\d|$)",
    re.IGNORECASE,
)
_NOT_A_BODY = re.compile(
    r"^(?:(?:ordinary|first|second|inaugural|council|regular|monthly|annual|general|special|extraordinary|committee|last|previous|board|full|virtual|"
    r"online|the|a)\s*)*(?:meetings?|minutes|agm|egm)?$",
    re.IGNORECASE,
)
_PLACE_LABEL = re.compile(r"^(?:place|venue|location|where|held at)\s*[:|]\s*(.{3,120})$", re.IGNORECASE)
_PLACE_HELD = re.compile(
    r"\b(?:at|in|via|on)\s+((?:the\s+)?[A-Z][^.;|]{3,90}?)(?=\s+(?:on|at|commencing|from|starting)\b|[.;|]|,\s*\d|$)"
)
_NO_PLACE = re.compile(r"\b(?:meeting|minutes|agenda|notes|call)\b", re.IGNORECASE)
_NO_TITLE = frozenset(
    {"agenda", "attendees", "minutes", "present", "attendance", "participants", "notes", "meeting minutes"}
)
_TITLE_WORD = re.compile(r"\b(?:meeting|minutes|committee|council|board|group|call|notes|agm|\d{4})\b", re.IGNORECASE)
_TITLE_END = re.compile(
    r"\s+(?:(?:draft|meeting|board|ordinary|annual|general)\s+)*(?:minutes?|meetings?|notes)\b.*$", re.IGNORECASE
)
_MORE_BODIES = frozenset({"committee", "councils", "alliance", "collective", "assembly", "steering", "trustees"})
_DAY = re.compile(
    r"(?:the\s+)?(?:\w+day|\d|January|February|March|April|May|June|July|August|September|October|November|December)"
)
# A day in two digits a part, whose order nothing tells.
_SHORT_DATE = re.compile(r"(?<!\d)\d{1,2}([-_.])\d{1,2}\1\d{2}(?!\d)")
_MONTH_ALONE = re.compile(
    r"(?<!\d )\b(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r",? (?:19|20)\d\d\b"
)
_TITLES = 3
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
    name = PurePath(document.source.path).name
    wide = [block.span.of(document.text) for block in document.blocks[: _TOP * 2]]
    start, end = _times(lines, wide)
    day = parse_meeting_date(wide, name, day_first=day_first)
    return Header(
        body=_body(lines),
        title=_title(document, top),
        date=day,
        start=start,
        end=end,
        place=_place(wide, lines, day_first),
        next_meeting=read_next_meeting(document, day_first=day_first),
        status=_status(lines),
        day_first=day_first,
        warnings=tuple(_date_doubts(wide, name, day, day_first)),
    )


def _date_doubts(wide: Sequence[str], name: str, day: date | None, day_first: bool | None) -> Iterator[str]:
    if day is None:
        if found := _SHORT_DATE.search(PurePath(name).stem):
            yield f"the name of the file may give the day of the meeting: {found[0]}"
        if found := next((found for line in wide[:_TITLES] if (found := _MONTH_ALONE.search(line))), None):
            yield f"the minutes give only the month of the meeting: {found[0]}"
        return
    named, stated = contradicting_dates(wide, name, day, day_first=day_first)
    if named:
        yield f"the name of the file gives another day than the minutes: {named.isoformat()}"
    if stated:
        days = ", ".join(one.isoformat() for one in stated)
        yield f"the head of the minutes gives another day as well: {days}"


def _title(document: Document, top: Sequence[Block]) -> str | None:
    for block in top:
        text = block.content.of(document.text)
        if (
            block.kind is BlockKind.ROW
            and len(block.cells) == 2
            and block.cells[0].of(document.text).lower() == "title"
        ):
            return block.cells[1].of(document.text) or None
        named = block.level <= 1 or _TITLE_WORD.search(text)
        if block.kind is BlockKind.HEADING and named and text.strip(" :").lower() not in _NO_TITLE:
            return text
    if not top or top[0].kind is BlockKind.ROW:
        return None
    first = top[0].content.of(document.text)
    return first if first and len(first.split()) <= 12 and not first.endswith(".") else None


def _body(lines: Sequence[str]) -> str | None:
    for pattern in (_MEETING_OF, _MINUTES_OF):
        for line in lines:
            found = pattern.search(line)
            if (
                found
                and not _NOT_A_BODY.match(found[1].strip())
                and len(found[1].split()) <= 12
                and found[1][:1].isalpha()
            ):
                return _tidy_body(found[1])
    return _body_in_title(lines[:2])


def _tidy_body(words: str) -> str | None:
    bare = re.sub(r"^minutes?\s+(?:of\s+)?", "", words.strip(), flags=re.IGNORECASE)
    return re.sub(r"\s+(?:committee )?meetings?$", "", bare, flags=re.IGNORECASE) or None


def _body_in_title(lines: Sequence[str]) -> str | None:
    """A body that the title names ("Oakham Parish Council: minutes, 3 May")."""
    for line in lines:
        name = re.split(r"\s*[:,–—]\s*|\s-\s", line.split("|")[-1].strip())[0]
        name = _TITLE_END.sub("", name.strip()).strip()
        words = [word.lower().strip(".,’'s") for word in name.split()]
        if 2 <= len(words) <= 8 and set(words) & (BODY_WORDS | _MORE_BODIES) and not set(words) & {"held", "present"}:
            return name.title() if name.isupper() else name
    return None


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


def _place(wide: Sequence[str], lines: Sequence[str], day_first: bool | None) -> str | None:
    for line in wide:
        if found := _PLACE_LABEL.match(line):
            return found[1].strip(" .|") or None
    for line in lines:
        if not re.search(r"\b(?:held|meeting|minutes|notes)\b", line, re.IGNORECASE):
            continue
        if place := _after_date(line, day_first):
            return place
        found = _PLACE_HELD.search(line)
        if found and not _DAY.match(found[1]):
            return found[1].strip(" .,")
    return None


def _after_date(line: str, day_first: bool | None) -> str | None:
    """The place in "… held on DATE, TIME, PLACE."."""
    dates = find_dates(line, day_first=day_first)
    if not dates:
        return None
    rest = line[dates[-1].end :].strip(" ,.")
    parts = [part for part in re.split(r",\s*", rest) if not any(parse_times(part)) and part]
    place = re.sub(r"^(?:at|in)\s+", "", ", ".join(parts))
    fits = place[:1].isupper() and len(place.split()) <= 14 and not _NO_PLACE.search(place)
    return place if fits else None


def _status(lines: Sequence[str]) -> str | None:
    for line in lines:
        if re.search(r"\bdraft\b|\bunconfirmed\b|\bunapproved\b", line, re.IGNORECASE):
            return "draft"
        if re.match(
            r"status\s*[:|]?\s*(?:approved|confirmed|final)\b|(?:approved|confirmed) minutes", line, re.IGNORECASE
        ):
            return "confirmed"
    return None
