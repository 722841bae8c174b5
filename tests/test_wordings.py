"""Tasks and decisions that are kept to find repeats of, without comparing all pairs."""

from __future__ import annotations

import pytest

from minutextract.findings.repetition import Texts
from minutextract.people.unlisted import things

LONG = (
    "the society agreed that the treasurer buys a ladder for the shed and a lamp for the gate from what is left of "
    "the grant"
)


@pytest.mark.parametrize(
    ("text", "same"),
    [
        (LONG.upper(), True),
        (LONG.replace("buys", "bought").replace("lamp", "lamps"), True),
        (LONG.replace("ladder", "boat").replace("lamp", "bell").replace("shed", "pond"), False),
        (f"{LONG} of 2024", False),
        ("The fee stays as it is this year.", True),
        ("The fee stays as it was this year.", False),
        ("The fee stays.", False),
    ],
)
def test_the_same_text_but_for_an_ending(text: str, same: bool) -> None:
    texts = Texts()
    for one in (LONG, "the fee stays as it is this year", "The fee stays."):
        texts.add(one)
    assert texts.have(text) is same


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We met the OWG and an Oakham RST.", {"OWG", "RST"}),
        ("XYs reports are in; see c/AB and QR.org", {"XY", "AB", "QR"}),
        ("KL to call MN. The lamp of OP.", set()),
    ],
)
def test_capitals_that_stand_for_a_thing(text: str, found: set[str]) -> None:
    assert things(text) == found
