"""People whom lines beside the lists name, and names that only blanks part."""

from __future__ import annotations

import pytest

from builders import document
from minutextract.structure.frame import read_frame
from minutextract.structure.roster import parse_entry

P, A, C = "present", "apologies", "chair"


def people(*lines: str) -> list[tuple[str, str]]:
    """Names and attendance of the meeting's people."""
    return [(person.name, person.attendance.value) for person in read_frame(document(*lines)).meeting.people]


LIST = ("Present: Ann Baxter, Colin Dray", "# 1. Opening")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Cllr Glover and Cllr Nettle apologised for their absence as they were ill.", ["Glover", "Nettle"]),
        ("It rained. Cllr Glover (CDC) had apologised for his absence.", ["Glover"]),
        ("Kit Loomis and Mona Nettle have sent their apologies.", ["Kit Loomis", "Mona Nettle"]),
        ("Kit Loomis gave apologies for lateness.", []),
        ("Kit Loomis apologised for her absence from the last meeting.", []),
        ("Kit Loomis apologised for the noise.", []),
        ("The Clerk reported that Kit Loomis had apologised for the mess.", []),
    ],
)
def test_who_apologised_in_a_sentence(line: str, expected: list[str]) -> None:
    assert [name for name, attendance in people(*LIST, line) if attendance == A] == expected


def test_a_titled_surname_is_the_person_of_the_list() -> None:
    lines = ("Members: Cllr A Baxter, Cllr C Dray", "# 1", "Cllr Dray apologised for his absence.")
    assert people(*lines) == [("A Baxter", P), ("C Dray", A)]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ("Present: Ann Baxter, Colin Dray", "# Meeting roles", "- Facilitator: Ann Baxter", "- Minutes: Iva Quell"),
            [("Ann Baxter", C), ("Colin Dray", P), ("Iva Quell", "in-attendance")],
        ),
        (
            ("Author: Fay Glover", "# Attendance", "- Ann Baxter (Chair)", "# Roles", "Facilitator: Fay Glover"),
            [("Ann Baxter", C), ("Fay Glover", P)],
        ),
        (("Present: Ann Baxter", "# Items", "Minutes: approved"), [("Ann Baxter", P)]),
        (("Present: Ann Baxter", "# Items", "Notes: Garden Plan"), [("Ann Baxter", P)]),
        (("Present: Ann Baxter", "# Items", "Scribe: AB, CD"), [("Ann Baxter", P)]),
    ],
)
def test_roles_beside_the_list(lines: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    assert people(*lines) == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Tom Baxter Xanthe Dray Amy Glover", ["Tom Baxter", "Xanthe Dray", "Amy Glover"]),
        ("Tom Baxter Xanthe Dray Amy Glové’", ["Tom Baxter", "Xanthe Dray", "Amy Glové"]),
        ("Ana Maria Lopez Quell", ["Ana Maria Lopez Quell"]),
    ],
)
def test_names_that_only_blanks_part(text: str, names: list[str]) -> None:
    assert [entry.name for entry in parse_entry(text, several=True)] == names
