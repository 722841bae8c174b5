"""The date in a file's name."""

from __future__ import annotations

import re
from datetime import date

from minutextract.dates.calendar import make_date, month_number
from minutextract.dates.patterns import MONTH

_LONGEST = 300
_YEAR_FIRST = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?:(?P<mark>[-_. ])(?P<month>1[0-2]|0?[1-9])(?P=mark)(?P<day>[12]\d|3[01]|0?[1-9])"
    r"|(?P<packed_month>0[1-9]|1[0-2])(?P<packed_day>0[1-9]|[12]\d|3[01]))(?!\d)"
)
_YEAR_LAST = re.compile(
    r"(?<!\d)(?P<first>\d{1,2})(?P<mark>[-_. ])(?P<second>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)(?!\d)"
)
_SEPARATOR = r"[-_.,% ]{0,3}"
_NAMED = re.compile(
    rf"(?<!\d)(?:(?P<year>(?:19|20)\d\d){_SEPARATOR}(?P<month>{MONTH}){_SEPARATOR}(?P<day>\d{{1,2}})"
    rf"|(?P<day_first>\d{{1,2}})(?:st|nd|rd|th)?{_SEPARATOR}(?:of{_SEPARATOR})?(?P<month_next>{MONTH}){_SEPARATOR}"
    rf"(?P<year_last>(?:19|20)\d\d))(?!\d)"
    rf"|(?<![a-z])(?P<month_first>{MONTH}){_SEPARATOR}(?P<day_next>\d{{1,2}})(?:st|nd|rd|th)?{_SEPARATOR}"
    rf"(?P<year_end>(?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def date_in_name(name: str, *, day_first: bool | None) -> date | None:
    """The one day that a file name gives in full; None if there is none, or more than one, or the order is open."""
    name = name[:_LONGEST]
    days = {day for day in (*_by_year_first(name), *_by_month_name(name), *_by_year_last(name, day_first)) if day}
    return days.pop() if len(days) == 1 else None


def year_in_name(name: str) -> int | None:
    """The one year that a file name gives."""
    years = set(_YEAR.findall(name[:_LONGEST]))
    return int(years.pop()) if len(years) == 1 else None


def _by_year_first(name: str) -> list[date | None]:
    return [
        make_date(
            int(found["year"]), int(found["month"] or found["packed_month"]), int(found["day"] or found["packed_day"])
        )
        for found in _YEAR_FIRST.finditer(name)
    ]


def _by_month_name(name: str) -> list[date | None]:
    return [
        make_date(
            int(found["year"] or found["year_last"] or found["year_end"]),
            month_number(found["month"] or found["month_next"] or found["month_first"]),
            int(found["day"] or found["day_first"] or found["day_next"]),
        )
        for found in _NAMED.finditer(name)
    ]


def _by_year_last(name: str, day_first: bool | None) -> list[date | None]:
    days: list[date | None] = []
    for found in _YEAR_LAST.finditer(name):
        first, second, year = int(found["first"]), int(found["second"]), int(found["year"])
        readings = {day for day in (make_date(year, second, first), make_date(year, first, second)) if day}
        if len(readings) == 1:
            days.append(readings.pop())
        elif readings and day_first is not None:
            days.append(make_date(year, second, first) if day_first else make_date(year, first, second))
    return days
