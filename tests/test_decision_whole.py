"""Decisions told whole and once: resolutions, assents, results, and what is none of the meeting's; all invented."""

from __future__ import annotations

import pytest

from builders import minutes
from minutextract.findings.elsewhere import ends_meeting
from minutextract.findings.motions import is_abstention, is_assent, mover_in


def texts(*body: str, labels: tuple[str, ...] = ("decision",)) -> list[str]:
    return [one.text for one in minutes(*body, labels=labels).decisions]


@pytest.mark.parametrize(
    ("said", "assents"),
    [
        ("Ann Quill had no objection and the Parish Council was all in favour.", True),
        ("Kit Loomis accepted and the committee was in favour.", True),
        ("The remainder of the board was all in favour.", True),
        ("Ann Quill had no objection.", False),
        ("Ann Quill and Kit Loomis were in favour of a new roof.", False),
        ("The council was in favour of a new roof.", False),
    ],
)
def test_an_assent_closes_the_motion_before_it(said: str, assents: bool) -> None:
    assert is_assent(said) is assents


def test_a_motion_and_its_assent_are_one_decision() -> None:
    found = minutes(
        "Ann Quill proposed and Kit Loomis seconded a proposal that Fay Moor continue as Chairman. "
        "Fay Moor had no objection and the Parish Council was all in favour.",
        labels=("decision",),
    ).decisions
    assert [(one.text, one.outcome and one.outcome.value) for one in found] == [
        ("a proposal that Fay Moor continue as Chairman", "carried")
    ]


def test_who_abstained_is_part_of_the_vote() -> None:
    [found] = minutes(
        "It was proposed by Ann Quill and seconded by Kit Loomis that the minutes were a true record. "
        "Fay Moor abstained as she had been away. The remainder of the council was all in favour.",
        labels=("decision",),
    ).decisions
    assert found.vote is not None
    assert not found.vote.unanimous
    assert found.vote.text.startswith("Fay Moor abstained")


def test_an_abstention_with_more_to_it_is_none() -> None:
    assert is_abstention("Fay Moor abstained as she had been away.")
    assert not is_abstention("Fay Moor abstained from drink.")


def test_the_mover_in_the_middle_is_no_part_of_the_motion() -> None:
    said = "En bloc it was proposed to appoint the wardens above by Ann Quill and seconded by Kit Loomis."
    found = mover_in(said)
    assert found is not None and found.name is not None
    assert said[slice(*found.name)] == "Ann Quill"
    [motion] = minutes(f"{said} The council was all in favour.", labels=("decision",)).decisions
    assert motion.text.endswith("En bloc it was proposed to appoint the wardens above")


@pytest.mark.parametrize("mark", ["Resolution #3: ", "RESOLUTION: ", "Resolved: "])
def test_a_resolution_runs_to_the_end_of_its_line(mark: str) -> None:
    words = "Rafts are not boats. They need no licence. We propose to close the case. Rafts leave the register."
    assert texts(f"{mark}{words}") == [words.rstrip(".")]
    assert texts(f"{mark}{words} Ann Quill asked when.")[0] == words.rstrip(".")


def test_a_list_of_resolutions_at_the_end_says_nothing_new() -> None:
    words = "Resolution #3: Rafts are not boats and need no licence from now on."
    assert len([one for one in texts(words, "", "The hut is cold.", "", f"- {words}") if "Rafts" in one]) == 1


@pytest.mark.parametrize(
    "said",
    [
        "Agreed with Jo in Westhaven on the plan.",
        "We wrote a proposal to the Lake Fund. The proposal was tentatively accepted.",
        "OK. Let's count that as a resolution.",
        "The hut is cold. This was all decided based on the survey.",
        "Cllr Quill and Cllr Mrs Moor were in favour but would like a survey.",
    ],
)
def test_what_is_none_of_the_meetings_decisions(said: str) -> None:
    *_, last = said.removesuffix(".").split(". ")
    assert last not in " ".join(texts(said))


@pytest.mark.parametrize(
    "said",
    ["The proposal was accepted", "The council agreed with Jo on the plan", "The members were in favour of a roof"],
)
def test_what_is_one_of_them(said: str) -> None:
    assert texts(f"{said}.")
    assert not ends_meeting(said)


def test_the_effect_of_a_motion_is_its_content() -> None:
    found = texts(
        "- Ann moves to change the year, Kit seconds. Approved by unanimous consent. "
        "Effective immediately, the year begins in May."
    )
    assert found == ["Effective immediately, the year begins in May"]


def test_a_bare_motion_is_on_the_bullet_above() -> None:
    lines = (
        "## Raft policy",
        "- Maybe extend the vote to May?",
        "  - Ann Quill moves to approve, Kit Loomis seconds. Approved.",
    )
    assert texts(*lines) == ["Extend the vote to May"]


def test_a_result_without_its_address_is_on_the_heading() -> None:
    assert texts("## Raft policy", "Voting results: For: 7, Against: 0: https://vote.example/raft") == [
        "Raft policy – For: 7, Against: 0"
    ]
    assert texts("## Board elections", "Election Results: https://vote.example/d (all elected, no votes against)") == [
        "Board elections – all elected, no votes against"
    ]


def test_to_do_so_is_what_the_question_asks() -> None:
    lines = ("- Should we move the year to May?", "- General consensus is to do so")
    assert texts(*lines)[-1] == "Should we move the year to May? – General consensus is to do so"


def test_an_address_that_something_is_said_of_stays() -> None:
    assert texts("- Rafts", "  - https://vote.example/5 is accepted and merged")[-1].endswith(
        "https://vote.example/5 is accepted and merged"
    )
    found = texts("- Rafts, see https://vote.example/5 and https://vote.example/6", "  - Moved to the next meeting")
    assert found[-1] == "Rafts – Moved to the next meeting"


@pytest.mark.parametrize("line", ["**Ann wins Treasurer**", "**Ann Quill was elected Treasurer**", "**NO OBJECTION**"])
def test_a_result_in_bold_opens_no_item(line: str) -> None:
    record = minutes("## Elections", line, "The hut is cold.", "**Roof fund**", "It is low.")
    titles = [item.title for item in record.meeting.items]
    assert line.strip("*") not in titles
    assert "Roof fund" in titles
