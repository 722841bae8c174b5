"""Everybody once: listed twice, under shorter or misspelt names; and who chairs the meeting."""

from __future__ import annotations

import pytest

from builders import document
from minutextract.structure.frame import read_frame

P, A, X, C = "present", "apologies", "absent", "chair"


def people(*lines: str) -> list[tuple[str, str]]:
    """Names and attendance of the meeting's people."""
    return [(person.name, person.attendance.value) for person in read_frame(document(*lines)).meeting.people]


FAR = tuple(f"Item {number} was long." for number in range(6))


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # Members who sent apologies were not there
        (
            ("# Members", "- Ann Baxter", "- Colin Dray", "# Apologies", "- Colin Dray"),
            [("Ann Baxter", P), ("Colin Dray", A)],
        ),
        (
            ("Members: Ann Baxter, Colin Dray", "Apologies: Colin Dray"),
            [("Ann Baxter", P), ("Colin Dray", A)],
        ),
        # Listed as present all the same: they came late, or left early
        (
            ("Present: Ann Baxter, Colin Dray", "Apologies: Colin Dray"),
            [("Ann Baxter", P), ("Colin Dray", P)],
        ),
        # Those on the roll who are not among those who came
        (
            ("Members: Ann, Colin, Fay, Kit", "Attending: Ann, Fay", "Regrets: Kit"),
            [("Ann", P), ("Colin", X), ("Fay", P), ("Kit", A)],
        ),
        (
            ("Members: Ann Baxter, Colin Dray", "Attending: Fay Glover, Kit Loomis"),
            [("Ann Baxter", P), ("Colin Dray", P), ("Fay Glover", P), ("Kit Loomis", P)],
        ),
        # Whoever takes the minutes is there, even below the apologies
        (
            ("Present: Ann Baxter", "Apologies: Kit Loomis", "Minute taker: Fay Glover"),
            [("Ann Baxter", P), ("Kit Loomis", A), ("Fay Glover", "in-attendance")],
        ),
        (
            ("# Apologies", "Secretary: Kit Loomis"),
            [("Kit Loomis", A)],
        ),
        # The list of another sitting says nothing of this one
        (
            ("Present: Ann Baxter, Colin Dray", "# Notes", *FAR, "Apologies: Colin Dray"),
            [("Ann Baxter", P), ("Colin Dray", P)],
        ),
        (
            ("Present: Ann Baxter, Colin Dray", "# Notes", *FAR, "Present: Ann, Colin, Kit"),
            [("Ann Baxter", P), ("Colin Dray", P), ("Kit", P)],
        ),
        (
            (
                "Present: Ann Baxter, Colin Drayton",
                "# Notes",
                *FAR,
                "Present: Ann Baxter, Colin Draytno, Colin Droyton",
            ),
            [("Ann Baxter", P), ("Colin Drayton", P)],
        ),
        # Two of one first name, or of one family, in one list are two
        (
            ("Present: Ann Baxter, Colin Dray, Fay Glover, Ann",),
            [(name, P) for name in ("Ann Baxter", "Colin Dray", "Fay Glover", "Ann")],
        ),
        (("Present: Jon Baxter, Jan Baxter",), [("Jon Baxter", P), ("Jan Baxter", P)]),
        # The chair's first name above the list
        (("Chair: Ann", "Present:", "- Colin Dray", "- Ann Baxter"), [("Colin Dray", P), ("Ann Baxter", C)]),
        (
            ("Chair: Ann", "Present:", "- Ann Dray", "- Ann Baxter"),
            [("Ann", C), ("Ann Dray", P), ("Ann Baxter", P)],
        ),
        (
            ("Author: Clara Loomis", "# Present", "- Ann Baxter", "- Colin Dray"),
            [("Ann Baxter", P), ("Colin Dray", P), ("Clara Loomis", "in-attendance")],
        ),
    ],
)
def test_listed_twice(lines: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    assert people(*lines) == expected


@pytest.mark.parametrize(
    ("lines", "chairs"),
    [
        # Chairs of committees sit in the meeting, they do not chair it
        (("# Present", "- Ann Baxter (ABC Chair)", "- Colin Dray (DEF Chair)", "- Fay Glover"), []),
        (("# Present", "- Ann Baxter (Chair)", "- Colin Dray (DEF Chair)"), ["Ann Baxter"]),
        (("# Present", "- Ann Baxter (TSC Chair)", "- Colin Dray"), ["Ann Baxter"]),
        (("# Present", "- Ann Baxter (Co-chair)", "- Colin Dray (Co-chair)"), ["Ann Baxter", "Colin Dray"]),
        # Every entry names where somebody works: the chair's too
        (
            ("# Present", "- Ann Baxter - Chairperson, Fern Ltd", "- Colin Dray, Tide", "- Fay Glover, Guild"),
            ["Ann Baxter"],
        ),
        (
            ("# Present", "- Ann Baxter - Fern (AB) - chair", "- Colin Dray - Tide", "- Fay Glover - Guild"),
            ["Ann Baxter"],
        ),
        (("# Present", "- Ann Baxter - Chair, Ferry Forum", "- Colin Dray, Tide", "- Fay Glover, Guild"), []),
        (("# Present", "- Ann Baxter - Chair, Fern Ltd", "- Colin Dray - Director, Tide", "- Fay Glover"), []),
        # The text says who opened the meeting
        (
            ("Present: Ann Baxter, Colin Dray", "# 1", "The meeting was opened by the President, Ann Baxter."),
            ["Ann Baxter"],
        ),
        (
            ("Present: Ann Baxter, Colin Dray", "# 1", "The meeting was called to order at 7 pm by Ann Baxter."),
            ["Ann Baxter"],
        ),
        (
            ("Present: Ann Baxter, Colin Dray", "# 1", "The Chairman of the meeting, Cllr Dray opened it."),
            ["Colin Dray"],
        ),
        (("Present: Ann Baxter, Colin Dray", "# 1", "The shop was opened by Ann Baxter."), []),
        (("Present: Ann Baxter, Colin Dray", "# 1", "The report of the Chair of the club by Ann Baxter was read."), []),
    ],
)
def test_chairs(lines: tuple[str, ...], chairs: list[str]) -> None:
    assert [name for name, attendance in people(*lines) if attendance == C] == chairs


HEAD = ("# Tide Club", "# President: Ann Baxter Secretary: Colin Dray", "# Tide Club Meeting")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # Officers of a letterhead: there if a list says so, and not the chair
        ((*HEAD, "**ATTENDANCE**", "Ann Baxter, Kit Loomis"),
         [("Ann Baxter", P), ("Colin Dray", "mentioned"), ("Kit Loomis", P)]),
        # Below the title the same line is of the meeting
        (("# Tide Club Meeting", "President: Ann Baxter Secretary: Colin Dray", "Present: Kit Loomis"),
         [("Ann Baxter", C), ("Colin Dray", P), ("Kit Loomis", P)]),
        # Surnames that are words for places, behind an initial
        (("Present: Ann Baxter, Kit Loomis", "Apologies: K. Loam, I. Church, D. Hall"),
         [("Ann Baxter", P), ("Kit Loomis", P), ("K. Loam", A), ("I. Church", A), ("D. Hall", A)]),
        # Who calls the meeting to order
        (("Present: Ann Baxter, Kit Loomis", "Minutes: Kit calls the meeting to order at 7 pm."),
         [("Ann Baxter", P), ("Kit Loomis", C)]),
        (("Present: Ann Baxter, Kit Loomis", "Ann Baxter called the meeting to order."),
         [("Ann Baxter", C), ("Kit Loomis", P)]),
        (("Present: Ann Baxter, Kit Loomis", "Mona called the meeting to order."),
         [("Ann Baxter", P), ("Kit Loomis", P)]),
        # Who leads where there is no list
        (("# Tide notes", "Facilitator: Ann", "The pump broke."), [("Ann", C)]),
        (("# Tide notes", "Facilitator: Ann, Colin", "The pump broke."), []),
        (("Present: Ann Baxter (AB) (Chairing), Colin Dray (CD)",), [("Ann Baxter", C), ("Colin Dray", P)]),
    ],
)  # fmt: skip
def test_officers_and_leads(lines: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    assert people(*lines) == expected


@pytest.mark.parametrize(
    ("lines", "twice"),
    [
        (("Present: Ann Baxter, Colin Dray", "Apologies: Colin Dray, Fay Ash"), "Colin Dray"),
        (("Members: Ann Baxter, Colin Dray", "Apologies: Colin Dray, Fay Ash"), None),
        (("Present: Ann Baxter, Colin Dray", *FAR, "Present: Kit Loomis", "Apologies: Colin Dray"), None),
    ],
)
def test_listed_among_both(lines: tuple[str, ...], twice: str | None) -> None:
    doubts = [doubt for doubt in read_frame(document(*lines)).warnings if doubt.startswith("listed both")]
    assert doubts == ([f"listed both as present and as not there, counted as present: {twice}"] if twice else [])


def test_a_lead_alone_is_no_list() -> None:
    warnings = read_frame(document("# Tide notes", "Facilitator: Ann", "The pump broke.")).warnings
    assert "no attendance list was found: only who led the meeting is named" in warnings
