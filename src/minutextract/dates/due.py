"""By when an action is due, as its sentence says: a day, an event, or words that leave it open."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from minutextract.dates.clauses import clause_end, occasion_end, once_end, when_end
from minutextract.dates.gatherings import gathering_at, is_next
from minutextract.dates.moments import Moment, Reference, day_at
from minutextract.dates.periods import (
    VAGUE,
    end_at,
    length_at,
    open_length,
    relative_at,
    season_at,
    weeks_on_at,
)
from minutextract.record import Due

# No sentence is longer; what is, is not read further.
_LONGEST = 4_000


def find_due(text: str, meeting: date | None, *, day_first: bool | None) -> Due | None:
    """When the action in a sentence is due, as its words say; None if they do not.

    Args:
        text: the sentence of an action.
        meeting: the day of the meeting; without it, words such as "Friday" give no date.
        day_first: the order of day and month in numeric dates, None if unknown.

    Returns:
        The first due phrase with its date, or its event ("by the next meeting"), or neither if it is vague or could
        mean several days; a vague phrase ("as soon as possible") gives way to a later one that is not.
    """
    found = find_due_span(text, meeting, day_first=day_first)
    return found[2] if found else None


def find_due_span(text: str, meeting: date | None, *, day_first: bool | None) -> tuple[int, int, Due] | None:
    """As `find_due`, with the offsets at which the phrase starts and ends."""
    text = text[:_LONGEST]
    found = _first(_phrases(text, Reference(meeting, day_first)))
    if found is None:
        return None
    words = text[found.start : found.end]
    return found.start, found.end, Due(words, found.date, words if found.event else None)


@dataclass(frozen=True, slots=True)
class _Phrase:
    start: int
    end: int
    date: date | None = None
    event: bool = False
    vague: bool = False


def _first(phrases: Iterator[_Phrase]) -> _Phrase | None:
    vague = None
    for phrase in phrases:
        if not phrase.vague:
            return phrase
        vague = vague or phrase
    return vague


_Reading = Callable[[str, int, Reference], Moment | None]


def _limit(text: str, at: int, reference: Reference) -> Moment | None:
    return season_at(text, at, reference, limit=True)


def _length(text: str, at: int, reference: Reference) -> Moment | None:
    return length_at(text, at, reference, limit=False)


def _length_limit(text: str, at: int, reference: Reference) -> Moment | None:
    return length_at(text, at, reference, limit=True)


def _vague(text: str, at: int, _reference: Reference) -> Moment | None:
    found = VAGUE.match(text, at)
    return Moment(found.end()) if found else None


_ANY: tuple[_Reading, ...] = (gathering_at, end_at, weeks_on_at, day_at, relative_at, _limit)
_TIMES: dict[str, tuple[_Reading, ...]] = {
    "limit": _ANY,
    "due": (*_ANY, _length, _vague),
    "at": (gathering_at, end_at),
    "for": (gathering_at, relative_at),
    "to": (gathering_at,),
    "on": (gathering_at,),
    "in": (gathering_at, _length, season_at),
    "over": (_length, relative_at, season_at),
    "during": (relative_at, season_at),
    "within": (_length_limit, relative_at),
    "bare": (weeks_on_at, end_at, relative_at, gathering_at),
}
_CUE = re.compile(
    r"(?<![\w-])(?:(?P<due>(?:due(?:\s+date)?|deadline|target(?:\s+date)?|closing\s+date|cut-?off(?:\s+date)?|timescale|by\s+when|"
    r"complete\s+by|needed\s+by)(?:\s+(?:is|by|on|in|for|of|at|before|no\s+later\s+than|extended\s+to|set\s+for|end))?\s*[:\-–—]?\s*)"
    r"|(?P<limit>on\s+or\s+before|no(?:t)?\s+later\s+than|by\s+the\s+time\s+of|by\s+the\s+latest|latest\s+by|latest|prior\s+to|ahead\s+of|in\s+time\s+for|in\s+advance\s+of|"
    r"by|before|until|till?)"
    r"|(?P<after>after|following|(?:up)?on(?=\s+(?:receipt|completion|approval|return|request|publication)\b))"
    r"|(?P<when>when|as\s+soon\s+as)|(?P<once>once)"
    r"|(?P<at>at)|(?P<for>for)|(?P<to>to)|(?P<on>on)|(?P<in>in)|(?P<over>over)|(?P<during>during)|(?P<within>within)"
    r"|(?P<bare>(?=(?:a|two)\s+weeks?\s+(?:on|today|from)|next\s|this\s|early\s|mid|late|tomorrow|today|tonight|end[\s-]|later\s))"
    r"|(?P<week>(?=w[/.]?[cbe]\b|w(?:ee)?k\s+(?:commencing|beginning)|Q[1-4]\b)))(?![\w-](?<!-))",
    re.IGNORECASE,
)
