"""Attendance lists in the shapes that minute-takers give them, each with everybody whom it lists."""

from __future__ import annotations

import pytest

from builders import document
from minutextract.structure.attendance import read_attendance
from minutextract.structure.doubts import UNREAD
from minutextract.structure.frame import read_frame


def listed(*lines: str) -> list[tuple[str, str]]:
    """Names and attendance, in order."""
    return [(one.entry.name, one.attendance.value) for one in read_attendance(document(*lines)).people]


P = "present"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # One person a line: the commas of the neighbours say so
        (
            ("# Present", "- Ann Baxter, Fern Ltd", "- Colin Dray, Double Tide", "- Fay Glover, Guild of Founders"),
            [("Ann Baxter", P), ("Colin Dray", P), ("Fay Glover", P)],
        ),
        (
            ("# Present", "- Baxter, Ann; Fern", "- Dray, Colin; Red Cap", "- Quell, Ixo; Guild"),
            [("Ann Baxter", P), ("Colin Dray", P), ("Ixo Quell", P)],
        ),
        # Upright or slanting strokes part name and firm, with or without a blank in front
        (
            ("# Attendees", "- name | firm", "- Ann | Fern | @annb", "- Colin | Tide | @colin"),
            [("Ann", P), ("Colin", P)],
        ),
        (
            ("# Attendees", "- Ann B. Baxter/ Fern / @annb", "- Colin Dray / Tide"),
            [("Ann B. Baxter", P), ("Colin Dray", P)],
        ),
        (
            ("Present: Treasurer: Mr A Baxter/ Ms C Dray Mrs F Glover",),
            [("A Baxter", P), ("C Dray", P), ("F Glover", P)],
        ),
        # No blank behind an initial, no mark between two names
        (("ATTENDANCE", "A.Baxter, C.Dray, F.M.Glover"), [("A. Baxter", P), ("C. Dray", P), ("F.M. Glover", P)]),
        (
            ("Present: Ann Baxter, Colin Dray, fiona glover, Kit Loomis",),
            [("Ann Baxter", P), ("Colin Dray", P), ("Fiona Glover", P), ("Kit Loomis", P)],
        ),
        (("Present: Ann Baxter Corinne Dray",), [("Ann Baxter", P), ("Corinne Dray", P)]),
        # Groups below the label, some of them empty
        (
            (
                "# Present",
                "**Tide core:**",
                "**Fern core:**",
                "Guild core: Ann Baxter, Colin Dray",
                "**Ferry:**",
                "Fay Glover",
            ),
            [("Ann Baxter", P), ("Colin Dray", P), ("Fay Glover", P)],
        ),
        (
            ("# Attendance", "# Committee", "- Ann Baxter", "# Guests", "- Kit Loomis"),
            [("Ann Baxter", P), ("Kit Loomis", "in-attendance")],
        ),
        # Groups beside the apologies, by a word for them or the initials of the body in the title
        (
            ("# Orchard Council, 4 May 2022", "OC: Ann Baxter, Colin Dray", "Core Team:", "Apologies: Kit Loomis"),
            [("Ann Baxter", P), ("Colin Dray", P), ("Kit Loomis", "apologies")],
        ),
        (
            ("# Orchard Council", "Core Team: Ann Baxter, Colin Dray", "Apologies: Kit Loomis"),
            [("Ann Baxter", P), ("Colin Dray", P), ("Kit Loomis", "apologies")],
        ),
        (("# Orchard Council", "LOA: Ann Baxter, Colin Dray", "Apologies: Kit Loomis"), [("Kit Loomis", "apologies")]),
        (("# Orchard Council", "OC: Apple Trees, two spades", "Apologies: Kit Loomis"), [("Kit Loomis", "apologies")]),
        # Two colons part people
        (
            ("Present: Chair: Mr D Gale: Treasurer: Mr J Kine::Vice Chair D Grove", "Apologies: Kit Loomis"),
            [("D Gale", "chair"), ("J Kine", P), ("D Grove", P), ("Kit Loomis", "apologies")],
        ),
        # Offices within the list
        (
            (
                "Present: Chair:Mr D Gale: Secretary: Mr G Beat :Treasurer: Mr J Kine Mrs S Wells",
                "Apologies: Kit Loomis",
            ),
            [("D Gale", "chair"), ("G Beat", P), ("J Kine", P), ("S Wells", P), ("Kit Loomis", "apologies")],
        ),
        (
            ("Meeting chair: Ann Baxter", "Meeting scribe: Colin Dray", "Present: Fay Glover"),
            [("Ann Baxter", "chair"), ("Colin Dray", P), ("Fay Glover", P)],
        ),
        (("Chair:", "Scribe(s): Ann Baxter, Colin Dray"), [("Ann Baxter", P), ("Colin Dray", P)]),
        # Several lists in a line
        (("Absent: Ann Baxter", "Late: Kit Loomis"), [("Ann Baxter", "absent"), ("Kit Loomis", P)]),
        (
            ("Present: Ann, Colin, Fay", "Late: Kit, Absent: Mona"),
            [("Ann", P), ("Colin", P), ("Fay", P), ("Kit", P), ("Mona", "absent")],
        ),
        (
            ("Attending: Ann, Colin, Fay Regrets: Mona", "Guests: Nil"),
            [("Ann", P), ("Colin", P), ("Fay", P), ("Mona", "apologies")],
        ),
        # A note between the heading and the list, a label at a paragraph's end
        (
            ("# Observers present", "Observers that are ready should follow the steps.", "- Ann Baxter"),
            [("Ann Baxter", "in-attendance")],
        ),
        (("Please sign in. Roll call:", "- Ann Baxter", "- Colin Dray"), [("Ann Baxter", P), ("Colin Dray", P)]),
        # Words of the body that head no list
        (
            ("Present: Ann Baxter", "# 1. Roof", "Fay spoke.", "It leaks.", "Kit paid.", "- Chair: Colin Dray"),
            [("Ann Baxter", P)],
        ),
        (
            ("Present: Ann Baxter, Colin Dray", "- Announcements", "- Scribe - Fay"),
            [("Ann Baxter", P), ("Colin Dray", P), ("Fay", P)],
        ),
        # Tables
        (
            (
                "# Board members",
                "| Ann Baxter | Fern | Yes |",
                "| Colin Dray | TBT | |",
                "| Fay Glover | Guild | Yes |",
            ),
            [("Ann Baxter", P), ("Colin Dray", "absent"), ("Fay Glover", P)],
        ),
        (
            ("| Name | Start | End |", "| Ann Baxter | P | P |", "| Colin Dray | A | P |", "| Fay Glover | A | A |"),
            [("Ann Baxter", P), ("Colin Dray", P), ("Fay Glover", "absent")],
        ),
        (
            ("| Present | Absent |", "| Ann Baxter | Mona Nettle |", "| Colin Dray | |"),
            [("Ann Baxter", P), ("Mona Nettle", "absent"), ("Colin Dray", P)],
        ),
        (
            ("| Present | Chairman: | Mrs Gale |", "| | Clerk: | Stuart |", "| | | King |"),
            [("Gale", "chair"), ("Stuart", P), ("King", P)],
        ),
        (("| Attendees: | Signatures: |", "Ann Baxter", "Colin Dray"), [("Ann Baxter", P), ("Colin Dray", P)]),
        (("| directors | Ann Baxter, Colin Dray |",), [("Ann Baxter", P), ("Colin Dray", P)]),
        # Handles alone, first names in one item, a full stop between names, a small letter
        (("# List of Attendees :", "@reed-b", "@fernk7", "Tami"), [("reed-b", P), ("fernk7", P), ("Tami", P)]),
        (("# Present", "- Ann Baxter @abax (observer)"), [("Ann Baxter", "in-attendance")]),
        (("# Present", "- Emma, Karl, Bryan, Fenna"), [("Emma", P), ("Karl", P), ("Bryan", P), ("Fenna", P)]),
        (("# Present", "- Emma, Fern"), [("Emma", P)]),
        (
            ("Present: Ann Baxter, Colin Dray. Peter Glover",),
            [("Ann Baxter", P), ("Colin Dray", P), ("Peter Glover", P)],
        ),
        (("Present: Ann Baxter, Colin Dray. Peter opened the meeting",), [("Ann Baxter", P), ("Colin Dray", P)]),
        (("Present: Emma b., Karl D.",), [("Emma B", P), ("Karl D", P)]),
        (
            ("Present: Ann Baxter, Colin Dray Excused: Kit Loomis",),
            [("Ann Baxter", P), ("Colin Dray", P), ("Kit Loomis", "apologies")],
        ),
        # Names that are bold as their label is, up to the next title
        (
            (
                "**Team members:**",
                "**Ann Baxter**",
                "**Colin Dray**",
                "**Fay Glover**",
                "**Plan for spring**",
                "It rains.",
            ),
            [("Ann Baxter", P), ("Colin Dray", P), ("Fay Glover", P)],
        ),
        # Represented by somebody else: not there; for a part of the time only: there
        (("# Present", "- Ann Baxter (by proxy to Colin)"), [("Ann Baxter", "absent")]),
        (("# Present", "- Ann Baxter (by proxy to Colin first half)"), [("Ann Baxter", P)]),
        # Keys that head a page
        (
            ("| directors | Ann Baxter, Colin Dray |", "| secretary | Fay Glover |", "| chair | Ann |"),
            [("Ann Baxter", P), ("Colin Dray", P), ("Ann", "chair"), ("Fay Glover", P)],
        ),
        (("| title | Fern |", "| secretary | Fay Glover |"), []),
        (("| attendance | 5 |", "| newmembers | 1 |"), []),
        # No list, but reports under names; tasks under names say nothing
        (
            ("Roundtable", "Emma", "- The shed is done", "Karl", "- The roof leaks", "Peter", "- The bench is gone"),
            [("Emma", P), ("Karl", P), ("Peter", P)],
        ),
        (("Emma", "- The shed is done", "Karl", "- The roof leaks"), []),
        # One line a site, beside those who joined from afar
        (
            ("# 4 March", "Oakham: (zoom) Emma, Karl, June", "Remote: Anna, Colin", "1. Roof"),
            [("Emma", P), ("Karl", P), ("June", P), ("Anna", P), ("Colin", P)],
        ),
        (("# 4 March", "Oakham: the roof leaks", "Remote: Anna, Colin"), [("Anna", P), ("Colin", P)]),
        # Names alone below the title
        (
            ("# Shed Group Summary 4 March", "Draft", "Ann Baxter, Colin Dray & Peter Loomis.", "# Roof", "It leaks."),
            [("Ann Baxter", P), ("Colin Dray", P), ("Peter Loomis", P)],
        ),
        # One name a line, below the facts of the meeting
        (
            ("| Facilitator | Group |", "| Timekeeper | Group |", "Ann Baxter", "Colin Dray", "Peter Loomis", "# Roof"),
            [("Ann Baxter", P), ("Colin Dray", P), ("Peter Loomis", P)],
        ),
        (
            ("The AGM was held on 4 March.", "- Ann Baxter (Chair)", "- Colin Dray", "- Peter Loomis", "# Roof"),
            [("Ann Baxter", "chair"), ("Colin Dray", P), ("Peter Loomis", P)],
        ),
        (("The AGM was held on 4 March.", "- Ann Baxter", "- Colin Dray", "- Peter Loomis", "- Fay Board"), []),
        (("Nominees of the Guild:", "- Ann Baxter", "- Colin Dray", "- Peter Loomis", "# Roof"), []),
        (("# Shed Group Summary", "Fern Road, Oak Lane & Tern Bay.", "# Roof"), []),
        (("Actions", "Emma", "- Mend it", "Karl", "- Paint it", "Peter", "- Sell it"), []),
        (("| ID | Action | Who | Status |", "| 1 | Mend it | Ann | Open |", "| 2 | Paint it | Colin | Open |"), []),
    ],
)
def test_shapes_of_lists(lines: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    assert listed(*lines) == expected


@pytest.mark.parametrize(
    ("lines", "doubts"),
    [
        (
            ("# Attendance", "- 5 total", "- New member: Ann Baxter"),
            ["the minutes count 5 who were there, their lists name 1"],
        ),
        (("| attendance | 2 |", "Present: Ann Baxter"), ["the minutes count 2 who were there, their lists name 1"]),
        (("- Attendance: 2", "Attendees: Ann Baxter"), ["the minutes count 2 who were there, their lists name 1"]),
        (("# Attendees 49", "- Ann Baxter", "- Colin Dray"), []),
        (("# Attendance", "- 1 total", "- New member: Ann Baxter"), []),
        (
            ("Emma", "- The shed is done", "Karl", "- The roof leaks", "Peter", "- The bench is gone"),
            ["no attendance list was found: those under whose names something is told are taken to have been there"],
        ),
    ],
)
def test_doubts_about_who_was_there(lines: tuple[str, ...], doubts: list[str]) -> None:
    assert list(read_frame(document(*lines)).warnings) == doubts


def test_a_table_s_other_columns_are_no_initials() -> None:
    rows = ("# Members", "| Ann Baxter | IBX | Yes |", "| Colin Dray | CD | Yes |")
    people = read_attendance(document(*rows)).people
    assert [(one.entry.initials, one.entry.organisation) for one in people] == [((), "IBX"), (("CD",), None)]


def test_a_label_that_heads_no_list_may_head_an_item() -> None:
    minutes = document("Present: Ann Baxter", "# Trustees", "The roof leaks.")
    assert [item.title for item in read_frame(minutes).meeting.items] == ["Trustees"]


def test_groups_of_whom_nobody_came_are_part_of_the_list() -> None:
    frame = read_frame(
        document("# Present", "Red Caps: Ann Baxter", "**Oak Users:**", "Fern Fund: Colin Dray", "**Pine:**", "# Roof")
    )
    assert [(one.name, one.organisation) for one in frame.meeting.people] == [
        ("Ann Baxter", "Red Caps"),
        ("Colin Dray", "Fern Fund"),
    ]
    assert [item.title for item in frame.meeting.items] == ["Roof"]


ROLL = ("# Present", "- Ann Baxter - F&T", "- Colin Dray - Tide", "- Jean Glover - Fern", "- Clara Moe - Tide")


@pytest.mark.parametrize(
    ("line", "name", "organisation"),
    [
        ("- Quin Loomis F&T", "Quin Loomis", "F&T"),
        ("- Quin Loomis- Guild", "Quin Loomis", "Guild"),
        ("- quin Loomis - Guild", "Quin Loomis", "Guild"),
        ("- Quin- Lee Loomis", "Quin-Lee Loomis", None),
        ("- Charles Board (Guild)", "Charles Board", "Guild"),
        ("- zoom chat", None, None),
        ("- Election of Clerk", None, None),
    ],
)
def test_a_line_is_read_as_its_neighbours_are(line: str, name: str | None, organisation: str | None) -> None:
    found = [one.entry for one in read_attendance(document(*ROLL, line)).people[4:]]
    assert [(one.name, one.organisation) for one in found] == ([(name, organisation)] if name else [])


@pytest.mark.parametrize(
    ("line", "told"),
    [("- Lodge Hall", "Lodge Hall"), ("- 5 total", None), ("- Mrabino1", None), ("- the chat", None)],
)
def test_a_line_in_which_nobody_is_recognised_is_told(line: str, told: str | None) -> None:
    frame = read_frame(document(*ROLL, line, "- Fay Glover - Fern", "# Roof"))
    unread = [warning.removeprefix(UNREAD) for warning in frame.warnings if warning.startswith(UNREAD)]
    assert unread == ([told] if told else [])
