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


def test_a_line_over_a_list_tells_what_a_bare_date_is_for() -> None:
    lines = ("# Discussion", "Schedule next meeting", "- DECISION: 10 June 2024 at 15:00", "  - Back-up date: 11 June")
    assert texts(*lines) == ["Schedule next meeting – 10 June 2024 at 15:00"]


def test_of_a_motion_on_an_address_the_heading_tells_more() -> None:
    lines = ("- https://example.org/a/b.md", "  - Proposed by KL seconded by FG", "  - Passed without dissent")
    assert texts("# 1. Confirmation of old minutes", *lines) == ["Confirmation of old minutes"]


def test_a_proposal_may_go_over_many_lines() -> None:
    parts = ("seats", "oars", "a mast", "ropes", "a sail", "a flag", "paint")
    lines = ("# 7. Boat", "The proposal is to build a boat with the following.", *parts, "DECISION: Accepted.")
    assert texts(*lines) == ["The proposal is to build a boat with the following – Accepted"]


def test_options_are_not_settled_yet() -> None:
    lines = ("- Options:", "  - we keep the old hut", "  - we build a new one", "- Agreed: the hut is sold")
    assert [one.text for one in minutes(*lines, labels=["decision"]).decisions] == ["the hut is sold"]


def test_a_question_of_the_group_and_its_yes() -> None:
    assert texts("- The notes are old. Would we like her to own updating them? Yes") == [
        "Would we like her to own updating them? – Yes"
    ]
