"""Meetings and other occasions that a task is due for: "the next meeting", "the June meeting", "the AGM"."""

from __future__ import annotations

import re

from minutextract.dates.moments import Moment, Reference, day_at
from minutextract.dates.patterns import FULL_YEAR, GAP, MONTH, WEEKDAY_ALONE
from minutextract.dates.periods import relative_at, season_at

_NOUN = (
    r"(?:meetings?|agms?|egms?|sgms?|committee|board|council|call|session|workshop|conference|congress|summit|forum|"
    r"tele\w{3,10}|telco|assembly|release|sprint|newsletter|magazine|edition|issue|agenda|hackathon|plenary|hearing|"
    r"catch-?up|stand-?up|review|round|event|gathering|get-together|training|seminar|social|rehearsal|show|season|"
    r"(?-i:[A-Z]{2,6}))(?![\w'’]|-\w)(?:[^\S\n](?:meeting|call|session|workshop|agenda)(?![\w'’]))?"
)
_MEETING = r"(?:meetings?|agm|egm|committee|board|council|call|session|workshop|conference|assembly|agenda|newsletter|release)(?![\w'’])(?:[^\S\n](?:meeting|call|session|workshop|agenda)(?![\w'’]))?"
_WORDS = rf"(?:(?!(?:at|in|of|to|for|on|by|and|with|from|is|will|the|which|that|who|or|are|was|were|before|after|during|until|since|as|when|so|if|but|a|an|be)\b)[^\W\d][\w’'/&.\-]{{0,29}}{GAP}){{0,4}}?"
_THE = rf"(?:(?:the|our|its|their|his|her|your|a|this{GAP}year['’]?s)(?:{GAP}))?"
_NEXT = re.compile(
    rf"{_THE}(?:very{GAP})?(?:next|following|forthcoming|upcoming|coming|subsequent){GAP}"
    rf"(?:(?:(?:week|month|year|term|quarter|{WEEKDAY_ALONE})['’]?s?{GAP})?{_WORDS}{_NOUN}|time\b(?!{GAP}(?:we|you|they|he|she|it|the|around)))",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(
    rf"(?:(?:this|next|the{GAP}following){GAP}(?:week|month|year|term)|tomorrow|today|{WEEKDAY_ALONE})['’]s{GAP}{_WORDS}{_NOUN}",
    re.IGNORECASE,
)
_MONTHLY = re.compile(
    rf"{_THE}(?:next{GAP})?(?:(?:early|mid|late)(?:{GAP}|-))?(?P<month>{MONTH})(?:['’]s|s)?(?:{GAP}{FULL_YEAR})?{GAP}"
    rf"{_WORDS}{_MEETING}", re.IGNORECASE,
)  # fmt: skip
_NAMED = re.compile(
    rf"{_THE}(?:{FULL_YEAR}{GAP})?(?:(?:next|following){GAP})?(?:agm|egm|sgm|annual{GAP}(?:general{GAP}|parish{GAP}|town{GAP}|members['’]?{GAP})?(?:meeting|conference|assembly))(?!\w)"
    rf"|{_THE}(?:donm|d\.o\.n\.m\.?|dates?{GAP}of{GAP}(?:the{GAP})?next{GAP}meeting)(?!\w)"
    rf"|(?:the{GAP})?(?:meeting|session|call){GAP}after{GAP}next\b",
    re.IGNORECASE,
)
_SOME = re.compile(rf"(?:the|our|its|their|an?){GAP}{_WORDS}{_MEETING}", re.IGNORECASE)
_HELD = re.compile(
    rf",?{GAP}(?:\((?P<bracket>))?(?:(?:which{GAP}is{GAP})?(?:to{GAP}be{GAP})?(?:held|scheduled|planned|due){GAP}(?:for{GAP}|to{GAP}be{GAP}(?:held{GAP})?)?)?"
    rf"(?:(?:on|in|of|at){GAP}|(?=\d|next|{WEEKDAY_ALONE}))",
    re.IGNORECASE,
)


def gathering_at(text: str, at: int, reference: Reference) -> Moment | None:
    """The next, a dated or a named meeting that is named here; its day if the words give one."""
    for pattern in (_NEXT, _POSSESSIVE, _MONTHLY, _NAMED):
        if found := pattern.match(text, at):
            return _held(text, found.end(), reference) or Moment(found.end(), event=True)
    found = _SOME.match(text, at)
    return _held(text, found.end(), reference) if found else None


def is_next(text: str, at: int) -> bool:
    """Whether the words here say "next", so that they cannot mean a meeting that is over."""
    return _NEXT.match(text, at) is not None or _POSSESSIVE.match(text, at) is not None


def _held(text: str, at: int, reference: Reference) -> Moment | None:
    """The day or period that follows a meeting: "… on 4 June", "… in July", "… next week"."""
    held = _HELD.match(text, at)
    if not held:
        return None
    for reading in (day_at, relative_at, season_at):
        if found := reading(text, held.end(), reference):
            end = found.end + (held["bracket"] is not None and text[found.end : found.end + 1] == ")")
            return Moment(end, found.date, event=True)
    return None
