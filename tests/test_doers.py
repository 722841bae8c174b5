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
        ("KL has sent it, needs to follow up.", "follow up", ["Kit Loomis"]),
        ("KL and FG keep sweeping.", "keep sweeping", ["Kit Loomis", "Fay Glover"]),
        ("KL and FG take a look.", "take a look", ["Kit Loomis", "Fay Glover"]),
        ("Shed - KL painting it this week.", "Shed - paint it", ["Kit Loomis"]),
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


@pytest.mark.parametrize(
    ("body", "owners"),
    [
        (("KL will call the plumber. Also get the keys.",), [["Kit Loomis"], ["Kit Loomis"]]),
        (("Kit: the pump leaks. I'll call the plumber.",), [[], ["Kit Loomis"]]),
        (("KL: The pump leaks. Will try to mend it.",), [["Kit Loomis"], ["Kit Loomis"]]),
        (("Pump: Edith Vane has looked at it. He will watch it.",), [[], ["Edith Vane"]]),
        (("Pump: Edith Vane has told Una Holt. He will watch it.",), [[], []]),
        (("- KL:", "  - Mend the pump."), [["Kit Loomis"]]),
        (("FG asks KL if he could call the plumber, KL agrees.",), [["Kit Loomis"]]),
        (("FG requested that the Clerk enquire about the price.",), [["Olive Pryor"]]),
        (("A call was put out and Edith Vane volunteered.",), [["Edith Vane"]]),
        (("For Nathan: Write the guide.",), [["Nathan"]]),
        (("(KL) asked for seeds to be sent to the school.",), [[]]),
        (("Ask about the price (Nathan)",), [["Nathan"]]),
        (("PR to add the tests.",), [[]]),
        (("FG to propose that AB and KL are invited to the next meeting.",), [["Fay Glover"]]),
    ],
)
def test_who_takes_it_on(body: tuple[str, ...], owners: list[list[str]]) -> None:
    found = [names for _, names in owned(*body)]
    assert found[-1] == owners[-1]


@pytest.mark.parametrize(
    "text", ["Some boys come late and are loud (KL).", "KL: send in your plans.", "The gate is broken (KL)."]
)
def test_a_remark_may_be_no_task(text: str) -> None:
    actions = minutes(text, labels=["action"]).actions
    assert all(Flag.DOUBTFUL_OWNER in one.flags for one in actions if one.owners)


def test_an_unlisted_subject_is_flagged() -> None:
    [action] = minutes("Nathan can call the plumber.", labels=["action"]).actions
    assert Flag.OWNER_NOT_MEMBER in action.flags
