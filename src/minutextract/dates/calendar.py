"""Names of months and weekdays, and reckoning with days."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name}
_WEEKDAYS = {"mo": 0, "tu": 1, "we": 2, "th": 3, "fr": 4, "sa": 5, "su": 6}
# A day and month that came round this recently is more likely past, or mistyped, than most of a year ahead.
_JUST_PAST = timedelta(days=31)


def month_number(name: str) -> int:
    """The number of a month from its name or abbreviation; raises KeyError for other words."""
    return _MONTHS[name[:3].lower()]


def weekday_number(name: str) -> int:
    """The number of a weekday, Monday 0, from its name or abbreviation; raises KeyError for other words."""
    return _WEEKDAYS[name[:2].lower()]


def make_date(year: int, month: int, day: int) -> date | None:
    """The date, or None if there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def full_year(year: str) -> int:
    """The year as a number; two digits mean 1970 to 2069."""
    number = int(year[-4:] if len(year) >= 4 else year[-2:])
    return number if number >= 100 else number + (2000 if number < 70 else 1900)


def days_after(day: date, count: int) -> date | None:
    """The day that many days later; None beyond the calendar."""
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return None


def months_after(day: date, count: int) -> date | None:
    """The same day of a later month, or that month's last day."""
    month = day.month - 1 + count
    year, month = day.year + month // 12, month % 12 + 1
    return make_date(year, month, min(day.day, calendar.monthrange(year, month)[1])) if year <= date.max.year else None


def end_of_month(year: int, month: int) -> date | None:
    """The last day of a month."""
    return make_date(year, month, calendar.monthrange(year, month)[1]) if year <= date.max.year else None


def weekday_after(day: date, weekday: int, weeks: int = 0) -> date | None:
    """The first such weekday later than the day, or as many weeks after it."""
    return days_after(day, (weekday - day.weekday() - 1) % 7 + 1 + 7 * weeks)


def weekday_of_week(day: date, weekday: int, weeks: int) -> date | None:
    """That weekday of the week, Monday to Sunday, so many weeks after the day's own."""
    return days_after(day, weekday - day.weekday() + 7 * weeks)


def next_day_month(day: date, month: int, day_of_month: int) -> date | None:
    """The next such day on or after the day; None if it has only just passed, or does not exist."""
    for year in (day.year, day.year + 1):
        found = make_date(year, month, day_of_month) if year <= date.max.year else None
        if found and found >= day:
            passed = make_date(year - 1, month, day_of_month) if year > 1 else None
            return None if passed and passed < day and day - passed <= _JUST_PAST else found
    return None


def next_day_of_month(day: date, day_of_month: int) -> date | None:
    """The next day on or after the day that has this number, in this month or the following one."""
    this = make_date(day.year, day.month, day_of_month)
    if this and this >= day:
        return this
    later = months_after(day.replace(day=1), 1)
    return make_date(later.year, later.month, day_of_month) if later else None
