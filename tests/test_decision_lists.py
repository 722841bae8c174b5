"""Lists and tables that their head calls the decisions of the meeting."""

from __future__ import annotations

import pytest

from builders import minutes


def texts(*lines: str) -> list[str]:
    return [one.text for one in minutes(*lines).decisions]


@pytest.mark.parametrize("lead", ["Decisions made:", "# Decisions taken", "Key decisions agreed:"])
def test_each_entry_is_a_decision(lead: str) -> None:
    assert texts(lead, "- move deadlines where needed", "  - as in May", "- None", "- a new hut?") == [
        "move deadlines where needed"
    ]


def test_below_a_bare_heading_an_entry_has_to_tell_something() -> None:
    assert texts("# Decisions", "- The hut is blue", "- [Move the hut](https://example.org)", "- New paint") == [
        "The hut is blue"
    ]
    assert not texts("# Decision", "- The hut is blue")


def test_of_a_table_only_the_cell_that_tells_the_decision() -> None:
    head, rule = "| Decision Item | Description | Video ref |", "| --- | --- | --- |"
    rows = ("| 1 | The hut will be blue. All are glad. | 3:21 |", "| 2 | Dates stay the same | 4:21 |")
    record = minutes("# Decisions Made", head, rule, *rows, labels=["decision"])
    assert [one.text for one in record.decisions] == ["The hut will be blue", "Dates stay the same"]
