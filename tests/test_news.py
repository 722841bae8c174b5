"""What a summary must not leave out, in invented lines."""

from __future__ import annotations

import pytest

from builders import minutes
from minutextract.findings.news import is_news
from minutextract.render.summary import summarize

NEWS = [
    "Kit Loomis told the board of her resignation as keeper of the tide tables.",
    "Colin will be stepping down as treasurer in May.",
    "Mona Nettle's term as a trustee has ended under rule 4.",
    "Fay has to retire as a trustee under rule 5.",
    "We have given Wren Finch an offer, and she starts in May",
    "The hearing on the old pier is on 19 November 2025 at 7 pm.",
    "The open day will be held on Saturday 3rd October.",
    "Dates set: 17-20 Sept 2024",
    "The meeting about the sign has been moved to spring.",
    "The December regatta may be moved to December 18th because of the ice.",
    "shifted release of the tide tables to approx. Nov. 25",
    "The society applied with 40 names; it was rejected by the harbour.",
    "The board received a request from the rowers to see the books.",
    "Tentative date: May 14",
    "The call for pictures went out in March with 1 August as closing date, and August 3 is the deadline",
    "Prize day proposed to be on Sunday 18th June at the hall.",
    "Letter of intent due end of next week",
    "20-23rd of April in the old hall",
    "The second tide table is on track for July",
    "Kit informed the board that the tide tables stand on a shelf of their own.",
    "The Project: to build a pier that lasts",
]
NO_NEWS = [
    "The next general meeting will be held on 6 February 2015.",
    "The rope was moved to the shed.",
    "Kit moved to approve the minutes of January 25th.",
    "This topic was postponed as the tide came in.",
    "Will the open day be held on 3 October?",
    "The pier is in the way of the boats.",
    "The deadline is too tight.",
    "Dues are due.",
    "Kit advised members of the public that they are to raise their hands.",
    "Proposed to be on Sunday 18th June at the hall.",
    "The painting was originally scheduled for 18th June.",
    "Talks should be rescheduled where they take too long.",
    "The release of the tide tables was a success.",
]


@pytest.mark.parametrize(("said", "news"), [(s, True) for s in NEWS] + [(s, False) for s in NO_NEWS])
def test_what_is_news(said: str, news: bool) -> None:
    assert is_news(said) == news


@pytest.mark.parametrize(
    ("labels", "line", "points"),
    [
        ([], "Colin will be stepping down as treasurer in May.", 1),
        ([], "The pier is in the way of the boats.", 0),
        (["action"], "Colin will be stepping down as treasurer in May.", 0),
        ([], "| Topic | Colin is stepping down as treasurer |", 0),
    ],
)
def test_news_is_a_point_unless_it_is_something_else(labels: list[str], line: str, points: int) -> None:
    record = minutes(line, labels=labels)
    assert len(record.insights) == points


def test_news_goes_before_minor_points() -> None:
    record = minutes("The pier is said to be in the way.", "Fay Glover has resigned as a trustee.", labels=["insight"])
    assert "Fay Glover has resigned as a trustee" in [line.text for line in summarize(record).sections[-1].lines]
