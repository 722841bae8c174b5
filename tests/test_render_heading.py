"""The head of a summary where the minutes say only a part of when the meeting was and who came."""

from __future__ import annotations

from datetime import date

import pytest

from factories import Minutes
from minutextract.meeting import Meeting
from minutextract.render import SummaryFormat, render
from minutextract.structure.doubts import COUNT_ONLY, MONTH_ONLY, NEXT_BEFORE, ORDER_OPEN


@pytest.mark.parametrize(
    ("meeting", "warning", "line"),
    [
        (Meeting(), f"{MONTH_ONLY}Dec 2031", "Date:         Dec 2031 (day not given)"),
        (Meeting(start="16:00"), f"{ORDER_OPEN}3/4/2031", "Date:         3/4/2031 (day or month first?), 16:00"),
        (Meeting(date=date(2031, 3, 4), end="20:15"), "", "Date:         4 March 2031, until 20:15"),
        (Meeting(), f"{COUNT_ONLY}20+", "Present:      20+ (no names given)"),
        (Meeting(), f"{NEXT_BEFORE}4 May 2030.", "Next meeting: 4 May 2030 (to check: a day before this meeting)"),
    ],
)
def test_what_is_said_in_part_is_given_in_part(meeting: Meeting, warning: str, line: str) -> None:
    record = Minutes(meeting, warnings=(warning,)).say("Nothing.").record()
    assert line in str(render([record], SummaryFormat.TEXT)).split("\n")
