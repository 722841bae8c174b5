"""Discussions told as a handle and a remark a line, with a task or two among them; all invented."""

from __future__ import annotations

import pytest

from builders import Keywords, document
from minutextract.pipeline import Pipeline

_TALK = ("- @ann - the oars are old", "- @ben: is the hut dry?", "- @kit - it leaks", "- @fay: two boats are out")


def tasks(*body: str) -> list[str]:
    return [one.text for one in Pipeline(Keywords()).analyse(document("# Minutes of 4 March 2024", *body)).actions]


@pytest.mark.parametrize(
    ("line", "is_task"),
    [
        ("- @kit: get paint from a shop to dry the hut", False),
        ("- @kit - ask around to learn more", False),
        ("- @kit: will get paint to dry the hut", True),
        ("- @kit to get paint", True),
        ("- [ ] @kit: get paint to dry the hut", True),
        ("- Action: @kit: get paint to dry the hut", True),
    ],
)
def test_a_turn_of_a_discussion_is_no_task(line: str, is_task: bool) -> None:
    assert bool(tasks("# Boats", *_TALK, line)) is is_task


def test_handles_in_lists_of_tasks_stay() -> None:
    lines = [f"- @{name}: get paint to dry the {name} hut" for name in ("ann", "ben", "kit", "fay", "hugo")]
    assert len(tasks("# Boats", *lines)) == 5
    assert tasks("# Boats", *_TALK, "# Action items", "- @kit: get paint to dry the hut")


def test_what_had_been_agreed_before_is_no_new_task() -> None:
    assert tasks("# Boats", "It had been AGREED that Ann should go to the shop.") == []
    assert tasks("# Boats", "It was agreed that Ann should go to the shop.")
