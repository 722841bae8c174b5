"""What the classifier may take for an action and is none: others' plans, wishes, appeals, deeds done."""

from __future__ import annotations

import pytest

from builders import minutes


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
