"""Which one acts where a line names several: who is pinged, who stands beside "he", who only offers, who speaks."""

from __future__ import annotations

import pytest

from builders import minutes
from minutextract.findings.task_words import asks_plainly
from minutextract.record import Action, Flag


def actions(*lines: str) -> list[Action]:
    return list(minutes(*lines, labels=["action"]).actions)


def owned(*lines: str) -> list[tuple[str, list[str]]]:
    return [(one.text, [owner.name for owner in one.owners]) for one in actions(*lines)]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Colin will ping Ann to get the lamps lit.", [("ping Ann to get the lamps lit", ["Colin Dray"])]),
        ("Kit to add Fay to the mailing list", [("add Fay to the mailing list", ["Kit Loomis"])]),
        ("Wulf to add Fay to contact@ group", [("Wulf to add Fay to contact@ group", [])]),
        (
            "Colin will set up a meeting with Ann and Kit to settle the plan.",
            [("set up a meeting with Ann and Kit to settle the plan", ["Colin Dray"])],
        ),
        (
            "Colin to paint the door and Ann to write the letter",
            [("paint the door", ["Colin Dray"]), ("write the letter", ["Ann Baxter"])],
        ),
        (
            "Colin to contact G. Andrews, Rev J. Calvert and G. James to settle the plan.",
            [("contact G. Andrews, Rev J. Calvert and G. James to settle the plan", ["Colin Dray"])],
        ),
        (
            "It was agreed to ask Kit, Fay and Ann to mend the gate soon.",
            [("mend the gate soon", ["Kit Loomis", "Fay Glover", "Ann Baxter"])],
        ),
        ("Colin to ask Kit, Fay and Ann to act.", [("ask Kit, Fay and Ann to act", ["Colin Dray"])]),
        ("Ann's tables to be joined.", [("Ann's tables to be joined", [])]),
        ("Edith I'll mend the gate.", [("mend the gate", ["Edith"])]),
        ("Ann Baxter, TRC, is to ask about the bins.", [("ask about the bins", ["Ann Baxter"])]),
        ("Kit advises us to start with the roof.", [("Kit advises us to start with the roof", [])]),
        ("@kit and @una to mend the gate.", [("mend the gate", ["kit", "una"])]),
        ("@kit/@una will mend the gate.", [("mend the gate", ["kit", "una"])]),
    ],
)
def test_who_acts_is_not_whom_it_is_done_to(said: str, found: list[tuple[str, list[str]]]) -> None:
    assert owned(f"- {said}") == found


def test_a_handle_that_is_known_takes_the_one_before_it_along() -> None:
    head = ("Present:", "- @unav", "- @kitl", "- @jor", "# Garden")
    assert owned(*head, "- @kitl and @unav to mend the gate.") == [("mend the gate", ["kitl", "unav"])]


@pytest.mark.parametrize(
    "said",
    [
        "Ann noted that he and Kit would be working on the roof.",
        "Kit might step in and sew the flags, if needed.",
        "Kit offered to show the lamps, if requested.",
        "Kit: a leaflet is on its way; we'll hang it in the hall",
    ],
)
def test_an_owner_beside_another_or_a_mere_offer_is_in_doubt(said: str) -> None:
    [action] = actions(f"- {said}")
    assert [one.name for one in action.owners] == ["Kit Loomis"]
    assert Flag.DOUBTFUL_OWNER in action.flags


@pytest.mark.parametrize(
    "said",
    [
        "Kit agreed to lay the floor which I am glad to report is now in use.",
        "Ann agreed to take the minutes.",
        "Ann is taking notes",
        "Needs a new lock [Action: Kit, done]",
    ],
)
def test_what_is_done_or_goes_on_in_the_meeting_is_no_task(said: str) -> None:
    assert not actions(f"- {said}")


@pytest.mark.parametrize(
    ("said", "task", "owners"),
    [
        ("Needs a new lock [Action: Kit, pending]", "Needs a new lock", ["Kit Loomis"]),
        ("Needs a new lock [Action: Fay, waiting for the mill]", "Needs a new lock", ["Fay Glover"]),
        ("Next: announce it [AI: Kit Loomis]", "Next: announce it", ["Kit Loomis"]),
        ("ACTION: Lamps for the loft (Kit/Stores)", "Lamps for the loft", ["Kit Loomis", "Stores"]),
        ("Read the plan (everybody until 26 March)", "Read the plan", ["everybody"]),
    ],
)
def test_names_in_brackets_behind_a_mark_or_before_a_note(said: str, task: str, owners: list[str]) -> None:
    [action] = actions(f"- {said}")
    assert (action.text, [one.name for one in action.owners]) == (task, owners)
    assert Flag.DOUBTFUL_OWNER not in action.flags


def test_brackets_in_the_cell_beside_a_task_tell_whose_it_is() -> None:
    assert owned("| Mend the gate for this. | [Action: Kit, waiting for the mill] |") == [
        ("Mend the gate for this", ["Kit Loomis"])
    ]
    assert not owned("| Mend the gate for this. | [Action: Kit, done] |")


def test_a_speaker_who_acts_on_a_request_owns_it_in_doubt() -> None:
    turns = [f"- {name}: the roof is fine, and so is the loft." for name in ("Ann", "Kit", "Fay", "Ann", "Kit", "Fay")]
    found = actions(*turns, "- Kit: Ann requested a new pump, best by mail, but will make a list of pumps.")
    [last] = [one for one in found if "list of pumps" in one.text]
    assert [one.name for one in last.owners] == ["Kit Loomis"]


def test_a_task_told_done_is_not_open_where_a_list_repeats_it() -> None:
    found = owned(
        "- Action 20: Kit and Ann to settle the last form of the plan - DONE",
        "- Action 21: Ann to write a paper on roofs - DONE - see topic 7",
        "- Action 22: Fay to write a paper on lofts",
        "# 8. Actions",
        "- Action 20: Kit and Ann to settle the last form of the plan",
        "- Action 21: Ann to write a paper on roofs",
        "- Action 22: Fay to write a paper on lofts",
    )
    assert found == [("write a paper on lofts", ["Fay Glover"])]


@pytest.mark.parametrize(
    ("said", "task", "owners"),
    [
        ("Kit drafting an agenda for the fair.", "draft an agenda for the fair", ["Kit Loomis"]),
        ("Kit help look into this.", "help look into this", ["Kit Loomis"]),
        ("Kit, Bulk order of lamps for the loft.", "Bulk order of lamps for the loft", ["Kit Loomis"]),
        ("Action point Need to make rules for members", "Need to make rules for members", []),
        (
            "Councillors Baxter & Dray, with Councillor Loomis's help will lay the floor",
            "lay the floor",
            ["Ann Baxter", "Colin Dray"],
        ),
    ],
)
def test_who_leads_a_task_without_a_modal(said: str, task: str, owners: list[str]) -> None:
    assert owned(f"- {said}") == [(task, owners)]


@pytest.mark.parametrize(
    "said",
    [
        "My next steps are to ask the mill and the bank.",
        "Can volunteer to ask the mill.",
        "Would be happy to ask the mill.",
    ],
)
def test_what_a_speaker_takes_on_in_other_words(said: str) -> None:
    turns = [f"- {name}: the roof is fine, and so is the loft." for name in ("Ann", "Kit", "Fay") * 4]
    last = actions(*turns, f"- Kit: {said}")[-1]
    assert [one.name for one in last.owners] == ["Kit Loomis"]
    assert last.text.startswith("ask the mill")


def test_a_topic_behind_a_name_is_no_sure_task_of_its_bearer() -> None:
    [action] = actions("- Kit: Tests with oil lamps for the loft")
    assert not action.owners or Flag.DOUBTFUL_OWNER in action.flags


def test_a_mark_told_done_is_an_update_with_its_owner() -> None:
    found = minutes("- ACTION: DONE: Kit: confirm the hour by letter", "- ACTION: Kit: buy a saw", labels=["action"])
    assert [one.text for one in found.actions] == ["buy a saw"]
    [update] = found.updates
    assert (update.status, [one.name for one in update.owners]) == ("done", ["Kit Loomis"])


@pytest.mark.parametrize(
    ("said", "owners"),
    [
        ("The bench on the green is in need of oil. Kit offered assistance.", [["Kit Loomis"]]),
        ("The bench on the green is in need of oil. Kit said so.", []),
    ],
)
def test_what_lacks_something_is_the_task_of_whoever_comes_forward(said: str, owners: list[list[str]]) -> None:
    found = minutes(said, labels=[]).actions
    assert [[owner.name for owner in one.owners] for one in found] == owners


def test_what_somebody_would_do_for_whoever_asks_is_in_doubt() -> None:
    *_, action = actions("Want to learn more? Kit happy to add accounts.")
    assert Flag.DOUBTFUL_OWNER in action.flags


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("Need to develop a plan for the loft; think about the money", True),
        ("It also remains to be checked that the mill is content", True),
        ("Need to be dry", False),
        ("We need to think of the loft", False),
    ],
)
def test_needs_to_do_something_are_tasks_at_a_lower_score(said: str, plain: bool) -> None:
    assert asks_plainly(said, 0.25) is plain
    assert not asks_plainly(said, 0.01)


def test_another_deed_about_the_same_thing_takes_no_owner_from_the_first() -> None:
    found = owned(
        "- Fay will release the third catalogue by 9 March",
        "# Action Items",
        "- In the next letter",
        "  - Include the third catalogue release (should be released by 9 March)",
    )
    assert found[0] == ("release the third catalogue by 9 March", ["Fay Glover"])
    assert found[-1][1] == []


def test_the_last_name_of_a_list_is_no_margin_of_the_one_before() -> None:
    found = owned("Taken off all lists are", "Edith Anne Vane", "Ann Baxter", "# Guests")
    assert not any(owners for _, owners in found)


@pytest.mark.parametrize(
    ("said", "doubtful"),
    [
        ("Kit - Fay is looking into the pump.", True),
        ("Kit - Fay will look into the pump.", True),
        ("Kit - look into the pump.", False),
        ("ACTION: Kit to phone the mill to fix a day (Kit, Fay, Hugo)", True),
        ("ACTION: Kit to phone the mill to fix a day (Kit)", False),
        ("Fay can set up a call with Ann and her pupils and Hugo to settle the plan", True),
        ("- Add it to the notes (Kit) and the downloads page (Fay).", True),
        ("- Add it to the downloads page (Fay).", False),
        ("The bench is in need of paint. Kit offered assistance.", True),
        ("The bench is in need of paint. Kit will see to it.", False),
    ],
)
def test_where_it_stays_open_who_acts_the_owner_is_in_doubt(said: str, doubtful: bool) -> None:
    assert (Flag.DOUBTFUL_OWNER in actions(said)[-1].flags) is doubtful


@pytest.mark.parametrize(
    ("said", "tasks"),
    [
        ("Fay and I will paint the fence.", [("Fay and I will paint the fence", [])]),
        ("Kit I'll mend the pump.", [("mend the pump", ["Kit Loomis"])]),
        (
            "Buy a lamp for the hall (Kit, Open Doors Trust)",
            [("Buy a lamp for the hall", ["Kit Loomis", "Open Doors Trust"])],
        ),
        ("Buy a lamp for the hall (Kit, waiting for the mill)", [("Buy a lamp for the hall", ["Kit Loomis"])]),
        ("Fay said she will count the boats", [("count the boats", ["Fay Glover"])]),
        ("Fay to look at it and will suggest another", [("look at it and suggest another", ["Fay Glover"])]),
    ],
)
def test_me_beside_a_name_and_a_standing_in_brackets(said: str, tasks: list[tuple[str, list[str]]]) -> None:
    assert owned(said) == tasks
