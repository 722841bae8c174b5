"""Agenda packs: where the minutes inside begin and end."""

from __future__ import annotations

import pytest

from builders import document
from minutextract.pipeline import Pipeline
from minutextract.structure.meetings import split_meetings

AGENDA = (
    "# Lantern Hill Council",
    "# Agenda",
    "You are summoned to the meeting on 6 May 2030.",
    "1. Apologies",
    "2. Minutes of the meeting held on 1 April 2030",
    "3. Roof",
)
HEAD = "**Minutes of the meeting of Lantern Hill Council held on 1 April 2030**"
LIST = ("Present:", "- Ann Baxter", "- Colin Dray", "Apologies:", "- Fay Glover")
BODY = ("# 1. Garden", "Ann to call the plumber.", "The shed was painted.")
END = ("There being no further business the meeting closed at 9 pm.", "Signed ........", "Date ........")
REPORT = ("# Report of the auditor", "Kit to count the coins.")


def read(*lines: str) -> list[tuple[str | None, str, str]]:
    """The date, first block and last block of each part."""
    parts = split_meetings(document(*lines))
    texts = [[block.span.of(part.document.text) for block in part.document.blocks] for part in parts]
    return [(str(part.date) if part.date else None, own[0], own[-1]) for part, own in zip(parts, texts, strict=True)]


def test_the_minutes_are_taken_out_of_the_pack() -> None:
    assert read(*AGENDA, HEAD, *LIST, *BODY, *END, *REPORT) == [("2030-04-01", HEAD.strip("*"), END[-1])]


def test_a_head_over_two_lines() -> None:
    head = ("# Draft minutes of the Council meeting", "held on Monday 1 April 2030 at 7 pm")
    assert read(*AGENDA, *head, *LIST, *BODY, *END) == [("2030-04-01", head[0].strip("# "), END[-1])]


def test_minutes_of_two_meetings() -> None:
    second = "**Minutes of the Garden Committee meeting held on 8 April 2030**"
    found = read(*AGENDA, HEAD, *LIST, *BODY, *END, second, *LIST, *BODY, *END)
    assert [day for day, _, _ in found] == ["2030-04-01", "2030-04-08"]


def test_what_is_left_out_is_told() -> None:
    (part,) = split_meetings(document(*AGENDA, HEAD, *LIST, *BODY, *REPORT))
    assert [warning.split(":")[0] for warning in part.document.warnings] == [
        "agenda pack", "where these minutes end is not plain",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "lines",
    [
        (*AGENDA, *LIST, *BODY, HEAD, *LIST, *BODY, *END),
        (HEAD, *LIST, "# Agenda", *BODY, HEAD, *LIST, *BODY, *END),
        (*AGENDA, "The minutes of the meeting held on 1 April 2030 were agreed.", *LIST, *BODY),
        (*AGENDA, "Minutes of the meeting held on 1 April 2030 were confirmed", *LIST, *BODY),
        (*AGENDA, "3. Minutes of the meeting held on 1 April 2030", *LIST, *BODY),
        (*AGENDA, HEAD, *BODY, *BODY, *BODY, *LIST),
        (*AGENDA, HEAD, *BODY),
        ("# Notes", HEAD, *LIST, *BODY, *END, *REPORT),
        ("# Council", "Hall", "Road", HEAD, *LIST, "The agenda was agreed.", *BODY, *END, *REPORT),
        ("# Council", "Hall", "Road", "Town", "County", HEAD, *LIST, "The agenda was agreed.", *BODY, *END),
        ("# Agenda", HEAD, *LIST, *BODY, *END, *REPORT),
    ],
)
def test_what_is_not_plain_stays_whole(lines: tuple[str, ...]) -> None:
    (part,) = split_meetings(document(*lines))
    assert part.document.blocks == document(*lines).blocks


def test_a_doubtful_pack_is_flagged() -> None:
    (part,) = split_meetings(document(*AGENDA, HEAD, *BODY))
    assert part.document.warnings[0].startswith("this may be an agenda")


def test_the_record_is_that_of_the_minutes(pipeline: Pipeline) -> None:
    (record,) = pipeline.analyse_all(document(*AGENDA, HEAD, *LIST, *BODY, *END, *REPORT))
    assert str(record.meeting.date) == "2030-04-01"
    assert [action.text for action in record.actions] == ["call the plumber"]
    assert [person.name for person in record.meeting.people] == ["Ann Baxter", "Colin Dray", "Fay Glover"]
