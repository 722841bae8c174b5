"""Actions: kinds of owners, what to check about them, references, and tasks that are none any more."""

from __future__ import annotations

import pytest

from builders import Keywords, document, minutes
from minutextract.pipeline import Pipeline
from minutextract.record import Action


def action(*body: str) -> Action:
    """The first action of these lines."""
    return minutes(*body, labels=["action"]).actions[0]


@pytest.mark.parametrize(
    ("text", "kind", "how", "name"),
    [
        ("AB to call the plumber.", "person", "roster", "Ann Baxter"),
        ("Kit to call the plumber.", "person", "name", "Kit Loomis"),
        ("Mr Loomis to call the plumber.", "person", "surname", "Kit Loomis"),
        ("HJ to call the plumber.", "person", "derived", "Hugo de Jong"),
        ("The Clerk to call the plumber.", "person", "roster", "Olive Pryor"),
        ("Members to read the plan.", "group", "collective", "Members"),
        ("All to read the plan.", "group", "collective", "All"),
        ("Trustees to read the plan.", "group", "collective", "Trustees"),
        ("The Secretary to call the plumber.", "role", "unknown", "Secretary"),
        ("Harbour Works Department to mend the pier.", "unit", "collective", "Harbour Works Department"),
        ("QV to call the plumber.", "person", "unknown", "QV"),
        ("Wanda Xavier to call the plumber.", "person", "name", "Wanda Xavier"),
    ],
)
def test_kinds_of_owner(text: str, kind: str, how: str, name: str) -> None:
    [owner] = action(text).owners
    assert (owner.kind, owner.how.value, owner.name) == (kind, how, name)
    assert (owner.person is not None) == (kind == "person" and name not in ("QV", "Wanda Xavier"))


@pytest.mark.parametrize(
    ("text", "flag", "others"),
    [
        ("QV to call the plumber.", "unknown-owner", {"unknown-initials"}),
        ("HJ to call the plumber.", "derived-initials", set()),
        ("MN to call the plumber.", "owner-absent", set()),
        ("OP to call the plumber.", "owner-not-member", set()),
        ("Wanda Xavier to call the plumber.", "owner-not-member", set()),
        ("The plumber is to be called.", "no-owner", set()),
    ],
)
def test_what_to_check(text: str, flag: str, others: set[str]) -> None:
    assert set(map(str, action(text).flags)) == {flag, "no-due-date", *others}


@pytest.mark.parametrize("text", ["AB to call the plumber.", "All to read the plan.", "AB/KL to call the plumber."])
def test_nothing_to_check_but_the_date(text: str) -> None:
    assert list(map(str, action(text).flags)) == ["no-due-date"]


def test_initials_of_two_people() -> None:
    roster = ("Present:", "- Jill Horne (JH)", "- Joe Hart (JH)", "# 1. Garden")
    [found] = minutes("JH to call the plumber.", labels=["action"], roster=roster).actions
    assert [(owner.name, owner.how.value, owner.person) for owner in found.owners] == [("JH", "unknown", None)]
    assert {"ambiguous-owner", "ambiguous-initials"} <= set(map(str, found.flags))


def test_a_unit_that_the_text_defines() -> None:
    found = action("Owner: Tide Office official [TO]", "TO to count the boats.")
    assert [(owner.kind, owner.unit) for owner in found.owners] == [("unit", "u1")]


def test_one_known_and_one_unknown_owner() -> None:
    found = action("AB and QV to call the plumber.")
    assert [(owner.name, owner.person) for owner in found.owners] == [("Ann Baxter", "p1"), ("QV", None)]
    assert "unknown-owner" in found.flags


@pytest.mark.parametrize(
    "text",
    [
        "?? to call the plumber.",
        "TBC to call the plumber.",
        "Action (TBC): call the plumber.",
    ],
)
def test_an_owner_to_be_found(text: str) -> None:
    found = action(text)
    assert [owner.kind for owner in found.owners] == ["unknown"]
    assert "unknown-owner" in found.flags


def test_refs_count_within_the_meeting() -> None:
    record = minutes("AB to call. KL to pay.", "FG to sweep, and OP to write.", labels=["action"])
    assert [one.ref for one in record.actions] == [f"2024-03-04/{number}" for number in (1, 2, 3, 4)]


def test_refs_without_a_date() -> None:
    assert (
        minutes("AB to call.", labels=["action"], roster=("Present: Ann Baxter (AB)", "# 1. Garden"))
        .actions[0]
        .ref.startswith("undated/")
    )


def test_an_action_knows_where_it_stands() -> None:
    record = minutes("The shed leaks.", "Action: AB to call the plumber.")
    [found] = record.actions
    sentence = next(one for one in record.sentences if one.id == found.sentence)
    assert found.span.within(sentence.span)
    assert record.meeting.items[0].id == found.item
    assert found.status == "open"


@pytest.mark.parametrize(
    "text",
    [
        "Action: AB to call the plumber - completed",
        "Action: AB to call the plumber [done]",
        "- [x] AB to call the plumber",
        "Action completed.",
        "Action carried forward.",
        "Action: ongoing",
        "Closed",
        "Actions:",
    ],
)
def test_nothing_is_left_to_do(text: str) -> None:
    assert minutes(text, labels=["action"]).actions == ()


@pytest.mark.parametrize("text", ["Action: AB to call the plumber. Done.", "ACTION AB: call the plumber. Completed"])
def test_a_status_behind_the_full_stop(text: str) -> None:
    assert [one.status for one in minutes(text).actions if one.status == "open"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Action: AB to call the plumber.",
        "ACTION AB: call the plumber.",
        "- [ ] AB to call the plumber",
        "AP: AB to call",
    ],
)
def test_marks_need_no_classifier(text: str) -> None:
    assert [owner.name for one in minutes(text).actions for owner in one.owners] == ["Ann Baxter"]


def test_a_mark_alone_marks_the_line_below() -> None:
    [found] = minutes("Action:", "AB to call the plumber.").actions
    assert found.text == "call the plumber"


@pytest.mark.parametrize("text", ["Actions from the last meeting: none were open.", "The action was popular."])
def test_no_marks(text: str) -> None:
    assert minutes(text).actions == ()


def test_the_score_is_the_classifiers() -> None:
    record = Pipeline(Keywords()).analyse(document("Present: Ann Baxter (AB)", "# 1. Garden", "AB to call."))
    assert [one.score for one in record.actions] == [0.95]


TABLE = ("| Action | Owner | Due | Status |", "| Call the plumber | AB | 2 May 2024 | Open |", "| Sweep | KL/FG | | |")


def test_a_table_of_actions() -> None:
    record = minutes(*TABLE)
    assert [(one.text, [owner.name for owner in one.owners]) for one in record.actions] == [
        ("Call the plumber", ["Ann Baxter"]),
        ("Sweep", ["Kit Loomis", "Fay Glover"]),
    ]


@pytest.mark.parametrize("text", ["Action (AB?): call the plumber.", "AB? to call the plumber."])
def test_a_question_mark_behind_the_owner(text: str) -> None:
    assert "doubtful-owner" in action(text).flags


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("AB to call by 3/4.", ["ambiguous-date"]),
        ("AB to call by 13/4.", []),
        ("AB to call by 4/4.", []),
        ("AB to call before the next meeting.", []),
        ("AB to call as soon as possible.", ["unclear-due-date"]),
    ],
)
def test_due_dates_in_doubt(text: str, flags: list[str]) -> None:
    assert list(map(str, action(text).flags)) == flags


@pytest.mark.parametrize(
    "head",
    [
        "| Item | Description | Res**(1)** | Status |",
        "| Meeting | Assignees | Item | Status |",
        "| Action item | Leads and/or deputies | Deadline | Status |",
    ],
)
def test_heads_of_action_tables(head: str) -> None:
    cells = {"Item": "4.1", "Meeting": "4.1", "Description": "Mend the gate", "Action item": "Mend the gate"}
    names = [cell.strip() for cell in head.strip("|").split("|")]
    if "Meeting" in names:
        cells["Item"] = "Mend the gate"
    row = [cells.get(name, "KL" if name[:3] in ("Res", "Ass", "Lea") else "") for name in names]
    [found] = minutes(head, f"| {' | '.join(row)} |").actions
    assert (found.text, [owner.name for owner in found.owners]) == ("Mend the gate", ["Kit Loomis"])


@pytest.mark.parametrize("text", ["Action plan: see the annex.", "Action item table - the list was read."])
def test_things_called_after_actions_are_no_marks(text: str) -> None:
    assert minutes(text).actions == ()
