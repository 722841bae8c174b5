"""Who acts and who does not: lists of those who are called, topics, brackets and namesakes around an owner."""

from __future__ import annotations

import pytest

from builders import minutes
from minutextract.record import Flag

ACTS = [
    # The last of those who are called does not act.
    ("Ann offered to call Tarn, Firth W, and Mossdale to arrange a fair.", ["Ann Baxter"]),
    ("Engage Lake legal team and Tarn legal team to draft a line.", []),
    ("Engage the legal team to draft a line.", []),
    # A topic in front of a dash or colon is nobody.
    ("Painting Fences – Ann and Kit have offered to help Fay.", ["Ann Baxter", "Kit Loomis"]),
    ("Jo Roe – Ann to call the plumber.", ["Jo Roe", "Ann Baxter"]),
    ("Software: Harnett to set up the talks.", []),
    # As what somebody acts stands in brackets.
    (
        "Ann Baxter (as both Tarn Chair and nearest Lake Board member) and Kit Loomis will visit the site.",
        ["Ann Baxter", "Kit Loomis"],
    ),
    # An action that a sentence has for somebody.
    ("KL: Since the hall was shut today, action for ABCD/FAST to send the plans.", ["ABCD", "FAST"]),
]


@pytest.mark.parametrize(("said", "owners"), ACTS)
def test_owner_is_whoever_acts(said: str, owners: list[str]) -> None:
    found = minutes(said, labels=["action"]).actions
    assert [[owner.name for owner in one.owners] for one in found] == [owners]


def test_reason_in_front_gives_no_due_day() -> None:
    action = minutes("Since the hall was shut today, Ann to send the plans.", labels=["action"]).actions[0]
    assert action.due.text is None
    assert minutes("As of today, Ann to send the plans by 8 March.", labels=["action"]).actions[0].due.date is not None


@pytest.mark.parametrize(
    ("before", "person"),
    [
        ("Kit Harnett of the Mill told us about slates.", None),
        ("Kit Harnett and then Kit Loomis told us about slates.", "Kit Loomis"),
        ("Kit Lomis told us about slates.", "Kit Loomis"),
        ("The Kit Street bridge is shut.", "Kit Loomis"),
    ],
)
def test_first_name_of_somebody_else_named_before_is_not_the_listed_one(before: str, person: str | None) -> None:
    action = minutes(f"- {before}", "- Kit will send the plans.", labels=["action"]).actions[-1]
    assert action.owners[0].name == (person or "Kit")
    assert (Flag.AMBIGUOUS_OWNER in action.flags) is (person is None)
