"""Ends of periods, lengths of time and vague seasons: "end of March", "within two weeks", "in the autumn"."""

from __future__ import annotations

import re
from datetime import date

from minutextract.dates.calendar import (
    days_after,
    end_of_month,
    make_date,
    month_number,
    months_after,
    weekday_after,
    weekday_number,
    weekday_of_week,
)
from minutextract.dates.moments import Moment, Reference, day_at, near_at
from minutextract.dates.patterns import FULL_YEAR, GAP, MAYBE_GAP, MONTH, WEEKDAY_ALONE

_END = re.compile(
    rf"(?:the{GAP})?(?:very{GAP})?(?:end|close)(?:{GAP}of{GAP}|{GAP}|-)"
    rf"(?:(?P<which>the|this|next|that|our){GAP})?"
    rf"(?P<kind>(?:(?:calendar|financial|fiscal|academic|school|tax|summer|autumn|spring|winter|current|fall|working){GAP}){{0,2}})"
    rf"(?:(?P<unit>week|weekend|month|year|term|semester|quarter|sprint|season|Q[1-4])(?![\w'’])"
    rf"|(?P<month>{MONTH})(?:,?{GAP}(?P<month_year>{FULL_YEAR}))?|(?P<year>{FULL_YEAR}))",
    re.IGNORECASE,
)
_UNIT_END = re.compile(rf"(?:the{GAP})?(?P<unit>month|year)(?:{GAP}|-)end\b", re.IGNORECASE)
_NUMBERS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen".split()
    )
} | {"a": 1, "an": 1, "twenty": 20, "thirty": 30}
_NUMBER = r"(?:\d{1,3}|" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + r")(?!\w)"
_LENGTH = re.compile(
    rf"(?P<next>(?:the{GAP})?(?:next|coming|following){GAP})?(?P<rough>~{MAYBE_GAP}|(?:about|around|approximately|roughly){GAP})?"
    rf"(?:(?:an?{GAP}(?=\w+-))?(?P<count>{_NUMBER})(?P<more>{MAYBE_GAP}(?:-|–|to|or){MAYBE_GAP}{_NUMBER})?|(?P<few>(?:a{GAP})?(?:few|couple(?:{GAP}of)?)|several))"
    rf"(?:{GAP}|-)(?P<kind>(?:working|business|calendar|school|clear){GAP})?(?P<unit>hour|day|week|fortnight|month|year)s?(?!\w)"
    rf"(?P<time>['’]?s?{GAP}time|{GAP}period)?(?P<of>{GAP}(?:of|after|from|following|before)\b)?",
    re.IGNORECASE,
)
_NOW = re.compile(rf"{GAP}(?:now|today|(?:the|this|today['’]s){GAP}meeting)\b", re.IGNORECASE)
_WEEKS_ON = re.compile(
    rf"(?:(?P<one>a|one)|(?P<two>two)){GAP}weeks?{GAP}(?:(?P<today>today)|(?P<tomorrow>tomorrow)|"
    rf"(?:on{GAP}|from{GAP}|this{GAP})?(?P<weekday>{WEEKDAY_ALONE}))",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    rf"(?:(?:(?:early|mid|late|later|sometime|(?:the{GAP})?(?:start|beginning|middle){GAP}of)(?:{GAP}|-))?"
    rf"(?:(?:the{GAP})?(?:next|this|following|coming){GAP}(?:coming{GAP})?(?:week|month|year|term|quarter|semester|weekend|fortnight|sprint|season|summer|"
    rf"winter|spring|autumn|(?:few{GAP})?(?:days|weeks|months))(?:{GAP}or{GAP}(?:so|two))?|the{GAP}weekend|then))(?![\w'’])",
    re.IGNORECASE,
)
_PART = rf"(?:(?:the{GAP})?(?:very{GAP})?(?:early|mid|late|beginning|start|middle|first{GAP}(?:half|week)|last{GAP}week|second{GAP}half|week)(?:{GAP}(?:of|in))?(?:{GAP}|-)(?:the{GAP})?)?"
_MONTH_NAME = (
    r"(?-i:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)(?!\w)"
)
_SEASON = re.compile(
    rf"{_PART}(?:{_MONTH_NAME}\.?(?:{MAYBE_GAP}(?:/|-|–|or|to){MAYBE_GAP}{_MONTH_NAME}\.?)?(?:,?{GAP}{FULL_YEAR}|{GAP}time\b)?(?![\w'’]|{GAP}(?-i:[A-Z][a-z]|[a-z]+ing\b))"
    rf"|(?:the{GAP})?(?:late{GAP})?(?:spring|summer|autumn|winter|(?-i:fall|Fall))(?:{GAP}(?:term|holidays?|break|vacation|semester|season|months?|{FULL_YEAR})\b){{0,2}}(?![\w'’])"
    rf"|(?:the{GAP})?(?:first|second|third|fourth|last|[1-4](?:st|nd|rd|th)){GAP}(?:quarter|half){GAP}of{GAP}(?:(?:the|this|next){GAP}year|{FULL_YEAR})"
    rf"|(?:Q[1-4]|H[12])(?:{MAYBE_GAP}(?:of{GAP})?(?:{FULL_YEAR}|['’/-]?\d\d\b))?(?!\w)"
    rf"|(?:the{GAP})?new{GAP}year(?![\w'’])"
    rf"|(?:the{GAP})?(?:christmas|xmas|easter|half[- ]term|thanksgiving)(?:{GAP}(?:break|holidays?|vacation|term|recess|period)\b)?(?![\w'’])"
    rf"|{FULL_YEAR}(?!\w|-\d))",
    re.IGNORECASE,
)
_WEEK_OF = re.compile(
    rf"(?:(?:the{GAP})?w(?:ee)?k{GAP}(?:commencing|beginning|starting|of|ending|com\.?)|w[/.]?[cbe]\.?)[:]?{GAP}",
    re.IGNORECASE,
)
_WEEK_NUMBER = re.compile(rf"(?:the{GAP})?week{GAP}\d{{1,2}}\b", re.IGNORECASE)
_CHRISTMAS = re.compile(r"(?:christmas|xmas)(?![\w'’-])(?![^\S\n](?:break|holiday|vacation|term|recess|period|lights?|"
                        r"event|fair|party|market|tree|dinner|card|\w+ing\b))", re.IGNORECASE)  # fmt: skip
VAGUE = re.compile(
    r"(?:as\s+soon\s+as\s+(?:is\s+|it\s+is\s+)?(?:reasonably\s+|physically\s+|humanly\s+)?(?:possible|practicable|practical|feasible|convenient|can\s+be)|"
    r"a\.s\.a\.p\.?|asap|as\s+and\s+when(?:\s+(?:necessary|required|needed|possible|available))?|in\s+due\s+course|in\s+good\s+time|"
    r"when(?:ever)?\s+(?:possible|convenient|practicable|time\s+(?:allows|permits))|straight\s*away|right\s+away|"
    r"immediately(?!\s+(?:after|before|following|next|adjacent|opposite|prior|behind|above|below|preceding|around|outside))|"
    r"urgently|(?<!as\s)(?<!how\s)(?<!too\s)(?<!so\s)(?<!coming\s)soon(?!\s+(?:as|after|be|to\s+be)\b)|shortly(?!\s+(?:after|before|prior))|forthwith|promptly|without\s+delay|"
    r"at\s+(?:the|his|her|their|your)\s+earliest\s+(?:opportunity|convenience|possible)|in\s+the\s+(?:very\s+)?(?:near|coming)\s+(?:future|days|weeks|months))(?!\w)",
    re.IGNORECASE,
)


def end_at(text: str, at: int, reference: Reference) -> Moment | None:
    """The end of a period that is named here."""
    found = _END.match(text, at) or _UNIT_END.match(text, at)
    if not found:
        return None
    parts, meeting = found.groupdict(), reference.meeting
    if parts.get("year"):
        return Moment(found.end(), make_date(int(parts["year"]), 12, 31))
    if parts.get("month"):
        return Moment(found.end(), _month_end(parts["month"], parts["month_year"], meeting))
    unit, kind = parts["unit"].lower(), (parts.get("kind") or "").split()
    if unit in ("term", "semester", "sprint", "season"):
        return Moment(found.end(), event=True)
    later = (parts.get("which") or "").lower() == "next"
    day = _unit_end(unit, later, kind, meeting) if meeting and found.re is _END or unit == "month" else None
    return Moment(found.end(), day)


def _month_end(name: str, year: str | None, meeting: date | None) -> date | None:
    month = month_number(name)
    if year:
        return end_of_month(int(year), month)
    if meeting is None:
        return None
    # A month that has just ended is more likely a slip than eleven months away.
    if (month - meeting.month) % 12 == 11:
        return None
    return end_of_month(meeting.year + (month < meeting.month), month)


def _unit_end(unit: str, later: bool, kind: list[str], meeting: date | None) -> date | None:
    if meeting is None or any(word.lower() not in ("calendar", "current", "working") for word in kind):
        return None
    if unit == "week":
        return weekday_of_week(meeting, 4, int(later)) if meeting.weekday() < (5 if later else 4) else None
    if unit == "month":
        month = months_after(meeting.replace(day=1), int(later))
        return end_of_month(month.year, month.month) if month else None
    return make_date(meeting.year + later, 12, 31) if unit == "year" else None


def length_at(text: str, at: int, reference: Reference) -> Moment | None:
    """A length of time from the meeting; months are taken as an estimate, which gives no day."""
    return _length(text, at, reference, limit=False)


def length_limit_at(text: str, at: int, reference: Reference) -> Moment | None:
    """A length of time from the meeting as a limit, so that months count as well."""
    return _length(text, at, reference, limit=True)


def _length(text: str, at: int, reference: Reference, *, limit: bool) -> Moment | None:
    found = _LENGTH.match(text, at)
    if not found:
        return None
    end, unit = found.end(), found["unit"].lower()
    if found["of"]:
        now = _NOW.match(text, end)
        if not now:
            return None
        end = now.end()
    loose = found["rough"] or found["more"] or found["few"] or (found["kind"] and found["kind"].strip() != "calendar")
    day = None if loose or reference.meeting is None else _after(found["count"], unit, reference.meeting, limit)
    return Moment(end, day)


def _after(written: str, unit: str, meeting: date, limit: bool) -> date | None:
    count = int(written) if written.isdigit() else _NUMBERS[written.lower()]
    if unit == "hour":
        return days_after(meeting, count // 24) if count % 24 == 0 else None
    if unit == "month":
        return months_after(meeting, count) if limit else None
    days = {"day": 1, "week": 7, "fortnight": 14}.get(unit)
    return days_after(meeting, days * count) if days else None


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
    if found["weekday"]:
        weekday = weekday_number(found["weekday"])
        day = None if weekday == meeting.weekday() else weekday_after(meeting, weekday, weeks)
        return Moment(found.end(), day)
    return Moment(found.end(), days_after(meeting, 7 * weeks + bool(found["tomorrow"])))


def relative_at(text: str, at: int, reference: Reference) -> Moment | None:
    """Today, tomorrow, or a period next to the meeting."""
    found = _RELATIVE.match(text, at)
    return Moment(found.end()) if found else near_at(text, at, reference)


def limit_at(text: str, at: int, reference: Reference) -> Moment | None:
    """As `season_at`, but Christmas as a limit is a day."""
    if found := _CHRISTMAS.match(text, at):
        return Moment(found.end(), make_date(reference.meeting.year, 12, 25) if reference.meeting else None)
    return season_at(text, at, reference)


def season_at(text: str, at: int, reference: Reference) -> Moment | None:
    """A month, season or other stretch of time that names no day."""
    if week := _WEEK_OF.match(text, at):
        day = day_at(text, week.end(), reference)
        return Moment(day.end) if day else None
    found = _SEASON.match(text, at) or _WEEK_NUMBER.match(text, at)
    return Moment(found.end()) if found else None


def vague_at(text: str, at: int, _reference: Reference) -> Moment | None:
    """Words of urgency that leave the day open."""
    found = VAGUE.match(text, at)
    return Moment(found.end()) if found else None
