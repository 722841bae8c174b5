"""Any text at all: nothing raises, spans slice, and time grows with length alone."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutextract.dates import (
    find_dates,
    find_due_span,
    infer_day_first,
    parse_meeting_date,
    parse_times,
)

WORDS = st.sampled_from(
    "by before due until when once after the next meeting end of May June Friday 14th 21 2024 04/06/2024 4.6.19 1.1 "
    "7.30 pm at in two weeks within for , . ( ) - – ’ : | \n 0 99 31 Q3 AGM to and will asap 2024-05-21 w/c noon".split(
        " "
    )
)
TEXT = st.one_of(st.text(), st.lists(WORDS).map(" ".join), st.lists(WORDS).map("".join))
MEETINGS = st.one_of(st.none(), st.dates())
ORDER = st.sampled_from([True, False, None])

LENGTH = 250_000
SECONDS_PER_CHARACTER = 1e-5

HOSTILE = [
    "by ",
    "when ",
    "1",
    "1 ",
    "1/2/",
    "1/2/19 ",
    "21 May ",
    "May ",
    "21 - ",
    "Tuesday ",
    " ",
    "\n",
    ".",
    "(",
    "10.30-",
    "10-",
    "7pm ",
    "the next ",
    "before the ",
    "a ",
    "aa",
    "not n’t ",
    "1 to ",
    "approved minutes ",
    "2024-05-",
]


@given(TEXT, MEETINGS, ORDER)
def test_a_due_phrase_is_a_slice_of_the_text(text: str, meeting: date | None, day_first: bool | None) -> None:
    if found := find_due_span(text, meeting, day_first=day_first):
        start, end, due = found
        assert 0 <= start < end <= len(text)
        assert text[start:end] == due.text
        assert due.event in (None, due.text)


@given(TEXT, ORDER)
def test_dates_are_ordered_slices(text: str, day_first: bool | None) -> None:
    at = 0
    for found in find_dates(text, day_first=day_first):
        assert at <= found.start < found.end <= len(text)
        assert found.ambiguous == (found.date is None)
        at = found.end


@given(st.lists(TEXT, max_size=40), TEXT, ORDER)
def test_headers_of_any_kind_are_read(lines: list[str], name: str, day_first: bool | None) -> None:
    parse_meeting_date(lines, name, day_first=day_first)
    for line in lines:
        infer_day_first(line)
        for clock in parse_times(line):
            assert clock is None or ("00:00" <= clock <= "23:59" and len(clock) == 5)


@given(st.dates())
def test_a_written_date_is_read_back(day: date) -> None:
    if day.year < 1900 or day.year > 2099:
        return
    for text in (day.isoformat(), f"{day.day} {day:%B} {day.year}", f"{day:%B} {day.day}, {day.year}"):
        assert [found.date for found in find_dates(text, day_first=None)] == [day]


CALLS: list[Callable[[str], object]] = [
    lambda text: find_dates(text, day_first=None),
    lambda text: find_due_span(text, date(2024, 5, 21), day_first=None),
    infer_day_first,
    lambda text: parse_meeting_date([text] * 28, text, day_first=None),
    parse_times,
]


@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize("call", CALLS, ids=["dates", "due", "order", "meeting", "times"])
def test_hostile_text_takes_time_in_proportion_to_its_length(call: Callable[[str], object], piece: str) -> None:
    text = (piece * (LENGTH // len(piece) + 1))[:LENGTH]
    begun = time.process_time()
    call(text)
    # Ten times the figure to hold (a million in a second): other work may share the processor, and what grows with the
    # square of the length takes a thousand times as long.
    assert time.process_time() - begun < LENGTH * SECONDS_PER_CHARACTER
