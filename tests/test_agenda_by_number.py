"""Agenda items that only their numbers show to be titles."""

from __future__ import annotations

import pytest

from builders import document
from minutextract.structure.agenda import read_items
from minutextract.structure.frame import read_frame


def titles(*lines: str) -> list[tuple[str | None, str]]:
    """Number and title of each item."""
    return [(item.number, item.title) for item in read_items(document(*lines), ())]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ("# 31.04.8 Tenders", "It rained.", "# 31.04.9 Shed", "It rained.", "31.04.10 Risks", "It rained."),
            [("31.04.8", "Tenders"), ("31.04.9", "Shed"), ("31.04.10", "Risks")],
        ),
        # A day of another series, and a number that lies too far off
        (("# 31.04.8 Tenders", "# 31.04.9 Shed", "30.05.10 Fair held"), [("31.04.8", "Tenders"), ("31.04.9", "Shed")]),
        (("# 31.04.8 Tenders", "# 31.04.9 Shed", "31.04.31 Fair held"), [("31.04.8", "Tenders"), ("31.04.9", "Shed")]),
        (
            ("[1] SHED", "It rained.", "[2] Garden (with Ann).", "It rained.", "[3] Next meeting", "In May."),
            [("1", "SHED"), ("2", "Garden (with Ann)"), ("3", "Next meeting")],
        ),
        # References at the end
        (("It rained.", "[1] Shed plan", "[2] Garden plan", "[3] Tide table"), []),
        (("[2] Shed", "It rained.", "[3] Garden", "It rained.", "[4] Tides", "It rained."), []),
    ],
)  # fmt: skip
def test_numbers_that_go_on_show_titles(lines: tuple[str, ...], expected: list[tuple[str | None, str]]) -> None:
    assert titles(*lines) == expected


def test_a_title_told_by_its_number_is_no_sentence_of_the_body() -> None:
    lines = (
        "# Present",
        "- Ann Baxter",
        "# Notes",
        "[1] Shed",
        "It rained.",
        "[2] Fern",
        "It did.",
        "[3] Tide",
        "Yes.",
    )
    read = document(*lines)
    told = [read.blocks[index].content.of(read.text) for index in read_frame(read).body]
    assert told == ["It rained.", "It did.", "Yes."]
