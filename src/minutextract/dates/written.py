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
    SUFFIX,
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
_MARK = r"[^\S\n]?[-./‑–−][^\S\n]?"
_MON = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_NEAR_MONTH = rf"[^\w\n]{{0,4}}(?:(?:day{GAP})?of{GAP}(?:the{GAP})?)?{_MON}"
# Where a date can begin, and of which form: cheap to find, so that long columns of figures cost little.
_BEGINS = re.compile(
    rf"(?<![\w£$€#])(?:(?P<numeric>(?=\d{{1,2}}{_MARK}\d{{1,2}}{_MARK}\d\d))"
    rf"|(?P<day>(?=\d{{1,2}}(?!\d){SUFFIX}?(?:{_NEAR_MONTH}"
    rf"|{TO}(?:{WEEKDAY},?{GAP})?\d{{1,2}}(?!\d){SUFFIX}?{_NEAR_MONTH})))"
    rf"|(?P<year>(?=(?:19|20)\d\d(?:[-./‑–−]|{GAP})[\da-z]))"
    rf"|(?P<month>(?={_MON}[a-z]{{0,6}}[.,\s-]{{0,4}}(?:the{GAP})?\d)))",
    re.IGNORECASE,
)
_WEEKDAY_BEFORE = re.compile(rf"(?<![a-z])(?P<weekday>{WEEKDAY})(?:{MAYBE_GAP},?{GAP}|,)(?:the{GAP})?$", re.IGNORECASE)
_MAYBE_WEEKDAY = re.compile(r"[a-z][.,]?[^\S\n]{0,3},?[^\S\n]{0,3}$", re.IGNORECASE)
_WEEKDAY_LEAD = re.compile(rf"{WEEKDAY}(?:{MAYBE_GAP},?{GAP}|,)(?:the{GAP})?", re.IGNORECASE)
_NUMBER_BEFORE = re.compile(r"\d[.,:/\-]$|[£$€#]\s?$")
# Before a date with dots or hyphens and a year of two digits; else it is as well a section or a version.
_DATE_WORD = re.compile(
    r"(?:\b(?:on|of|dated?|by|held|minutes|meeting|for|from|until|till|before|due|deadline|since|to|after|and|"
    r"next|at)|[:(|–—]|\s-)\s*$",
    re.IGNORECASE,
)
_FORMS = {"day": (_DAY_MONTH,), "month": (_MONTH_DAY,), "year": (_YEAR_FIRST, _YEAR_MONTH_NAME)}
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
    begun = _BEGINS.match(text, led.end() if led else at)
    return _core(text, begun, day_first) if begun else None


def _dates(text: str, day_first: bool | None) -> Iterator[DateMatch]:
    at = 0
    while begun := _BEGINS.search(text, at):
        found = _core(text, begun, day_first)
        if found:
            yield found
        at = found.end if found else begun.end() + 1


def _core(text: str, begun: re.Match[str], day_first: bool | None) -> DateMatch | None:
    at = begun.start()
    if text[at - 1 : at] == "/":
        return None
    if begun["numeric"] is not None:
        numeric = NUMERIC.match(text, at)
        return _numeric(text, numeric, day_first) if numeric else None
    for pattern in _FORMS[begun.lastgroup or ""]:
        if (found := pattern.match(text, at)) and (day := _named(found)):
            start, weekday = _with_weekday(text, at)
            return DateMatch(start, found.end(), day, weekday_fits=weekday in (None, day.weekday()))
    return None


def _with_weekday(text: str, at: int) -> tuple[int, int | None]:
    """Where a date starts with the weekday before it, and which that is."""
    before = text[max(0, at - _LOOK_BACK) : at]
    found = _WEEKDAY_BEFORE.search(before) if _MAYBE_WEEKDAY.search(before) else None
    return (at - len(before) + found.start(), weekday_number(found["weekday"])) if found else (at, None)


def _named(found: re.Match[str]) -> date | None:
    parts = found.groupdict()
    if parts.get("stamp"):
        year, month, day = parts["stamp"].split("-")
        return make_date(int(year), int(month), int(day))
    month = parts.get("from") or parts["month"]
    number = int(month) if month.isdigit() else month_number(month)
    return make_date(full_year(parts["year"]), number, int(re.sub(r"\D", "", parts["day"])))


def _numeric(text: str, found: re.Match[str], day_first: bool | None) -> DateMatch | None:
    start, weekday = _with_weekday(text, found.start())
    if not _is_date(text, found, weekday):
        return None
    first, second, year = int(found["first"]), int(found["second"]), full_year(found["year"])
    by_day, by_month = make_date(year, second, first), make_date(year, first, second)
    fitting = [day for day in (by_day, by_month) if day and weekday in (None, day.weekday())]
    days = set(fitting or [day for day in (by_day, by_month) if day])
    if not days:
        return None
    fits = bool(fitting)
    if len(days) == 1:
        return DateMatch(start, found.end(), days.pop(), weekday_fits=fits)
    if day_first is None:
        return DateMatch(start, found.end(), None, ambiguous=True, weekday_fits=fits)
    return DateMatch(start, found.end(), by_day if day_first else by_month, weekday_fits=fits)


def _is_date(text: str, numeric: re.Match[str], weekday: int | None) -> bool:
    """Whether the figures are a date and no part of a section, version or amount."""
    before = text[max(0, numeric.start() - _LOOK_BACK) : numeric.start()]
    if _NUMBER_BEFORE.search(before):
        return False
    if len(numeric["year"]) == 4 or "/" in numeric["mark"]:
        return True
    if " " in numeric["mark"]:
        return False
    if weekday is not None or _DATE_WORD.search(before):
        return True
    after = text[numeric.end() : numeric.end() + 2]
    return after[:1] == "\n" or (not before.rpartition("\n")[2].strip() and after.strip(" .") in ("", "\n"))
