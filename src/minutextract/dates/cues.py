"""The words that can lead a due time: "by", "before", "due", "for", "when", "once"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from minutextract.dates.patterns import any_of


class Kind(StrEnum):
    """What a cue leads to; the values are the groups of the cue pattern."""

    DUE = "due"
    BY = "by"
    BEFORE = "before"
    AFTER = "after"
    WHEN = "when"
    ONCE = "once"
    AT = "at"
    FOR = "for_"
    TO = "to"
    ON = "on"
    IN = "in_"
    OVER = "over"
    WITHIN = "within"
    BARE = "bare"


LIMITS = (Kind.DUE, Kind.BY, Kind.BEFORE, Kind.WITHIN)
WEAK = (Kind.AT, Kind.FOR, Kind.TO, Kind.ON, Kind.BARE, Kind.WHEN)

_COUNTED = r"(?:an?|one|two|three|four|\d{1,2})\s+(?:week|day|fortnight|month)s?\s+(?:on|today|from|this)"
_DUE = any_of("due_date due deadline target_date target closing_date cut-?off_date cut-?off timescale by_when")
_DUE_LINK = any_of("is by on in for of at before no_later_than extended_to set_for")
_BARE = any_of("the_day_after_tomorrow next this early mid late later tomorrow today tonight end Q[1-4]")
_BEFORE = any_of(
    "between_now_and before_the_(?:cut-?off|closing|due)_date_of before_the_deadline_of before until till? prior_to "
    "ahead_of in_good_time_for in_time_for in_advance_of ready_for"
)
_CUE = re.compile(
    r"(?<![\w-])(?:"
    rf"(?P<due>{_DUE}(?:\s+{_DUE_LINK})?(?:\s*[:\-–—])?)"
    rf"|(?P<by>{any_of('by_the_time_of by_the_latest by on_or_before not?_later_than latest_by latest')})"
    rf"|(?P<before>(?!between\s+now\s+and\s+then\b){_BEFORE})"
    r"|(?P<after>after|following|(?:up)?on(?=\s+(?:receipt|completion|approval|return|publication)\b))"
    r"|(?P<when>when|as\s+soon\s+as)|(?P<once>once)"
    r"|(?P<at>at)|(?P<for_>for)|(?P<to>to)|(?P<on>on)|(?P<in_>in)|(?P<over>over|during)|(?P<within>within)"
    rf"|(?P<bare>(?=(?:{_COUNTED}|{_BARE}"
    r"|w(?:ee)?k\s+(?:commencing|beginning))\b|w[/.]?[cb]\b))"
    r")(?=[\s:\-–—]|$|(?<=\s)|\b)",
    re.IGNORECASE,
)


def find_cues(text: str) -> Iterator[tuple[Kind, int, int]]:
    """Every cue in order: its kind, and where it starts and ends."""
    for found in _CUE.finditer(text):
        if found.lastgroup:
            yield Kind(found.lastgroup), found.start(), found.end()
