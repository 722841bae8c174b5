"""Meetings and other occasions that a task is due for: "the next meeting", "the June meeting", "the AGM"."""

from __future__ import annotations

import re

from minutextract.dates.moments import Moment, Reference, day_at
from minutextract.dates.patterns import FULL_YEAR, GAP, MONTH, THE, WEEKDAY_ALONE, any_of
from minutextract.dates.periods import relative_at, season_at

_MEETING_WORDS = (
    "meetings? agms? egms? committee board council call session workshop conference assembly agenda newsletter release"
)
_MORE_WORDS = (
    r"sgms? congress summit forum tele\w{3,10} telco sprint magazine edition issue hackathon plenary hearing catch-?up "
    "stand-?up review round event gathering get-together training seminar social rehearsal show season plenum"
)
_NO_LETTER = r"(?![\w'’]|-\w)"
_SECOND = rf"(?:{GAP}{any_of('meeting call session workshop agenda')}{_NO_LETTER})?"
_MEETING = any_of(_MEETING_WORDS) + _NO_LETTER + _SECOND
_NOUN = any_of(f"{_MEETING_WORDS} {_MORE_WORDS}") + _NO_LETTER + _SECOND
_NO_NAME = any_of(
    "at in of to for on by and with from is will the which that who or are was were before after during until since as "
    "when so if but a an be"
)
# Up to four words of a meeting's name.
_WORDS = rf"(?:(?!{_NO_NAME}\b)[^\W\d][\w’'/&.\-]{{0,29}}{GAP}){{0,4}}?"
_ITS = rf"(?:{any_of('the our its their his her your a this_year[’' + chr(39) + ']?s')}{GAP})?"
# A "subsequent review" comes after something else, and is no occasion.
_NEXT_WORD = (
    rf"(?:{any_of('next following forthcoming upcoming coming')}|subsequent(?!{GAP}(?:review|round|event|training)\b))"
)
_PERIOD = rf"(?:week|month|year|term|quarter|{WEEKDAY_ALONE})"

_NEXT = re.compile(
    rf"{_ITS}(?:very{GAP})?{_NEXT_WORD}{GAP}"
    rf"(?:(?:{_PERIOD}['’]?s?{GAP})?{_WORDS}{_NOUN}|time\b(?!{GAP}{any_of('we you they he she it the around')}))",
    re.IGNORECASE,
)
_NEXT_INITIALS = re.compile(rf"{_ITS}{_NEXT_WORD}{GAP}(?-i:[A-Z]{{2,6}}){_NO_LETTER}", re.IGNORECASE)
_POSSESSIVE = re.compile(
    rf"(?:(?:this|next|the{GAP}following){GAP}(?:week|month|year|term)|tomorrow|today|{WEEKDAY_ALONE})['’\ufffd]s{GAP}"
    rf"{_WORDS}{_NOUN}",
    re.IGNORECASE,
)
_MONTHLY = re.compile(
    rf"{_ITS}(?:next{GAP})?(?:(?:early|mid|late)(?:{GAP}|-))?{MONTH}(?:['’]s|s)?(?:{GAP}{FULL_YEAR})?{GAP}{_WORDS}{_MEETING}",
    re.IGNORECASE,
)
_ANNUAL = rf"annual{GAP}(?:(?:general|parish|town|members['’]?){GAP})?(?:meeting|conference|assembly)"
_NAMED = re.compile(
    rf"{_ITS}(?:{FULL_YEAR}{GAP})?(?:(?:next|following){GAP})?(?:agm|egm|sgm|{_ANNUAL})(?!\w)"
    rf"|{_ITS}(?:donm|d\.o\.n\.m\.?|dates?{GAP}of{GAP}{THE}next{GAP}meeting)(?!\w)"
    rf"|{THE}(?:meeting|session|call){GAP}after{GAP}next\b",
    re.IGNORECASE,
)
_SOME = re.compile(rf"(?:the|our|its|their){GAP}{_WORDS}{_MEETING}", re.IGNORECASE)
# Behind a day: "the 6 March meeting".
_OF_DAY = re.compile(rf"{GAP}{_WORDS}{_MEETING}", re.IGNORECASE)
_ARTICLE = re.compile(_ITS, re.IGNORECASE)
_HELD = re.compile(
    rf",?{GAP}(?P<bracket>\()?"
    rf"(?:(?:which{GAP}is{GAP})?(?:to{GAP}be{GAP})?(?:held|scheduled|planned|due){GAP}(?:for{GAP}|to{GAP}be{GAP}(?:held{GAP})?)?)?"
    rf"(?:(?:on|in|of|at){GAP}|(?=\d|next|today|tomorrow|{WEEKDAY_ALONE}))",
    re.IGNORECASE,
)


def gathering_at(text: str, at: int, reference: Reference) -> Moment | None:
    """The next, a dated or a named meeting that is named here; its day if the words give one."""
    for pattern in (_NEXT, _NEXT_INITIALS, _POSSESSIVE, _MONTHLY, _NAMED):
        if found := pattern.match(text, at):
            return _held(text, found.end(), reference) or Moment(found.end(), event=True)
    if dated := _dated(text, at, reference):
        return dated
    found = _SOME.match(text, at)
    return _held(text, found.end(), reference) if found else None


def _dated(text: str, at: int, reference: Reference) -> Moment | None:
    """A meeting called by its day ("the 6 March meeting")."""
    article = _ARTICLE.match(text, at)
    day = day_at(text, article.end() if article else at, reference)
    named = _OF_DAY.match(text, day.end) if day and day.date else None
    return Moment(named.end(), day.date, event=True) if day and named else None


def is_next(text: str, at: int) -> bool:
    """Whether the words here say "next", so that they cannot mean a meeting that is over."""
    return any(pattern.match(text, at) for pattern in (_NEXT, _NEXT_INITIALS, _POSSESSIVE))


def _held(text: str, at: int, reference: Reference) -> Moment | None:
    """The day or period that follows a meeting: "… on 4 June", "… in July", "… next week"."""
    held = _HELD.match(text, at)
    if not held:
        return None
    for reading in (day_at, relative_at, season_at):
        if found := reading(text, held.end(), reference):
            closed = held["bracket"] is not None and text[found.end : found.end + 1] == ")"
            return Moment(found.end + closed, found.date, event=True)
    return None
