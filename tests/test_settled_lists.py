"""A list that the sentence above it settles: one decision, or one of each entry; all invented."""

from __future__ import annotations

import pytest

from builders import minutes


def texts(*body: str, labels: tuple[str, ...] = ()) -> list[str]:
    return [one.text for one in minutes("# The hut", *body, labels=labels).decisions]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (["The following fees were adopted:", "- $5 for a boat", "- $9 for two; and", "- $2 for an oar."],
         "The following fees were adopted: $5 for a boat; $9 for two; $2 for an oar"),
        (["Approved these kinds of rope as fit for the pier:", "- hemp;", "- sisal."],
         "Approved these kinds of rope as fit for the pier: hemp; sisal"),
        (["The club officers were agreed as follows", "- Chair: Ann Baxter", "- Secretary: Kit Loomis"],
         "The club officers were agreed as follows: Chair: Ann Baxter; Secretary: Kit Loomis"),
        (["Trustees appointed:", "- Ann Baxter", "- Kit Loomis"], "Trustees appointed: Ann Baxter; Kit Loomis"),
        (["It was agreed that the following payments be made:-", "", "Oar yard £40.00", "", "Paint £12.50", "",
          "The balance stood at £900."],
         "It was agreed that the following payments be made: Oar yard £40.00; Paint £12.50"),
    ],
)  # fmt: skip
def test_a_list_of_things_is_one_decision(body: list[str], text: str) -> None:
    assert texts(*body) == [text]
    assert text in texts(*body, labels=("decision",))


@pytest.mark.parametrize(
    "body",
    [
        ["In the previous call we agreed on the following:", "- a boat", "- two oars"],
        ["The following fees were not adopted:", "- $5 for a boat", "- $9 for two"],
        ["The following tasks were agreed:", "- a rota", "- a list"],
        ["The following was agreed:", "- The hut is cold. It needs a stove.", "- The pier is old. It needs paint."],
        ["Apologies accepted from:", "- Ann Baxter", "- Kit Loomis"],
        ["Should the following fees be approved?", "- $5 for a boat", "- $9 for two"],
    ],
)
def test_a_list_that_was_not_settled_here_as_a_whole_is_none(body: list[str]) -> None:
    assert texts(*body) == []


def test_each_entry_behind_it_was_agreed_is_a_decision() -> None:
    found = texts("It was agreed:", "- that we paint the hut;", "- that oars be bought; and", "- to close the pier.")
    assert found == ["that we paint the hut", "that oars be bought; and", "to close the pier"]
    assert texts("It was noted:", "- that we paint the hut;", "- that oars be bought.") == []


def test_each_who_approves_is_part_of_one_approval() -> None:
    assert texts("- Approval:", "  - Ann Baxter - Approved", "  - Kit Loomis - Approved") == [
        "Approval: Ann Baxter - Approved; Kit Loomis - Approved"
    ]
