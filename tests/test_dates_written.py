"""Full dates in prose, and the order of numeric ones."""

from __future__ import annotations

from datetime import date

import pytest

from minutextract.dates import find_dates, infer_day_first

DATES = [
    ("21st May 2024", "2024-05-21"),
    ("21 May 2024", "2024-05-21"),
    ("21 May, 2024", "2024-05-21"),
    ("21 may 2024", "2024-05-21"),
    ("21 MAY 2024", "2024-05-21"),
    ("the 21st of May 2024", "2024-05-21"),
    ("this 21st day of May 2024", "2024-05-21"),
    ("21 st May 2024", "2024-05-21"),
    ("21May2024", "2024-05-21"),
    ("21-May-2024", "2024-05-21"),
    ("21/May/2024", "2024-05-21"),
    ("21.Sept.2024", "2024-09-21"),
    ("21 Sept. 2024", "2024-09-21"),
    ("21 May '24", "2024-05-21"),
    ("21 May ’24", "2024-05-21"),
    ("21 May 24", "2024-05-21"),
    ("Tuesday 4 June 2019", "2019-06-04"),
    ("Tuesday, 4 June 2019", "2019-06-04"),
    ("Tues 4th June 2019", "2019-06-04"),
    ("Tuesday the 4th of June, 2019", "2019-06-04"),
    ("June 4th, 2019", "2019-06-04"),
    ("June 4, 2019", "2019-06-04"),
    ("June 4 2019", "2019-06-04"),
    ("Jun. 4, 2019", "2019-06-04"),
    ("Tuesday, June 4, 2019", "2019-06-04"),
    ("Febuary 4, 2019", "2019-02-04"),
    ("2019-06-04", "2019-06-04"),
    ("2019-06-04T19:30", "2019-06-04"),
    ("2019/06/04", "2019-06-04"),
    ("2021.05.22", "2021-05-22"),
    ("2024 May 21", "2024-05-21"),
    ("2024-May-21", "2024-05-21"),
    ("21/05/2024", "2024-05-21"),
    ("21/5/24", "2024-05-21"),
    ("21.05.2024", "2024-05-21"),
    ("21-05-2024", "2024-05-21"),
    ("21. 05. 2024", "2024-05-21"),
    ("05.30.2012", "2012-05-30"),
    ("5/30/2012", "2012-05-30"),
    ("04/04/2019", "2019-04-04"),
    ("held on 22.6.19 in the hall", "2019-06-22"),
    ("Tuesday 04/06/2019", "2019-06-04"),
    ("21 – 23 May 2024", "2024-05-21"),
    ("21-23 May 2024", "2024-05-21"),
    ("21st and 23rd May 2024", "2024-05-21"),
    ("30 May – 2 June 2024", "2024-05-30"),
    ("Tuesday 21st to Thursday 23rd May 2024", "2024-05-21"),
    ("May 21-23, 2024", "2024-05-21"),
    ("29 February 2024", "2024-02-29"),
    ("14 October 1998", "1998-10-14"),
]

NO_DATES = [
    "1.1",
    "18.07.4",
    "18.07.04 Drains were discussed",
    "17.05.15 Any other business",
    "2.3.12 The roof",
    "£12.05.2019",
    "version 3.10.12",
    "v3.10.12",
    "Python 3.8.10 is out",
    "10.0.1.20",
    "at 7.30 with 12 members",
    "members may 2 by 2 leave",
    "Kit sat 2 exams",
    "31 June 2024",
    "29 February 2023",
    "32/01/2020",
    "13/13/2020",
    "May 2024",
    "14 June",
    "Friday",
    "https://example.org/2024/05/21/notes",
    "0123 04/05/2019456",
    "01904 21-05-20",
    "12/2024",
    "page 3 of 12 March",
    "item 21\nMay 2024 was dry",
]

ORDERS = [
    ("Paid 21/05/2024 and 03/04/2024", True),
    ("Paid 05/21/2024 and 03/04/2024", False),
    ("Paid 05/21/2024 and 21/05/2024", None),
    ("Paid 03/04/2024", None),
    ("", None),
    ("Met on 21 May 2024, again on 4 June 2024", True),
    ("Met on May 21, 2024, again on June 4, 2024", False),
    ("Met on May 21, 2024, again on 4 June 2024", None),
    ("Met on 21 May 2024", None),
    ("Met on 21 May 2024; £30 was paid", True),
    ("Met on May 21, 2024 and June 4, 2024; the councillors left", None),
    ("Item 17.05.15 and 18.05.2", None),
    ("2024-05-21", None),
    ("£21/05/2024", None),
]


@pytest.mark.parametrize(("text", "day"), DATES)
def test_a_full_date_is_read(text: str, day: str) -> None:
    found = find_dates(text, day_first=None)
    assert [str(one.date) for one in found] == [day]
    assert not found[0].ambiguous


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_full_date_is_left(text: str) -> None:
    assert find_dates(text, day_first=True) == []


@pytest.mark.parametrize("text", ["04/06/2019", "4.6.19", "on 4-6-19", "04. 06. 2019"])
def test_an_undecidable_order_gives_no_date(text: str) -> None:
    (found,) = find_dates(text, day_first=None)
    assert (found.date, found.ambiguous) == (None, True)


@pytest.mark.parametrize(("day_first", "day"), [(True, date(2019, 6, 4)), (False, date(2019, 4, 6))])
def test_a_known_order_decides(day_first: bool, day: date) -> None:
    (found,) = find_dates("held 04/06/2019", day_first=day_first)
    assert (found.date, found.ambiguous) == (day, False)


def test_a_day_beyond_twelve_overrules_the_known_order() -> None:
    (found,) = find_dates("05/30/2019", day_first=True)
    assert found.date == date(2019, 5, 30)


def test_a_weekday_that_does_not_fit_is_told() -> None:
    (found,) = find_dates("Monday 4 June 2019", day_first=None)
    assert (found.date, found.weekday_fits) == (date(2019, 6, 4), False)


def test_the_span_takes_in_the_weekday() -> None:
    text = "It was held on Tuesday 4 June 2019, in the barn."
    (found,) = find_dates(text, day_first=None)
    assert text[found.start : found.end] == "Tuesday 4 June 2019"


def test_several_dates_come_in_order() -> None:
    found = find_dates("From 4 June 2019 until 2019-06-30, then 5/30/2020.", day_first=None)
    assert [str(one.date) for one in found] == ["2019-06-04", "2019-06-30", "2020-05-30"]


@pytest.mark.parametrize(("text", "order"), ORDERS)
def test_the_order_is_inferred_only_from_clear_evidence(text: str, order: bool | None) -> None:
    assert infer_day_first(text) is order
