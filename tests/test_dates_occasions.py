"""Due phrases that name an occasion, with or without its day."""

from __future__ import annotations

from datetime import date

import pytest

from minutextract.dates import find_due


@pytest.mark.parametrize(
    ("text", "phrase", "day"),
    [
        ("Bring it to the board for subsequent review", None, None),
        (
            "Think about it between now and the next committee meeting",
            "between now and the next committee meeting",
            None,
        ),
        ("Discuss this at the next board meeting tomorrow", "at the next board meeting tomorrow", date(2024, 5, 22)),
    ],
)
def test_occasions_with_their_day(text: str, phrase: str | None, day: date | None) -> None:
    due = find_due(text, date(2024, 5, 21), day_first=True)
    assert (due.text if due else None, due.date if due else None) == (phrase, day)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("KL to write a paper for the 6 June meeting.", "2024-06-06"),
        ("KL to report at the June 6th Council meeting.", "2024-06-06"),
        ("KL to discuss the notes of the 6 June meeting.", None),
        ("KL to write the notes for the 9 May meeting.", None),
    ],
)
def test_a_meeting_called_by_its_day(said: str, day: str | None) -> None:
    found = find_due(said, date(2024, 5, 21), day_first=True)
    assert (found.date.isoformat() if found and found.date else None) == day


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("KL to make the plan ready for the users.", None),
        ("KL to make the hall ready for the fair.", "ready for the fair"),
        ("Fill in the form when you have some time", None),
        ("KL will add it right now", "right now"),
    ],
)
def test_what_is_a_time_and_what_is_not(said: str, due: str | None) -> None:
    found = find_due(said, date(2024, 5, 21), day_first=True)
    assert (found.text if found else None) == due
