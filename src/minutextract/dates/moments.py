"""Days and periods as people name them from where they stand: "Friday 14th", "end of March", "in two weeks' time"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from minutextract.dates.calendar import (
    days_after,
    make_date,
    month_number,
    next_day_month,
    next_day_of_month,
    weekday_after,
    weekday_number,
    weekday_of_week,
)
from minutextract.dates.patterns import DAY, FULL_YEAR, GAP, MAYBE_GAP, MONTH, SUFFIX, WEEKDAY, WEEKDAY_ALONE
from minutextract.dates.written import date_at


@dataclass(frozen=True, slots=True)
class Moment:
    """A time that a phrase names: where the phrase ends, the day if it is clear, and whether it is an event."""

    end: int
    date: date | None = None
    event: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """What a phrase is understood by: the day of the meeting, and the order of numeric dates."""

    meeting: date | None
    day_first: bool | None


CLOCK = (
    r"(?:(?:at|around|about)[^\S\n])?(?:\d{1,2}(?:[:.]\d\d)?[^\S\n]?[ap]\.?m\b\.?|\d{1,2}:\d\d(?:[^\S\n]?hrs)?|"
    r"(?:12[^\S\n])?(?:noon|midday|midnight)|lunch(?:time)?|(?:the[^\S\n])?(?:end|close)[^\S\n]of[^\S\n](?:the[^\S\n])?"
    r"(?:working[^\S\n]|school[^\S\n])?(?:play|business|day)|(?:the[^\S\n])?end[^\S\n]of(?=[^\S\n](?:mon|tues|wednes|thurs|fri|"
    r"satur|sun|to)day|[^\S\n]tomorrow)|c\.?o\.?[bp]\b\.?|e\.?o\.?[bdp]\b\.?|close)"
)
_LEAD = re.compile(
    rf"(?:{CLOCK}(?:{GAP}(?-i:[A-Z]{{2,4}})(?={GAP}))?(?:,?{GAP}(?:on|of)(?={GAP}))?,?{GAP})?"
    rf"(?:(?:on|at{GAP}(?:the{GAP})?latest|around|about|the{GAP}latest)(?:{GAP}by)?{GAP})?"
    rf"(?:(?:this|next|this{GAP}coming){GAP}(?={WEEKDAY},?{GAP}(?:the{GAP})?\d))?",
    re.IGNORECASE,
)
_TRAIL = re.compile(
    rf"(?:,?{GAP}{CLOCK}(?:{GAP}(?-i:UTC|GMT|BST|CES?T|[ECMP][SD]?T))?)?(?:{GAP}at{GAP}the{GAP}latest\b)?",
    re.IGNORECASE,
)
_OTHER_DAY = re.compile(r"[^\S\n]?(?:or|/|–|-|to)[^\S\n]?(?:the[^\S\n])?\d", re.IGNORECASE)

_DAY_MONTH = re.compile(
    rf"(?:(?P<weekday>{WEEKDAY}),?{MAYBE_GAP})?(?:the{GAP})?"
    rf"(?:(?P<day>{DAY})(?P<range>{MAYBE_GAP}(?:[-–/]|or|to|and){MAYBE_GAP}{DAY})?(?:{MAYBE_GAP}of{GAP}|[^\S\n-]{{0,2}}-?)"
    rf"(?P<month>(?!may)(?:{MONTH})|(?-i:May|MAY)(?!\w))"
    rf"|(?P<month_first>(?!may)(?:{MONTH})|(?-i:May|MAY)(?!\w)){GAP}(?:the{GAP})?(?P<day_next>{DAY})(?!\w|:\d))(?!\w)",
    re.IGNORECASE,
)
_NUMERIC = re.compile(
    rf"(?:(?P<weekday>{WEEKDAY}),?{GAP})?(?P<first>\d{{1,2}})/(?P<second>\d{{1,2}})(?![\w/%]|[.,:]\d)",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    rf"(?:(?P<which>this{GAP}coming|this|next|(?:the{GAP})?following|the{GAP}coming|coming){GAP})?(?P<weekday>{WEEKDAY_ALONE})"
    rf"(?:['’]s{GAP}(?P<event>\w{{3,20}})"
    rf"|{GAP}(?:(?P<nth>(?:the{GAP})?{DAY})(?!\w|[:./]\d|{GAP}?[ap]\.?m)"
    rf"|(?P<week>(?:of{GAP})?(?:next|this){GAP}week|week|after{GAP}next|fortnight|next)\b)"
    rf"|{GAP}(?:morning|afternoon|evening|night|lunchtime)\b)?(?!{GAP}\d{{1,2}}(?:/|{GAP}\w))",
    re.IGNORECASE,
)
_NEAR = re.compile(
    rf"(?:(?P<today>today|tonight|this{GAP}(?:afternoon|evening))|(?P<after>the{GAP}day{GAP}after{GAP}tomorrow)"
    rf"|(?P<tomorrow>tomorrow(?:{GAP}(?:morning|afternoon|evening|night|lunchtime))?))(?P<rough>{GAP}or{GAP}so)?(?![\w'’])",
    re.IGNORECASE,
)
_NTH = re.compile(
    rf"(?:the{GAP})?(?P<day>(?:[12]\d|3[01]|0?[1-9]){SUFFIX})(?P<of>{GAP}of{GAP}(?:this|the|next){GAP}month)?"
    rf"(?=\s*(?:[.,;:)|\]]|$)|\s+(?:and|so|to|for|at|with|or|if|when|in|as|from|on|[-–])(?!\w))",
    re.IGNORECASE,
)


def day_at(text: str, at: int, reference: Reference) -> Moment | None:
    """A day that is named here, perhaps with a time: full, without its year, a weekday, a number of the month."""
    led = _LEAD.match(text, at)
    for start in dict.fromkeys((led.end() if led else at, at)):
        for reading in (_full, _day_month, _numeric, _weekday, _nth, near_at):
            if found := reading(text, start, reference):
                return _with_time(text, found)
    return None


def near_at(text: str, at: int, reference: Reference) -> Moment | None:
    """Today, tomorrow or the day after."""
    found = _NEAR.match(text, at)
    if not found:
        return None
    count = 0 if found["today"] else 1 if found["tomorrow"] else 2
    return Moment(
        found.end(), days_after(reference.meeting, count) if reference.meeting and not found["rough"] else None
    )


def _with_time(text: str, moment: Moment) -> Moment:
    trail = _TRAIL.match(text, moment.end)
    day = None if _OTHER_DAY.match(text, moment.end) else moment.date
    return Moment(trail.end() if trail else moment.end, day, moment.event)


def _full(text: str, at: int, reference: Reference) -> Moment | None:
    found = date_at(text, at, day_first=reference.day_first)
    return Moment(found.end, found.date if found.weekday_fits else None) if found else None


def _day_month(text: str, at: int, reference: Reference) -> Moment | None:
    found = _DAY_MONTH.match(text, at)
    if not found:
        return None
    month = month_number(found["month"] or found["month_first"])
    number = int(re.sub(r"\D", "", found["day"] or found["day_next"]))
    day = None if found["range"] else _next(reference, month, number, found["weekday"])
    return Moment(found.end(), day)


def _next(reference: Reference, month: int, number: int, weekday: str | None) -> date | None:
    day = next_day_month(reference.meeting, month, number) if reference.meeting else None
    return None if day and weekday and day.weekday() != weekday_number(weekday) else day


def _numeric(text: str, at: int, reference: Reference) -> Moment | None:
    found = _NUMERIC.match(text, at)
    if not found:
        return None
    first, second = int(found["first"]), int(found["second"])
    readings = [(first, second), (second, first)]
    fitting = [(day, month) for day, month in readings if make_date(2024, month, day)]
    if not fitting:
        return None
    if len(set(fitting)) == 2:
        fitting = [readings[0 if reference.day_first else 1]] if reference.day_first is not None else []
    day = _next(reference, fitting[0][1], fitting[0][0], found["weekday"]) if fitting else None
    return Moment(found.end(), day)


def _weekday(text: str, at: int, reference: Reference) -> Moment | None:
    found = _WEEKDAY.match(text, at)
    if not found:
        return None
    day = _named_weekday(found, reference.meeting) if reference.meeting else None
    return Moment(found.end(), day, event=found["event"] is not None)


def _named_weekday(found: re.Match[str], meeting: date) -> date | None:
    """The day that is meant; None where people differ ("next Friday" said on a Tuesday)."""
    weekday, which, week = weekday_number(found["weekday"]), found["which"], found["week"]
    same = weekday == meeting.weekday()
    if found["nth"]:
        day = next_day_of_month(meeting, int(re.sub(r"\D", "", found["nth"])))
        return day if day and day.weekday() == weekday else None
    if week:
        return None if which else _in_week(meeting, weekday, week.lower().split())
    if which and which.lower() == "next":
        return weekday_after(meeting, weekday) if same else None
    return None if which and same else weekday_after(meeting, weekday)


def _in_week(meeting: date, weekday: int, words: list[str]) -> date | None:
    if words == ["week"]:
        return None if weekday == meeting.weekday() else weekday_after(meeting, weekday, weeks=1)
    if words[-1] == "week" and meeting.weekday() < 5:
        day = weekday_of_week(meeting, weekday, 1 if "next" in words else 0)
        return day if day and day >= meeting else None
    return None


def _nth(text: str, at: int, reference: Reference) -> Moment | None:
    found = _NTH.match(text, at)
    if not found:
        return None
    number, meeting = int(re.sub(r"\D", "", found["day"])), reference.meeting
    if meeting is None:
        return Moment(found.end())
    if found["of"] and "next" in found["of"].lower():
        month = meeting.month % 12 + 1
        return Moment(found.end(), make_date(meeting.year + (month == 1), month, number))
    return Moment(found.end(), next_day_of_month(meeting, number))


__all__ = ["CLOCK", "FULL_YEAR", "Moment", "Reference", "day_at"]
