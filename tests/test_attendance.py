"""Attendance lists: where they stand, what heads them, who is in them and how."""

from __future__ import annotations

import pytest

from builders import document
from minutextract.structure.attendance import read_attendance
from minutextract.structure.frame import read_frame
from minutextract.structure.labels import attendance_label, split_attendance_label


def listed(*lines: str) -> list[tuple[str, str]]:
    """Names and attendance, in order."""
    return [(one.entry.name, one.attendance.value) for one in read_attendance(document(*lines)).people]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Present", "present"),
        ("PRESENT:", "present"),
        ("Those Attending", "present"),
        ("Attendees:", "present"),
        ("Participants (12)", "present"),
        ("Members present", "present"),
        ("1. Present", "present"),
        ("In attendance", "in-attendance"),
        ("Officials in Attendance", "in-attendance"),
        ("Also present:", "in-attendance"),
        ("Observers", "in-attendance"),
        ("Guests", "in-attendance"),
        ("Apologies", "apologies"),
        ("Apologies for absence", "apologies"),
        ("2. Apologies for Absence", "apologies"),
        ("Regrets", "apologies"),
        ("Absent", "absent"),
        ("Not attending", "absent"),
        ("Co-Chairs", "chair"),
        ("Chair:", "chair"),
        ("Officers and Trustees Present", "present"),
        ("Observers present", "in-attendance"),
        ("Voting Member Regrets", "apologies"),
        ("Board members present (online) (3/3):", "present"),
        ("Present on 4 March", "present"),
        ("March 4 Attendees:", "present"),
        ("Present on 2024-03-04:", "present"),
        ("Present on March 4th, 2024:", "present"),
        ("Attended by", "present"),
        ("Chair and minute taker", "chair"),
        ("Chairs and minutes takers:", "chair"),
        ("Unavailable:", "absent"),
        ("Finance", None),
        ("Finance present", None),
        ("Present/Guests: Ann Baxter", None),
        ("Present state of the roof", None),
        ("", None),
    ],
)
def test_headings_of_lists(words: str, kind: str | None) -> None:
    assert attendance_label(words) == kind


@pytest.mark.parametrize(
    ("line", "kind", "rest"),
    [
        ("Present: Ann Baxter, Colin Dray", "present", "Ann Baxter, Colin Dray"),
        ("PRESENT Ann Baxter, Colin Dray", "present", "Ann Baxter, Colin Dray"),
        ("Apologies - Mona Nettle", "apologies", "Mona Nettle"),
        ("Apologies were received from Mona Nettle.", "apologies", "Mona Nettle."),
        ("Apologies for absence were received from Mona Nettle", "apologies", "Mona Nettle"),
        ("No apologies were received from the members", "apologies", "the members"),
        ("In attendance: Olive Pryor", "in-attendance", "Olive Pryor"),
        ("Present -Ann Baxter, Colin Dray", "present", "Ann Baxter, Colin Dray"),
        ("The board met with the following present: Ann Baxter, Colin Dray", "present", "Ann Baxter, Colin Dray"),
        ("Those present were Ann Baxter", "present", "Ann Baxter"),
    ],
)
def test_labels_in_a_line(line: str, kind: str, rest: str) -> None:
    found = split_attendance_label(line)
    assert found is not None
    assert (found[0], line[found[1] :]) == (kind, rest)


@pytest.mark.parametrize("line", ["Finance: the treasurer reported", "Ann presented the plan", "Present"])
def test_lines_without_a_label(line: str) -> None:
    assert split_attendance_label(line) is None


def test_headings_with_bullets() -> None:
    assert listed("# Present", "- Ann Baxter (AB)", "- Colin Dray", "# Apologies", "- Mona Nettle") == [
        ("Ann Baxter", "present"),
        ("Colin Dray", "present"),
        ("Mona Nettle", "apologies"),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        ("| Given Name | Family Name |", "| Ann | Baxter |", "| Kit | van Dray |", "| Kit | Ure |"),
        ("| Surname | First name |", "| Baxter | Ann |", "| van Dray | Kit |", "| Ure | Kit |"),
    ],
)
def test_first_and_last_names_in_columns_of_their_own(rows: tuple[str, ...]) -> None:
    people = read_frame(document("# Participants", *rows)).meeting.people
    assert [person.name for person in people] == ["Ann Baxter", "Kit van Dray", "Kit Ure"]


def test_paragraphs_under_a_label() -> None:
    assert listed(
        "Present:", "Ann Baxter", "Colin Dray", "Absent:", "Kit Loomis", "# 1. Garden", "Fay Glover spoke"
    ) == [
        ("Ann Baxter", "present"),
        ("Colin Dray", "present"),
        ("Kit Loomis", "absent"),
    ]


def test_a_label_in_the_line() -> None:
    assert listed("Present: Ann Baxter (Chair), Colin Dray and Fay Glover.", "Apologies: Mona Nettle") == [
        ("Ann Baxter", "chair"),
        ("Colin Dray", "present"),
        ("Fay Glover", "present"),
        ("Mona Nettle", "apologies"),
    ]


def test_offices_in_the_line() -> None:
    assert listed("Present: Chair: Ann Baxter, Secretary: Olive Pryor, Colin Dray") == [
        ("Ann Baxter", "chair"),
        ("Olive Pryor", "present"),
        ("Colin Dray", "present"),
    ]


def test_a_legend_of_names_is_no_list() -> None:
    lines = ("- Attendees: @annb @cdray", "- Absentees: @kitl", "  - Names legend:", "    - Ann Baxter @annb")
    assert listed(*lines) == [("annb", "present"), ("cdray", "present"), ("kitl", "absent")]


def test_an_office_becomes_the_post() -> None:
    people = read_attendance(document("Present:", "Secretary: Olive Pryor")).people
    assert [(one.entry.name, one.entry.post) for one in people] == [("Olive Pryor", "Secretary")]


def test_apologies_in_a_sentence() -> None:
    lines = (
        "Present: Ann Baxter",
        "# 1. Apologies for absence",
        "Apologies were received from Mona Nettle and Kit Loomis.",
    )
    assert listed(*lines)[1:] == [("Mona Nettle", "apologies"), ("Kit Loomis", "apologies")]


def test_a_table_with_columns() -> None:
    lines = (
        "| Name | Initials | Organisation |",
        "| Ann Baxter | AB | Tern Bay Trust |",
        "| Colin Dray | CD | Guild |",
    )
    people = read_attendance(document(*lines)).people
    assert [(one.entry.name, one.entry.initials, one.entry.organisation) for one in people] == [
        ("Ann Baxter", ("AB",), "Tern Bay Trust"),
        ("Colin Dray", ("CD",), "Guild"),
    ]


def test_a_table_with_presence() -> None:
    lines = ("| Name | Attendance |", "| Ann Baxter | P |", "| Colin Dray | A |", "| Fay Glover | Apologies |")
    assert listed(*lines) == [("Ann Baxter", "present"), ("Colin Dray", "absent"), ("Fay Glover", "apologies")]


def test_a_table_without_heads_under_a_heading() -> None:
    assert listed("# Present", "| Ann Baxter | AB |", "| Colin Dray | CD |") == [
        ("Ann Baxter", "present"),
        ("Colin Dray", "present"),
    ]


def test_a_table_whose_rows_are_lists() -> None:
    assert listed("| Present | Ann Baxter, Colin Dray |", "| Apologies | Mona Nettle |") == [
        ("Ann Baxter", "present"),
        ("Colin Dray", "present"),
        ("Mona Nettle", "apologies"),
    ]


def test_an_action_table_lists_nobody() -> None:
    assert listed("Present: Ann Baxter", "# 1. Garden", "| Action | Owner |", "| Buy seeds | Kit Loomis |") == [
        ("Ann Baxter", "present")
    ]


@pytest.mark.parametrize(
    "after",
    ["# 1. Welcome", "Ann Baxter welcomed everybody.", "1. Colin Dray reported that the roof leaks."],
)
def test_the_list_ends(after: str) -> None:
    assert listed("Present:", "- Ann Baxter", after, "- Kit Loomis") == [("Ann Baxter", "present")]


@pytest.mark.parametrize(
    ("head", "item"),
    [
        ("1. Garden", "Garden"),
        ("1. Matters Arising", "Matters Arising"),
        ("1. Any Other Business", "Any Other Business"),
        ("**Matters Arising**", "Matters Arising"),
    ],
)
def test_the_first_item_is_nobody(head: str, item: str) -> None:
    minutes = document("Present: Ann Baxter, Colin Dray", "Apologies: Mona Nettle", head, "The shed leaks.")
    meeting = read_frame(minutes).meeting
    assert [one.name for one in meeting.people] == ["Ann Baxter", "Colin Dray", "Mona Nettle"]
    assert [one.title for one in meeting.items] == [item]


def test_groups_do_not_end_a_list() -> None:
    assert listed("Present:", "- Ann Baxter", "- Officials from the Tide Office", "- Colin Dray") == [
        ("Ann Baxter", "present"),
        ("Colin Dray", "present"),
    ]


def test_no_list() -> None:
    found = read_attendance(document("# 1. Garden", "Ann Baxter presented the plan for the garden."))
    assert (found.people, found.blocks) == ((), frozenset())


def test_spans_cover_the_entries() -> None:
    minutes = document("Present: Ann Baxter (AB), Colin Dray", "Apologies:", "- Mona Nettle (MN)")
    spans = [minutes.text[one.entry.start : one.entry.end] for one in read_attendance(minutes).people]
    assert spans == ["Ann Baxter (AB)", "Colin Dray", "Mona Nettle (MN)"]


# The frame: people put together from lists and text


def people(*lines: str) -> list[tuple[str, str]]:
    """Names and attendance in the frame."""
    return [(one.name, one.attendance.value) for one in read_frame(document(*lines)).meeting.people]


def test_somebody_listed_twice_is_one_person() -> None:
    meeting = read_frame(document("Chair: Ann Baxter", "Present: Ann Baxter (AB), Colin Dray")).meeting
    assert [(one.id, one.name, one.attendance.value, one.initials) for one in meeting.people] == [
        ("p1", "Ann Baxter", "chair", ("AB",)),
        ("p2", "Colin Dray", "present", ()),
    ]


def test_in_attendance_alone_means_present() -> None:
    assert people("In attendance: Ann Baxter, Colin Dray", "Apologies: Mona Nettle") == [
        ("Ann Baxter", "present"),
        ("Colin Dray", "present"),
        ("Mona Nettle", "apologies"),
    ]


def test_in_attendance_alone_has_a_chair() -> None:
    assert people("In attendance:", "- Ann Baxter, chairperson", "- Colin Dray, treasurer")[0] == (
        "Ann Baxter",
        "chair",
    )


def test_an_office_label_repeats_a_first_name() -> None:
    meeting = read_frame(document("Present: Ann Baxter, Colin Dray", "Minutes: Colin")).meeting
    assert [(one.name, one.post) for one in meeting.people] == [("Ann Baxter", None), ("Colin Dray", "Minutes")]


def test_in_attendance_beside_members_stays() -> None:
    assert people("Present: Ann Baxter", "In attendance: Olive Pryor")[1] == ("Olive Pryor", "in-attendance")


def test_a_person_whom_only_the_text_defines() -> None:
    found = people("Present: Ann Baxter (AB)", "# 1. Welcome", "AB welcomed Quentin Vale (QV) of the Tide Office.")
    assert found == [("Ann Baxter", "present"), ("Quentin Vale", "mentioned")]


def test_initials_that_the_text_gives_to_somebody_listed() -> None:
    lines = ("Present: Ann Baxter, Colin Dray", "# 1. Welcome", "Colin Dray (CD) opened the meeting.")
    assert read_frame(document(*lines)).meeting.people[1].initials == ("CD",)


def test_the_body_leaves_out_lists_and_headings() -> None:
    minutes = document("# Minutes", "Present: Ann Baxter", "# 1. Garden", "Owner: Ann Baxter", "The shed leaks.")
    frame = read_frame(minutes)
    assert [minutes.blocks[index].span.of(minutes.text) for index in frame.body] == ["The shed leaks."]
