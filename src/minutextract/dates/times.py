"""When a meeting starts and ends, from the words of its header."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from minutextract.dates.patterns import MONTH

_LONGEST = 10_000

_TIME = re.compile(
    r"(?<![\w.,:/£$€#+])"
    r"(?:(?P<word>noon|midday|midnight)\b"
    r"|12\s?(?P<twelve>noon|midday|midnight)\b"
    r"|(?P<military>[01]\d|2[0-4])(?P<military_minutes>[0-5]\d)(?:\s?(?:hrs?|hours?|h)\b|(?=\s?[-–]\s?[0-2]\d[0-5]\d\s?h))"
    r"|(?P<hour>2[0-4]|1\d|0?\d)(?:\s?(?P<mark>[:.;h])\s?(?P<minutes>[0-5]\d)(?!\d)(?::\d\d)?)?"
    r"(?:\s?(?P<half>[ap])\.?\s?m\b\.?|\s?(?P<noon>noon)\b|\s?(?P<hours>hrs?|hours)\b)?)"
    r"(?![\w/£$€%]|[.:,]\d)",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\s*(?:[-–—−]|to|until|till|and finish\w* at|and end\w* at)\s*", re.IGNORECASE)
_STARTS = re.compile(
    r"\b(?:commenc\w*|start\w*|open\w*|beg[aiu]n\w*|from|conven\w*|called to order|held|at|time|when)\b[^.;\n\d]{0,40}$"
    r"|@\s?$",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\b(?:clos\w*|end(?:ed|s|ing)?|finish\w*|conclud\w*|adjourn\w*|until|till|terminat\w*)\b[^.;\n\d]{0,40}$",
    re.IGNORECASE,
)
_EVENING = re.compile(r"\b(?:evening|afternoon)\b", re.IGNORECASE)
_DATE_BEFORE = re.compile(rf"(?:{MONTH}[^\S\n]|\d-)$", re.IGNORECASE)
_LOOK_BACK = 60
_MONTH_LENGTH = 12
_NOON = 12


@dataclass(frozen=True, slots=True)
class _Time:
    """A time of day; `half` is "a" or "p", "x" where the hour is of 24, "" where it is not said."""

    start: int
    end: int
    hour: int
    minute: int
    half: str

    def clock(self) -> str | None:
        """As HH:MM, None while the half of the day is open."""
        if not self.half and self.hour < 8:
            return None
        hour = self.hour
        if self.half in ("a", "p"):
            hour = hour % _NOON + (_NOON if self.half == "p" else 0)
        return f"{hour % 24:02d}:{self.minute:02d}"


def parse_times(text: str) -> tuple[str | None, str | None]:
    """The start and end of a meeting as HH:MM, each None if the text does not say it.

    A bare hour before eight ("7.30") is morning or evening, hence None unless the text says which.
    """
    text = text[:_LONGEST]
    times = list(_times(text))
    for first, second in pairwise(times):
        if _RANGE.fullmatch(text, first.end, second.start):
            return _range(first, second)
    start = next((time for time in times if not _ENDS.search(_before(text, time))), None)
    end = next((time for time in times if _ENDS.search(_before(text, time))), None)
    if start and end and start.start > end.start:
        start = None
    return (start.clock() if start else None), (end.clock() if end else None)


def _before(text: str, time: _Time) -> str:
    return text[max(0, time.start - _LOOK_BACK) : time.start]


def _times(text: str) -> Iterator[_Time]:
    evening = _EVENING.search(text) is not None
    matches = [found for found in _TIME.finditer(text) if _may_be_time(text, found)]
    for index, found in enumerate(matches):
        time = _time(found)
        if time is None:
            continue
        if not (_shows_time(found) or _ranged(text, matches, index) or (found["minutes"] and _cued(text, time))):
            continue
        yield replace(time, half="p") if evening and not time.half and time.hour < _NOON else time


def _ranged(text: str, matches: list[re.Match[str]], index: int) -> bool:
    """Whether the time stands at either end of a range that is one of times."""
    near = matches[max(0, index - 1) : index + 2]
    return any(
        _RANGE.fullmatch(text, one.end(), other.start())
        and (_shows_time(one) or _shows_time(other) or (one["minutes"] and other["minutes"]))
        for one, other in pairwise(near)
    )


def _may_be_time(text: str, found: re.Match[str]) -> bool:
    """A bare number is no hour after a month's name, or as the end of a date."""
    if found["hour"] is None or found["minutes"] or found["half"]:
        return True
    return not _DATE_BEFORE.search(text, max(0, found.start() - _MONTH_LENGTH), found.start())


def _shows_time(found: re.Match[str]) -> bool:
    """Whether the form alone says that this is a time of day."""
    parts = found.groupdict()
    return bool(
        parts["word"] or parts["twelve"] or parts["military"] or parts["half"] or parts["noon"]
        or (parts["minutes"] and (parts["mark"] in (":", "h") or parts["hours"]))
    )  # fmt: skip


def _cued(text: str, time: _Time) -> bool:
    before = _before(text, time)
    return bool(_STARTS.search(before) or _ENDS.search(before))


def _time(found: re.Match[str]) -> _Time | None:
    parts = found.groupdict()
    start, end = found.span()
    if word := parts["word"] or parts["twelve"]:
        return _Time(start, end, 0 if word.lower() == "midnight" else _NOON, 0, "x")
    if parts["military"]:
        return _Time(start, end, int(parts["military"]), int(parts["military_minutes"]), "x")
    hour, minute = int(parts["hour"]), int(parts["minutes"] or 0)
    if parts["noon"]:
        return _Time(start, end, hour, minute, "x") if hour == _NOON else None
    half = (parts["half"] or "").lower()
    if half and hour > _NOON:
        half = "x"
    written_in_24 = hour > _NOON or (parts["minutes"] and len(parts["hour"]) == 2 and hour < 10)
    return _Time(start, end, hour, minute, half or ("x" if written_in_24 or parts["hours"] else ""))


def _range(first: _Time, second: _Time) -> tuple[str | None, str | None]:
    """A range says the half of the day once: "7 – 9 pm", "6.30 pm to 8"."""
    if not first.half and second.half in ("a", "p", "x"):
        first = min(
            (replace(first, half=half) for half in ("p", "a") if _before_end(replace(first, half=half), second)),
            key=lambda time: _length(time, second),
            default=first,
        )
    elif not second.half and first.half in ("a", "p"):
        second = min((replace(second, half=half) for half in ("p", "a")), key=lambda time: _length(first, time))
    start, end = first.clock(), second.clock()
    if start and end and start >= end and not (start >= "18:00" and end <= "06:00"):
        end = None
    return start, end


def _before_end(first: _Time, second: _Time) -> bool:
    return (first.clock() or "") < (second.clock() or "")


def _length(first: _Time, second: _Time) -> int:
    start, end = first.clock() or "00:00", second.clock() or "00:00"
    return (int(end[:2]) * 60 + int(end[3:]) - int(start[:2]) * 60 - int(start[3:])) % (24 * 60)
