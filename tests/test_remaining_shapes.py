"""Call signs, asides, durations, mixed statuses, answers to applications, days gone by, who took the minutes."""

from __future__ import annotations

from datetime import date

import pytest

from builders import document, minutes
from minutextract.structure.body import read_body
from minutextract.structure.frame import read_frame
from minutextract.structure.next_meeting import read_next_meeting
from minutextract.structure.status import Progress, status_in


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Kit Loomis, VQ1ABC, will mend the mast.", ["Kit Loomis"]),
        ("Abe Pinner, VQ1ABC, will mend the mast.", ["Abe Pinner"]),
        ("Kit Loomis, MBE, will mend the mast.", ["Kit Loomis"]),
        ("KL, not sure, will ask the plumber.", ["Kit Loomis"]),
        ("Kit, as ever, will ask the plumber.", ["Kit Loomis"]),
        ("KL and FG to be put down for the stall.", ["Kit Loomis", "Fay Glover"]),
        ("The stall is to be put down by the pond.", []),
    ],
)
def test_who_is_to_act(text: str, owners: list[str]) -> None:
    [found] = minutes(text, labels=["action"]).actions
    assert [one.name for one in found.owners] == owners


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("KL to look at files which expire after 6 months.", None),
        ("KL to thank Wanda, who retired after 14 years.", None),
        ("Following the vote KL will send the plan.", None),
        ("KL to look at the beds again after 6 months.", "after 6 months"),
        ("KL to send the plan after the meeting.", "after the meeting"),
    ],
)
def test_a_duration_that_is_told_is_no_due(text: str, due: str | None) -> None:
    [found] = minutes(text, labels=["action"]).actions
    assert found.due.text == due


def test_a_due_day_in_the_heading_of_a_list() -> None:
    record = minutes("Actions for March 12:", "- KL to paint the gate", labels=["action"])
    assert [one.due.date for one in record.actions if one.owners] == [date(2024, 3, 12)]


@pytest.mark.parametrize(
    ("said", "progress"),
    [
        ("paint gate and bench: done for the gate; bench in progress", Progress.IN_PROGRESS),
        ("Done for Tarn, Quay is pending", Progress.IN_PROGRESS),
        ("ask Wanda - superseded by item 3", Progress.DROPPED),
        ("draw a map (overtaken by the new plan)", Progress.DROPPED),
        ("buy seed - no longer needed since the frost", Progress.DROPPED),
        ("This is no longer required.", Progress.DROPPED),
        ("paint the gate - done", Progress.DONE),
        ("find out what is no longer needed in the shed", None),
    ],
)
def test_statuses_in_more_words(said: str, progress: Progress | None) -> None:
    found = status_in(said)
    assert (found.progress if found else None) is progress


@pytest.mark.parametrize("text", ["Support", "Objection", "Guild response: Support", "No objection"])
def test_an_answer_to_an_application_is_no_task(text: str) -> None:
    record = minutes("Tarn Mill - new shed.", text, "KL", labels=["action"])
    assert not [one for one in record.actions if text.rpartition(" ")[2] in one.text]


@pytest.mark.parametrize("text", ["Recap actions from previous meeting", "Review of open action items from last week"])
def test_a_title_that_has_old_actions_looked_at(text: str) -> None:
    assert minutes(text, labels=["action"]).actions == ()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Wanda suggested that the plan will be considered at the next meeting.", 0),
        ("It was suggested that the pond be discussed at the next meeting.", 0),
        ("It was agreed that the pond be discussed at the next meeting.", 1),
        ("Wanda suggested that the pond be drained, which was agreed, and reviewed at the next meeting.", 1),
    ],
)
def test_what_somebody_wants_on_the_next_agenda_settles_nothing(text: str, count: int) -> None:
    assert len(minutes(text, labels=["decision"]).decisions) == count


def test_a_next_meeting_before_its_meeting_is_told_and_not_taken() -> None:
    lines = ("Next meeting: Thursday 28 January 2023",)
    assert read_next_meeting(document(*lines), day_first=True, after=date(2024, 3, 4)) is None
    assert read_next_meeting(document(*lines), day_first=True, after=date(2023, 1, 3)) == "Thursday 28 January 2023"
    record = minutes(*lines)
    assert record.meeting.next_meeting is None
    assert any("before this one" in warning for warning in record.warnings)


@pytest.mark.parametrize(
    "line", ["Minutes taken by: Iva Quell", "Minutes taken by Iva Quell", "Minute taker: Iva Quell"]
)
def test_who_took_the_minutes_attended(line: str) -> None:
    for also, kind in (("Colin Dray", "in-attendance"), ("Iva Quell", "present")):
        people = read_frame(document(f"Present: Ann Baxter, {also}", line)).meeting.people
        assert {one.name: one.attendance.value for one in people}["Iva Quell"] == kind


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Thanks to KL who has served as editor but did not stand for a post this year.", None),
        ("FG thanked KL, not for the tea but for the cake.", "the cake"),
        ("Thanks to KL for mending the gate.", "mending the gate"),
    ],
)
def test_a_denied_reason_is_none(text: str, reason: str | None) -> None:
    [found] = minutes(text, labels=["praise"]).praise
    assert found.reason == reason
    assert [one.name for one in found.to] == ["Kit Loomis"]


def test_capitals_of_a_body_stay_capitals() -> None:
    lines = ("RQC COMMITTEE: MINUTES", "The RAC met on Monday")
    assert read_body(lines) == "RQC Committee"
    assert read_body(("RAC COMMITTEE: MINUTES", "The RAC met on Monday")) == "RAC Committee"
