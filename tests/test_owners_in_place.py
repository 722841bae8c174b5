"""Who owns a task by where a name stands, and who does not although a name stands there."""

from __future__ import annotations

import pytest

from builders import minutes
from minutextract.record import Action, Flag


def actions(*body: str) -> list[Action]:
    """Every line as an action, unless its words make it none."""
    return list(minutes(*body, labels=["action"]).actions)


def owned(*body: str) -> list[tuple[str, list[str]]]:
    """Tasks and the names of their owners."""
    return [(one.text, [owner.name for owner in one.owners]) for one in actions(*body)]


@pytest.mark.parametrize(
    ("line", "task", "owners"),
    [
        ("ACTION: Everyone please take 5 minutes to read the plan.", "read the plan", ["Everyone"]),
        ("Just everyone, take a look.", "take a look", ["everyone"]),
        ("All, please send in your plans.", "send in your plans", ["All"]),
        ("Everyone bring a rake.", "bring a rake", ["Everyone"]),
        ("- [ ] @kit - Can someone look at the pump", "Can someone look at the pump", []),
        ("KL: As agreed with the Mill, we are to send a list.", "As agreed with the Mill, we are to send a list", []),
        ("(USA) Harbour Days leaflet to be printed", "(USA) Harbour Days leaflet to be printed", []),
        ("(TODO) Hire a plumber", "Hire a plumber", []),
        ("NOTE: Hire a plumber", "NOTE: Hire a plumber", []),
        (
            "Advertise the regatta (Row”athon) with Kit from the core crew to post it.",
            "Advertise the regatta (Row”athon) with Kit from the core crew to post it",
            [],
        ),
        ("Action T/26/01 (KL): to hire a plumber", "hire a plumber", ["Kit Loomis"]),
        (
            "- [ ] @kit - guide needed from the first call to closure",
            "guide needed from the first call to closure",
            ["kit"],
        ),
        (
            "The Clerk was to ask Cath Stent (Tarn Tree Officer) to think again.",
            "ask Cath Stent (Tarn Tree Officer) to think again",
            ["Olive Pryor"],
        ),
        (
            "Olive Pryor has agreed to lead and TODO: will write the plan.",
            "write the plan",
            ["Olive Pryor"],
        ),
        ("KL very generously offered to provide a prize.", "provide a prize", ["Kit Loomis"]),
        ("Kit and Fay investigating.", "investigating", ["Kit Loomis", "Fay Glover"]),
        ("→ Kit will come up with ideas", "come up with ideas", ["Kit Loomis"]),
        ("Kl will call the plumber.", "call the plumber", ["Kit Loomis"]),
    ],
)
def test_the_place_of_a_name(line: str, task: str, owners: list[str]) -> None:
    found = owned(line)
    assert (task, owners) in found or found[0] == (task, owners)


def test_who_does_the_last_thing_does_not_do_the_first() -> None:
    line = (
        "Invitation made to these members : Jo Tarn, Lu Holt, Sue Vane Lucky door prize to be organised by Kit Loomis."
    )
    assert [names for _, names in owned(line)] == [[]]


@pytest.mark.parametrize(
    ("line", "task", "owners"),
    [
        ("- [ ] @kit and @una - mend the gate", "mend the gate", ["kit", "una"]),
        ("- [ ] @kit (+@una, +@bo) - mend the gate", "mend the gate", ["kit", "una", "bo"]),
        ("- [ ] @kit, @una and @bo: mend the gate", "mend the gate", ["kit", "una", "bo"]),
        ("- [ ] @kit / @una mend the gate", "mend the gate", ["kit", "una"]),
        ("- [ ] @kit building a shed", "build a shed", ["kit"]),
        ("- [ ] @kit - Everyone, please add tasks to the page", "add tasks to the page", ["Everyone"]),
    ],
)
def test_handles_in_front(line: str, task: str, owners: list[str]) -> None:
    assert owned(line) == [(task, owners)]


def test_a_task_above_is_not_what_this_one_is_about() -> None:
    found = owned("- [ ] @kit - write a list of what needs mending", "  - [ ] @una - Pump talk")
    assert found[1] == ("Pump talk", ["una"])


@pytest.mark.parametrize(
    "lines",
    [
        ("- [ ] (Norway) Harbour Days - Friday 2031-06-27",),
        ("## Upcoming events and deadlines", "- [ ] Harbour Days, one talk sent in"),
        ("- [ ] @kit - good idea!",),
        ("- [ ] (Volunteers needed) This is important.",),
        ("- [ ] Others? (contact @kit!)",),
        ("- [ ] @kit - New overview in the works: https://tarn.example/sheet",),
        ("## Agenda", "- Decide on a time for the fair (5 mins)"),
        ("Mend the pump has been done by Kit who had a spare",),
        ("Please check the Mill page for details.",),
        ("The goal of this sprint is to finish all the gates.",),
        ("I can't find it right now, but I can post a link.",),
        ("CD: I'm gonna paste something here",),
    ],
)
def test_no_task(lines: tuple[str, ...]) -> None:
    assert owned(*lines) == []


@pytest.mark.parametrize(
    "lines",
    [
        ("## Upcoming events", "- [ ] KL to book the stall for the Harbour Days"),
        ("## Upcoming events", "- [ ] Send in the form for the Harbour Days"),
        ("- [ ] (Volunteer needed) - Write a guide",),
        ("Mend the pump has been done by Kit, but FG will still paint it",),
        ("I will post a letter to the Mill.",),
        ("## Tasks", "- Decide on a time for the fair (5 mins)"),
    ],
)
def test_still_a_task(lines: tuple[str, ...]) -> None:
    assert owned(*lines)


@pytest.mark.parametrize(
    ("lines", "task", "owners"),
    [
        (("- Change all the locks", "  - Kit has been delegated the job"), "Change all the locks", ["Kit Loomis"]),
        (("- Change all the locks", "  - KL volunteered."), "Change all the locks", ["Kit Loomis"]),
        (
            ("- Need someone to run the fair.", "- Kit volunteered to take the lead."),
            "run the fair",
            ["Kit Loomis"],
        ),
    ],
)
def test_a_line_below_names_the_owner(lines: tuple[str, ...], task: str, owners: list[str]) -> None:
    assert owned(*lines) == [(task, owners)]


def test_an_answer_right_behind_ends_the_task() -> None:
    asked = "The Clerk will enquire from Jo Tarn if the boathouse is available for the fair."
    told = [text for text, _ in owned(f"{asked} The Clerk confirmed that the boathouse was available.")]
    assert not any("enquire" in text for text in told)
    open_ = [text for text, _ in owned(f"{asked} The Clerk confirmed that the boathouse was not yet available.")]
    assert any("enquire" in text for text in open_)


def test_a_past_clause_has_its_own_day() -> None:
    [found] = actions("KL had tried to call the Mill before 3 May 2024 but will call again before 9 May 2024.")
    assert found.due.date is not None
    assert found.due.date.isoformat() == "2024-05-09"


def test_the_cells_say_which_column_holds_the_owners() -> None:
    rows = (
        "| Next Steps: | Owner: | Due date: |",
        "| Kit Loomis | Start the class diagram | Version 1 by 21 May 2024 |",
        "| Fay Glover | Look at examples of gates | Undecided |",
    )
    found = actions(*rows)
    assert [[owner.name for owner in one.owners] for one in found] == [["Kit Loomis"], ["Fay Glover"]]
    assert [one.due.text for one in found] == ["Version 1 by 21 May 2024", "Undecided"]


def test_a_name_that_comes_again_above_speaks_and_owns_no_order() -> None:
    turns = ("**Fay**", "- The pump leaks, but I'll call the plumber.") * 4
    assert {tuple(names) for _, names in owned(*turns)} == {("Fay Glover",)}
    orders = ("**Fay**", "- Double quick, triple quick.") * 5
    assert {tuple(names) for _, names in owned(*orders)} == {()}


@pytest.mark.parametrize(
    ("line", "sure"),
    [
        ("Nathan Quorn: call the plumber.", True),
        ("Zoë Quorn: call the plumber.", True),
        ("Mr Quorn: call the plumber.", True),
        ("D. Quorn: call the plumber.", True),
        ("Quornworth Fiddle to call the plumber.", True),
        ("Quornworth Fiddle: call the plumber.", False),
        ("Call the plumber (Rope Walk-Nathan).", False),
    ],
)
def test_an_unlisted_owner_whose_name_tells_nobody_is_in_doubt(line: str, sure: bool) -> None:
    [action] = actions(f"ACTION: {line}")
    assert action.owners
    assert (Flag.DOUBTFUL_OWNER not in action.flags) is sure
