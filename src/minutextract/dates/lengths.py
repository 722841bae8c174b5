"""Lengths of time from the meeting: "within two weeks", "in a fortnight's time", "a week on Thursday"."""

from __future__ import annotations

import re
from datetime import date

from minutextract.dates.calendar import days_after, months_after, weekday_after, weekday_number
from minutextract.dates.moments import Moment, Reference
from minutextract.dates.patterns import GAP, MAYBE_GAP, THE, WEEKDAY_ALONE, any_of

_NUMBERS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen".split()
    )
} | {"a": 1, "an": 1, "twenty": 20, "thirty": 30}
_NUMBER = r"(?:\d{1,3}|" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + r")(?!\w)"
_LENGTH = re.compile(
    rf"(?:{THE}(?:next|coming|following){GAP})?"
    rf"(?P<rough>~{MAYBE_GAP}|(?:about|around|approximately|roughly){GAP})?"
    rf"(?:(?:an?{GAP}(?=\w{{1,9}}-))?(?P<count>{_NUMBER})(?P<more>{MAYBE_GAP}(?:-|–|to|or){MAYBE_GAP}{_NUMBER})?"
    rf"|(?P<few>(?:a{GAP})?(?:few|couple(?:{GAP}of)?)|several))(?:{GAP}|-)"
    rf"(?P<kind>{any_of('working business calendar school clear')}{GAP})?"
    r"(?P<unit>hour|day|week|fortnight|month|year)s?(?!\w)"
    rf"(?:['’]?s?{GAP}time|{GAP}period)?(?P<of>{GAP}(?:of|after|from|following|before)\b)?",
    re.IGNORECASE,
)
_NOW = re.compile(rf"{GAP}(?:now|today|(?:the|this|today['’]s){GAP}meeting)\b", re.IGNORECASE)
_WEEKS_ON = re.compile(
    rf"(?:(?P<one>a|one)|two){GAP}weeks?{GAP}(?:today|(?P<tomorrow>tomorrow)|"
    rf"(?:(?:on|from|this){GAP})?(?P<weekday>{WEEKDAY_ALONE}))",
    re.IGNORECASE,
)
_DAYS = {"day": 1, "week": 7, "fortnight": 14}


def length_at(text: str, at: int, reference: Reference) -> Moment | None:
    """A length of time from the meeting; months are taken as an estimate, which gives no day."""
    return _length(text, at, reference, limit=False)


def length_limit_at(text: str, at: int, reference: Reference) -> Moment | None:
    """A length of time from the meeting as a limit, so that months count as well."""
    return _length(text, at, reference, limit=True)


def open_length(text: str, at: int) -> re.Match[str] | None:
    """A length of time that counts from something else ("14 days of receipt")."""
    found = _LENGTH.match(text, at)
    return found if found and found["of"] and not _NOW.match(text, found.end()) else None


def weeks_on_at(text: str, at: int, reference: Reference) -> Moment | None:
    """A day in a week or two: "a week on Thursday", "a week today"."""
    found = _WEEKS_ON.match(text, at)
    if not found:
        return None
    weeks, meeting = (1 if found["one"] else 2), reference.meeting
    if meeting is None:
        return Moment(found.end())
    if not found["weekday"]:
        return Moment(found.end(), days_after(meeting, 7 * weeks + bool(found["tomorrow"])))
    weekday = weekday_number(found["weekday"])
    day = None if weekday == meeting.weekday() else weekday_after(meeting, weekday, weeks)
    return Moment(found.end(), day)


def _length(text: str, at: int, reference: Reference, *, limit: bool) -> Moment | None:
    found = _LENGTH.match(text, at)
    if not found:
        return None
    end = found.end()
    if found["of"]:
        now = _NOW.match(text, end)
        if not now:
            return None
        end = now.end()
    kind = (found["kind"] or "calendar").strip().lower()
    loose = found["rough"] or found["more"] or found["few"] or kind != "calendar"
    day = None if loose or reference.meeting is None else _after(found, reference.meeting, limit)
    return Moment(end, day)


def _after(found: re.Match[str], meeting: date, limit: bool) -> date | None:
    written, unit = found["count"].lower(), found["unit"].lower()
    count = int(written) if written.isdigit() else _NUMBERS[written]
    if unit == "hour":
        return days_after(meeting, count // 24) if count % 24 == 0 else None
    if unit == "month":
        return months_after(meeting, count) if limit else None
    return days_after(meeting, _DAYS[unit] * count) if unit in _DAYS else None
