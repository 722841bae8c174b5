"""News: what somebody who was not there has to know first, told so plainly that its words alone give it away."""

from __future__ import annotations

import re

from minutextract.months import MONTH, SHORT_MONTH

_MONTH = rf"(?:{MONTH}|(?:{SHORT_MONTH})\.?)"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = (
    rf"(?:\b{_DAY}(?:\s?[-–]\s?{_DAY})?\s+(?:of\s+)?{_MONTH}(?!\w)|\b{_MONTH}\s+{_DAY}\b(?!:)|\b\d{{4}}-\d\d-\d\d\b|"
    r"\b\d{1,2}/\d{1,2}/\d{2,4}\b)"
)
_SEASON = r"\b(?:spring|summer|autumn|winter|next\s+(?:year|month|week|term))\b"
_EVENT = (
    r"\b(?:hearing|workshop|conference|AGM|general\s+meeting|release|deadline|elections?|launch|visit|summit|sprint|hackathon|"
    r"open\s+day|festival|concert|course|training|fair|exhibition|ceremony|congress|webinar|meet-?up|referendum|inspection|opening)\b"
)
_FIXED = (
    r"\b(?:is|are|will|planned|scheduled|set|postponed|shifted|rescheduled|delayed|takes?\s+place|be\s+held|starts?|begins?|opens?|due|"
    r"confirmed|announced|dates?)\b"
)
# An office that somebody leaves or takes, a post that is filled, a death.
_OFFICE = (
    r"\bresign(?:s|ed|ing|ation)\b|\b(?:step(?:s|ped|ping)?|stood|stands?|standing)\s+down\b|\b(?:has|have|will)\s+(?:to\s+)?retired?\b|"
    r"\baccepted\s+(?:an?|the|our|his|her)\s+(?:\w+\s+)?(?:offer|post|position|role|job)\b|"
    r"\b(?:given|made|sent)\s+(?:[A-Z][\w’'-]+\s+){1,3}an\s+offer\b|"
    r"\b(?:appointment|term|tenure)\b[^.]{0,60}\b(?:concluded|ended|expired|ends|expires|comes?\s+to\s+an\s+end)\b|"
    r"\b(?:(?:was|were|has\s+been|have\s+been)\s+(?:hired|appointed|recruited)|manager\s+hired)\b|"
    r"\bleav(?:es?|ing)\s+(?:the\s+)?(?:\w+\s+)?(?:board|committee|council|company)\b|\bpassed\s+away\b|\bthe\s+death\s+of\b"
)
# A date that is not what it was.
_MOVED = (
    r"(?<!\btopic\s)\b(?:has|have|had|was|were|is|are)\s+(?:now\s+)?(?:been\s+)?(?:postponed|rescheduled|cancell?ed|called\s+off)\b|"
    r"\b(?:moved|shifted|delayed|pushed|put\s+back|pushing\s+it)\s+(?:\w+\s+){0,2}?(?:to|until|till)\s+(?!(?:approve|accept|adopt|adjourn|close|table|amend)\b)"
    rf"[^.]{{0,30}}(?:{_DATE}|{_SEASON})|\bshifted\s+release\b"
)
_DATED = (
    rf"{_EVENT}[^.;]{{0,80}}{_FIXED}[^.;]{{0,60}}{_DATE}|{_FIXED}[^.;]{{0,40}}{_EVENT}[^.;]{{0,60}}{_DATE}|"
    rf"\bdates?\s+(?:set|fixed|confirmed|agreed)\b[^.]{{0,30}}{_DATE}"
)
# "Tentative date: 4 May", "applications are due on 4 May", "3-6 May in the old hall".
_TERM = (
    rf"\b(?:tentative|proposed|provisional|planned)\s+dates?\b[^.]{{0,20}}{_DATE}|\b(?:dead-?line|closing\s+date)\b[^.;]{{0,60}}{_DATE}|"
    rf"{_DATE}\s+(?:as|is)\s+(?:the\s+)?(?:\w+\s+)?dead-?line\b|"
    rf"(?<=\w\s)(?<!originally\s)(?<!previously\s)\b(?:proposed|planned|scheduled)\s+(?:to\s+be|for)\s+(?:held\s+)?(?:on\s+)?(?:\w+day,?\s+)?(?:the\s+)?{_DATE}|"
    r"\b(?:letter|application|proposal|submission|form|paper|abstract|bid|nomination)s?\b[^.;]{0,30}\bdue\s+(?:on\s+|by\s+)?"
    rf"(?:{_DATE}|(?:the\s+)?(?:eo|end\s+of)\s+(?:next|this|the)\s+(?:week|month)\b|next\s+(?:week|month)\b)|"
    rf"^\W*{_DAY}\s?[-–]\s?{_DAY}\s+(?:of\s+)?{_MONTH}\s+(?:\d{{4}},?\s+)?(?:in|at)\s+\w"
)
# How an application ended, what was asked of the meeting, how far a release is.
_OUTCOME = (
    r"\b(?:was|were|has\s+been|have\s+been)\s+(?:rejected|refused|turned\s+down)\b|\b(?:have|has)\s+been\s+accepted\s+by\b|"
    r"\breceived\s+a\s+request\b|\bis\s+on\s+track\s+for\b|\brelease\b[^.]{0,40}\b(?:is\s+on\s+track|is\s+nearly\s+complete)\b"
)
# What somebody came to tell.
_TOLD = (
    r"\b(?:informed|advised|notified|told)\s+(?:the\s+)?(?:(?:parish|town|city)\s+council|directors|board|council|committee|meeting|"
    r"trustees|governors|group)\s+(?:that|of)\s+\w"
)
# What all of it is for.
_AIM = (
    r"^\W*(?:the\s+)?(?:\w+\s+)?(?:aim|goal|purpose|objective|project|mission)\b[^.:]{0,40}"
    r"(?::\s*|\s(?:is|was)\s+)to\s+[a-z]"
)
_NEWS = re.compile(rf"{_OFFICE}|{_MOVED}|{_DATED}|{_TERM}|{_OUTCOME}|{_TOLD}|{_AIM}", re.IGNORECASE)
# The next meeting stands at the head of a summary.
_NEXT_MEETING = re.compile(r"\bnext\s+(?:\w+\s+){0,2}meeting\b", re.IGNORECASE)
_ASKS = re.compile(r"\?\W*$")


def is_news(said: str) -> bool:
    """Whether a sentence tells of an office that changed hands, an event's date, an outcome, what the work is for."""
    return _NEWS.search(said) is not None and not _NEXT_MEETING.search(said) and not _ASKS.search(said)
