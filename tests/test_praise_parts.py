"""Thanks that one sentence gives twice or two give once, a speaker further up, and remarks that are none; invented."""

from __future__ import annotations

import pytest

from builders import minutes
from minutextract.findings.praise_cues import praises


def test_two_that_are_thanked_each_for_something() -> None:
    found = minutes("Kit was thanked for the tea, and Hugo de Jong was also thanked for the cake.").praise
    assert [(one.to[0].name, one.reason) for one in found] == [("Kit Loomis", "the tea"), ("Hugo de Jong", "the cake")]


def test_thanks_in_two_sentences_are_one() -> None:
    [found] = minutes("Kit would like to thank all of the porters. Thank you for your work.", labels=["praise"]).praise
    assert ([one.name for one in found.by], found.reason) == (["Kit Loomis"], "your work")


def test_thanks_below_the_bullet_of_a_speaker() -> None:
    lines = ("- Kit: I gave a talk on rafts", "  - It was at the lake", "    - Thank you to Fay for the slides!")
    [found] = minutes(*lines, labels=["praise"]).praise[-1:]
    assert (found.by[0].name, found.to[0].name, found.reason) == ("Kit Loomis", "Fay Glover", "the slides")


@pytest.mark.parametrize(
    ("said", "sure"),
    [
        ("KL: Great idea.", False),
        ("The meeting with Fay was very useful.", False),
        ("Kit noted that the club received several helpful comments on the raft.", False),
        ("Kit had a great idea.", None),
        ("The crew received useful comments from Fay and was grateful.", None),
    ],
)
def test_remarks_are_no_thanks(said: str, sure: bool | None) -> None:
    assert praises(said) is sure
