"""One task written twice is one action."""

from __future__ import annotations

import pytest

from builders import minutes

ITEM = "AB promised to ask the plumber about the broken pump."


def texts(*body: str) -> list[str]:
    """The wordings of the actions."""
    return [one.text for one in minutes(*body, labels=["action"]).actions]


@pytest.mark.parametrize(
    "again",
    [
        ("Action: AB to ask the plumber about the pump.",),
        ("Actions:", "- AB: ask plumber about pump"),
        ("# Actions", "- Ask the plumber about the pump (AB)"),
        ("# Actions", "| Action | Owner |", "| Ask the plumber about the pump | AB |"),
    ],
)
def test_the_same_task_in_a_list_or_with_a_mark(again: tuple[str, ...]) -> None:
    [found] = minutes(ITEM, *again, labels=["action"]).actions
    assert [owner.name for owner in found.owners] == ["Ann Baxter"]
    assert len(found.repeats) == 1


@pytest.mark.parametrize(
    "other",
    [
        "Action: KL to ask the plumber about the pump.",
        "Action: AB to sweep the yard.",
    ],
)
def test_another_owner_or_another_task(other: str) -> None:
    assert len(texts(ITEM, other)) == 2


def test_words_that_many_actions_share_tell_nothing() -> None:
    body = [f"AB to write to the council about the {thing}." for thing in ("gate", "pond", "shed")]
    assert len(texts(*body, "# Actions", "- AB to write to the council about the fence")) == 4


def test_a_register_reference_makes_two_wordings_one() -> None:
    record = minutes(
        "# Actions from last meeting", "- 12.3 KL will see about it.", "# Actions",
        "| Ref | Action | Owner |", "| 12.3 | Mend the gate | KL |", labels=["action"],
    )  # fmt: skip
    assert [(one.ref, one.text) for one in record.actions] == [("12.3", "see about it")]


def test_a_list_that_names_the_topic_of_what_was_taken_on() -> None:
    body = ("# 2. Shed", "AB and KL to do the painting.", "# Actions", "- Shed tidy - AB and KL to see to it")
    assert len(texts(*body)) == 1
    assert len(texts(*body[:3], "- Shed tidy - AB to see to it")) == 2
    assert len(texts("# 2. Pond", *body[1:])) == 2


@pytest.mark.parametrize("answer", ["AB and KL to work on this.", "AB agreed to undertake this."])
def test_the_line_behind_a_task_says_who_takes_it_on(answer: str) -> None:
    [found] = minutes("Action: develop a plan for the pond.", answer, labels=["action"]).actions
    assert found.text == "develop a plan for the pond"
    assert found.owners[0].name == "Ann Baxter"
    assert "no-owner" not in found.flags
    assert len(found.repeats) == 1


def test_a_task_with_an_owner_is_not_taken_over() -> None:
    assert len(texts("FG to draw a plan for the pond.", "AB to work on this.")) == 2


def test_small_numbers_are_no_register() -> None:
    assert (
        len(texts("# Actions from last meeting", "- Action 1: AB to call.", "# New actions", "- Action 1: KL to pay."))
        == 2
    )


def test_sentences_that_go_on_belong_to_the_marked_action() -> None:
    [found] = minutes("Action - All: read the draft. If it is wrong, please say so.", labels=["action"]).actions
    assert found.text.endswith("please say so")


def test_a_task_that_says_nothing_by_itself_takes_the_sentence_before() -> None:
    [found] = (
        minutes("The pump is broken. KL to pursue.").actions
        or minutes("The pump is broken. KL to pursue.", labels=["action"]).actions[-1:]
    )
    assert found.text == "pursue (“The pump is broken”)"


def test_two_entries_of_a_register_are_two_actions_whatever_their_words() -> None:
    record = minutes(
        "Action 83.1: AB to ask the plumber about the broken pump.",
        "# Actions",
        "| Ref | Action | Owner |",
        "| 84.2 | Ask the plumber about the broken pump | AB |",
        labels=["action"],
    )
    assert [one.ref for one in record.actions] == ["83.1", "84.2"]
