"""The head of a summary: which meeting, when and where, who was there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import PurePath

from minutextract.document import BlockKind
from minutextract.meeting import Attendance, Item, Person
from minutextract.record import Record
from minutextract.render.options import Attribution, Length
from minutextract.render.rewording import Rewording
from minutextract.render.wording import capitalised, clip, fold, joined, long_date
from minutextract.structure.agenda import tells_end
from minutextract.structure.dated_entries import is_log_entry
from minutextract.structure.doubts import (
    BOTH_WAYS,
    COLUMNS,
    COUNT_ONLY,
    COUNTED,
    MONTH_ONLY,
    NEXT_BEFORE,
    NO_YEAR,
    ORDER_OPEN,
    OTHER_DAYS,
    OTHER_MONTH,
    UNREAD,
    quoted,
)
from minutextract.structure.title import is_bare, is_only_date

Fact = tuple[str, str]

_SMALL = frozenset({"a", "and", "at", "for", "in", "of", "on", "the", "to", "with"})
NO_ITEM = "Not under an agenda item"
_NUMBER_WITHIN = 12
_LONGEST_HEADING = 80
_LONGEST_LABEL = 40
_NOT_RECORDED = "not recorded"
# What an entry of a log says that tells of a meeting.
_MEETS = re.compile(r"\b(?:meeting|call|telecon\w*|session|met|convened)\b", re.IGNORECASE)
# What a day lacks that the minutes give in part.
_LACKING = ((MONTH_ONLY, "day not given"), (ORDER_OPEN, "day or month first?"), (NO_YEAR, "year not given"))
# A standard summary names those who were away, or there as guests, if they are no more than these; else it counts them.
_FEW = 4


def title(record: Record) -> str:
    """ "Harbour Trust: summary of the meeting of 21 May 2024"; the file's name stands in where no body is named."""
    meeting, name = record.meeting, body_name(record)
    if meeting.date is None or str(meeting.date.year) in name:
        return f"{name}: summary"
    kind = "entry" if is_log_entry(record.document) and not any(map(_MEETS.search, _words(record))) else "meeting"
    return f"{name}: summary of the {kind} of {long_date(meeting.date)}"


def _words(record: Record) -> Iterator[str]:
    """The words of the blocks that are no headings."""
    document = record.document
    return (block.content.of(document.text) for block in document.blocks if block.kind is not BlockKind.HEADING)


def body_name(record: Record) -> str:
    """Who met: the body, else the title, else what the file's name says; a day alone names nobody."""
    meeting = record.meeting
    return fold(meeting.body or _naming(meeting.title) or "").rstrip(" :") or _from_file_name(
        record.document.source.name, meeting.date
    )


def _naming(title: str | None) -> str | None:
    return None if title is None or is_only_date(title) else title


def _from_file_name(path: str, day: date | None) -> str:
    stem = PurePath(path).stem
    if day:
        either = rf"0?{day.day}[-_. ]0?{day.month}|0?{day.month}[-_. ]0?{day.day}"
        stem = re.sub(rf"{day.year}[-_. ]?{day:%m}[-_. ]?{day:%d}|(?<!\d)(?:{either})[-_. ]{day.year}", " ", stem)
    stem = re.sub(r"^0\d*[-_. ]+", "", stem)
    words = fold(re.sub(r"[_\-\s]+", " ", stem)).split()
    words = [word for word in words if not day or word != str(day.year)]
    return " ".join(word if word in _SMALL else capitalised(word) for word in words) or "Minutes"


def facts(words: Rewording, length: Length) -> tuple[Fact, ...]:
    """What is known of the meeting itself, as label and text; a brief summary counts where others name."""
    meeting, brief = words.record.meeting, length is Length.BRIEF
    most = {Length.BRIEF: 0, Length.STANDARD: _FEW}.get(length, len(meeting.people))
    own = fold(meeting.body or "").casefold()
    heading = _naming(meeting.title) if own and fold(meeting.title or "").casefold() != own and not brief else None
    optional = (("Title", fold(heading or "")), ("Status", meeting.status or ""))
    known = (
        *((label, words.plain(text)) for label, text in optional if text),
        ("Date", _when(words.record)),
        ("Place", words.plain(meeting.place or "") or _NOT_RECORDED),
        *_people(words, 0 if words.names.hides else most),
        ("Next meeting", words.plain(_next_meeting(words.record)) or _NOT_RECORDED),
    )
    return tuple(fact for fact in known if not brief or fact[1] != _NOT_RECORDED)


def _when(record: Record) -> str:
    meeting = record.meeting
    day = long_date(meeting.date) if meeting.date else _in_part(record) or _NOT_RECORDED
    times = f"{meeting.start or 'until'} {'to ' * bool(meeting.start)}{meeting.end}" if meeting.end else meeting.start
    others = quoted(record.warnings, OTHER_DAYS) if meeting.date else None
    given = joined(long_date(date.fromisoformat(one)) for one in others.split(", ")) if others else ""
    said = f"{day}, {times}" if times else day
    month = quoted(record.warnings, OTHER_MONTH) if meeting.date and not given else None
    given = f"{given} is given as well" if given else f"the file's name says {month}" if month else ""
    return f"{said} (to check: {given})" if given else said


def _in_part(record: Record) -> str | None:
    """What the minutes say of the day, where they do not give it in full: "December 2031 (day not given)"."""
    found = ((quoted(record.warnings, opening), lacking) for opening, lacking in _LACKING)
    return next((f"{fold(said)} ({lacking})" for said, lacking in found if said), None)


def _next_meeting(record: Record) -> str:
    """When the next meeting is; a day before this one is told as what is to be checked."""
    before = None if record.meeting.next_meeting else quoted(record.warnings, NEXT_BEFORE)
    return f"{before.rstrip('. ')} (to check: before this meeting)" if before else record.meeting.next_meeting or ""


def _people(words: Rewording, most: int) -> Iterator[Fact]:
    """Who was there; of those who are not many all are named."""
    people, names = words.record.meeting.people, words.names
    listed = {kind: [p for p in people if p.attendance is kind] for kind in Attendance}
    chairs, present = listed[Attendance.CHAIR], listed[Attendance.PRESENT]
    if chairs and names.attribution is not Attribution.NONE:
        called = (fold(one.name) if not most and not names.hides else names.with_affiliation(one) for one in chairs)
        yield "Chair" if len(chairs) == 1 else "Chairs", "; ".join(called)
    came = [p for p in people if p.attendance not in (Attendance.APOLOGIES, Attendance.ABSENT, Attendance.MENTIONED)]
    deputies = [p for p in came if p.deputising_for]
    known = any(p.attendance not in (Attendance.CHAIR, Attendance.MENTIONED) for p in people)
    count = quoted(words.record.warnings, COUNT_ONLY)
    if quoted(words.record.warnings, COLUMNS):
        yield "Present", "not clear: the lists stand side by side and could not be told apart"
    else:
        came_named = _present([*chairs, *present], known=known)
        counted = quoted(words.record.warnings, COUNTED)
        stated = f"{came_named} named (the minutes count {counted.split()[0]})" if counted else came_named
        yield "Present", f"{count} (no names given)" if count else f"{stated}{_to_check(words.record)}"
    if deputies:
        yield "Deputies", str(len(deputies)) if len(deputies) > most else joined(map(_deputy, deputies))
    for label, kind in (("Apologies", Attendance.APOLOGIES), ("Absent", Attendance.ABSENT)):
        yield from _told(label, listed[kind], joined(fold(p.name) for p in listed[kind]), most)
    others = listed[Attendance.IN_ATTENDANCE]
    yield from _told("In attendance", others, "; ".join(map(names.with_affiliation, others)), most)


def _to_check(record: Record) -> str:
    """What speaks against the number of those present; whom it is about, the checks tell."""
    unread = sum(warning.startswith(UNREAD) for warning in record.warnings)
    twice = len((quoted(record.warnings, BOTH_WAYS) or "").split(", ")) if quoted(record.warnings, BOTH_WAYS) else 0
    said = [f"{unread} {'lines' if unread > 1 else 'line'} more in which no name was recognised"] if unread else []
    said += [f"{twice} listed as not there as well"] if twice else []
    return f" (to check: {'; '.join(said)})" if said else ""


def _told(label: str, people: list[Person], named: str, most: int) -> Iterator[Fact]:
    if len(people) > most:
        yield label, str(len(people))
    elif people:
        yield f"{label} ({len(people)})", named


def _deputy(person: Person) -> str:
    return fold(f"{person.name} for {person.deputising_for}")


def _present(present: list[Person], *, known: bool) -> str:
    if not known:
        return "no attendance list was found"
    return str(len(present)) if present else "none recorded"


def item_heading(words: Rewording, item: Item | None) -> str:
    """An agenda item as it stands over the lines that belong to it; "" for none."""
    if item is None or _is_title(words.record, item):
        return ""
    if item.number and tells_end(item.title) and _opens_decided(words.record, item):
        # The line itself stands among the decisions.
        return f"Item {item.number.rstrip('.')}"
    title = f"{item.number.rstrip('.')}. {item.title}" if item.number else item.title
    return clip(words.plain(title), _LONGEST_HEADING)


def _opens_decided(record: Record, item: Item) -> bool:
    """Whether a decision begins where the item does, behind its number at most."""
    first = item.span.start
    return any(first <= decision.span.start <= first + _NUMBER_WITHIN for decision in record.decisions)


def item_label(words: Rewording, item_id: str | None) -> tuple[str, bool]:
    """An agenda item's number, else its title, and whether it is the number.

    A number that several have says nothing, and none does where the numbers do not go up.
    """
    items = words.record.meeting.items
    item = next((item for item in items if item.id == item_id), None)
    if item is None or _is_title(words.record, item):
        return "", False
    counts = [int(other.number) for other in items if other.number and other.number.isdecimal()]
    if item.number and sum(other.number == item.number for other in items) == 1 and counts == sorted(counts):
        return fold(item.number), True
    return clip(words.plain(item.title), _LONGEST_LABEL), False


def _is_title(record: Record, item: Item) -> bool:
    """Whether what opens the item is the title of the minutes: under it stands everything."""
    own = fold(record.meeting.title or "").casefold()
    same = bool(own) and fold(item.title).casefold() == own.rstrip(":")
    return item.number is None and (same or is_bare(item.title))
