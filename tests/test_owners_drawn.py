"""Whose task it is not: of those who ask others, take the floor, are told of in a bracket; and days of other things."""

from __future__ import annotations

from datetime import date

import pytest

from builders import document, minutes
from minutextract.record import Action, Flag
from minutextract.structure.meetings import split_meetings


def actions(*lines: str) -> list[Action]:
    return list(minutes(*lines, labels=["action"]).actions)


@pytest.mark.parametrize(
    "said",
    [
        "- Kit: could you send the plan to the mill?",
        "- Kit: two plans are on the table, please read both of them",
    ],
)
def test_who_asks_the_others_owns_it_in_doubt_at_most(said: str) -> None:
    for action in actions(said):
        assert not action.owners or Flag.DOUBTFUL_OWNER in action.flags


def test_who_says_what_all_should_do_owns_nothing() -> None:
    [action] = actions("- Kit: Olive is away, but we should ask her about the roof")
    assert not action.owners


def test_a_bracket_behind_a_name_says_who_that_is() -> None:
    found = actions("- Kit will speak to Olive Pryor (Mill Roof Team Lead) and Fay will speak to Ann (Clerk).")
    assert [[owner.name for owner in one.owners] for one in found] == [["Kit Loomis"], ["Fay Glover"]]


def test_a_stamp_in_a_bracket_that_a_line_tears_apart_still_says_done() -> None:
    found = minutes("- Action: Kit to move the plans [DONE, see", labels=["action"])
    assert not found.actions
    assert [one.status for one in found.updates] == ["done"]


@pytest.mark.parametrize(
    "said",
    [
        "Kit to confirm with the mill bank when the new form is coming.",
        "Kit to pack the lamps (should be released by 9 March)",
        "Kit to ask for the money for requests that may come between now and the end of the year.",
        "Fay is not here today, but Kit will ask her.",
        "Kit will write a report of what was seen this morning.",
    ],
)
def test_the_day_of_something_else_is_no_due_date(said: str) -> None:
    [action] = actions(said)
    assert action.due is None or (action.due.date is None and action.due.event is None)


def test_a_bracket_that_tells_who_will_do_it_keeps_its_day() -> None:
    [action] = actions("We need a plan for the roof (Kit will write it by 9 March 2024)")
    assert action.due and action.due.date == date(2024, 3, 9)


def test_a_template_with_its_day_below_each_title_holds_several_meetings() -> None:
    lines = [
        line
        for day, title in (("4 March 2024", "Plans"), ("11 March 2024", "Lamps"), ("18 March 2024", "Roof"))
        for line in (
            f"# {title} |Minutes",
            f"## Meeting date | time {day} | 18:00 | Meeting location the Barn, upper floor",
            "Facilitator | Group",
            "We spoke of the lamps and of the roof.",
        )
    ]
    parts = split_meetings(document(*lines))
    assert [part.date for part in parts] == [date(2024, 3, 4), date(2024, 3, 11), date(2024, 3, 18)]
    assert [part.document.blocks[0].content.of(part.document.text) for part in parts] == [
        "Plans |Minutes",
        "Lamps |Minutes",
        "Roof |Minutes",
    ]


@pytest.mark.parametrize(
    ("said", "owners"),
    [
        ("- Ask Olive if she can just paint it.", []),
        ("- Roof Group: Kit: tomorrow, talk with the mill about the lamps", ["Kit Loomis"]),
        ("- Waste Bins - there are three in the loft which need to be placed and fixed.", []),
    ],
)
def test_topics_and_those_to_be_asked_own_nothing(said: str, owners: list[str]) -> None:
    [action] = actions(said)
    assert [owner.name for owner in action.owners] == owners


def test_a_stamp_in_front_says_done_in_any_list() -> None:
    found = minutes("- [DONE] Tell the mill of the lamps", labels=["action"])
    assert not found.actions
    assert [(one.status, one.text) for one in found.updates] == [("done", "Tell the mill of the lamps")]


@pytest.mark.parametrize(
    ("said", "owners"),
    [
        ("It was agreed that Mr. Loomis would speak to Mr. Glover to look at the costs.", [["Kit Loomis"]]),
        ("Kit will arrange a meeting with Olive of the mill to include Fay to discuss the roof.", [["Kit Loomis"]]),
        ("Add Olive, Kit to committee mailing list.", [[]]),
        ("Kit to work with Olive, Ann and Fay to mend the roof.", [["Kit Loomis"]]),
    ],
)
def test_whom_the_task_reaches_owns_no_second_one(said: str, owners: list[list[str]]) -> None:
    assert [[owner.name for owner in one.owners] for one in actions(said)] == owners


def test_a_please_behind_a_label_outside_lists_of_actions_is_in_doubt() -> None:
    [action] = actions("- Kit: Please use the list for that")
    assert Flag.DOUBTFUL_OWNER in action.flags
    [action] = actions("# Actions", "- Kit: Please use the list for that")
    assert Flag.DOUBTFUL_OWNER not in action.flags and [one.name for one in action.owners] == ["Kit Loomis"]


@pytest.mark.parametrize("said", ["- Next meeting (Kit)", "- Welcome [Fay]", "- Any other business (Kit and Fay)"])
def test_who_leads_a_matter_of_every_agenda_has_no_task(said: str) -> None:
    assert not actions(said)


def test_the_day_of_a_condition_a_season_or_a_repeated_event_is_no_due_date() -> None:
    for said in (
        "If no answer has come by 22 April the Clerk is to ask Mr Firth for a report.",
        "No agreement in today discussions: Kit needs to do more tests.",
        "Kit to visit the builders to review the contract for the forthcoming season.",
        "Kit to find a home for the pages after a build",
    ):
        [action] = actions(said)
        assert action.due and action.due.text is None, said


def test_a_condition_without_a_day_of_its_own_leaves_the_day_to_the_task() -> None:
    [action] = actions("Kit to call the mill, if possible by 22 March 2024.")
    assert action.due and action.due.date == date(2024, 3, 22)


def test_the_deadline_above_a_list_and_a_month_in_numbers_are_due_dates() -> None:
    *_, below = actions("- March 26 is deadline", "  - Kit to find a mentor")
    assert below.due and below.due.date == date(2024, 3, 26)
    [action] = actions("Action: Kit to ask the mill in 2024-05")
    assert action.due and action.due.text == "in 2024-05"


def test_topics_with_a_name_in_brackets_are_no_tasks_or_in_doubt() -> None:
    topics = ("Roof talk [Ann]", "Plan of the loft: windows [Kit]", "Update of the lamps [Fay]", "Ask the mill [Kit]")
    numbered = actions(*(f"- {number}. {topic}" for number, topic in enumerate(topics, start=1)))
    assert [one.text for one in numbered] == ["4. Ask the mill"]
    [first, *_, last] = actions(*(f"- {topic}" for topic in topics))
    assert Flag.DOUBTFUL_OWNER in first.flags
    assert Flag.DOUBTFUL_OWNER not in last.flags
    tasks = actions("- Paint the shed (Ann)", "- Buy cups (Kit)", "- Lamps for the loft (Fay)")
    assert all(one.owners and Flag.DOUBTFUL_OWNER not in one.flags for one in tasks)


@pytest.mark.parametrize(
    "said",
    [
        "It was agreed to engage Edith Vane as the auditor for 2025.",
        "TRC to be confirmed",
        "Date to be confirmed",
    ],
)
def test_what_is_settled_or_open_in_itself_is_no_task(said: str) -> None:
    assert not actions(said)


def test_when_the_next_meeting_is_makes_nothing_due() -> None:
    [poll] = actions("- Next meeting in May, fill in the poll.")
    assert poll.due and poll.due.text is None
    [cups] = actions("- Next meeting, Kit to bring cups.")
    assert cups.due and cups.due.event == "Next meeting"


@pytest.mark.parametrize(
    ("said", "owners"),
    [
        ("It was agreed to ask Kit to mend the pump.", ["Kit Loomis"]),
        ("It was agreed to invite Kit to see the pump.", []),
    ],
)
def test_who_is_asked_acts_and_who_is_invited_does_not(said: str, owners: list[str]) -> None:
    [action] = actions(said)
    assert [one.name for one in action.owners] == owners


@pytest.mark.parametrize(
    ("said", "owners"),
    [
        ("17 May the Core Team will meet the mill.", ["the Core Team"]),
        ("Kit will liaise with D. Taylor of TRC Highways to lop the trees.", ["Kit Loomis"]),
        ("Mr Firth would liaise with D. Taylor of TRC Highways to lop the trees.", []),
        ("The following members shall be taken off the list", []),
    ],
)
def test_a_day_an_initial_and_a_list_of_names_make_nobody_an_owner(said: str, owners: list[str]) -> None:
    found = actions(f"- {said}", "- Ann Baxter", "- Edith Vane", "- Fay Glover")
    assert [owner.name for one in found for owner in one.owners] == owners


@pytest.mark.parametrize(
    "said", ["We need a guide to the lamps", "Roof::Lock issues around oil", "Tests with the lamps"]
)
def test_topics_and_needs_behind_a_handle_are_in_doubt(said: str) -> None:
    for action in actions(f"- @kit - {said}"):
        assert Flag.DOUBTFUL_OWNER in action.flags
    [action] = actions("- Kit: oil the lamps for the loft")
    assert Flag.DOUBTFUL_OWNER not in action.flags


@pytest.mark.parametrize(
    ("said", "owners"),
    [
        ("Roof Inspection Visit The Clerk was to ask the mill for a saw.", ["Clerk"]),
        ("Nevertheless the Clerk will ask the mill for a saw.", ["Clerk"]),
        ("Kit Loomis the Treasurer will ask the mill for a saw.", ["Kit Loomis"]),
        ("The Chairman Kit Loomis and the Clerk then signed the papers which the Clerk will post.", ["Olive Pryor"]),
        ("Visit Tarn Soaring Club to ask what they have.", []),
        ("Allocate roof team to start the slates.", []),
        ("Client tells roof team to start the slates.", ["roof team"]),
    ],
)
def test_words_in_front_of_an_office_and_objects_of_a_verb_name_nobody(said: str, owners: list[str]) -> None:
    head = "# Minutes of the Mill Club held on 4 March 2024", "Present:", "- Kit Loomis", "- Ann Baxter", "# 1. Roof"
    [action] = minutes(*head, said, labels=["action"]).actions
    assert [one.name for one in action.owners] == owners


def test_the_day_of_a_clause_in_front_is_not_the_tasks() -> None:
    [action] = actions("The Inspector requires a plan by 30 April and Kit will try to write one with the mill.")
    assert action.due and action.due.date is None


@pytest.mark.parametrize("said", ["Short version of the plan wanted", "Open discussion: the lamps of the loft"])
def test_what_a_handle_stands_for_may_be_a_wish_or_talk(said: str) -> None:
    for action in actions(f"- @kit: {said}"):
        assert Flag.DOUBTFUL_OWNER in action.flags
