"""Due dates in the lines around a task, and times that are none."""

from __future__ import annotations

import pytest

from builders import minutes
from minutextract.record import Action


def action(*body: str) -> Action:
    """The last action of these lines, every sentence being one; the meeting was on Monday, 4 March 2024."""
    return minutes(*body, labels=["action"]).actions[-1]


@pytest.mark.parametrize(
    ("body", "words", "day"),
    [
        (("Next week:", "- Bring ten chairs."), "Next week", None),
        (("By 12 March:", "- Bring ten chairs."), "By 12 March", "2024-03-12"),
        (("Tasks for this week:", "- Bring ten chairs."), "this week", None),
        (("# Tasks for the current week", "- Bring ten chairs."), "the current week", None),
        (("Next week:", "- Bring ten chairs by Friday."), "by Friday", "2024-03-08"),
        (("KL to tell them on thursday.",), "on thursday", "2024-03-07"),
        (("Buy some cups on friday.",), "on friday", "2024-03-08"),
    ],
)
def test_the_line_above_says_when(body: tuple[str, ...], words: str, day: str | None) -> None:
    due = action(*body).due
    assert due.text == words
    assert (due.date.isoformat() if due.date else None) == day


def test_the_next_sentence_is_the_day() -> None:
    found = minutes("KL to bring the chairs. Fri 8th March, if Fay is there.", labels=["action"]).actions[0]
    assert (found.due.text, found.due.date and found.due.date.isoformat()) == ("Fri 8th March", "2024-03-08")


@pytest.mark.parametrize(
    "body",
    [
        ("Garden:", "- Bring ten chairs."),
        ("4 March 2024", "- Bring ten chairs."),
        ("Next:", "- Bring ten chairs."),
        ("KL to enquire from Tarn Works, the builders, when they expect the kerbs to be laid.",),
        ("The plan will be emailed to all members for approval at the next meeting.",),
        ("KL to look after the lounge when rented.",),
        ("Contribution to the next workshop.",),
        ("KL to book the hall for the party on Friday.",),
        ("KL to bring the chairs. On Friday it rained, and the chairs got wet.",),
    ],
)
def test_no_due_date(body: tuple[str, ...]) -> None:
    assert minutes(*body, labels=["action"]).actions[0].due.text is None
