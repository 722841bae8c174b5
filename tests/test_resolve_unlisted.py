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


UNLISTED = ("Present:", "- Ann Baxter (AB)", "- Colin Dray (CD)", "# 1. Garden")


@pytest.mark.parametrize(
    "text",
    [
        "XR wants the big tent for Monday.",
        "The lamp is back. XR doubted it.",
        "Keys - XR posted them through the door.",
        "XR from the boat club would like a copy.",
        "XR's ladder has arrived.",
        "CD to ask XR for the old maps.",
    ],
)
def test_initials_of_nobody_listed_are_left_open(text: str) -> None:
    [(_, how, who, flags)] = [one for one in mentions(text, roster=UNLISTED) if one[0] == "XR"]
    assert (how, who, flags) == ("unknown", None, ("unknown-initials",))


@pytest.mark.parametrize(
    "lines",
    [
        ("XR's report was read.",),
        ("The board of XR is new.",),
        # Said of a thing elsewhere
        ("XR will reply.", "The letter to the XR was read."),
        ("CD to ask XR for a grant.", "The XR website is down."),
    ],
)
def test_capitals_that_are_things_elsewhere_are_nobody(lines: tuple[str, ...]) -> None:
    assert [one for one in mentions(*lines, roster=UNLISTED) if one[0] == "XR"] == []


def test_that_it_be_somebody() -> None:
    [(words, how, who, _)] = mentions(
        "The meeting agreed that this be NA.", roster=("Present:", "- Ned Ashe (NA)", "# 1. G")
    )
    assert (words, how, who) == ("NA", "roster", "Ned Ashe")
