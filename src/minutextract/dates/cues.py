"""The words that make a time a due time: "by", "before", "due", "for the next meeting", "when", "once"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from minutextract.dates.clauses import clause_end, occasion_end, once_end, when_end
from minutextract.dates.gatherings import gathering_at, is_next
from minutextract.dates.moments import Moment, Reference, day_at
from minutextract.dates.periods import (
    VAGUE,
    end_at,
    length_at,
    length_limit_at,
    limit_at,
    open_length,
    relative_at,
    season_at,
    vague_at,
    weeks_on_at,
)

Reading = Callable[[str, int, Reference], Moment | None]

_ANY: tuple[Reading, ...] = (gathering_at, end_at, weeks_on_at, day_at, relative_at, limit_at)
_READINGS: dict[str, tuple[Reading, ...]] = {
    "due": (*_ANY, length_at, vague_at),
    "by": (*_ANY, length_at),
    "before": _ANY,
    "after": _ANY,
    "at": (gathering_at, end_at),
    "for": (gathering_at, relative_at, day_at),
    "to": (gathering_at,),
    "on": (gathering_at,),
    "in": (gathering_at, length_at, season_at, relative_at),
    "over": (gathering_at, length_at, relative_at, season_at),
    "within": (length_limit_at, relative_at),
    "bare": (weeks_on_at, length_at, end_at, relative_at, gathering_at, season_at),
}
_CUE = re.compile(
    r"(?<![\w-])(?:"
    r"(?P<due>(?:due(?:\s+date)?|deadline|target(?:\s+date)?|closing\s+date|cut-?off(?:\s+date)?|timescale|by\s+when)"
    r"(?:\s+(?:is|by|on|in|for|of|at|before|no\s+later\s+than|extended\s+to|set\s+for))?(?:\s*[:\-–—])?)"
    r"|(?P<by>by(?:\s+the\s+(?:time\s+of|latest))?|on\s+or\s+before|not?\s+later\s+than|latest(?:\s+by)?)"
    r"|(?P<before>before|until|till?|prior\s+to|ahead\s+of|in\s+(?:good\s+)?time\s+for|in\s+advance\s+of|ready\s+for)"
    r"|(?P<after>after|following|(?:up)?on(?=\s+(?:receipt|completion|approval|return|publication)\b))"
    r"|(?P<when>when|as\s+soon\s+as)|(?P<once>once)"
    r"|(?P<at>at)|(?P<for>for)|(?P<to>to)|(?P<on>on)|(?P<in>in)|(?P<over>over|during)|(?P<within>within)"
    r"|(?P<bare>(?=(?:(?:an?|one|two|three|four|\d{1,2})\s+(?:week|day|fortnight|month)s?\s+(?:on|today|from|this)|next|this|early|mid|late|later|tomorrow|today|tonight|end|"
    r"w(?:ee)?k\s+(?:commencing|beginning)|Q[1-4])\b|w[/.]?[cb]\b))"
    r")(?=[\s:\-–—]|$|(?<=\s)|\b)",
    re.IGNORECASE,
)
_LIMITS = ("due", "by", "before", "within")
_WEAK = ("at", "for", "to", "on", "bare", "when")
# "Not before April" is no limit, and what "have paid by May" says is no task.
_DENIED = re.compile(
    r"(?:\bnot|n['’]t(?:\s+\w{1,20}){0,3})\s+$|\b(?:who|which|that)\s+(?:have|has|had|was|were)\s[^,.;:]{0,30}$",
    re.IGNORECASE,
)
# What a day can be "for" without being the day by which something is to be done: a booking, or a record of that day.
_FOR_NOT = re.compile(
    r"\b(?:book\w*|arrang\w*|schedul\w*|set|plan\w*|organi[sz]\w*|fix\w*|call\w*|meetings?|dates?|reserv\w*|hir\w*|minutes|actions?|"
    r"accounts|figures|invoices?|payments?|reports?|events?|visits?|sessions?|agenda|proposed|confirmed|notes|accounts|bill|"
    r"wait\w*|closed|open|available|away|free)\b[^.;:]{0,30}$",
    re.IGNORECASE,
)
_SPACE = re.compile(r"[\s*_]{0,4}")
_LOOK_BACK = 40
_LEAD_LENGTH = re.compile(
    r"(?:(?:at\s+least|the|a|one|two|three|four|six|\d{1,2}(?:\s?(?:or|to|-|–)\s?\d{1,2})?)\s+)(?:working\s+)?(?:day|week|month|night|evening|fortnight)s?\s+$",
    re.IGNORECASE,
)
# "Set a date for the next meeting" is no due phrase.
_MEETING_MATTER = re.compile(
    r"\b(?:dates?|times?|venues?|rooms?|location|hosts?|place|poll|doodle|chair|whenisgood|topics?|availab\w+|speakers?|"
    r"invit\w+|nominat\w+|elect\w*|appoint\w*|schedule[ds]?|book\w*|arrang\w+|looking\s+forward|forward|views?|discussions?|updates?|information|decisions?|reports?(?=\s+on)|details?|depend\w*)\s*$",
    re.IGNORECASE,
)
_NO_BARE = re.compile(r"\b(?:for|of|from|since|than|the|not)\s*$", re.IGNORECASE)
_NO_BARE_MEETING = re.compile(
    r"\b(?:the|of|our|for|this|determine|agree|fix|set|schedule|arrange|plan|organi[sz]e|hold|host|attend|chair|until|a|call)\s*$",
    re.IGNORECASE,
)
_PAST_MONTH = re.compile(
    r"(?<!be\s)\b(?:held|received|reported|raised|agreed|sent|published|made|started|place|last|back|earlier|was|were|done|issued|dated|"
    r"meeting|minutes|event|conference|took|since|happened|occurred|opened|paid|built|formed|signed|written|passed|approved|"
    r"discussed|interested|specialist|change|increase|dates?|early|born)\s*$",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"\s?(?:,|(?P<bracket>\((?=[^()]{1,40}\))))\s?(?=(?:[A-Za-z]{3,9},?\s)?(?:the\s)?\d|[A-Z][a-z]{2,8}\s\d)"
)
_AHEAD = re.compile(r"\b(?:next|coming|following|this|\d{1,3}|time)\b", re.IGNORECASE)
_PART_BEFORE = re.compile(r"(?:the\s+)?(?:first|second|third|last)\s+(?:week|half|part|days)\s+$", re.IGNORECASE)
# "Presented today" is no task; "to be sent today" is.
_TASK = re.compile(r"\b(?:to|will|shall|should|must|please|can|would|let|need\w*|action)\b|:|^\W*$", re.IGNORECASE)
_CLOSES = re.compile(
    r"\s*(?:[.,;:!?)\]|○■●•▪*]|$|\s[-–—]|\n)|\s+(?:and|so|to|if|with|or|for|when|as|at|by|but|then|in|on)\b",
    re.IGNORECASE,
)
_SEGMENT = re.compile(r"(?:\s[-–—]{1,2}|\||:)\s")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A due phrase: where it stands, its day if that is clear, and whether it names an event."""

    start: int
    end: int
    date: date | None = None
    event: bool = False


def cued_phrase(text: str, reference: Reference) -> Phrase | None:
    """The first due phrase that a cue leads; one without a day gives way to a day that is plainly a limit."""
    first: tuple[str, Phrase] | None = None
    for kind, phrase in _cued(text, reference):
        if first is None:
            first = kind, phrase
        elif phrase.date and kind in _LIMITS and phrase.start >= first[1].end:
            return phrase
        if first[1].date or first[0] not in _WEAK:
            break
    return first[1] if first else None


def _cued(text: str, reference: Reference) -> Iterator[tuple[str, Phrase]]:
    for cue in _CUE.finditer(text):
        kind = cue.lastgroup or ""
        if _DENIED.search(text, max(0, cue.start() - _LOOK_BACK), cue.start()):
            continue
        if found := _HANDLERS.get(kind, _timed)(text, cue, kind, reference):
            yield kind, found


def bare_phrase(text: str, reference: Reference) -> Phrase | None:
    """A day that stands alone in the text, or in its last part after a dash, bar or colon."""
    cuts = [0, *(cut.end() for cut in _SEGMENT.finditer(text))]
    start = cuts[-1]
    start += len(text[start:]) - len(text[start:].lstrip(" ([*_"))
    moment = _read(text, start, _READINGS["due"], reference)
    if moment is None or text[moment.end :].strip(" .)]*_"):
        return None
    return Phrase(start, moment.end, moment.date, moment.event)


def vague_phrase(text: str) -> Phrase | None:
    """The first words of urgency that leave the day open."""
    found = VAGUE.search(text)
    return Phrase(found.start(), found.end()) if found else None


def _read(text: str, at: int, readings: tuple[Reading, ...], reference: Reference) -> Moment | None:
    for reading in readings:
        if found := reading(text, at, reference):
            return found
    return None


def _after_space(text: str, at: int) -> int:
    space = _SPACE.match(text, at)
    return space.end() if space else at


def _timed(text: str, cue: re.Match[str], kind: str, reference: Reference) -> Phrase | None:
    moment = _read(text, _after_space(text, cue.end()), _READINGS[kind], reference)
    return _phrase(text, cue.start(), moment, reference) if moment else None


def _phrase(text: str, start: int, moment: Moment, reference: Reference) -> Phrase:
    """The phrase, with the day that stands beside it ("by next Friday, 26 June")."""
    beside = _BESIDE.match(text, moment.end)
    day = day_at(text, beside.end(), reference) if beside and moment.date is None else None
    if day is None or beside is None:
        return Phrase(start, moment.end, moment.date, moment.event)
    return Phrase(start, day.end + (beside["bracket"] is not None), day.date, moment.event)


def _before(text: str, cue: re.Match[str], kind: str, reference: Reference) -> Phrase | None:
    """Before or after something: a time, or an occasion in words."""
    start = _with_length(text, cue.start())
    counted = start != cue.start() or kind == "after"
    moment = _read(text, _after_space(text, cue.end()), _READINGS[kind], reference)
    if moment:
        return Phrase(start, moment.end, None if counted else moment.date, moment.event or counted)
    end = occasion_end(text, cue.start(), cue.end())
    return Phrase(start, end, event=True) if end else None


def _with_length(text: str, at: int) -> int:
    """Where the phrase starts if a length of time leads it: "two weeks before the AGM"."""
    lead = _LEAD_LENGTH.search(text[max(0, at - _LOOK_BACK) : at])
    return at - len(lead[0]) if lead else at


def _meeting(text: str, cue: re.Match[str], kind: str, reference: Reference) -> Phrase | None:
    """At, for, to or on a meeting yet to come."""
    at = _after_space(text, cue.end())
    if kind in ("for", "to", "on") and _MEETING_MATTER.search(text, max(0, cue.start() - _LOOK_BACK), cue.start()):
        return None
    found = _timed(text, cue, kind, reference)
    if found is None or (found.date and reference.meeting and found.date < reference.meeting):
        return None
    if kind == "for" and not found.event and not _is_for_day(text, cue.start(), found):
        return None
    if kind == "to" and found.date:
        return None
    opens = not text[: cue.start()].strip(" -–—•*:_()\"'")
    return None if opens and found.event and not is_next(text, at) else found


def _is_for_day(text: str, start: int, found: Phrase) -> bool:
    words = text[start : found.end].lower()
    if words.endswith("week") or "tomorrow" in words:
        return True
    return (
        _CLOSES.match(text, found.end) is not None
        and not words.endswith("year")
        and not _FOR_NOT.search(text, max(0, start - _LOOK_BACK), start)
    )


def _in(text: str, cue: re.Match[str], kind: str, reference: Reference) -> Phrase | None:
    found = _timed(text, cue, kind, reference)
    if found is None or found.event or found.date:
        return found
    if not _AHEAD.search(text, cue.start(), found.end) and _PAST_MONTH.search(
        text, max(0, cue.start() - _LOOK_BACK), cue.start()
    ):
        return None
    part = _PART_BEFORE.search(text[max(0, cue.start() - _LOOK_BACK) : cue.start()])
    return replace(found, start=cue.start() - len(part[0])) if part else found


def _within(text: str, cue: re.Match[str], kind: str, reference: Reference) -> Phrase | None:
    """Within a time from the meeting, or from something else ("within 14 days of receipt")."""
    at = _after_space(text, cue.end())
    if length := open_length(text, at):
        end = clause_end(text, length.end())
        return Phrase(cue.start(), end, event=True) if end else None
    return _timed(text, cue, kind, reference)


def _when(text: str, cue: re.Match[str], kind: str, _reference: Reference) -> Phrase | None:
    if VAGUE.match(text, cue.start()):
        return None
    end = (once_end if kind == "once" else when_end)(text, cue.start(), cue.end())
    return Phrase(cue.start(), end, event=True) if end else None


def _bare(text: str, cue: re.Match[str], kind: str, reference: Reference) -> Phrase | None:
    """A time without a preposition, where it closes its clause."""
    moment = _read(text, cue.start(), _READINGS[kind], reference)
    if moment is None or not _CLOSES.match(text, moment.end):
        return None
    words = text[cue.start() : moment.end].lower()
    if _NO_BARE.search(text, max(0, cue.start() - _LOOK_BACK), cue.start()) or words == "this year":
        return None
    if words.startswith(("today", "tonight", "this ")) and not _TASK.search(text, 0, cue.start()):
        return None
    if moment.event and _NO_BARE_MEETING.search(text, max(0, cue.start() - _LOOK_BACK), cue.start()):
        return None
    return Phrase(cue.start(), moment.end, moment.date, moment.event)


_Handler = Callable[[str, "re.Match[str]", str, Reference], Phrase | None]
_HANDLERS: dict[str, _Handler] = {
    "before": _before, "after": _before, "at": _meeting, "for": _meeting, "to": _meeting, "on": _meeting,
    "in": _in, "over": _in, "within": _within, "when": _when, "once": _when, "bare": _bare,
}  # fmt: skip
