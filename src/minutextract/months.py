"""The names of the months, for patterns and lists of words that know one when they see it."""

from __future__ import annotations

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
# Alternatives of a pattern, in lower case.
MONTH = "|".join(MONTHS)
# "may" is short for nothing.
SHORT_MONTH = "jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
