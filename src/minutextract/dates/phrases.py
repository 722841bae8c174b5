"""Due phrases: a cue with the time or occasion that it leads."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from minutextract.dates.clauses import clause_end, occasion_end, once_end, when_end
from minutextract.dates.context import (
    closes_clause,
    has_task,
    is_aside,
    is_booking,
    is_dated,
    is_deed,
    is_denied,
    is_errand,
    is_expected,
    is_held_then,
    is_learnt,
    is_manner,
    is_meeting_matter,
    is_object,
    is_opening_plan,
    is_over,
    is_part,
    is_presence,
    is_readied,
    is_sent_for,
    is_span_of_time,
    is_term,
)
from minutextract.dates.cues import LIMITS, WEAK, Kind, find_cues
from minutextract.dates.gatherings import gathering_at, is_next
from minutextract.dates.lengths import length_at, length_limit_at, open_length, weeks_on_at
from minutextract.dates.moments import Moment, Reference, day_at
from minutextract.dates.periods import end_at, limit_at, relative_at, season_at
from minutextract.dates.urgency import find_vague, vague_at

_Reading = Callable[[str, int, Reference], Moment | None]

_ANY: tuple[_Reading, ...] = (gathering_at, end_at, weeks_on_at, day_at, relative_at, limit_at)
_READINGS: dict[Kind, tuple[_Reading, ...]] = {
    Kind.DUE: (*_ANY, length_at, vague_at),
    Kind.BY: (*_ANY, length_at),
    Kind.BEFORE: _ANY,
    Kind.AFTER: _ANY,
    Kind.AT: (gathering_at, end_at),
    Kind.FOR: (gathering_at, relative_at, day_at),
    Kind.TO: (gathering_at,),
    Kind.ON: (gathering_at,),
    Kind.IN: (gathering_at, length_at, season_at, relative_at),
    Kind.OVER: (gathering_at, length_at, relative_at, season_at),
    Kind.WITHIN: (length_limit_at, relative_at),
    Kind.BARE: (weeks_on_at, length_at, end_at, relative_at, gathering_at, season_at),
}
# What belongs to a meeting and is no time: "add it to the spring meeting plans".
_PAPERS = re.compile(
    r"\s+(?:plans?|agendas?|minutes|notes|papers|pack|programme|page|invites?|invitation|calendar|folder|schedule)\b"
)
# "In today discussions": those of this meeting.
_TODAYS = re.compile(r"\s+(?:today|yesterday)(?:['’]?s)?\s+[a-z]{3,}", re.IGNORECASE)
# What a paper or a contract is for: "the lease for the forthcoming season".
_FOR_SEASON = re.compile(
    r"\s+(?:the\s+)?(?:forthcoming|coming|new|next|current|following)\s+(?:season|term)\b", re.IGNORECASE
)
_IS_ON = re.compile(r"\s(?:in|on)\s")
_LOOK_BACK = 40
_OCCASION = re.compile(
    r"\s+(?:[\w’'-]+\s+){0,3}?(?:fair|fête|show|season|launch|event|opening|ceremony|summer|autumn|winter|spring|exams?|inspection|"
    r"visit|hearing|festival|party|christmas|easter|deadline|release|elections?|start|audit|day|week|weekend|month|term|concert|race|"
    r"competition|finals?|workshop|conference|presentation|demo|meeting|session|sprint|cycle)s?(?![\w-])",
    re.IGNORECASE,
)
_SPACE = re.compile(r"[\s*_]{0,4}")
_SEGMENT = re.compile(r"(?:\s[-–—]{1,2}|\||:)\s")
_LEAD_LENGTH = re.compile(
    r"(?:at\s+least|the|an?|one|two|three|four|six|\d{1,2}(?:\s?(?:or|to|-|–)\s?\d{1,2})?)\s+(?:working\s+)?"
    r"(?:day|week|month|night|evening|fortnight)s?\s+$",
    re.IGNORECASE,
)
_LEAD_PART = re.compile(r"(?:the\s+)?(?:first|second|third|last)\s+(?:week|half|part|days)\s+$", re.IGNORECASE)
# "In next year's council" is who, not when.
_BODY_END = re.compile(r"(?:council|board|committee)s?$", re.IGNORECASE)
_BESIDE = re.compile(
    r"\s?(?:,|(?P<bracket>\((?=[^()]{1,40}\))))\s?(?=(?:[A-Za-z]{3,9},?\s)?(?:the\s)?\d|[A-Z][a-z]{2,8}\s\d)"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A due phrase: where it stands, its day if that is clear, and whether it names an event."""

    start: int
    end: int
    date: date | None = None
    event: bool = False


def cued_phrase(text: str, reference: Reference) -> Phrase | None:
    """The first due phrase that a cue leads; a meeting or a loose time gives way to a day that is plainly a limit."""
    first: tuple[Kind, Phrase] | None = None
    for kind, phrase in _cued(text, reference):
        if first is None:
            first = kind, phrase
        elif phrase.date and kind in LIMITS and phrase.start >= first[1].end:
            return phrase
        if first[1].date or first[0] not in WEAK:
            break
    return first[1] if first else None


def bare_phrase(text: str, reference: Reference) -> Phrase | None:
    """A time that stands alone in the text, or in its last part after a dash, bar or colon."""
    start = max((cut.end() for cut in _SEGMENT.finditer(text)), default=0)
    start += len(text[start:]) - len(text[start:].lstrip(" ([*_"))
    moment = _read(text, start, Kind.DUE, reference)
    if moment is None or text[moment.end :].strip(" .)]*_"):
        return None
    return Phrase(start, moment.end, moment.date, moment.event)


def vague_phrase(text: str) -> Phrase | None:
    """The first words of urgency that leave the day open."""
    found = find_vague(text)
    return Phrase(*found) if found else None


def _cued(text: str, reference: Reference) -> Iterator[tuple[Kind, Phrase]]:
    for kind, start, end in find_cues(text):
        if (
            is_denied(text, start)
            or is_aside(text, start)
            or (kind is Kind.AFTER and (is_manner(text, start) or is_span_of_time(text, start)))
        ):
            continue
        found = _HANDLERS[kind](text, start, end, kind, reference)
        if found and not (kind is not Kind.DUE and _is_long_past(found, reference)):
            yield kind, found


def _is_long_past(found: Phrase, reference: Reference) -> bool:
    """A day more than a year before the meeting belongs to a story; only "due" can mean that a task is late."""
    return found.date is not None and reference.meeting is not None and (reference.meeting - found.date).days > 366


def _read(text: str, at: int, kind: Kind, reference: Reference) -> Moment | None:
    for reading in _READINGS[kind]:
        if found := reading(text, at, reference):
            return found
    return None


def _after_space(text: str, at: int) -> int:
    space = _SPACE.match(text, at)
    return space.end() if space else at


def _timed(text: str, start: int, end: int, kind: Kind, reference: Reference) -> Phrase | None:
    """A cue with a time, and the day that stands beside it ("by next Friday, 26 June")."""
    moment = _read(text, _after_space(text, end), kind, reference)
    if moment is None:
        return None
    beside = _BESIDE.match(text, moment.end) if moment.date is None else None
    day = day_at(text, beside.end(), reference) if beside else None
    if day is None or beside is None:
        return Phrase(start, moment.end, moment.date, moment.event)
    return Phrase(start, day.end + (beside["bracket"] is not None), day.date, moment.event)


def _around(text: str, start: int, end: int, kind: Kind, reference: Reference) -> Phrase | None:
    """Before or after something: a time, or an occasion in words."""
    lead = _LEAD_LENGTH.search(text[max(0, start - _LOOK_BACK) : start])
    opening = start - len(lead[0]) if lead else start
    counted = lead is not None or kind is Kind.AFTER
    if moment := _read(text, _after_space(text, end), kind, reference):
        return Phrase(opening, moment.end, None if counted else moment.date, moment.event or counted)
    # What something is ready for is a time only as an occasion: "ready for the fair", not "for the users".
    vague = text[start:end].lower().startswith("ready") and not _OCCASION.match(text, end)
    closing = None if vague else occasion_end(text, start, end)
    return Phrase(opening, closing, event=True) if closing else None


def _meeting(text: str, start: int, end: int, kind: Kind, reference: Reference) -> Phrase | None:
    """At, for, to or on a meeting yet to come."""
    if kind is Kind.FOR and _FOR_SEASON.match(text, end):
        return None
    if is_term(text, start) or is_sent_for(text, start) if kind is Kind.AT else is_meeting_matter(text, start):
        return None
    found = _timed(text, start, end, kind, reference)
    if found is None and kind is Kind.ON and (is_deed(text, start) or is_errand(text, start)):
        found = _timed(text, start, end, Kind.BEFORE, reference)
    if found is None and kind is Kind.ON:
        day = _timed(text, start, end, Kind.BEFORE, reference)
        found = day if day and (_is_dated_end(text, start, day) or is_opening_plan(text, start, day.end)) else None
    if found is None or (found.date and reference.meeting and found.date < reference.meeting):
        return None
    if kind is Kind.FOR and is_learnt(text, start):
        return None
    if (
        _PAPERS.match(text, found.end)
        or (kind is Kind.TO and found.date)
        or (kind is Kind.FOR and not found.event and not _is_due_day(text, found))
    ):
        return None
    opens = not text[:start].strip(" -–—•*:_()\"'")
    return None if opens and found.event and not is_next(text, _after_space(text, end)) else found


def _is_dated_end(text: str, start: int, day: Phrase) -> bool:
    """Whether something is to be sent, held or the like on a day with which its clause ends."""
    return day.date is not None and is_dated(text, start) and closes_clause(text, day.end)


def _is_due_day(text: str, found: Phrase) -> bool:
    """Whether what is done "for" a day is due then."""
    words = text[found.start : found.end].lower()
    if words.endswith(("week", "month")) or "tomorrow" in words:
        return True
    free = not is_booking(text, found.start) or is_readied(text, found.start)
    return closes_clause(text, found.end) and not words.endswith("year") and free


def _during(text: str, start: int, end: int, kind: Kind, reference: Reference) -> Phrase | None:
    """In or over a period."""
    if is_held_then(text, start) or is_expected(text, start) or _TODAYS.match(text, end):
        return None
    found = _timed(text, start, end, kind, reference)
    if found and found.event:
        loose = not is_next(text, _after_space(text, end)) and not closes_clause(text, found.end)
        return None if loose or _BODY_END.search(text, found.start, found.end) else found
    if found is None or found.date:
        return found
    if is_over(text, start, found.end) or text[found.end - 5 : found.end].lower() == "years":
        return None
    part = _LEAD_PART.search(text[max(0, start - _LOOK_BACK) : start])
    return replace(found, start=start - len(part[0])) if part else found


def _within(text: str, start: int, end: int, kind: Kind, reference: Reference) -> Phrase | None:
    """Within a time from the meeting, or from something else ("within 14 days of receipt")."""
    if length := open_length(text, _after_space(text, end)):
        closing = clause_end(text, length.end())
        return Phrase(start, closing, event=True) if closing else None
    return _timed(text, start, end, kind, reference)


def _when(text: str, start: int, end: int, kind: Kind, _reference: Reference) -> Phrase | None:
    if vague_at(text, start):
        return None
    closing = (once_end if kind is Kind.ONCE else when_end)(text, start, end)
    return Phrase(start, closing, event=True) if closing else None


def _bare(text: str, start: int, _end: int, kind: Kind, reference: Reference) -> Phrase | None:
    """A time without a preposition, where it closes its clause."""
    moment = _read(text, start, kind, reference)
    words = text[start : moment.end].lower() if moment else ""
    opens = start == 0 and words in ("today", "tomorrow", "this week", "next week")
    if moment is None or not (opens or closes_clause(text, moment.end)) or is_part(text, start):
        return None
    if (
        is_presence(text, start)
        or words == "this year"
        or (words.startswith(("today", "tonight", "this ")) and not has_task(text, start))
    ):
        return None
    # "Next meeting: …", and "Next meeting in May, …", which says when that is.
    heading = not text[:start].strip() and (
        text[moment.end : moment.end + 1] == ":" or _IS_ON.search(words) is not None
    )
    if moment.event and (heading or is_object(text, start)):
        return None
    return Phrase(start, moment.end, moment.date, moment.event)


_Handler = Callable[[str, int, int, Kind, Reference], Phrase | None]
_HANDLERS: dict[Kind, _Handler] = {
    Kind.DUE: _timed, Kind.BY: _timed, Kind.BEFORE: _around, Kind.AFTER: _around,
    Kind.AT: _meeting, Kind.FOR: _meeting, Kind.TO: _meeting, Kind.ON: _meeting,
    Kind.IN: _during, Kind.OVER: _during, Kind.WITHIN: _within,
    Kind.WHEN: _when, Kind.ONCE: _when, Kind.BARE: _bare,
}  # fmt: skip
