"""Full dates in prose, in all the forms in which people write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from minutextract.dates.calendar import full_year, make_date, month_number, weekday_number
from minutextract.dates.patterns import (
    DAY,
    FULL_YEAR,
    GAP,
    MAYBE_GAP,
    MONTH,
    SHORT_YEAR,
    TO,
    WEEKDAY,
)

_JOINT = rf"(?:{MAYBE_GAP}[-–./,]{MAYBE_GAP}|{MAYBE_GAP}(?:(?:day{GAP})?of(?:{GAP}the)?{GAP})?)"
_COMMA = rf"{MAYBE_GAP}[-–./,]?{MAYBE_GAP}"
_BARE_YEAR = r"\d\d(?=[^\S\n]*(?:$|[\n,;)|\]]))"
_END = r"(?!\w|[-/]\d|\.\d)"

_DAY_MONTH = re.compile(
    rf"(?P<day>{DAY})(?:(?:{MAYBE_GAP}(?P<from>{MONTH}))?{TO}(?:{WEEKDAY},?{GAP})?{DAY})?"
    rf"{_JOINT}(?P<month>{MONTH}){_COMMA}(?P<year>{FULL_YEAR}|{SHORT_YEAR}|{_BARE_YEAR}){_END}",
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(
    rf"(?P<month>{MONTH}){MAYBE_GAP}[-,]?{MAYBE_GAP}(?:the{GAP})?(?P<day>{DAY})"
    rf"(?:{TO}(?:{WEEKDAY},?{GAP})?(?:{MONTH}{GAP})?{DAY})?"
    rf"(?:{GAP}of{GAP}|{_COMMA})(?P<year>{FULL_YEAR}|{SHORT_YEAR}){_END}",
    re.IGNORECASE,
)
_YEAR_MONTH_NAME = re.compile(
    rf"(?P<year>(?:19|20)\d\d)(?:[-/.]|{GAP})(?P<month>{MONTH})(?:[-/.]|{GAP})(?P<day>{DAY}){_END}", re.IGNORECASE
)
_YEAR_FIRST = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?P<mark>[-./‑–−])(?P<month>1[0-2]|0?[1-9])(?P=mark)(?P<day>[12]\d|3[01]|0?[1-9])"
    r"(?!\w|[-/]\w|\.\d)|(?P<stamp>(?:19|20)\d\d-[01]\d-[0-3]\d)(?=T\d)"
)
NUMERIC = re.compile(
    r"(?P<first>\d{1,2})(?P<mark>[^\S\n]?[-./‑–−][^\S\n]?)(?P<second>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d|\d\d)"
    r"(?!\w|[-/]\w|\.\d|:\d)"
)
# One alternation finds where a date can begin; what it is, the patterns above decide.
_BEGINS = re.compile(rf"(?<![\w£$€#])(?:\d|(?:{MONTH})[^\S\n]?[ \t,\-\d])", re.IGNORECASE)
_WEEKDAY_BEFORE = re.compile(rf"(?<![a-z])(?P<weekday>{WEEKDAY})(?:{MAYBE_GAP},?{GAP}|,)(?:the{GAP})?$", re.IGNORECASE)
_NUMBER_BEFORE = re.compile(r"\d[.,:/\-]$|[£$€#]\s?$")
# Before a date with dots or hyphens and a year of two digits; else it is as well a section or a version.
_DATE_WORD = re.compile(
    r"(?:\b(?:on|of|dated?|by|held|minutes|meeting|for|from|until|till|before|due|deadline|since|to|after|and|"
    r"next|at)|[:(|–—]|\s-)\s*$",
    re.IGNORECASE,
)
_LOOK_BACK = 16


@dataclass(frozen=True, slots=True)
class DateMatch:
    """A full date in a text.

    Attributes:
        start: offset of its first character, the weekday included.
        end: offset after its last character; of a range, the end of the range.
        date: the day, of a range the first; None if the order of day and month cannot be told.
        ambiguous: whether that is so.
        weekday_fits: False if the text names a weekday that the date does not fall on.
    """

    start: int
    end: int
    date: date | None
    ambiguous: bool = False
    weekday_fits: bool = True


def find_dates(text: str, *, day_first: bool | None) -> list[DateMatch]:
    """Every full date, in order and without overlaps.

    Args:
        text: any text.
        day_first: the order of day and month in numeric dates, None if unknown.
    """
    return list(_dates(text, day_first))


def date_at(text: str, at: int, *, day_first: bool | None) -> DateMatch | None:
    """The full date that begins exactly here, perhaps with a weekday."""
    led = _WEEKDAY_LEAD.match(text, at)
    found = _core(text, led.end() if led else at, day_first)
    if found is None:
        return None
    return found if led is None or found.start == at else None


_WEEKDAY_LEAD = re.compile(rf"{WEEKDAY}(?:{MAYBE_GAP},?{GAP}|,)(?:the{GAP})?", re.IGNORECASE)


def _dates(text: str, day_first: bool | None) -> Iterator[DateMatch]:
    at = 0
    while begun := _BEGINS.search(text, at):
        found = _core(text, begun.start(), day_first)
        if found:
            yield found
            at = found.end
        else:
            at = _past_number(text, begun.start())


def _past_number(text: str, at: int) -> int:
    while at < len(text) and text[at].isdigit():
        at += 1
    return at + 1


def _core(text: str, at: int, day_first: bool | None) -> DateMatch | None:
    before = text[max(0, at - _LOOK_BACK) : at]
    weekday = _WEEKDAY_BEFORE.search(before)
    start = at - len(before) + weekday.start() if weekday else at
    number = weekday_number(weekday["weekday"]) if weekday else None
    for pattern in (_DAY_MONTH, _MONTH_DAY, _YEAR_MONTH_NAME, _YEAR_FIRST):
        if (found := pattern.match(text, at)) and (day := _named(found)) and not before.endswith("/"):
            return DateMatch(start, found.end(), day, weekday_fits=number in (None, day.weekday()))
    numeric = NUMERIC.match(text, at)
    if numeric is None or _NUMBER_BEFORE.search(before) or not _is_date(text, numeric, before, number):
        return None
    return _numeric(numeric, start, number, day_first)


def _named(found: re.Match[str]) -> date | None:
    parts = found.groupdict()
    if parts.get("stamp"):
        year, month, day = parts["stamp"].split("-")
        return make_date(int(year), int(month), int(day))
    month = parts.get("from") or parts["month"]
    number = int(month) if month.isdigit() else month_number(month)
    return make_date(full_year(parts["year"]), number, int(re.sub(r"\D", "", parts["day"])))


def _is_date(text: str, numeric: re.Match[str], before: str, weekday: int | None) -> bool:
    if len(numeric["year"]) == 4 or "/" in numeric["mark"]:
        return True
    if " " in numeric["mark"]:
        return False
    if weekday is not None or _DATE_WORD.search(before):
        return True
    alone = not before.rpartition("\n")[2].strip() and text[numeric.end() : numeric.end() + 2].strip(" .") in ("", "\n")
    return alone or text[numeric.end() : numeric.end() + 1] == "\n"


def _numeric(found: re.Match[str], start: int, weekday: int | None, day_first: bool | None) -> DateMatch | None:
    first, second, year = int(found["first"]), int(found["second"]), full_year(found["year"])
    by_day, by_month = make_date(year, second, first), make_date(year, first, second)
    fitting = [day for day in (by_day, by_month) if day and weekday in (None, day.weekday())]
    fits = bool(fitting)
    days = set(fitting or [day for day in (by_day, by_month) if day])
    if not days:
        return None
    if len(days) == 1:
        return DateMatch(start, found.end(), days.pop(), weekday_fits=fits)
    if day_first is None:
        return DateMatch(start, found.end(), None, ambiguous=True, weekday_fits=fits)
    return DateMatch(start, found.end(), by_day if day_first else by_month, weekday_fits=fits)
