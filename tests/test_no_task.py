"""Sentences that put a task on nobody, tasks told done in their own verb, and who goes on to do what."""

from __future__ import annotations

import pytest

from builders import minutes
from minutextract.findings.done_words import tells_done


@pytest.mark.parametrize(
    "text",
    [
        # What nobody will do
        "Neither the Guild nor KL will pay for this.",
        "Nobody will be at the gate on Sunday.",
        "The barn will not open this spring.",
        # What may come, or could be
        "There may be frost in the orchard.",
        "That could be dear.",
        "The bell can be moved from below.",
        "The bell can be left out or Wanda can lend hers if needed.",
        "The frost is expected to last.",
        "It will mean more work.",
        # How things stand
        "Looking at painting the bench, will try a new brush.",
        "The slates have been paid for.",
        "Wanda mended the roof so the hall will be let in a year.",
        "A ladder will be needed (KL).",
        # Others, and posts
        "The fair is to be run by the Harbour Authority.",
        "KL agreed to serve on the Bridge Committee.",
        "FG left the panel; KL agreed to take her place.",
        "The Harbour Guild will give us a tent. They will email FG with the hours.",
    ],
)
def test_a_task_of_nobodys(text: str) -> None:
    assert minutes(text, labels=["action"]).actions == ()


@pytest.mark.parametrize(
    "text",
    [
        "Ensure that the barn will not open this spring.",
        "Nobody minded, so KL will open the barn.",
        "There may be frost, KL to cover the beds.",
        "The bell can be moved once KL has oiled it, which he will do.",
        "The slates have been paid for and KL will fetch them.",
        "KL agreed to serve tea at the fair.",
        "The fair is to be run by the members.",
        "Action: the barn will not open, tell Wanda.",
        "They will mend the gate.",
    ],
)
def test_a_task_beside_such_words(text: str) -> None:
    assert len(minutes(text, labels=["action"]).actions) == 1


@pytest.mark.parametrize(
    ("text", "task", "owner"),
    [
        ("KL did not know the price, and he promised to ask for a list.", "ask for a list", "Kit Loomis"),
        ("The Clerk received the deed in June, and will keep it on file.", "keep it on file", "Olive Pryor"),
        ("Kit and Fay agreed on the colour, will be sending a sample.", "send a sample", "Kit Loomis"),
        ("ACTION - KL tasked with painting the gate.", "paint the gate", "Kit Loomis"),
    ],
)
def test_who_did_one_thing_does_the_next(text: str, task: str, owner: str) -> None:
    [found] = minutes(text, labels=["action"]).actions
    assert (found.text.partition(" (“")[0], found.owners[0].name) == (task, owner)
    assert "ACTION" not in [one.name for one in found.owners]


def test_a_pronoun_that_may_mean_another_has_no_owner() -> None:
    [found] = minutes("KL met Fay Glover at the gate, and he promised to ask.", labels=["action"]).actions
    assert found.owners == ()


@pytest.mark.parametrize(
    ("task", "note", "done"),
    [
        ("Find a room and book it by calling Wanda", "The loft is booked", True),
        ("KL: buy a saw", "Saw bought on Monday", True),
        ("send the plan to the council", "Plan sent to the council", True),
        ("tidy the shed", "shed tidied", True),
        ("book a room", "The loft is not yet booked", False),
        ("book a room", "To be booked in May", False),
        ("book a room", "Only half of them are booked", False),
        ("book a room", "Wanda has a list", False),
        ("book a room", "Is it booked?", False),
    ],
)
def test_a_note_in_the_verb_of_the_task(task: str, note: str, done: bool) -> None:
    assert tells_done(task, note) is done


def test_what_is_told_done_in_its_own_verb_is_an_update() -> None:
    beneath = minutes("# 2. Tools", "- ACTION KL: Find a room and book it", "  - The loft is booked")
    assert beneath.actions == ()
    assert [one.status for one in beneath.updates] == ["done"]
    behind = minutes(
        "# Actions from last meeting", "Action - KL: Buy a saw. saw bought on Monday", "Action - FG: Buy seed."
    )
    assert [(one.status, one.text) for one in behind.updates][:1] == [("done", "Buy a saw")]
    assert [one.text for one in behind.actions] == ["Buy seed"]


def test_a_need_that_only_points_to_what_the_mark_says() -> None:
    body = (
        "Wanda named three colours. These things need to be painted.",
        "Action: KL to paint the gate and the bench.",
    )
    assert [one.text for one in minutes(*body, labels=["action"]).actions if "named" not in one.text] == [
        "paint the gate and the bench"
    ]


def test_the_article_makes_no_other_owner() -> None:
    body = (
        "# 1. Fair tent",
        "The Guild will look at support.",
        "# Actions",
        "- Guild to find support for the fair tent",
    )
    assert len(minutes(*body, labels=["action"]).actions) == 1
