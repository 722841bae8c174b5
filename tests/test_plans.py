"""What the classifier may take for an action and is none: others' plans, wishes, appeals, deeds done."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from builders import document, minutes
from minutextract.corpus import LABELS, Unit
from minutextract.pipeline import Pipeline


@pytest.mark.parametrize(
    "text",
    [
        "The Ferry Company will publish a timetable in autumn.",
        "Mrs Quill will return on Monday.",
        "The depot foreman Wim Ludd will be sending forms to parents.",
        "If you can help, please come on Friday.",
        "Anyone interested may write to the editor.",
        "KL repaired the pump with new parts.",
        "When is the crossing to be finished?",
        "AB would like to see the plan.",
        "The gardeners hope to finish in May.",
        "Look out for the posters in spring.",
        "Remember to file these minutes.",
        "Tea stall, looking for a helper.",
        "Before the meeting we should print the agenda.",
        "When is the crossing to be painted and the sign to be mended",
        "Some walkers are late and need to leave earlier.",
        "Future of the pond, to be discussed at the next meeting.",
        "Let’s make a note not to forget it.",
        "Have asked Olive Pryor to see if she knows a plumber.",
        "RIP Dora",
        "Steve",
        "AI",
        "3 May 2024",
        # Provisions, and what is enough
        "Lunch will be provided",
        "Tea and cake will be served at the gate.",
        "Deposit: £40 will do",
        # Statuses, durations, what may be
        "Organised by Wanda",
        "2 weeks to comment on the plan",
        "The item is planned as a leaflet and supposed to be printed.",
        "Spare keys may be held by the lodgers.",
        "Refer to our planning document for the old points.",
        # How the meeting or its minutes go on
        "Start off with the two pond items",
        "A talk would be held at the meeting in May.",
        "FG wanted to bring the talk back to the pond.",
        "I will be listing the chores below.",
        "We again distributed the chores among the group.",
        "The pond and the gate are our current priorities and should come first.",
        "Minutes will be added below in this document.",
        "We’ll copy the proposed topics above this line.",
        "Remember to archive this file by moving it to the shelf.",
        "In which we meet the gardener and plan the fair.",
        # Costs, consultation, doubts, what is taken for granted
        "The cost of the bench would be met by the society.",
        "The lodgers will be consulted before the works.",
        "Some lodgers raised concerns that the gate should be wider.",
        "Assume the plumber has sent the bill.",
        "FG was present to check the gate.",
        "KL has been actioned",
        # Topics
        "Preparations for the June fair",
        "List of fairs we should go to",
        "Discussion with Wanda Xavier to eventually get a bench",
        "Gate lock issue",
        "Place to sit",
        "Volunteers: Wanda, Xaver",
        "Should we ask the plumber?",
        # Deeds
        "KL spoke to the plumber and they will bring a pump.",
        "As a result I asked Wanda to put up a poster.",
        "Option B: move the bench to the pond",
        "Ann Baxter, KL and FG",
    ],
)
def test_no_action(text: str) -> None:
    assert minutes(text, labels=["action"]).actions == ()


@pytest.mark.parametrize(
    "text",
    [
        "The Ferry Company agreed to send a timetable.",
        "The Society will publish a leaflet.",
        "Wanda Xavier to call the plumber.",
        "KL offered to repair the pump.",
        "QV will call the plumber.",
        "A leaflet will be printed.",
        "Action: Mrs Quill will return the keys.",
        "AB will ask the Ferry Company.",
        "AB asks KL to find out what the lodgers would like to see.",
        "The lodgers want a bench, so find out what they would like to have.",
        "I hope to send the plan round.",
        "Tom C will also post the leaflet.",
        "Have asked OP for the key, but still need to call the plumber.",
        "Will do.",
        "Action: remember to lock the shed.",
        "AB will provide lunch.",
        "FG to organise the fair.",
        "Refer the matter to the plumber.",
        "A bench should be made by May.",
        "We will be asking the plumber.",
        "KL met the plumber and will send the plan.",
        "I asked Wanda to help and I will put up a poster.",
        "During the discussion with Wanda we need to settle the date.",
        "Arrange a discussion with Wanda.",
        "Start with the pond and mend the gate.",
        "Find a place to sit",
        "Ask AB about the gate lock issue and report back",
    ],
)
def test_an_action(text: str) -> None:
    assert len(minutes(text, labels=["action"]).actions) == 1


def test_plans_in_a_report_are_nobodys() -> None:
    assert minutes("# 2. Report of the head", "A form will be issued.", labels=["action"]).actions == ()
    assert len(minutes("# 2. Report of the head", "The form is to be sent to OP.", labels=["action"]).actions) == 1


def test_with_hardly_anybody_listed_nobody_is_an_outsider() -> None:
    roster = ("Present: Ann Baxter (AB)", "# 1. Garden")
    assert len(minutes("Mrs Quill will return on Monday.", labels=["action"], roster=roster).actions) == 1


def test_a_line_of_somebody_absent_from_the_list_of_boxes() -> None:
    assert minutes("- [ ] Wanda Xavier - Tarn Water Ltd").actions == ()


def test_a_register_number_as_a_heading_repeats_the_register() -> None:
    record = minutes(
        "# 8.7 Mend the gate", "This still needs to be done.", "# Actions",
        "| Ref | Action | Owner |", "| 8.7 | Mend the gate | AB |", labels=["action"],
    )  # fmt: skip
    assert [one.ref for one in record.actions] == ["8.7"]


def test_what_a_letter_or_a_motion_says_is_no_task() -> None:
    letter = "“The lodgers will be asked to pay. The owners should then mend the gate.”"
    assert minutes(letter, labels=["action"]).actions == ()
    assert len(minutes("AB to send “Our Pond” round.", labels=["action"]).actions) == 1


def test_a_bare_mark_points_to_the_list_below() -> None:
    body = ("The plan should be amended. (Action)", "# Actions", "- KL to amend the plan")
    assert [one.text for one in minutes(*body, labels=["action"]).actions] == ["amend the plan"]
    assert len(minutes(body[0], labels=["action"]).actions) == 1


@pytest.mark.parametrize(
    "title", ["Agenda items", "Preparation:", "Topics to discuss:", "Product backlog", "Objectives:"]
)
def test_a_flat_list_of_what_was_planned_or_wanted(title: str) -> None:
    items = ("- Mend the gate", "- Paint the bench")
    counts = [
        sum(one.text in items[0] + items[1] for one in minutes(head, *items, labels=["action"]).actions)
        for head in (title, "Works")
    ]
    assert counts == [0, 2]


@pytest.mark.parametrize(
    "items",
    [
        ("- Gate", "  - Ask the plumber", "- Bench"),
        ("- Ask the plumber about the gate.", "- Paint the bench."),
        ("- AB to ask the plumber", "- Bench"),
        ("- Action: ask the plumber", "- Bench"),
    ],
)
def test_an_agenda_with_notes_or_owners_is_read(items: tuple[str, ...]) -> None:
    texts = [one.text for one in minutes("Agenda", *items, labels=["action"]).actions]
    assert any("sk the plumber" in text for text in texts)


def test_what_is_weighed_up_under_its_name() -> None:
    body = ("- Signs", "  - Alternative:", "    - Ask the lodgers to move the sign")
    assert not any("lodgers" in one.text for one in minutes(*body, labels=["action"]).actions)
    assert len(minutes(*body[:2], "    - AB to ask the lodgers", labels=["action"]).actions) >= 1


def test_an_owner_beside_a_question_makes_no_task_of_it() -> None:
    body = ("Who is to hold the keys of the gate?", "KL", "The old fence beside the pond is broken.", "FG")
    assert [one.owners[0].name for one in minutes(*body).actions] == ["Fay Glover"]


def test_deeds_in_a_review_and_people_beside_a_remark() -> None:
    review = ("# Actions from last meeting", "- Call the plumber. KL spoke to him on Monday.", "- FG repaired the pump")
    assert [one.text for one in minutes(*review, labels=["action"]).actions] == ["Call the plumber"]
    assert minutes("Some lodgers raised concerns (AB/KL).", labels=["action"]).actions == ()


class _InDoubt:
    """Takes everything for an action, without being sure."""

    thresholds = dict.fromkeys(LABELS, 0.4)

    def scores(self, units: Sequence[Unit]) -> list[dict[str, float]]:
        return [dict.fromkeys(LABELS, 0.0) | {"action": 0.5} for _ in units]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Posters go up in the hall next week.", False),
        ("AB thinks the gate needs paint.", False),
        ("KL has the keys and should give them back.", True),
        ("KL – paint the gate.", True),
        ("Send the plan to the council.", True),
        ("Need to buy paint.", True),
        ("KL has the keys. He will give them back.", True),
        ("KL to paint the gate.", True),
        ("Paint the gate (KL).", True),
        ("Action: paint the gate.", True),
    ],
)
def test_a_doubtful_task_needs_a_mark_or_somebody(text: str, kept: bool) -> None:
    source = document("Present: Ann Baxter (AB), Kit Loomis (KL)", "# 1. Garden", text)
    assert bool(Pipeline(_InDoubt()).analyse(source).actions) is kept
