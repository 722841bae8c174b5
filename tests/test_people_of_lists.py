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
