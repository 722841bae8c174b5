"""Whose a task is where its line names several, joins them, or names others than those who act."""

from __future__ import annotations

import pytest

from builders import minutes
from minutextract.record import Action, Flag


def actions(*lines: str) -> list[Action]:
    return list(minutes(*lines, labels=["action"]).actions)


def owned(*lines: str) -> list[tuple[str, list[str]]]:
    return [(one.text, [owner.name for owner in one.owners]) for one in actions(*lines)]


@pytest.mark.parametrize(
    ("said", "owners"),
    [
        ("Kit or Olive will paint the shed.", ["Kit Loomis", "Olive Pryor"]),
        ("Kit, Fay or Olive to paint the shed.", ["Kit Loomis", "Fay Glover", "Olive Pryor"]),
        ("Paint the shed (Kit or Fay)", ["Kit Loomis", "Fay Glover"]),
        ("Action: Kit or Fay to paint the shed.", ["Kit Loomis", "Fay Glover"]),
    ],
)
def test_one_of_several_owns_it_and_which_is_in_doubt(said: str, owners: list[str]) -> None:
    [action] = actions(f"- {said}")
    assert [one.name for one in action.owners] == owners
    assert action.text.lower() == "paint the shed"
    assert Flag.DOUBTFUL_OWNER in action.flags


def test_names_joined_by_a_stroke_own_a_task_where_one_of_them_is_known() -> None:
    [action] = actions("- Ann/Ixodor to follow up")
    assert (action.text, [one.name for one in action.owners]) == ("follow up", ["Ann Baxter", "Ixodor"])
    assert Flag.UNKNOWN_OWNER in action.flags


def test_rows_of_one_meeting_are_no_single_task() -> None:
    rows = (
        "# Pending actions",
        "| Meeting | Assignees | Item | Status |",
        "| 2024.02 | Kit Loomis | Ladder for the loft | See the note of the mill |",
        "| 2024.02 | Fay Glover | Asking the mill for its plans | See the list for more |",
        "| 2024.03 | Ann Baxter | Talk about hedges | pending |",
    )
    assert owned(*rows) == [
        ("Ladder for the loft", ["Kit Loomis"]),
        ("Asking the mill for its plans", ["Fay Glover"]),
        ("Talk about hedges", ["Ann Baxter"]),
    ]
    assert [one.ref for one in actions(*rows)] == ["2024-03-04/1", "2024-03-04/2", "2024.03"]


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("- @kitl: the bell is still missing -> @olivep will hang it by noon", "olivep"),
        ("- Kit: the gate hangs low → Fay to lift it", "Fay Glover"),
        ("- Kit: buy paint -> the shed", "Kit Loomis"),
    ],
)
def test_what_a_speaker_hands_on_is_not_the_speakers(line: str, owner: str) -> None:
    [action] = actions(line)
    assert [one.name for one in action.owners] == [owner]
    assert "->”" not in action.text


@pytest.mark.parametrize(
    "line",
    [
        "Ann Baxter and Kit Loomis both asked to be on the agenda to speak.",
        "Kit asked to be kept informed.",
        "Kit will be able to arrange the boats.",
        "The keepers will also be able to pick another lamp.",
        "We should be able to borrow three ladders from the mill.",
    ],
)
def test_a_wish_for_oneself_and_a_power_are_no_tasks(line: str) -> None:
    assert not actions(line)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Kit was asked to speak to the mill.", [("speak to the mill", ["Kit Loomis"])]),
        ("Kit asked to write to the mill.", [("write to the mill", ["Kit Loomis"])]),
        (
            "Kit will be able to lend a van, and Fay will drive it.",
            [("drive it (“Kit will be able to lend a van”)", ["Fay Glover"])],
        ),
        (
            "Kit: necessary to ask the mill first, as she owns the weir - not present",
            [("necessary to ask the mill first, as she owns the weir - not present", [])],
        ),
    ],
)
def test_tasks_beside_wishes_powers_and_remarks(line: str, expected: list[tuple[str, list[str]]]) -> None:
    assert owned(line) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["- Kit still to buy a smaller box"], ("buy a smaller box", ["Kit Loomis"])),
        (["- Gate and hinge -- Alistair to review"], ("Gate and hinge - review", ["Alistair"])),
        (
            ["- Gate and hinge -- Ixolde to review", "We saw, like Ixolde said, the gate."],
            ("Gate and hinge - review", ["Ixolde"]),
        ),
        (
            ["We reminded Kit to be prepared for her talk on hedges for the 6 April meeting."],
            ("be prepared for her talk on hedges for the 6 April meeting", ["Kit Loomis"]),
        ),
        (["- Notes of old say Vera, Ethan, Tracy, will ask the mill"], None),
        (["- [ ] name"], None),
    ],
)
def test_whose_it_is_behind_a_dash_or_with_still(lines: list[str], expected: tuple[str, list[str]] | None) -> None:
    found = owned(*lines)
    if expected:
        assert found[0] == expected
    else:
        assert not any(owners for _, owners in found)


TALK = ("Kit: well", "Ann: so", "Kit: fine", "Ann: good", "Kit: sure")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["- [Kit & Fay] will think of a name"], ("think of a name", ["Kit Loomis", "Fay Glover"])),
        (["- [Ixo & Kit] will think of a name"], ("think of a name", ["Ixo", "Kit Loomis"])),
        (["- [Note] will think of a name"], ("[Note] will think of a name", [])),
        (["# Action items", "- margaret: draft a letter"], ("draft a letter", ["margaret"])),
        (["# Action items", "- all: rake the yard"], ("rake the yard", ["all"])),
        (["# Action items", "- rose: cut it in May"], ("rose: cut it in May", [])),
        (["Ann: I looked at it.", "… I will certainly mend it.", *TALK], ("certainly mend it", ["Ann Baxter"])),
        (
            ["Ann: The gates are fine, and I will have a new one by noon", *TALK],
            ("have a new one by noon", ["Ann Baxter"]),
        ),
    ],
)
def test_whose_it_is_in_brackets_labels_and_turns(lines: list[str], expected: tuple[str, list[str]]) -> None:
    assert expected in owned(*lines)


@pytest.mark.parametrize(
    "lines",
    [
        ("The first goals for the term were:", "- Paint the shed and the gate"),
        ("- Q: If we know a mill, how do we tell you?", "- A: Please do write to the clerk"),
        ("- Kit to write up a note for Ann about locks ✅",),
    ],
)
def test_old_goals_answers_and_ticked_lines_are_no_tasks(lines: tuple[str, ...]) -> None:
    assert not [one for one in actions(*lines) if not one.text.startswith("Q:")]


def test_a_line_that_tells_a_row_again_adds_nothing() -> None:
    rows = (
        "| Who | Task | When |",
        "| Kit Loomis | Shed mission to be started | 4 April 2024 |",
        "| Fay Glover | Gate part to be started | 4 April 2024 |",
        "Decisions made:",
        "- gate part to be started",
        "- shed to be started",
        "- fence to be started",
    )
    assert owned(*rows) == [
        ("Shed mission to be started", ["Kit Loomis"]),
        ("Gate part to be started", ["Fay Glover"]),
        ("fence to be started", []),
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["- KL: the Garden Group has volunteered to mend it"], ("mend it", ["the Garden Group"])),
        (["- KL: the mill has offered to lend a saw"], ("the mill has offered to lend a saw", [])),
        (["- Old business: The secretary will prepare a sign"], ("Old business - prepare a sign", ["secretary"])),
        (["- Roof: Ixolde to mend it", "We saw, like Ixolde said, the gate."], ("Roof - mend it", ["Ixolde"])),
        (["Kit's tasks:", "- Paint the shed"], ("Paint the shed", ["Kit Loomis"])),
        (["# Kit and Fay action items", "- Paint the shed"], ("Paint the shed", ["Kit Loomis", "Fay Glover"])),
        (["# Open tasks", "- Paint the shed"], ("Paint the shed", [])),
        (["All:", "- Paint the shed"], ("Paint the shed", ["All"])),
        (["# Actions", "- Ann book the hall"], ("book the hall", ["Ann Baxter"])),
        (["# Actions", "- Ann cup left at the mill"], ("Ann cup left at the mill", [])),
    ],
)
def test_whose_it_is_by_labels_headings_and_lists(lines: list[str], expected: tuple[str, list[str]]) -> None:
    assert expected in owned(*lines)


@pytest.mark.parametrize(
    ("line", "due"),
    [
        ("Kit to write to the mill; the gate is to be painted by 9 May.", None),
        ("The gate is to be painted by 9 May; Kit will call the mill.", None),
        ("Kit to write the report; the report is to be sent by 9 May.", "by 9 May"),
        ("Kit to write to the mill; this is to be done by 9 May.", "by 9 May"),
    ],
)
def test_a_clause_of_another_matter_has_its_own_day(line: str, due: str | None) -> None:
    assert actions(line)[-1].due.text == due


def test_will_may_be_somebodys_name() -> None:
    roster = ("# Minutes of the Lantern Hill Society held on 4 March 2024", "Present:", "- Will Stone", "# 1. Garden")
    [action] = minutes("# Action items", "- Will call the mill", labels=["action"], roster=roster).actions
    assert [one.text for one in action.owners] == ["Will"]
    assert Flag.DOUBTFUL_OWNER in action.flags


@pytest.mark.parametrize(
    "lines",
    [
        ("# Agenda for next meeting", "- Collect the fees and give receipts"),
        ("# Talks wishlist", "- Check the frame rate"),
        ("Kit is interested to drive this.",),
    ],
)
def test_agendas_to_come_wishes_and_interest_are_no_tasks(lines: tuple[str, ...]) -> None:
    assert not actions(*lines)


def test_to_find_out_who_is_interested_is_a_task() -> None:
    assert owned("Determine who is interested in rowing.") == [("Determine who is interested in rowing", [])]


def test_what_we_should_all_do_is_for_all_and_before_what_it_says() -> None:
    [action] = actions("We should all read the plan again before it goes to the mill.")
    assert [one.name for one in action.owners] == ["all"]
    assert action.due.text == "before it goes to the mill"


def test_a_line_of_the_text_with_the_ticket_and_owner_of_an_entry_is_the_same_task() -> None:
    found = owned(
        "# Action items",
        "1. [Kit] update and push changes to the ledger for ticket 932",
        "# Notes",
        "- [Kit] will make changes to the old ledger and push it for ticket #932",
        "- [Kit] will close ticket 932",
    )
    assert [text for text, _ in found] == [
        "update and push changes to the ledger for ticket 932",
        "close ticket 932",
    ]


@pytest.mark.parametrize(
    ("line", "owners"),
    [
        ("Plan to be drawn up by the Garden Group.", ["the Garden Group"]),
        ("Plan to be drawn up by the Clerk.", ["Olive Pryor"]),
        ("Plan to be approved by the Garden Committee.", []),
        ("A list to be published by the Clerk had been sent.", []),
        ("Cards to be printed, with the design to be prepared by the Garden Committee.", []),
    ],
)
def test_a_body_or_office_by_which_it_is_to_be_done_owns_it(line: str, owners: list[str]) -> None:
    [action] = actions(line)
    assert [one.name for one in action.owners] == owners


@pytest.mark.parametrize("behind", ["(now taken over by Fay)", "- handed over to Fay", ", passed on to Fay Glover."])
def test_a_task_that_was_handed_over_is_the_others_in_doubt(behind: str) -> None:
    [action] = actions(f"- Kit to write the plan {behind}".replace(" ,", ","))
    assert (action.text, [one.name for one in action.owners]) == ("write the plan", ["Fay Glover"])
    assert Flag.DOUBTFUL_OWNER in action.flags


def test_who_hands_something_over_keeps_the_task() -> None:
    assert owned("- Kit to have the keys handed to Fay") == [("have the keys handed to Fay", ["Kit Loomis"])]
