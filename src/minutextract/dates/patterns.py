"""Regular expressions for the parts of a date; all of them are bounded, so that matching stays linear."""

from __future__ import annotations

# White space within a line: text of different blocks is parted by line feeds and never makes one date.
GAP = r"[^\S\n]{1,3}"
MAYBE_GAP = r"[^\S\n]{0,3}"

MONTH = (
    r"(?:jan(?:uary)?|feb(?:r?uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?"
)
WEEKDAY = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
    r"(?![a-z])\.?"
)
# Abbreviations that are also words ("sat", "sun") count only with a capital.
WEEKDAY_ALONE = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?-i:Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)(?!\w))(?![a-z])"
)
SUFFIX = r"(?:[^\S\n]?(?:st|nd|rd|th)(?![a-z]))"
DAY = rf"(?:[12]\d|3[01]|0?[1-9])(?!\d){SUFFIX}?"
FULL_YEAR = r"(?:19|20)\d\d(?![\d])"
SHORT_YEAR = r"['’‘`][^\S\n]?\d\d(?!\d)"
TO = rf"{MAYBE_GAP}(?:[-–—−/&,]|to|and|until|through){MAYBE_GAP}"


def any_of(alternatives: str) -> str:
    """A group that matches any of the words; an underscore in a word stands for white space."""
    return "(?:" + "|".join(word.replace("_", r"\s+") for word in alternatives.split()) + ")"


THE = rf"(?:the{GAP})?"
