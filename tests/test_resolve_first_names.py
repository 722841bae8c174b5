"""First names that an unlisted namesake or a shorter form leaves open, or not."""

from __future__ import annotations

import pytest

from test_resolve import Found, mentions


@pytest.mark.parametrize(
    ("lines", "last"),
    [
        # The last full name is of somebody whom no list names
        (("Ann Poe of the OBU shared a plan.", "Ann replied."), ("Ann", "unknown", None, ("ambiguous-name",))),
        (("Ann Poe of the OBU came.", "Ann Baxter spoke.", "Ann replied."), ("Ann", "name", "Ann Baxter", ())),
        # A misspelling, and words that are no surname
        (("Ann Baxtor of the OBU came.", "Ann replied."), ("Ann", "name", "Ann Baxter", ())),
        (("Ann Monday was told.", "Ann replied."), ("Ann", "name", "Ann Baxter", ())),
        (("Ann replied.", "Ann Poe of the OBU shared a plan."), ("Ann", "name", "Ann Baxter", ())),
    ],
)
def test_a_first_name_behind_a_namesake_stays_open(lines: tuple[str, ...], last: Found) -> None:
    assert [found for found in mentions(*lines) if found[0] == "Ann"][-1] == last


def test_the_beginning_of_a_first_name_with_the_surname_is_the_person() -> None:
    roster = ("# Present", "- Christopher Dray", "- Daniel Glover", "- Dana Loomis")
    found = mentions("Chris Dray and Dan Glover will call Dan Loomis and Chris Poe.", roster=roster)
    assert [(words, who) for words, _, who, _ in found if " " in words] == [
        ("Chris Dray", "Christopher Dray"),
        ("Dan Glover", "Daniel Glover"),
    ]
