"""The day of the meeting, from the first lines of the minutes or the name of the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from minutextract.dates.calendar import make_date, month_number, weekday_number
from minutextract.dates.file_name import date_in_name, year_in_name
from minutextract.dates.patterns import DAY, GAP, MAYBE_GAP, MONTH, WEEKDAY
from minutextract.dates.written import DateMatch, find_dates

_LINES = 28
_LINE = 600
_SHORT = 25
# An item of a list, or what takes place then: "ii. Quiz night on Friday", "Fair on 6 October at 6 pm".
_EVENT = re.compile(r"\W*(?:[a-z]{1,4}[.)]\s|[ivx]+[.)]\s|[^:,|]{3,60}\son\s)", re.IGNORECASE)
_TITLES = 4
_ABOUT_A_YEAR = 370
_TITLE = 12

_OTHER = re.compile(
    r"\b(?:next|previous|last|past|prior|preceding|following|future|forthcoming)\b[^.]{0,40}\b(?:meetings?|minutes|agm|call)\b"
    r"|\bnext\b[^.]{0,20}$|\bwill\s+(?:not|instead)\b|\bwill\s+be\s+(?:postponed|cancelled|canceled|rescheduled)\b"
    r"|\b(?:meeting|minutes)\b[^.]{0,120}\b(?:were|was|be|had been|are)\b[^.]{0,40}"
    r"\b(?:approv|agreed|accept|confirm|sign|adopt|circulat|read\b|taken as)"
    r"|\b(?:approv|confirm|accept|adopt|agree|sign|amend|correct|ratif|read)\w*\b[^.]{0,40}\bminutes\b"
    r"|\b(?:matters arising|correct record|true record|action(?:s| points)? from|posted|published|updated|created|"
    r"modified|revised|circulated|printed|uploaded|deadline|due|proposed|seconded)\b|©|\bcopyright\b"
    r"|^\W*\d{1,2}(?:\.\d{1,2})?[.)]?\s+(?:to\s+\w+\s+)?(?:the\s+)?(?:draft\s+)?minutes\b",
    re.IGNORECASE,
)
_CUE = re.compile(
    r"\b(?:minutes?|meetings?|held|dated?|notes?|agm|egm|day(?=\s*[:|])|"
    r"when|conven\w*|assembl\w*|called to order|took place|"
    r"(?:committee|board|council|group|club|members|trustees|directors) met|"
    r"telecon\w*|call|session|summary|record|mom)\b",
    re.IGNORECASE,
)
_DAY_ONLY = re.compile(
    rf"(?P<weekday>{WEEKDAY})?(?:{MAYBE_GAP},?{GAP})?(?:the{GAP})?"
    rf"(?:(?P<day>{DAY}){MAYBE_GAP}(?:of{GAP})?(?P<month>{MONTH})|(?P<month_first>{MONTH}){GAP}(?P<day_next>{DAY}))(?!\w)",
    re.IGNORECASE,
)
# "Meeting no. 2 - 18 May 2022" is the second meeting, and no stretch of days.
_NUMBERED = re.compile(r"(#|\b(?:no\.?|number)\s*)\d{1,4}(?=\s*[-–—:|,.]\s)", re.IGNORECASE)
_YEAR = re.compile(r"(?<![\w.,:/£$€#-])(?:19|20)\d\d(?![\w/-]|[.,:]\d)")


# "9 am - Thursday 4 May 2023": the time stands first.
_TIME_FIRST = re.compile(
    r"^\W*\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\b\.?|noon\b|hrs\b)?(?=\s*[-–—,|]|\s*$)", re.IGNORECASE
)
# What a web page says of its own meeting, whenever it was put up: "Meeting held Tuesday 2 May 2023".
_HELD = re.compile(r"^\W*+(?:[\w’'()]++\s++){0,8}(?:meeting|minutes)\b.{0,60}?\bheld\b", re.IGNORECASE)
# "Draft (until approved at the next meeting)": an aside about these minutes, not about another meeting.
_PENDING = re.compile(r"\([^()]{0,40}\b(?:until|subject\s+to|pending|to\s+be)\b[^()]{0,60}\)", re.IGNORECASE)
_MEETING = re.compile(r"\b(?:meeting|minutes|agm|egm)\b", re.IGNORECASE)
# The end of what was held: days below are of signatures, of another meeting or of the page.
_CLOSES = re.compile(
    r"\b(?:meeting|session|call)\b[^.;]{0,40}\b(?:adjourned|closed|ended|concluded|terminated)\b|^\W*(?:adjourned|adjournment)\b"
    r"|\bnext\s+meeting\s*:",
    re.IGNORECASE,
)
# What a web page shows of today, in one of the lines above it.
_WEEKDAY_FIRST = re.compile(rf"\W*{WEEKDAY}", re.IGNORECASE)
_CLOCK = re.compile(
    r"\b(?:current|local)\s+(?:date|time)\b|\b(?:today\s+is|last\s+(?:updated|modified|edited|changed)|printed|copyright)\b",
    re.IGNORECASE,
)
_CLOCK_LINES = 2
# What only the head of the minutes says of a day: a line further down that just has the word "meeting" may mean any.
_LABELLED = re.compile(
    r"^\W*(?:meeting\s+)?(?:date|day|when)\b|\b(?:minutes\s+(?:of|from)|held|conven\w*|called\s+to\s+order|took\s+place|met)\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(r"\bwill\s+be\s+held\b", re.IGNORECASE)
# A sentence of whatever length that says when the meeting began.
_OPENED = re.compile(r"\bcalled\s+to\s+order\b[^.;]{0,40}\bon\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Candidate:
    match: DateMatch
    cued: bool
    short: bool
    heading: bool
    weekday: bool


def parse_meeting_date(
    lines: Sequence[str], file_name: str, *, day_first: bool | None, title: str | None = None
) -> date | None:
    """The date of the meeting, None if neither the lines nor the file name make it plain.

    Args:
        lines: the first lines of the minutes.
        file_name: the name of the file, without folders.
        day_first: the order of day and month in numeric dates, None if unknown.
        title: in the file's properties; perhaps older than the file, so it only adds the year to the same day.
    """
    named = date_in_name(file_name, day_first=day_first)
    head = _of_the_head([line[:_LINE] for line in lines[:_LINES]])
    lines = [without_meeting_number(_without_aside(line)) for line in head]
    candidates = list(_candidates(lines, named, day_first))
    cued = [found.match.date for found in candidates if found.cued and found.match.date]
    if named and named not in cued and not any(found.heading for found in candidates if found.cued):
        return named
    if cued:
        # Of two given as often, it is the one whose weekday was written, and fits, if they are not years apart.
        weekdays = {found.match.date for found in candidates if found.cued and found.weekday}
        sure = {day for day in cued if day in weekdays and abs((day - cued[0]).days) <= _ABOUT_A_YEAR}
        return max(dict.fromkeys(cued), key=lambda day: (cued.count(day) + (day == named), day in sure))
    days = {found.match.date for found in candidates if found.match.date and found.short}
    if named or len(days) > 1:
        return named
    return days.pop() if days else _without_year(lines, file_name, date_in_name(title or "", day_first=day_first))


def _of_the_head(lines: Sequence[str]) -> list[str]:
    """Lines down to the one that closes the meeting; empty ones where a page tells the time of day."""
    end = next((at for at, line in enumerate(lines) if at >= _TITLES and _CLOSES.search(line)), len(lines) - 1)
    clocks = [_is_clock(line) for line in lines]
    return ["" if any(clocks[max(0, at - _CLOCK_LINES) : at + 1]) else line for at, line in enumerate(lines[: end + 1])]


def _is_clock(line: str) -> bool:
    return len(line.split()) <= _TITLE and _CLOCK.search(line) is not None


def contradicting_dates(
    lines: Sequence[str], file_name: str, chosen: date, *, day_first: bool | None
) -> tuple[date | None, tuple[date, ...]]:
    """Days that speak against the one chosen: the file name's, and those of title or date lines of the minutes."""
    named = date_in_name(file_name, day_first=day_first)
    top = [without_meeting_number(line[:_LINE]) for line in lines[:_TITLE]]
    single = [line if len(find_dates(line, day_first=day_first)) == 1 else "" for line in top]
    stated = (found for found in _candidates(single, named, day_first) if found.cued and found.short and found.heading)
    opened = (found for line in single if _OPENED.search(line) for found in find_dates(line, day_first=day_first))
    found_days = [*(found.match.date for found in stated), *(found.date for found in opened)]
    days = dict.fromkeys(day for day in found_days if day not in (None, chosen, named))
    return (None if named == chosen else named), tuple(day for day in days if day)


def held_day(lines: Sequence[str], *, day_first: bool | None) -> date | None:
    """The one day on which lines among the first say that the meeting was held; None if they name none or several.

    Where none of them says so, it is the day that stands with its weekday and alone on a line near the top, or that
    the title gives with its weekday.
    """
    held, alone, titled = set[date | None](), set[date | None](), set[date | None]()
    for at, line in enumerate(map(_without_aside, lines)):
        found = find_dates(line[:_LINE], day_first=day_first) if len(line.split()) <= _SHORT else []
        if len(found) != 1 or _OTHER.search(line):
            continue
        if _HELD.match(line):
            held.add(found[0].date)
        elif at < _TITLE and not (at and _announces_other(lines[at - 1])) and _is_weekday_alone(line, found):
            alone.add(found[0].date)
        elif at < _TITLES and _names_meeting(line, found[0]):
            titled.add(found[0].date)
    days = held or alone or titled
    return days.pop() if len(days) == 1 else None


def _names_meeting(line: str, found: DateMatch) -> bool:
    """Whether a title gives the day with its weekday: "Parish Council – Extraordinary Meeting Tuesday 4 May 2021"."""
    return _has_weekday(line, found) and _MEETING.search(line[: found.start]) is not None


def _is_weekday_alone(line: str, found: Sequence[DateMatch]) -> bool:
    whole = len(found) == 1 and not (line[: found[0].start] + line[found[0].end :]).strip(" .,*_#")
    return whole and _has_weekday(line, found[0])


def day_without_year(lines: Sequence[str]) -> str | None:
    """The words of the one day and month that the first lines give, where they are about the meeting."""
    said = {
        found[0].strip(" ,"): (found["day"] or found["day_next"], (found["month"] or found["month_first"])[:3].lower())
        for line in lines[:_TITLES]
        if not _OTHER.search(line) and len(line.split()) <= _TITLE
        for found in _DAY_ONLY.finditer(line)
        if _CUE.search(line) or found["weekday"]
    }
    return next(iter(said)) if len(set(said.values())) == 1 else None


def without_meeting_number(line: str) -> str:
    """The line with blanks in place of the number that counts the meetings, so that it joins no date."""
    return _NUMBERED.sub(lambda found: found[1] + " " * (len(found[0]) - len(found[1])), line)


def _candidates(lines: Sequence[str], named: date | None, day_first: bool | None) -> Iterator[_Candidate]:
    for index, line in enumerate(lines):
        if _OTHER.search(line) or (index and _announces_other(lines[index - 1])):
            continue
        about, short = _is_about_meeting(line, index), _is_short(line)
        leads = index < _TITLES or len(line.split()) <= _SHORT
        for found in find_dates(line, day_first=day_first):
            cued = about or (leads and not _TIME_FIRST.sub("", line[: found.start]).strip(" #*_|-–—,.(["))
            labelled = _LABELLED.search(line) is not None and not _TO_COME.search(line)
            heading = index < _TITLES or labelled
            yield _Candidate(_decided(found, line, named), cued, short, heading, _has_weekday(line, found))


def _has_weekday(line: str, found: DateMatch) -> bool:
    return found.weekday_fits and _WEEKDAY_FIRST.match(line[found.start : found.end]) is not None


def _without_aside(line: str) -> str:
    return _PENDING.sub(lambda found: " " * len(found[0]), line)


def _is_short(line: str) -> bool:
    """Whether the line looks like part of a header, and not like a sentence or an agenda item."""
    words = len(line.split())
    return (
        words <= _TITLE and not (line.rstrip().endswith(".") and words > 6) and not re.match(r"\W*\d{1,2}[.)]\s", line)
    )


def _is_about_meeting(line: str, index: int) -> bool:
    """Whether the line is about the meeting, by its words or as a title."""
    words = len(line.split())
    if index < _TITLES and words <= _TITLE:
        return True
    return (words <= _SHORT or index < _TITLES) and _CUE.search(line) is not None


def _announces_other(line: str) -> bool:
    """Whether the line before says that a date is another meeting's ("Date of next meeting")."""
    return len(line.split()) <= 8 and bool(re.search(r"\b(?:next|previous|last)\b.{0,30}$", line, re.IGNORECASE))


def _decided(found: DateMatch, line: str, named: date | None) -> DateMatch:
    """An ambiguous date is decided by the file name, if that is one of its readings."""
    if not found.ambiguous or named is None:
        return found
    readings = [find_dates(line[found.start : found.end], day_first=first) for first in (True, False)]
    return next((one for reading in readings for one in reading if one.date == named), found)


def _without_year(lines: Sequence[str], file_name: str, titled: date | None) -> date | None:
    """A day and month from a line about the meeting, with the year of the file name, a line or the title."""
    year = year_in_name(file_name)
    if year is None:
        years = {found for line in lines if not _OTHER.search(line) for found in _YEAR.findall(line)}
        year = int(years.pop()) if len(years) == 1 else None
    if year is not None:
        return _one_day(lines, year)
    # A title may be left over from another meeting's minutes: it has to name the very day.
    return titled if titled and _one_day(lines, titled.year) == titled else None


def _one_day(lines: Sequence[str], year: int) -> date | None:
    """The one day of a year that lines about the meeting give without it."""
    days = {
        day
        for line in lines
        if not _OTHER.search(line) and len(line.split()) <= _SHORT
        for found in _DAY_ONLY.finditer(line)
        if (_CUE.search(line) or found["weekday"]) and not _EVENT.match(line) and (day := _in_year(found, year))
    }
    return days.pop() if len(days) == 1 else None


def _in_year(found: re.Match[str], year: int) -> date | None:
    month = month_number(found["month"] or found["month_first"])
    day = make_date(year, month, int(re.sub(r"\D", "", found["day"] or found["day_next"])))
    weekday = found["weekday"]
    return None if day is None or (weekday and weekday_number(weekday) != day.weekday()) else day
