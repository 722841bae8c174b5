"""Where the meeting took place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import filterfalse, pairwise

from minutextract.dates import find_dates, parse_times
from minutextract.months import MONTH

_LABEL = re.compile(r"^(?:(?:meeting\s+)?(?:place|venue|location)|where|held at)\s*[:|]\s*(.{3,120})$", re.IGNORECASE)
_END = (
    r"(?=\s+(?:on|from|commencing|starting|beginning|for|with|to|during|when|which|where|who|and\s+(?:was|chaired))\b"
    r"|\s+by\s+[A-Z]|\s+at\s+\d|[.;|](?:\s|$)|,?\s+and\s+(?:was|chaired|confirmed|began|opened|started)\b|,\s*(?:on\s|\d{1,2}[\s:.]|\w+day\b)|$)"
)
_HELD = re.compile(
    rf"\b(?:held|met|convened|took\s+place)\s+(?:at|in|via|on)\s+(?!\d)((?:the\s+|a\s+|an\s+)?\S[^;|]{{2,110}}?){_END}",
    re.IGNORECASE,
)
_IN = re.compile(
    r"\b(?:at|in|via|on(?=\s+(?:Zoom|Teams|Microsoft|Google|Discord|Skype|Slack|IRC|Jitsi|WebEx)\b))\s+"
    rf"((?:the\s+)?[A-Z][^;|]{{2,90}}?){_END}"
)
# A title that says where: "Minutes of the Board at Oak Hall".
_MINUTES_AT = re.compile(
    rf"^\W*(?:[Mm]inutes|MINUTES|[Nn]otes)\s+(?:of|from|OF)\b[^.]{{3,80}}?\s(?:at|AT)\s+((?:the\s+)?[A-Z][^;|]{{2,90}}?){_END}"
)
_DAY = re.compile(
    rf"(?:the\s+)?(?:\w+day|\d|{MONTH})",
    re.IGNORECASE,
)
_OF_A_MEETING = re.compile(r"\b(?:held|meeting|minutes|notes|convened|met)\b", re.IGNORECASE)
_SAYS = re.compile(r"\b(?:are|is|was|were|has|have|had|will|can|if|that|agreed|you|we|i|only)\b", re.IGNORECASE)
_NO_PLACE = re.compile(r"\b(?:meeting|minutes|agenda|notes|call)\b", re.IGNORECASE)
_REMOTE = re.compile(
    r"(?:online|on-line|virtual(?:ly)?|remote(?:ly)?|via [A-Z]\w+|by (?:phone|video|telephone))\b.{0,40}"
)
_MOST_WORDS = 18
# A heading below which only the place stands.
_HEAD = re.compile(r"(?:(?:meeting\s+)?(?:place|venue|location))\W*", re.IGNORECASE)
_ADDRESS = re.compile(r"^(?:address|venue|place)\s*:\s*", re.IGNORECASE)
# A meeting by wire: "held via GoToMeeting", "9:00 - 10:00 PT) via Zoom", "by Google Hangout".
_BY_WIRE = re.compile(
    r"(?:\b(?:held|met|took\s+place)\b[^.;]{0,60}|\bmeeting\s|\d\W{0,3}|\b(?:UTC|GMT|[A-Z]{1,3}T)\W{1,3}|\d\s?[ap]m\W{1,3})(?<![A-Za-z])"
    r"((?:via|by|on|over)\s+(?:(?:Google|Microsoft|MS|Cisco|Adobe)\s+)?"
    r"(?:Zoom|GoToMeeting|GoTo\s+Meeting|Meet|Hangouts?|Teams|Skype|Web[Ee]x|Jitsi|BigBlueButton|Elluminate|Discord|Slack|IRC|Connect))\b"
)
# What is told of another meeting: "Ann suggested meeting on Zoom in May".
_PLANS = re.compile(r"\b(?:suggest\w*|propos\w*)\b", re.IGNORECASE)
# An address in front of the date: "4 REED ROAD MAY 4, 2031 6PM".
_STREET = re.compile(
    r"\W*(\d{1,5}\s+(?:[A-Z][\w’']*\s+){1,3}?(?:(?:st|rd|ave|dr|ln|blvd|hwy)\b\.?|(?:street|road|avenue|lane|drive|boulevard|highway)\b))"
    r"(?=[\s,])",
    re.IGNORECASE,
)
# A line of its own beside the date: "Fern University, Tern Bay".
_SITE = re.compile(
    r"\b(?:university|college|school|hall|room|centre|center|library|church|hotel|house|pavilion|clubhouse|offices?|"
    r"museum|theatre|building|pub|inn|community\s+hub)\b",
    re.IGNORECASE,
)
_NAMES_BODY = re.compile(
    r"\b(?:committee|council|board|association|trust|meeting|minutes|society|club|group|agm|agenda|union|students?|"
    r"present|attendance|notes|federation|foundation|company|ltd|inc|draft|chair\w*|parish|report|partnership|team|project)\b",
    re.IGNORECASE,
)
_LONGEST_SITE = 8
_LONGEST_DATED = 14
_PROSE = 25
_NEAR = 60


def read_place(wide: Sequence[str], lines: Sequence[str], day_first: bool | None) -> str | None:
    """The place that a label gives, or a line which says where the meeting was held, or the line of its date.

    Args:
        wide: the lines at the top of the document, in which a label may stand.
        lines: those above the attendance list.
        day_first: how dates in digits are read.
    """
    for line in wide:
        if found := _LABEL.match(line):
            return found[1].strip(" .|") or None
    for line in lines:
        place = _held(line) or _after_date(line, day_first) or _beside_date(line, day_first)
        if place := place or _before_date(line, day_first):
            return place
    return _below_head(wide) or _by_wire(wide) or _line_beside_date(lines, day_first)


def _below_head(wide: Sequence[str]) -> str | None:
    for head, line in pairwise(wide):
        if _HEAD.fullmatch(head) and (place := _place(_ADDRESS.sub("", line))):
            return place
    return None


def _by_wire(wide: Sequence[str]) -> str | None:
    found = next(filter(None, map(_BY_WIRE.search, filterfalse(_PLANS.search, wide))), None)
    return found[1] if found else None


def _line_beside_date(lines: Sequence[str], day_first: bool | None) -> str | None:
    """A short line that names a building or room, next to the line of the date."""
    for before, behind in pairwise(lines):
        for dated, line in ((before, behind), (behind, before)):
            short = 1 < len(line.split()) <= _LONGEST_SITE and len(dated.split()) <= _LONGEST_SITE
            names = short and line[:1].isupper() and _SITE.search(line) and not _NAMES_BODY.search(line)
            plain = names and not re.search(r"[:@|?]|\d{4}|\.$", line) and not find_dates(line, day_first=day_first)
            if plain and find_dates(dated, day_first=day_first):
                return _place(line)
    return None


def _held(line: str) -> str | None:
    found = _HELD.search(line)
    return _place(found[1]) if found else None


def _beside_date(line: str, day_first: bool | None) -> str | None:
    if found := _MINUTES_AT.search(line):
        return _place(found[1])
    dates = find_dates(line, day_first=day_first)
    if not _OF_A_MEETING.search(line) or not dates or _PLANS.search(line[: dates[-1].end]):
        return None
    # Far on in a paragraph, "in" tells of anything.
    near = line if len(line.split()) <= _PROSE else line[: dates[-1].end + _NEAR]
    found = _IN.search(near)
    return _place(found[1]) if found and not _NO_PLACE.search(found[1]) else None


def _before_date(line: str, day_first: bool | None) -> str | None:
    """The address that opens a line which goes on with the date."""
    found = _STREET.match(line) if len(line.split()) <= _LONGEST_DATED else None
    dates = find_dates(line, day_first=day_first) if found else []
    return found[1] if found and len(dates) == 1 and not line[found.end() : dates[0].start].strip(" ,.–-") else None


def _place(words: str) -> str | None:
    words = words.strip(" .,")
    fits = len(words.split()) <= _MOST_WORDS and any(letter.isupper() for letter in words)
    return words if fits and not _DAY.match(words) and not _SAYS.search(words) else None


def _after_date(line: str, day_first: bool | None) -> str | None:
    """The place in "… held on DATE, TIME, PLACE."."""
    dates = find_dates(line, day_first=day_first)
    if not dates:
        return None
    rest = line[dates[-1].end :].strip(" ,.")
    parts = [part for part in re.split(r",\s*", rest) if not any(parse_times(part)) and part]
    place = re.sub(r"^(?:at|in)\s+", "", ", ".join(parts))
    if _REMOTE.fullmatch(place):
        return place
    fits = place[:2].isalpha() and place[:1].isupper() and len(place.split()) <= 14 and not _NO_PLACE.search(place)
    return re.split(r"\s+by\s+(?=[A-Z])", place)[0] if fits and _OF_A_MEETING.search(line) else None
