"""Agenda packs: an agenda with reports, and the minutes of the last meeting somewhere inside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from minutextract.dates import find_dates, infer_day_first
from minutextract.document import BlockKind, Document
from minutextract.meeting import Attendance
from minutextract.structure.attendance import AttendanceList, read_attendance

_AGENDA = re.compile(
    r"\bagenda\b|\bsummon(?:ed|s)\b|\bnotice is (?:hereby )?given\b|\bnotice of (?:a |the )?(?:[a-z]+ )?meeting\b",
    re.IGNORECASE,
)
_MINUTES = re.compile(r"(?:draft |unconfirmed |unapproved )?minutes of (?:a |an |the |our )?\S", re.IGNORECASE)
_GATHERING = re.compile(r"\b(?:meeting|held|assembly|agm)\b", re.IGNORECASE)
# Words of an item about earlier minutes, not of their head.
_ITEM = re.compile(r"\b(?:approv|agreed|confirm|adopt|sign|receiv|accept|accura|matters|circulat)", re.IGNORECASE)
_CLOSED = re.compile(
    r"\bmeeting\b[^.]{0,40}\b(?:closed|ended|finished|concluded)\b[^.]{0,20}\d|\bno (?:further|other) business\b",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"\W*(?:signed|sign|chair(?:man|person|woman)?|date)\b|\W*[_.…]{4,}", re.IGNORECASE)
_TOP = 15
_SHORTEST_AGENDA = 5
_LONGEST_HEAD = 30
_HEAD_BLOCKS = 3
# How many blocks may stand between the head of the minutes and those present, and behind the words that close them.
_NEAR = 8
_BEHIND = 4
_FEWEST_PEOPLE = 2


@dataclass(frozen=True, slots=True)
class Within:
    """Minutes inside a pack: their blocks as a document that says so in its warnings, and the day in their head."""

    document: Document
    date: date


@dataclass(frozen=True, slots=True)
class _Head:
    index: int
    date: date


def minutes_within(document: Document) -> list[Within]:
    """The minutes in an agenda pack, in its order; nothing unless it is plain where they begin.

    The file begins with an agenda and without an attendance list; further down a block says "Minutes of … held on"
    and a day, and those present are listed soon after it.
    """
    heads = _heads(document)
    if not _follow_agenda(document, heads) or _present(read_attendance(_blocks(document, 0, heads[0].index))):
        return []
    ends = [*(head.index for head in heads[1:]), len(document.blocks)]
    found = (_minutes(document, head, end) for head, end in zip(heads, ends, strict=True))
    return [one for one in found if one is not None]


def may_be_pack(document: Document) -> bool:
    """Whether an agenda comes first and the head of minutes further down, though not plainly enough to part them."""
    return _follow_agenda(document, _heads(document))


def _follow_agenda(document: Document, heads: Sequence[_Head]) -> bool:
    """Whether an agenda stands above the first head, with some items; minutes begin with their own head, and may say
    "agenda" below it.
    """
    if not heads or heads[0].index < _SHORTEST_AGENDA:
        return False
    texts = [block.span.of(document.text) for block in document.blocks[: heads[0].index]]
    return any(map(_AGENDA.search, texts[:_TOP])) and not any(map(_MINUTES.match, texts[:2]))


def _heads(document: Document) -> list[_Head]:
    """Heads with their days; of several in a row that the same list follows, the last."""
    day_first = infer_day_first(document.text)
    heads: list[_Head] = []
    for index, block in enumerate(document.blocks):
        text = block.content.of(document.text)
        if block.kind is BlockKind.ROW or block.number or not _MINUTES.match(text):
            continue
        if (day := _day(document, index, day_first)) is not None:
            heads.append(_Head(index, day))
    return heads


def _day(document: Document, index: int, day_first: bool | None) -> date | None:
    """The one day in the head that begins here; it may go on over the next blocks."""
    text = ""
    for block in document.blocks[index : index + _HEAD_BLOCKS]:
        text = f"{text} {block.content.of(document.text)}"
        if block.kind is BlockKind.ROW or len(text.split()) > _LONGEST_HEAD or _ITEM.search(text):
            return None
        found = find_dates(text, day_first=day_first)
        if found:
            return found[0].date if len(found) == 1 and _GATHERING.search(text) else None
    return None


def _minutes(document: Document, head: _Head, end: int) -> Within | None:
    attendance = read_attendance(_blocks(document, head.index, end))
    if _present(attendance) < _FEWEST_PEOPLE or min(attendance.blocks, default=end) > _NEAR:
        return None
    last = next(_ends(document, head.index + max(attendance.blocks), end), None)
    part = _blocks(document, head.index, last or end)
    pages = [block.page for block in part.blocks if block.page]
    where = f", pages {pages[0]} to {pages[-1]}," if pages else ""
    warnings = [f"agenda pack: the minutes of {head.date.isoformat()}{where} were read, and what else it holds was not"]
    if last is None:
        warnings.append("where these minutes end is not plain: what follows them may have been read as well")
    return Within(replace(part, warnings=(*part.warnings, *warnings)), head.date)


def _present(attendance: AttendanceList) -> int:
    """How many were there; an agenda has "Apologies" with its next item below."""
    return sum(one.attendance in (Attendance.PRESENT, Attendance.CHAIR) for one in attendance.people)


def _ends(document: Document, start: int, end: int) -> Iterator[int]:
    """Where minutes end: behind the words that close the meeting and the lines to sign on."""
    texts: Sequence[str] = [block.span.of(document.text) for block in document.blocks[start:end]]
    for at, text in enumerate(texts):
        if _CLOSED.search(text):
            behind = range(at + 1, min(at + 1 + _BEHIND, len(texts)))
            last = max((one for one in behind if _CLOSED.search(texts[one]) or _SIGNED.match(texts[one])), default=at)
            yield start + last + 1


def _blocks(document: Document, start: int, end: int) -> Document:
    return replace(document, blocks=document.blocks[start:end])
