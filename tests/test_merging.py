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


@pytest.mark.parametrize(
    ("body", "kept", "owner"),
    [
        # The discussion, then its mark
        (
            ("We also need to update the notice on the gate.", "FG is looking at the notice, so could update it.",
             "TODO: FG will update the notice as part of the new gate."),
            "update the notice as part of the new gate", "Fay Glover",
        ),
        # The need, then who sees to it and what else
        (
            ("We should also look for other growers.", "AB will do this and share the list."),
            "do this and share the list", "Ann Baxter",
        ),
        # The same in other words further down
        (
            ("A poster should be printed with the dates of the fair and the stalls.", "FG mends the gate.",
             "AB and KL to work on the poster with the dates, stalls and the fair."),
            "work on the poster with the dates, stalls and the fair", "Ann Baxter",
        ),
        # The same opening, then who and how
        (
            ("Check with Wanda about the lock of the gate.", "AB to check with Wanda in person next week."),
            "Check with Wanda about the lock of the gate", "Ann Baxter",
        ),
        # Yes, and then to what
        (
            ("KL: Can definitely do this. Will try to draw the plan by May.",),
            "try to draw the plan by May", "Kit Loomis",
        ),
    ],
)  # fmt: skip
def test_a_task_told_twice_in_a_row(body: tuple[str, ...], kept: str, owner: str) -> None:
    found = [
        one
        for one in minutes(*body, labels=["action"]).actions
        if "gate." not in one.text and "mend the gate" not in one.text
    ]
    assert [one.text.partition(" (“")[0] for one in found] == [kept]
    assert found[0].owners[0].name == owner
    assert found[0].repeats


@pytest.mark.parametrize(
    "body",
    [
        ("Write to the council about the gate.", "AB to write to the council about the pond."),
        ("KL to paint the bench by the pond.", "TODO: FG to paint the fence by the pond."),
        ("We need a new gate.", "AB will ask the plumber about the tap."),
        ("AB will do.", "KL to draw the plan."),
    ],
)
def test_tasks_that_only_sound_alike_stay_two(body: tuple[str, ...]) -> None:
    assert len(texts(*body)) == 2


def test_a_list_entry_whose_label_is_what_the_earlier_one_is_about() -> None:
    body = ("# 2. Yard", "Nobody knows who pays for the sweeping.", "AB to raise this.", "# Actions")
    labels = ("- Sweeping of the yard - AB to talk to the council", "- Bench - AB to talk to the council")
    counts = [sum(one.owners != () for one in minutes(*body, line, labels=["action"]).actions) for line in labels]
    assert counts == [1, 2]


def test_two_entries_of_a_register_are_two_actions_whatever_their_words() -> None:
    record = minutes(
        "Action 83.1: AB to ask the plumber about the broken pump.",
        "# Actions",
        "| Ref | Action | Owner |",
        "| 84.2 | Ask the plumber about the broken pump | AB |",
        labels=["action"],
    )
    assert [one.ref for one in record.actions] == ["83.1", "84.2"]
