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
    # A meeting is for those who are to come to it, and what "to" leads to may be a place.
    ("A call to be set up for hosts, cooks and porters to plan the fair.", []),
    ("We'll send it round and mean to ask one of the painters to the next call.", []),
    ("The Committee going to the fair need to bring a tent.", ["The Committee"]),
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
        ("Kit Harnett's map is new.", "Kit Loomis"),
    ],
)
def test_first_name_of_somebody_else_named_before_is_not_the_listed_one(before: str, person: str | None) -> None:
    action = minutes(f"- {before}", "- Kit will send the plans.", labels=["action"]).actions[-1]
    assert action.owners[0].name == (person or "Kit")
    assert (Flag.AMBIGUOUS_OWNER in action.flags) is (person is None)


MORE = [
    # What somebody promised, a body that agrees, a bare verb behind one who is known.
    ("Noted a commitment from Kit Loomis to mend the shed.", "mend the shed", "Kit Loomis"),
    ("Board agrees they will consult the lawyer.", "consult the lawyer", "Board"),
    ("AB make sure that the shed is locked.", "make sure that the shed is locked", "Ann Baxter"),
    ("Mr R Harnett is contacting the Mill.", "is contacting the Mill", "Mr R Harnett"),
    ("After discussion the councillors resolved to send a letter.", "send a letter", "the councillors"),
    # The name that the list has, shortened.
    ("Hug de Jong to mend the shed.", "mend the shed", "Hug de Jong"),
    ("Col Dray to mend the shed.", "mend the shed", "Colin Dray"),
]


@pytest.mark.parametrize(("said", "task", "owner"), MORE)
def test_somebody_takes_a_task_without_will(said: str, task: str, owner: str) -> None:
    found = minutes(said, labels=["action"]).actions
    assert [(one.text, [each.name for each in one.owners]) for one in found] == [(task, [owner])]


def test_list_of_committees_does_not_act_by_its_last_part() -> None:
    found = minutes("Executive committees of TAB and CAB will meet the Mill.", labels=["action"]).actions
    assert [one.owners for one in found] == [()]


def test_later_clause_of_a_turn_has_its_own_day() -> None:
    said = "Ann Baxter: Thank you everyone - we will talk next week, i'll send out the plans on thursday."
    action = minutes(said, labels=["action"]).actions[0]
    assert (action.text, action.due.text) == ("send out the plans on thursday", "on thursday")


def test_hope_that_somebody_will_help_is_not_that_ones_task() -> None:
    action = minutes("I will mend the shed, I'm hoping Kit will help me.", labels=["action"]).actions[0]
    assert not any(owner.name == "Kit Loomis" for owner in action.owners)


def test_programme_of_the_meeting_is_no_task() -> None:
    assert minutes("## Presentations", "- Kit will talk about slates.", labels=["action"]).actions == ()
    assert minutes("## Presentations", "- Kit will talk about slates in May.", labels=["action"]).actions


def test_handle_that_begins_a_listed_one_is_that_person() -> None:
    record = minutes(
        "- @kit will mend the shed.",
        roster=("# Notes of 4 March 2024", "## Attendees", "- @kitloomis", "- @annb", "- @mo", "## Actions"),
        labels=["action"],
    )
    assert [owner.name for owner in record.actions[0].owners] == ["kitloomis"]


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("AB to send a poll for meetings in the next 4 weeks.", None),
        ("AB to see what we can learn for next time.", None),
        ("AB to take it on with the expectation to elect somebody in 2025.", None),
        ("Bills to go out this week from the Mill.", "this week"),
        ("On Friday we'll paint the door.", "On Friday"),
    ],
)
def test_day_of_something_else_is_no_due_day(said: str, due: str | None) -> None:
    assert minutes(said, labels=["action"]).actions[0].due.text == due


def test_wording_that_goes_on_where_another_is_cut_stays() -> None:
    found = minutes(
        "## Actions",
        "- AB: Collect ideas for the roof of",
        "## New actions",
        "- Action: AB to collect ideas for the roof of the shed",
        labels=["action"],
    ).actions
    assert [one.text for one in found] == ["collect ideas for the roof of the shed"]


def test_imperative_before_a_named_task_is_a_task_of_its_own() -> None:
    found = minutes("TODO: Repair the big door as it is, and Ann will mend the roof.", labels=["action"]).actions
    assert [(one.text, [each.name for each in one.owners]) for one in found] == [
        ("Repair the big door as it is", []),
        ("mend the roof", ["Ann Baxter"]),
    ]
    found = minutes("Plan for the fair in May, and Ann will mend the roof.", labels=["action"]).actions
    assert len(found) == 1


def test_whoever_did_a_task_that_is_done_is_named() -> None:
    record = minutes(
        "## Review of actions",
        "- Item 1: Ann shared her map of the hill. Status: Closed",
        "- Item 2: Kit said the map is good. Status: Closed",
    )
    assert [[owner.name for owner in one.owners] for one in record.updates] == [["Ann Baxter"], []]


def test_what_is_to_be_done_to_a_place_is_no_outsiders_plan() -> None:
    said = "The trees up Tarn Lane are to be cut when the birds have gone."
    assert [one.text for one in minutes(said, labels=["action"]).actions] == [said.rstrip(".")]


def test_full_name_to_do_something_is_a_task_under_events_too() -> None:
    action = minutes("## Future Events", "- The fair is in May. Kit Loomis to liaise with the Mill.", labels=["action"])
    assert ("liaise with the Mill", "Kit Loomis") in [
        (one.text, one.owners[0].name) for one in action.actions if one.owners
    ]
