"""Owners behind or beside a paragraph."""

from __future__ import annotations

import pytest

from builders import minutes
from minutextract.record import Action


def owned(action: Action) -> list[str]:
    """The names of the owners."""
    return [owner.name for owner in action.owners]


COLUMN = ("The gate was reported as broken.", "AB", "An invitation would be sent to the choir.", "KL/FG")


def test_a_column_of_owners_makes_actions() -> None:
    assert [(one.text, owned(one)) for one in minutes(*COLUMN).actions] == [
        ("The gate was reported as broken", ["Ann Baxter"]),
        ("An invitation would be sent to the choir", ["Kit Loomis", "Fay Glover"]),
    ]


def test_initials_once_are_no_column() -> None:
    assert minutes(*COLUMN[:2]).actions == ()


@pytest.mark.parametrize("mark", ["ACTION: AB", "Action AB", "Action by AB"])
def test_a_mark_with_an_owner_below_a_paragraph(mark: str) -> None:
    [found] = minutes("The gate is to be mended.", mark).actions
    assert (found.text, owned(found)) == ("The gate is to be mended", ["Ann Baxter"])


@pytest.mark.parametrize("mark", ["ACTION: AB", "Action AB"])
def test_a_mark_with_an_owner_at_the_end_of_a_paragraph(mark: str) -> None:
    [found] = minutes(f"The gate is to be mended. {mark}").actions
    assert (found.text, owned(found)) == ("The gate is to be mended", ["Ann Baxter"])


def test_an_unknown_owner_behind_a_mark_is_flagged() -> None:
    [found] = minutes("The gate is to be mended.", "ACTION: QV").actions
    assert owned(found) == ["QV"] and "unknown-owner" in found.flags


def test_two_lines_of_owners_beside_one_paragraph_are_not_told_apart() -> None:
    record = minutes(
        "The gate is to be mended.", "AB", "KL", "The pump is to be tried.", "FG", "The well is dry.", "AB"
    )
    assert [owned(one) for one in record.actions] == [["Fay Glover"], ["Ann Baxter"]]


def test_the_margin_may_name_more_than_the_sentence() -> None:
    record = minutes("AB would check the forms.", "AB/KL", "The pump is old.", "FG", labels=["action"])
    assert owned(record.actions[0]) == ["Ann Baxter", "Kit Loomis"]


def test_each_owner_in_the_margin_who_leads_a_sentence_owns_that_one() -> None:
    record = minutes("AB agreed to raise it. KL was awaiting a reply.", "AB/KL", "The pump is old.", "FG")
    assert [(owned(one)) for one in record.actions] == [["Kit Loomis"], ["Fay Glover"]]
