"""The head of a summary where the minutes say only a part of when the meeting was and who came."""

from __future__ import annotations

import re
from datetime import date

import pytest

from builders import document
from factories import Minutes, unknown
from minutextract.meeting import Meeting
from minutextract.record import Record
from minutextract.render import SummaryFormat, render
from minutextract.structure.doubts import (
    BOTH_WAYS,
    COUNT_ONLY,
    MONTH_ONLY,
    NEXT_BEFORE,
    ORDER_OPEN,
    OTHER_DAYS,
    OTHER_MONTH,
    UNREAD,
)
from minutextract.structure.meetings import split_meetings

_NOTE = re.compile(r"under “[^”]+”|item\W\d")


@pytest.mark.parametrize(
    ("meeting", "warning", "line"),
    [
        (Meeting(), f"{MONTH_ONLY}Dec 2031", "Date:         Dec 2031 (day not given)"),
        (Meeting(start="16:00"), f"{ORDER_OPEN}3/4/2031", "Date:         3/4/2031 (day or month first?), 16:00"),
        (Meeting(date=date(2031, 3, 4), end="20:15"), "", "Date:         4 March 2031, until 20:15"),
        (
            Meeting(date=date(2031, 3, 4), start="16:00"),
            f"{OTHER_DAYS}2031-01-14",
            "Date:         4 March 2031, 16:00 (to check: 14 January 2031 is given as well)",
        ),
        (
            Meeting(date=date(2031, 3, 4)),
            f"{OTHER_MONTH}may_2031",
            "Date:         4 March 2031 (to check: the file's name says may_2031)",
        ),
        (Meeting(), f"{COUNT_ONLY}20+", "Present:      20+ (no names given)"),
        (Meeting(), f"{NEXT_BEFORE}4 May 2030.", "Next meeting: 4 May 2030 (to check: before this meeting)"),
    ],
)
def test_what_is_said_in_part_is_given_in_part(meeting: Meeting, warning: str, line: str) -> None:
    record = Minutes(meeting, warnings=(warning,)).say("Nothing.").record()
    assert line in str(render([record], SummaryFormat.TEXT)).split("\n")


def test_the_number_of_those_present_is_to_be_checked() -> None:
    warnings = (f"{UNREAD}Fern Dray", f"{BOTH_WAYS}Ann, Colin")
    record = Minutes(Meeting(), warnings=warnings).say("Nothing.").record()
    said = "(to check: 1 line more in which no name was recognised; 2 listed as not there as well)"
    assert said in " ".join(str(render([record], SummaryFormat.TEXT)).split())


def headings(*titles: tuple[str | None, str], title: str = "Tide Board") -> list[str]:
    """The items that stand behind the actions of minutes with one action under each."""
    minutes = Minutes(Meeting(title=title))
    for number, name in titles:
        minutes.item(number, name).say("Ann will mend it.").action("mend it", unknown("Ann"))
    text = str(render([minutes.record()], SummaryFormat.TEXT))
    return [" ".join(note.split()) for note in _NOTE.findall(text)]


def test_the_title_of_the_minutes_is_no_item() -> None:
    assert headings((None, "Tide Board"), (None, "Shed")) == ["under “Shed”"]


def test_a_heading_that_only_says_minutes_is_no_item() -> None:
    assert headings((None, "Meeting minutes"), (None, "Shed")) == ["under “Shed”"]


def test_the_year_in_a_file_name_is_no_part_of_the_body() -> None:
    read = document("It rained.", name="garden_2031_2031-03-04.md")
    summary = str(render([Record(read, Meeting(date=date(2031, 3, 4)))], SummaryFormat.TEXT))
    assert summary.startswith("Garden: summary of the meeting of 4 March 2031")


def test_a_number_that_several_items_have_says_nothing() -> None:
    assert headings(("1", "Shed"), ("1", "Garden"), ("2", "Tides")) == ["under “Shed”", "under “Garden”", "item 2"]


def test_numbers_that_do_not_go_up_say_nothing() -> None:
    assert headings(("5", "Shed"), ("9", "Roof"), ("2", "Tides")) == ["under “Shed”", "under “Roof”", "under “Tides”"]


def test_an_entry_of_a_log_is_called_one() -> None:
    log = document("# Fern", "2031-02-26 Wrote the drafts.", "2031-03-13 Held a meeting.", "2031-03-28 Rested.")
    parts = [Record(part.document, Meeting(title="Fern", date=part.date)) for part in split_meetings(log)]
    titles = [str(render([part], SummaryFormat.TEXT)).split("\n")[0] for part in parts]
    assert titles == [
        "Fern: summary of the entry of 26 February 2031",
        "Fern: summary of the meeting of 13 March 2031",
        "Fern: summary of the entry of 28 March 2031",
    ]
