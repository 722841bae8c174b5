"""Where the meeting took place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutextract.dates import find_dates, parse_times

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
    r"(?:the\s+)?(?:\w+day|\d|January|February|March|April|May|June|July|August|September|October|November|December)",
    re.IGNORECASE,
)
_OF_A_MEETING = re.compile(r"\b(?:held|meeting|minutes|notes|convened|met)\b", re.IGNORECASE)
_SAYS = re.compile(r"\b(?:are|is|was|were|has|have|had|will|can|if|that|agreed|you|we|i|only)\b", re.IGNORECASE)
_NO_PLACE = re.compile(r"\b(?:meeting|minutes|agenda|notes|call)\b", re.IGNORECASE)
_REMOTE = re.compile(
    r"(?:online|on-line|virtual(?:ly)?|remote(?:ly)?|via [A-Z]\w+|by (?:phone|video|telephone))\b.{0,40}"
)
_MOST_WORDS = 18


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
        if place := _held(line) or _after_date(line, day_first) or _beside_date(line, day_first):
            return place
    return None


def _held(line: str) -> str | None:
    found = _HELD.search(line)
    return _place(found[1]) if found else None


def _beside_date(line: str, day_first: bool | None) -> str | None:
    if found := _MINUTES_AT.search(line):
        return _place(found[1])
    if not _OF_A_MEETING.search(line) or not find_dates(line, day_first=day_first):
        return None
    found = _IN.search(line)
    return _place(found[1]) if found else None


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
