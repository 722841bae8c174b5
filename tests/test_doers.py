"""Tasks whose owner is the subject of the sentence, where no "to" or "will" stands behind it."""

from __future__ import annotations

import pytest

from builders import minutes
from minutextract.record import Flag


def owned(*body: str) -> list[tuple[str, list[str]]]:
    """Tasks and the names of their owners."""
    return [(one.text, [owner.name for owner in one.owners]) for one in minutes(*body, labels=["action"]).actions]


@pytest.mark.parametrize(
    ("text", "task", "owners"),
    [
        ("KL can call the plumber.", "call the plumber", ["Kit Loomis"]),
        ("KL might paint it.", "paint it", ["Kit Loomis"]),
        ("KL wants to talk to the plumber.", "talk to the plumber", ["Kit Loomis"]),
        ("Nathan may fill in the form.", "fill in the form", ["Nathan"]),
        ("Scott will handle the stalls.", "handle the stalls", ["Scott"]),
        ("Edith Vane is meant to be writing a letter.", "is meant", ["Edith Vane"]),
        ("KL stated he is going to speak with the plumber.", "stated", ["Kit Loomis"]),
        ("KL had not found it but will tell the Clerk.", "had not", ["Kit Loomis"]),
        ("KL has sent it, needs to follow up.", "has sent it", ["Kit Loomis"]),
        ("KL and FG keep sweeping.", "keep sweeping", ["Kit Loomis", "Fay Glover"]),
        ("KL and FG take a look.", "take a look", ["Kit Loomis", "Fay Glover"]),
        ("Shed - KL painting it this week.", "painting it", ["Kit Loomis"]),
        ("Nathan - try the pump or find another.", "try the pump", ["Nathan"]),
        ("KL I'll call the plumber.", "call the plumber", ["Kit Loomis"]),
    ],
)
def test_the_subject_owns(text: str, task: str, owners: list[str]) -> None:
    [(said, names)] = owned(text)
    assert names == owners
    assert said.startswith(task)


@pytest.mark.parametrize(
    "text",
    [
        "KL and FG reported that the fence needs paint.",
        "KL can see that the fence needs paint.",
        "KL may be away, so call the plumber.",
        "KL wants to see the fence painted.",
        "Tarn House can be painted.",
        "Shed: painting it this week.",
        "RSVP - paint it.",
    ],
)
def test_a_subject_that_owns_nothing(text: str) -> None:
    assert [names for _, names in owned(text)] in ([], [[]])


def test_an_unlisted_subject_is_flagged() -> None:
    [action] = minutes("Nathan can call the plumber.", labels=["action"]).actions
    assert Flag.OWNER_NOT_MEMBER in action.flags
