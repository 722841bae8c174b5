"""Agenda items that only their numbers show to be titles."""

from __future__ import annotations

import pytest

from builders import document
from minutextract.readers import read_data
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


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # A line that is a sentence, with notes below, between two titles
        (
            ("1. Shed", "2. If it rains, Ann will close the roof", "  - It did", "3. Garden"),
            [("1", "Shed"), ("2", "If it rains, Ann will close the roof"), ("3", "Garden")],
        ),
        # A list of tasks has nothing below
        (("1. Shed", "2. If it rains, Ann will close the roof", "3. Garden"), [("1", "Shed"), ("3", "Garden")]),
        (
            (":03 - :05 It was all approved.", ":05 - :10 How is the shed?", ":10 - :20 Was it dry, and is it now?"),
            [(None, "It was all approved."), (None, "How is the shed?"), (None, "Was it dry, and is it now?")],
        ),
        (("It rained.", "Other topics (not discussed):", "- Shed"), [(None, "Other topics (not discussed)")]),
        (("Shed Report (presented by Ann Baxter):", "It is dry."), [(None, "Shed Report (presented by Ann Baxter)")]),
        (("**Board Attendance: Visitors:**", "Ann Baxter Colin Dray", "**5067.50**", "It rained."), []),
        # Numbered lines under a numbered "Agenda", bullets that paragraphs tell of
        (
            ("1. Agenda:", "  1. Shed", "    - It leaks", "  2. Garden", "    - It grows"),
            [("1", "Agenda"), (None, "Shed"), (None, "Garden")],
        ),
        (
            ("# Items to discuss", "- Shed", "It leaks.", "- Garden", "It grows.", "- Tides", "They rise."),
            [(None, "Items to discuss"), (None, "Shed"), (None, "Garden"), (None, "Tides")],
        ),
        (("# Items to discuss", "- Shed", "It leaks.", "- Garden", "- Tides"), [(None, "Items to discuss")]),
    ],
)
def test_items_that_tell_of_themselves(lines: tuple[str, ...], expected: list[tuple[str | None, str]]) -> None:
    assert titles(*lines) == expected


def test_what_an_item_tells_in_its_first_line_stays_in_the_body() -> None:
    read = document("# Present", "- Ann Baxter", "1. Shed", "2. Ann will close the roof", "  - It leaks", "3. Garden")
    told = [read.blocks[index].content.of(read.text) for index in read_frame(read).body]
    assert told == ["Ann will close the roof", "It leaks"]


def test_a_number_of_thousands_of_digits_is_no_number_of_an_item() -> None:
    assert [title for _, title in titles("# Notes", f"{'9' * 5_000}. Roof", "It leaks.")] == ["Notes", "Roof"]


def test_a_letter_behind_the_number() -> None:
    lines = ("# 4. Shed", "4a) Roof", "It leaks.", "4b) The door was shut.", "5/6) Garden and Paths", "Muddy.")
    assert titles(*lines)[1:] == [("4a", "Roof"), ("4b", "The door was shut"), ("5/6", "Garden and Paths")]
    frame = read_frame(document(*lines))
    assert frame.body == (2, 3, 5)
    assert len(titles("# 4. Shed", "4a) Roof", "It leaks.")) == 1


def test_a_version_in_a_list_without_numbers_opens_none() -> None:
    read = read_data(b"# Fern\n\n- Shed\n- 3.0 Paint - Ann\n  - two coats\n", "a.md")
    assert [item.title for item in read_items(read, ())] == ["Fern"]
    read = read_data(b"# Fern\n\n1.0 Shed\n\nIt rained.\n\n2.0 Paint\n\nIt dried.\n", "a.md")
    assert [item.number for item in read_items(read, ())] == [None, "1.0", "2.0"]


def test_an_agenda_item_with_its_number_is_about_something() -> None:
    bullets = ("- Shed", "  - painted", "- Garden", "  - dug")
    assert titles("# Agenda Item: 31/04: Report of the guild", *bullets) == [
        (None, "Agenda Item: 31/04: Report of the guild")
    ]
    assert [title for _, title in titles("# Agenda Items", *bullets)] == ["Agenda Items", "Shed", "Garden"]
