"""Ends of periods, and periods that name no day: "end of March", "next week", "in the autumn"."""

from __future__ import annotations

import re
from datetime import date

from minutextract.dates.calendar import (
    end_of_month,
    make_date,
    month_number,
    months_after,
    next_day_month,
    weekday_of_week,
)
from minutextract.dates.moments import Moment, Reference, day_at, near_at
from minutextract.dates.patterns import FULL_YEAR, GAP, MAYBE_GAP, MONTH, THE, any_of

_NO_LETTER = r"(?![\w'’\ufffd])"
_KINDS = any_of("calendar financial fiscal academic school tax summer autumn spring winter current fall working")
_UNITS = any_of("week weekend month year term semester quarter sprint season Q[1-4]")
_END = re.compile(
    rf"{THE}(?:very{GAP})?(?:end|close)(?:{GAP}of{GAP}|{GAP}|-)(?:(?P<which>the|this|next|that|our){GAP})?"
    rf"(?P<kind>(?:{_KINDS}{GAP}){{0,2}})(?:(?P<unit>{_UNITS}){_NO_LETTER}"
    rf"|(?P<month>{MONTH})(?:,?{GAP}(?P<month_year>{FULL_YEAR}))?|(?P<year>{FULL_YEAR}))",
    re.IGNORECASE,
)
_UNIT_END = re.compile(rf"{THE}(?P<unit>month|year)(?:{GAP}|-)end\b", re.IGNORECASE)

_STRETCH = any_of(
    r"week month year term quarter semester weekend fortnight sprint season summer winter spring autumn "
    r"(?:few\s+)?(?:days|weeks|months)"
)
_RELATIVE = re.compile(
    rf"(?:(?:(?:early|mid|late|later|sometime|{THE}(?:start|beginning|middle){GAP}of)(?:{GAP}|-))?"
    rf"{THE}(?:next|this|following|coming){GAP}(?:coming{GAP})?{_STRETCH}(?:{GAP}or{GAP}(?:so|two))?"
    rf"|the{GAP}weekend|then){_NO_LETTER}",
    re.IGNORECASE,
)

_HALF = rf"first{GAP}(?:half|week)|last{GAP}week|second{GAP}half|week"
_PART = (
    rf"(?:{THE}(?:very{GAP})?(?:{any_of('early mid late beginning start middle')}|{_HALF})(?:{GAP}(?:of|in))?"
    rf"(?:{GAP}|-){THE})?"
)
# A month alone needs its capital: "may" and "march" are verbs.
_MONTH_NAME = (
    r"(?-i:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)(?!\w)\.?"
)
_MONTHS = (
    rf"{_PART}{_MONTH_NAME}(?:{MAYBE_GAP}(?:/|-|–|or|to){MAYBE_GAP}{_MONTH_NAME})?(?:,?{GAP}{FULL_YEAR}|{GAP}time\b)?"
    rf"(?![\w'’]|{GAP}(?-i:[A-Z][a-z]|[a-z]+ing\b))"
)
_BREAKS = any_of("term holidays? break vacation semester season months? recess period")
_SEASONS = (
    rf"{_PART}{THE}(?:spring|summer|autumn|winter|(?-i:fall|Fall)|christmas|xmas|easter|half[- ]term|thanksgiving)"
    rf"(?:{GAP}(?:{_BREAKS}|{FULL_YEAR})\b){{0,2}}{_NO_LETTER}"
    rf"(?!{GAP}(?!{any_of('and so to if with or for when as at by but then in on this next')}\b)(?-i:[a-z]{{3}}))"
)
_QUARTERS = (
    rf"{THE}{any_of('first second third fourth last [1-4](?:st|nd|rd|th)')}{GAP}(?:quarter|half){GAP}of{GAP}"
    rf"(?:(?:the|this|next){GAP}year|{FULL_YEAR})"
    rf"|(?:Q[1-4]|H[12])(?:{MAYBE_GAP}(?:of{GAP})?(?:{FULL_YEAR}|['’/-]?\d\d\b))?(?!\w)"
)
_SEASON = re.compile(
    rf"{_MONTHS}|{_SEASONS}|{_QUARTERS}|{THE}new{GAP}year{_NO_LETTER}|{THE}week{GAP}\d{{1,2}}\b"
    rf"|{FULL_YEAR}-(?:0[1-9]|1[0-2])(?![\w-])|{FULL_YEAR}(?!\w|-\d)",
    re.IGNORECASE,
)
_WEEK_OF = re.compile(
    rf"(?:{THE}w(?:ee)?k{GAP}{any_of('commencing beginning starting of ending com[.]?')}|w[/.]?[cbe]\.?):?{GAP}",
    re.IGNORECASE,
)
_CHRISTMAS = re.compile(
    rf"(?:christmas|xmas)(?![\w'’-])"
    rf"(?!{GAP}(?:{_BREAKS}|{any_of('lights? event fair party market tree dinner card [a-z]+ing')}))",
    re.IGNORECASE,
)


def end_at(text: str, at: int, reference: Reference) -> Moment | None:
    """The end of a period that is named here; of a term, an event."""
    if found := _UNIT_END.match(text, at):
        month = found["unit"].lower() == "month" and reference.meeting
        return Moment(found.end(), end_of_month(month.year, month.month) if month else None)
    found = _END.match(text, at)
    if not found:
        return None
    if found["year"]:
        return Moment(found.end(), make_date(int(found["year"]), 12, 31))
    if found["month"]:
        return Moment(found.end(), _month_end(found["month"], found["month_year"], reference.meeting))
    if found["unit"].lower() in ("term", "semester", "sprint", "season"):
        return Moment(found.end(), event=True)
    return Moment(found.end(), _unit_end(found, reference.meeting) if reference.meeting else None)


def _month_end(name: str, year: str | None, meeting: date | None) -> date | None:
    month = month_number(name)
    if year:
        return end_of_month(int(year), month)
    # A month that has just ended is more likely a slip than eleven months away.
    if meeting is None or (month - meeting.month) % 12 == 11:
        return None
    return end_of_month(meeting.year + (month < meeting.month), month)


def _unit_end(found: re.Match[str], meeting: date) -> date | None:
    unit, later = found["unit"].lower(), (found["which"] or "").lower() == "next"
    if any(word not in ("calendar", "current", "working") for word in found["kind"].lower().split()):
        return None
    if unit == "week":
        return weekday_of_week(meeting, 4, int(later)) if meeting.weekday() < (5 if later else 4) else None
    if unit == "month":
        month = months_after(meeting.replace(day=1), int(later))
        return end_of_month(month.year, month.month) if month else None
    return make_date(meeting.year + later, 12, 31) if unit == "year" else None


def relative_at(text: str, at: int, reference: Reference) -> Moment | None:
    """Today, tomorrow, or a period next to the meeting."""
    found = _RELATIVE.match(text, at)
    return Moment(found.end()) if found else near_at(text, at, reference)


def limit_at(text: str, at: int, reference: Reference) -> Moment | None:
    """As `season_at`, but Christmas as a limit is a day."""
    if found := _CHRISTMAS.match(text, at):
        return Moment(found.end(), next_day_month(reference.meeting, 12, 25) if reference.meeting else None)
    return season_at(text, at, reference)


def season_at(text: str, at: int, reference: Reference) -> Moment | None:
    """A month, season or other stretch of time that names no day."""
    if week := _WEEK_OF.match(text, at):
        day = day_at(text, week.end(), reference)
        return Moment(day.end) if day else None
    found = _SEASON.match(text, at)
    return Moment(found.end()) if found else None
