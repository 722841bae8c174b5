"""How people stand: ticks, labels at a line's end, latecomers, visitors, calls signs and user ids, others unnamed."""

from __future__ import annotations

import pytest

from builders import document
from minutextract.structure.attendance import read_attendance

P, A, X, G = "present", "apologies", "absent", "in-attendance"


def listed(*lines: str) -> list[tuple[str, str]]:
    """Names and attendance, in order."""
    return [(one.entry.name, one.attendance.value) for one in read_attendance(document(*lines)).people]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # An empty box among ticked ones
        (
            ("# Attendees", "- [x] Ann Baxter", "- [ ] Colin Dray, Fern", "- [x] Fay Glover"),
            [("Ann Baxter", P), ("Colin Dray", X), ("Fay Glover", P)],
        ),
        # Nobody ticked anything: the boxes say nothing
        (("# Attendees", "- [ ] Ann Baxter", "- [ ] Colin Dray"), [("Ann Baxter", P), ("Colin Dray", P)]),
        (
            ("# Apologies", "- [x] Ann Baxter", "- [ ] Colin Dray"),
            [("Ann Baxter", A), ("Colin Dray", A)],
        ),
        # A label that ends the line is empty, or heads the lines below
        (("Present: Ann Baxter, Colin Dray Apologies:", "Absent:"), [("Ann Baxter", P), ("Colin Dray", P)]),
        (
            ("Present: Ann Baxter, Colin Dray Apologies:", "Mona Nettle"),
            [("Ann Baxter", P), ("Colin Dray", P), ("Mona Nettle", A)],
        ),
        # Latecomers
        (
            (
                "# Attendance",
                "- Ann Baxter",
                "# Late attendees with apologies",
                "- Kit Loomis",
                "# Apologies",
                "- Jo Roe",
            ),
            [("Ann Baxter", P), ("Kit Loomis", P), ("Jo Roe", A)],
        ),
        (("Present: Ann Baxter", "Latecomers: Kit Loomis"), [("Ann Baxter", P), ("Kit Loomis", P)]),
        # Who is no member
        (("# Present", "- Ann Baxter (Member)", "- Kit Loomis (Visitor)"), [("Ann Baxter", P), ("Kit Loomis", G)]),
        (
            ("| Name | Position |", "| Ann Baxter | Member |", "| Kit Loomis | Guest |"),
            [],
        ),
        (
            (
                "The following people were present:",
                "| Name | Position |",
                "| Ann Baxter | - |",
                "| Kit Loomis | Guest |",
            ),
            [("Ann Baxter", P), ("Kit Loomis", G)],
        ),
        # Call signs and user ids
        (
            ("Attendees: - Ann ZK7ABX, Colin ZK7CD, Fay ZL9FGL", "Guests: None"),
            [("Ann", P), ("Colin", P), ("Fay", P)],
        ),
        (
            ("# In attendance", "At peak: 40 *", "A.M. Baxter amb225", "Colin Dray (cd35)", "Fay (yes fg58)"),
            [("A.M. Baxter", G), ("Colin Dray", G), ("Fay", G)],
        ),
        (("# Present", "- ZK7AB Ann Baxter", "- ZK7CD - Colin Dray"), [("Ann Baxter", P), ("Colin Dray", P)]),
        # Others whom the list does not name
        (
            ("Present: Ann Baxter, Colin Dray (Trustees) and seven other members.",),
            [("Ann Baxter", P), ("Colin Dray", P)],
        ),
        # A list that stands deeper than its label ends where an item stands beside the label
        (
            ("- Participants:", "  - Ann Baxter", "  - Colin Dray", "- Sunny Tern Bay", "  - Guild Hall, TB"),
            [("Ann Baxter", P), ("Colin Dray", P)],
        ),
        # Columns of ticks whose heads say what a tick means; no tick under any leaves it open
        (
            (
                "# Attendance",
                "| Init | Name | Body | Present | Apologies |",
                "| AB | Ann Baxter | Fern | | + |",
                "| CD | Colin Dray | Fern | + | |",
                "| FG | Fay Glover | Guild | | |",
            ),
            [("Ann Baxter", A), ("Colin Dray", P), ("Fay Glover", "mentioned")],
        ),
    ],
)
def test_standing(lines: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    assert listed(*lines) == expected


def test_what_is_said_of_those_around_is_no_organisation() -> None:
    people = read_attendance(document("Present: Ann Baxter, Colin Dray (Trustees) and seven other members.")).people
    assert [one.entry.organisation for one in people] == [None, None]


def test_a_column_of_initials() -> None:
    rows = ("# Attendance", "| Init | Name | Present |", "| ABx | Ann Baxter | + |", "| CD | Colin Dray | |")
    assert [one.entry.initials for one in read_attendance(document(*rows)).people] == [("ABx",), ("CD",)]


def test_who_fills_in_for_whom() -> None:
    people = read_attendance(document("Present: Ann Baxter (filling in for Colin Dray), Fay Glover")).people
    assert [one.entry.deputising_for for one in people] == ["Colin Dray", None]


def test_the_status_of_the_minutes_is_nobody() -> None:
    assert listed("Present: Ann Baxter, Colin Dray", "Status: draft") == [("Ann Baxter", P), ("Colin Dray", P)]


def test_codes_at_the_start_and_end_of_a_meeting() -> None:
    """A code with an hour behind it is of somebody who came; leave is an apology."""
    found = listed(
        "# Attendance",
        "| Member | Meeting Start | Meeting End |",
        "| Ann Baxter | P | P |",
        "| Colin Dray | A | A |",
        "| Fay Glover | ON LEAVE | ON LEAVE |",
        "| Mona Nettle | EXCUSED | EXCUSED |",
        "| Piet Quill | L (6:05PM) | P |",
    )
    assert [kind for _, kind in found] == [P, X, A, A, P]
