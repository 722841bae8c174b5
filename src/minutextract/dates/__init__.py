"""Dates: of the meeting, in prose, and by when an action is due."""

from minutextract.dates.due import find_due, find_due_span
from minutextract.dates.meeting_date import (
    contradicting_dates,
    day_without_year,
    held_day,
    parse_meeting_date,
    without_meeting_number,
)
from minutextract.dates.order import infer_day_first, is_ambiguous
from minutextract.dates.times import parse_times
from minutextract.dates.written import DateMatch, find_dates

__all__ = [
    "DateMatch",
    "contradicting_dates",
    "day_without_year",
    "find_dates",
    "find_due",
    "find_due_span",
    "held_day",
    "infer_day_first",
    "is_ambiguous",
    "parse_meeting_date",
    "parse_times",
    "without_meeting_number",
]
