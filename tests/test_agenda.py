"""Agenda items: which lines open one, its number, title, owners and extent."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import document
from minutextract.meeting import Item
from minutextract.structure.agenda import is_item_head, is_owner_line, item_heads, read_items


def numbers(*lines: str) -> list[str | None]:
    """The numbers of the agenda items of these lines."""
    return [item.number for item in items(*lines)]


def items(*lines: str) -> tuple[Item, ...]:
    """The agenda items of these lines."""
    return read_items(document(*lines), ())


@pytest.mark.parametrize(
    ("line", "number", "title"),
    [
        ("# Garden", None, "Garden"),
        ("# 1. Garden", "1", "Garden"),
        ("# 1 Garden", "1", "Garden"),
        ("# 3) Garden", "3", "Garden"),
        ("# 2.1 Garden", "2.1", "Garden"),
        ("# Item 4: Garden", "4", "Garden"),
        ("# Agenda item 5. Garden", "5", "Garden"),
        ("# B. Garden", "B", "Garden"),
        ("# A garden for all", None, "A garden for all"),
        ("# 1. Garden:", "1", "Garden"),
        ("TREASURER’s REPORT:", None, "TREASURER’s REPORT"),
        ("Garden Report:", None, "Garden Report"),
        ("CORRESPONDENCE IN:", None, "CORRESPONDENCE IN"),
        ("1. Garden", "1", "Garden"),
        ("2.3. Garden and shed", "2.3", "Garden and shed"),
        ("a) Garden", "a", "Garden"),
        ("**Garden**", None, "Garden"),
        ("**4. Garden**", "4", "Garden"),
        ("# 12 new benches", "12", "new benches"),
        ("1. Call to order", "1", "Call to order"),
        ("1. Changes to standing orders", "1", "Changes to standing orders"),
        ("1. How to join in", "1", "How to join in"),
        ("2. Welcome to new members", "2", "Welcome to new members"),
    ],
)
def test_heads(line: str, number: str | None, title: str) -> None:
    [item] = items(line, "The shed leaks.")
    assert (item.number, item.title) == (number, title)


@pytest.mark.parametrize(
    "line",
    [
        "The shed leaks.",
        "Kit Loomis:",
        "this is the report:",
        "The Chair thanked Kit for the report:",
        "Garden",
        "- Garden",
        "1. The treasurer reported a small surplus.",
        "1. AB will call the plumber",
        "1. AB to call the plumber",
        "a) Ann and Colin to call the plumber",
        "1. Action: AB to call the plumber",
        "  1. Garden",
        "- [ ] Garden",
        "**Action: AB to call the plumber**",
        "**The society agreed to buy seeds.**",
        "# Action: AB to call the plumber",
        "| 1. Garden | Shed |",
        "**Paint for the shed £42.15**",
        "**Balance @**",
    ],
)
def test_no_heads(line: str) -> None:
    assert items(line) == ()


def test_items_run_to_the_next() -> None:
    minutes = document("# 1. Garden", "The shed leaks.", "# 2. Roof", "It holds.")
    first, second = read_items(minutes, ())
    assert first.span.of(minutes.text) == "1. Garden\nThe shed leaks.\n"
    assert second.span.of(minutes.text) == "2. Roof\nIt holds."
    assert [first.id, second.id] == ["i1", "i2"]


def test_taken_blocks_open_nothing() -> None:
    assert [item.title for item in read_items(document("# Present", "# Garden"), {0})] == ["Garden"]


@pytest.mark.parametrize(
    ("line", "owners"),
    [
        ("Owner: Ann Baxter", ("Ann Baxter",)),
        ("Owners: Ann Baxter and Colin Dray", ("Ann Baxter", "Colin Dray")),
        ("Lead: Ann Baxter, Colin Dray", ("Ann Baxter", "Colin Dray")),
        ("Presenter: AB", ("AB",)),
        ("Owner: Tide Office official [TO]", ("Tide Office official [TO]",)),
        (
            "Owner: Nets and Ropes official [NRO] and Tide Office official [TO]",
            ("Nets and Ropes official [NRO]", "Tide Office official [TO]"),
        ),
        ("The owner: unknown", ()),
        ("Led by example", ()),
    ],
)
def test_owners(line: str, owners: tuple[str, ...]) -> None:
    [item] = items("# 1. Garden", line, "The shed leaks.")
    assert item.owners == owners
    assert is_owner_line(line) == bool(owners)


def test_an_owner_of_the_next_item_is_not_this_ones() -> None:
    first, second = items("# 1. Garden", "# 2. Roof", "Owner: Ann Baxter")
    assert (first.owners, second.owners) == ((), ("Ann Baxter",))


def test_no_items() -> None:
    assert items() == ()


NOTES = ("  - The roof leaks.", "  - The door sticks.")


def topics(*lines: str) -> list[tuple[str | None, str]]:
    """Number and title of all items of these lines."""
    return [(item.number, item.title) for item in items(*lines)]


@pytest.mark.parametrize(
    "head",
    [("# Agenda",), ("# Topics for discussion",), ("# Shed committee meeting notes",), ("**Agenda items**",), ()],
)
def test_first_level_bullets_are_the_topics_where_no_heading_names_any(head: tuple[str, ...]) -> None:
    found = topics(*head, "- Shed [Kit] 10 min", *NOTES, "- Fair?", *NOTES, "- Kit read the letters out.")
    assert [title for _, title in found][len(head) :] == ["Shed", "Fair?"]


@pytest.mark.parametrize(
    "lines",
    [
        ("# Shed repairs", "- Roof", *NOTES, "- Door", *NOTES),
        ("# Agenda", "- Kit will call the plumber", *NOTES, "- Ann has paid the bill", *NOTES),
        ("# Agenda", "- The roof was mended.", *NOTES, "- The door was mended.", *NOTES),
        ("# Agenda", "- [ ] Call the plumber", *NOTES, "- [x] Pay the bill", *NOTES),
        ("# Agenda", "- Actions", *NOTES, "- Decision: paint it", *NOTES),
        ("# Agenda", "- Shed", "- Fair", "- Roof"),
        ("# Agenda", "- Shed", *NOTES, "- Fair"),
    ],
)
def test_other_bullets_are_none(lines: tuple[str, ...]) -> None:
    assert len(items(*lines)) == 1


def test_a_topic_ends_with_its_notes_and_stands_within_its_section() -> None:
    source = document(
        "# Agenda", "- Shed", *NOTES, "- Fair", "  - It rained.", "- Kit read the letters out.", "# End", "-"
    )
    section, shed, fair, end = read_items(source, ())
    assert [item.id for item in (section, shed, fair, end)] == ["i1", "i2", "i3", "i4"]
    assert shed.span.within(section.span) and fair.span.of(source.text).endswith("It rained.")


def test_lettered_lines_below_a_number_take_it() -> None:
    found = topics(
        "**4. Reports**", "  a) Garden (Ann)", "The hedge grows.", "  b) Shed", "The roof leaks.", "**5. Fair**"
    )
    assert found == [("4", "Reports"), ("4a", "Garden"), ("4b", "Shed"), ("5", "Fair")]


def test_lettered_sentences_are_none() -> None:
    assert len(items("**4. Reports**", "  a) The hedge has grown.", "  b) The roof was mended.")) == 1


def test_labels_that_open_paragraphs() -> None:
    found = topics(
        "The board met in the barn.", "Old Business: Kit mended the roof.", "Mill Lane: The gate sticks.",
        "Anna Loomis: I mended it.", "New Business: The fair was discussed.",
    )  # fmt: skip
    assert found == [(None, "Old Business"), (None, "Mill Lane"), (None, "New Business")]


def test_speakers_that_open_paragraphs_are_none() -> None:
    assert items("Warden: The roof leaks.", "Miller: I mended it.", "Carter: It rained.") == ()


@pytest.mark.parametrize(
    "line", ["9:45 - 10:45 Reports", ":15 - :30: Reports", "14:00 – 14:20 Reports:", "9:00 to 9:30 Reports"]
)
def test_time_slots_open_items(line: str) -> None:
    assert topics(line, "The roof leaks.") == [(None, "Reports")]


def test_a_time_in_a_sentence_opens_none() -> None:
    assert items("9:45 - 10:45 was spent on the roof, which leaks.") == ()


def test_a_letter_stands_behind_the_number_above_it() -> None:
    lines = (
        "# 2. Matters",
        "# a. Shed",
        "# b. Roof",
        "# i. Tiles",
        "# c. Bench",
        "# 3. Fair",
        "# a. Cakes",
    )
    assert numbers(*lines) == ["2", "2a", "2b", "2b(i)", "2c", "3", "3a"]
    assert numbers("# Matters", "# a. Shed") == [None, "a"]


@pytest.mark.parametrize(
    ("line", "opens"),
    [
        ("2. Garden plan (Ann).", True),
        ("2. Painted the shed.", False),
        ("2. Ann: the shed.", False),
        ("2. Ann to paint it.", False),
        ("5. Garden plan (Ann).", False),
    ],
)
def test_a_short_title_with_a_full_stop_goes_on_in_the_numbers(line: str, opens: bool) -> None:
    lines = ("1. Shed", "It leaks.", line, "It grows.", "3. Roof", "It stands.")
    assert item_heads(document(*lines), ()) == ([0, 2, 4] if opens else [0, 4])


def test_marks_around_an_insertion_head_nothing() -> None:
    assert not items("# END AMENDMENT") and items("# Amendment")


def test_an_amount_may_begin_a_title() -> None:
    made = document("1. £500 fund")
    assert is_item_head(made, replace(made.blocks[0], bold=True))
