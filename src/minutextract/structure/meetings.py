"""One file, several meetings: a year of notes, or an earlier meeting behind this one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from minutextract.dates import DateMatch, find_dates, infer_day_first, without_meeting_number
from minutextract.document import Block, BlockKind, Document, Span
from minutextract.structure.appended import Apart, sections_apart
from minutextract.structure.attendance import read_attendance
from minutextract.structure.dated_entries import log_entries, parts_of_log
from minutextract.structure.packs import may_be_pack, minutes_within

# What a heading may say beside its date to head the minutes of a meeting ("Weekly call #12, 4 March 2024").
_MEETING = frozenset("meeting meetings minutes notes call agm egm session sync telecon teleconference agenda".split())
_AROUND = frozenset(
    "of the for a an on at from and held no nr number regular monthly weekly biweekly fortnightly quarterly annual "
    "general special extraordinary ordinary board committee council group team community working steering technical "
    "tsc tac wg joint virtual online zoom first second third fourth fifth sixth seventh eighth ninth tenth st nd rd th "
    "utc gmt bst cet cest est edt pst pdt am pm noon "
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun".split()
)
# "Planting plan – third meeting (4 March 2024)": a log whose headings also say what each meeting was about.
_NTH_MEETING = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\w+teenth|twentieth|"
    r"\d{1,3}(?:st|nd|rd|th))\s+meeting\b|\bmeeting\s+(?:no\.?\s*|number\s+|#\s*)?\d{1,3}\b(?!\s*(?:min|am|pm|[:/.]\d))",
    re.IGNORECASE,
)
# "Meeting date | time 4 March 2024 | 18:00 | Meeting location Barn", below the title: a word processor's own template.
_LABELLED = re.compile(r"(?:meeting\s+)?date\s*(?:\||/|&|and)\s*time\b", re.IGNORECASE)
_OF_ANOTHER = re.compile(
    r"\b(?:minutes|notes|approv\w+|arising|from|next|previous|last|before|after|since)\b", re.IGNORECASE
)
_LONGEST_HEAD = 14
_FEWEST_BLOCKS = 3
_MOST_TITLES = 3
# Without an attendance list of its own, a date heads a meeting only where several do.
_FEWEST_HEADS = 3
# Days of one and the same gathering ("Monday 3 June", "Tuesday 4 June") are no meetings of their own.
_ONE_GATHERING = 6
_UNCLEAR_PACK = "this may be an agenda with the minutes of an earlier meeting in it: it was read as one document"

_STANDS_APART = "this section stands beside the meetings of its file: it need not tell of a meeting"


@dataclass(frozen=True)
class Part:
    """The blocks of one meeting, as a document with the whole file's text; `date` is its heading's, if any.

    `roster` is the stretch that lists who belongs to the body, at the top of a file of several meetings.
    """

    document: Document
    date: date | None = None
    roster: Span | None = None

    @cached_property
    def listed(self) -> bool:
        """Whether there is an attendance list."""
        return bool(read_attendance(self.document).people)


@dataclass(frozen=True, slots=True)
class _Head:
    index: int
    rank: tuple[BlockKind, int]
    words: frozenset[str]
    numbers: tuple[str, ...]
    date: date


def split_meetings(document: Document) -> tuple[Part, ...]:
    """The meetings of a file, in its order; what stands above the first heading goes with the first meeting.

    A file is split at headings of one level that give the days of different meetings and say nothing else, if each of
    two has an attendance list of its own, or if there are at least three. Of an agenda pack only the minutes count. Of
    a log each dated entry is a part of its own, or nothing is split.
    """
    if within := minutes_within(document):
        return tuple(Part(one.document, one.date) for one in within)
    entries = log_entries(document)
    if found := parts_of_log(document, entries):
        return tuple(Part(one, day) for one, day in found)
    by_rank: dict[tuple[BlockKind, int], list[_Head]] = {}
    for head in _heads(document):
        # Bold dates among paragraphs that open with other dates cut a log at the wrong places.
        if entries and head.rank[0] is BlockKind.PARAGRAPH:
            continue
        by_rank.setdefault(head.rank, []).append(head)
    for heads in map(_distinct, by_rank.values()):
        apart = _apart(document, heads)
        parts = _parts(document, heads, [one.index for one in apart])
        if _are_meetings(parts):
            others = [_beside(document, one) for one in apart]
            meetings = [*_with_top(document, parts), *others]
            return tuple(sorted(meetings, key=lambda part: part.document.blocks[-1].span.start))
    if may_be_pack(document):
        document = replace(document, warnings=(*document.warnings, _UNCLEAR_PACK))
    return (Part(document),)


def _heads(document: Document) -> Iterator[_Head]:
    day_first = infer_day_first(document.text)
    for index, block in enumerate(document.blocks):
        if block.kind is not BlockKind.HEADING and not (block.bold and block.kind is BlockKind.PARAGRAPH):
            continue
        text = without_meeting_number(block.content.of(document.text))
        if _LABELLED.match(text):
            yield from _labelled(document, index, find_dates(text, day_first=day_first))
            continue
        found = find_dates(text, day_first=day_first) if len(text.split()) <= _LONGEST_HEAD else []
        if len(found) != 1 or found[0].date is None:
            continue
        left = text[: found[0].start] + " " + text[found[0].end :]
        words = frozenset(re.findall(r"[^\W\d_]+", left.lower()))
        if text.lower().startswith("no "):
            continue
        titled = bool(words & _MEETING) or block.kind is BlockKind.HEADING or not words
        counted = _NTH_MEETING.search(block.content.of(document.text)) and not _OF_ANOTHER.search(left)
        if (titled and words <= _MEETING | _AROUND) or counted:
            numbers = tuple(re.findall(r"\d+", block.content.of(document.text)))
            yield _Head(index, (block.kind, block.level), words, numbers, found[0].date)


def _labelled(document: Document, index: int, dates: Sequence[DateMatch]) -> Iterator[_Head]:
    """A meeting that begins at the title above the line that gives its day."""
    if len(dates) != 1 or dates[0].date is None:
        return
    block, above = document.blocks[index], document.blocks[index - 1] if index else None
    titled = above is not None and above.kind is BlockKind.HEADING and above.level < block.level
    rank = (block.kind, block.level)
    yield _Head(index - titled, rank, frozenset({"meeting"}), (str(block.span.start),), dates[0].date)


def _distinct(heads: Sequence[_Head]) -> list[_Head]:
    """Heads in the wording that most share, without those that repeat the one before ("Agenda …", "Notes …")."""
    wording = Counter(head.words & _MEETING for head in heads)
    kept: list[_Head] = []
    for head in heads:
        usual = wording[head.words & _MEETING] == max(wording.values())
        again = bool(kept) and (kept[-1].date, kept[-1].numbers) == (head.date, head.numbers)
        if usual and not again:
            kept.append(head)
    return kept


def _parts(document: Document, heads: Sequence[_Head], apart: Sequence[int]) -> list[Part]:
    """The meetings from heading to heading, without the sections that stand apart from these indices on."""
    stops = sorted((*(head.index for head in heads), *apart, len(document.blocks)))
    ends = [next(stop for stop in stops if stop > head.index) for head in heads]
    return [
        Part(_with_blocks(document, (_as_heading(document, head), *document.blocks[head.index + 1 : end])), head.date)
        for head, end in zip(heads, ends, strict=True)
    ]


def _apart(document: Document, heads: Sequence[_Head]) -> list[Apart]:
    if len(heads) < _FEWEST_HEADS:
        return []
    day_first = infer_day_first(document.text)

    def day_of(line: str) -> date | None:
        found = find_dates(line, day_first=day_first)
        return found[0].date if len(found) == 1 else None

    return sections_apart(document, [head.index for head in heads], [head.date for head in heads], day_of)


def _beside(document: Document, apart: Apart) -> Part:
    section = _with_blocks(document, document.blocks[apart.index : apart.end])
    return Part(replace(section, warnings=(*section.warnings, _STANDS_APART)), apart.date)


def _as_heading(document: Document, head: _Head) -> Block:
    """A bold line at which a meeting begins is its heading: no list above it goes on there, so it names nobody."""
    block = document.blocks[head.index]
    return block if block.kind is BlockKind.HEADING else replace(block, kind=BlockKind.HEADING, level=1)


def _are_meetings(parts: Sequence[Part]) -> bool:
    days = {part.date for part in parts if part.date}
    if len(days) < 2 or 3 * len(days) < 2 * len(parts):
        return False
    if sum(part.listed for part in parts) >= 2:
        return True
    filled = [part for part in parts if len(part.document.blocks) >= _FEWEST_BLOCKS]
    return len(filled) >= _FEWEST_HEADS and (max(days) - min(days)).days > _ONE_GATHERING


def _with_top(document: Document, parts: Sequence[Part]) -> tuple[Part, ...]:
    """What stands above the first heading is a meeting of its own if it has an attendance list; bare headings go."""
    start = parts[0].document.blocks[0].span.start
    above = [block for block in document.blocks if block.span.start < start]
    top = Part(_with_blocks(document, above)) if above else None
    if top and _is_roster(top.document):
        span = top.document.extent
        return _filled(
            [Part(_with_blocks(document, (*above, *part.document.blocks)), part.date, span) for part in parts]
        )
    if top and top.listed:
        return top, *_filled(parts)
    joined = Part(_with_blocks(document, (*above, *parts[0].document.blocks)), parts[0].date)
    return _filled((joined, *parts[1:]))


def _is_roster(document: Document) -> bool:
    """Whether there is nothing but titles and a list of those who belong to the body."""
    attendance = read_attendance(document)
    others = [block for index, block in enumerate(document.blocks) if index not in attendance.blocks]
    titles = len(others) <= _MOST_TITLES and all(
        len(block.content.of(document.text).split()) <= _LONGEST_HEAD for block in others
    )
    return titles and bool(attendance.people) and all(one.roll for one in attendance.people)


def _filled(parts: Sequence[Part]) -> tuple[Part, ...]:
    return tuple(part for part in parts if len(part.document.blocks) > 1)


def _with_blocks(document: Document, blocks: Sequence[Block]) -> Document:
    return replace(document, blocks=tuple(blocks))
