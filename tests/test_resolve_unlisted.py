"""Initials that no list gives: derived, left open with whom they may mean, or left alone."""

from __future__ import annotations

import pytest

from builders import minutes, names_of
from test_resolve import mentions

WITHOUT = ("Present:", "- Ken Perrin", "- KP Stone", "- Colin Dray", "- Fay Glover", "- Rosa Quill", "# 1. Garden")


def test_a_first_name_in_capitals_is_no_initials() -> None:
    assert mentions("KP to write.", roster=WITHOUT) == [("KP", "name", "KP Stone", ())]


def test_speeches_that_open_with_initials() -> None:
    found = mentions("RQ: the roof leaks.", "FG: so it does.", roster=WITHOUT)
    assert [(words, how, who) for words, how, who, _ in found] == [
        ("RQ", "derived", "Rosa Quill"),
        ("FG", "derived", "Fay Glover"),
    ]


def test_one_pair_of_capitals_before_a_colon_is_no_speaker() -> None:
    assert mentions("FG: three were bought.", roster=WITHOUT) == []


@pytest.mark.parametrize("text", ["TBT to reply.", "The loan from TBT was noted.", "Ixo Quell (QV) asked for tea."])
def test_capitals_of_bodies_are_left_alone(text: str) -> None:
    assert mentions(text, roster=WITHOUT) == []


def test_a_middle_letter_that_the_list_leaves_out() -> None:
    record = minutes("Action: CRD to write.", roster=WITHOUT)
    [one] = [mention for mention in record.mentions if mention.how.value == "unknown"]
    assert (one.person, [names_of(record)[who] for who in one.candidates]) == (None, ["Colin Dray"])


def test_somebody_with_other_initials_is_not_meant() -> None:
    roster = ("Present:", "- Maria Canning (MCa)", "- Mark Cole", "# 1. Garden")
    assert mentions("Action: MC to write.", roster=roster) == [("MC", "derived", "Mark Cole", ("derived-initials",))]


def test_capitals_are_no_short_first_name() -> None:
    assert mentions("RAM to be bought.", roster=("Present:", "- Ramona Fell", "# 1. Garden")) == []


SHORT = ("Present:", "- Alexander Baxter", "- Sean Dray", "- Sean Glover", "- Douglas Quill", "# 1. Garden")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The motion was moved by Alex and seconded by Doug.", ["Alexander Baxter", "Douglas Quill"]),
        ("Alex: the roof leaks.", ["Alexander Baxter"]),
        ("The motion was moved by Alex Stone.", []),
        ("We met in Alex Street with all.", []),
        ("Sean G: the roof leaks.", ["Sean Glover"]),
        ("The letter of Sean D was read.", ["Sean Dray"]),
        ("Sean X: the roof leaks.", [None]),
    ],
)
def test_short_forms_of_listed_names(text: str, expected: list[str | None]) -> None:
    assert [who for _, _, who, _ in mentions(text, roster=SHORT)] == expected
