"""Agenda items: which lines open one, its number, title, owners and extent."""

from __future__ import annotations

import pytest

from builders import document
from minutextract.meeting import Item
from minutextract.structure.agenda import is_owner_line, read_items


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
        ("1. Garden", "1", "Garden"),
        ("2.3. Garden and shed", "2.3", "Garden and shed"),
        ("a) Garden", "a", "Garden"),
        ("**Garden**", None, "Garden"),
        ("**4. Garden**", "4", "Garden"),
        ("# 12 new benches", "12", "new benches"),
    ],
)
def test_heads(line: str, number: str | None, title: str) -> None:
    [item] = items(line, "The shed leaks.")
    assert (item.number, item.title) == (number, title)


@pytest.mark.parametrize(
    "line",
    [
        "The shed leaks.",
        "Garden",
        "- Garden",
        "1. The treasurer reported a small surplus.",
        "1. AB will call the plumber",
        "1. Action: AB to call the plumber",
        "  1. Garden",
        "- [ ] Garden",
        "**Action: AB to call the plumber**",
        "**The society agreed to buy seeds.**",
        "# Action: AB to call the plumber",
        "| 1. Garden | Shed |",
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
