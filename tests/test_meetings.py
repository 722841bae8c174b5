"""Several meetings in one file: where it is split, and what each record holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders import document
from minutextract.pipeline import Pipeline
from minutextract.structure.frame import read_frame
from minutextract.structure.meetings import split_meetings

FIRST = ("Present:", "- Ann Baxter", "- Colin Dray", "The shed was painted.")
SECOND = ("Present:", "- Kit Loomis", "- Mona Nettle", "The roof was mended.")
NOTES = ("The shed was painted.", "The roof was mended.", "The bench stays.")


def days(*lines: str) -> list[str]:
    """The dates of the meetings that these lines are split into; one without a known date is a dash."""
    return [str(part.date or "-") for part in split_meetings(document(*lines))]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("## Meeting #8 - 2022-05-18", "## Meeting #7 - 2022-05-04"),
        ("## 18 May 2022", "## 4 May 2022"),
        ("# Board meeting held on Wednesday 18 May 2022", "# Board meeting held on 4 May 2022"),
        ("**2022-05-18**", "**2022-05-04**"),
    ],
)
def test_dated_headings_with_lists_of_their_own(first: str, second: str) -> None:
    assert days(first, *FIRST, second, *SECOND) == ["2022-05-18", "2022-05-04"]


def test_three_dates_need_no_lists() -> None:
    lines = ("# Notes", "## 2022-05-18", *NOTES, "## 2022-05-04", *NOTES, "## 2022-04-20", *NOTES)
    assert days(*lines) == ["2022-05-18", "2022-05-04", "2022-04-20"]


@pytest.mark.parametrize(
    "lines",
    [
        ("## 18 May 2022", *FIRST),
        ("## 18 May 2022", *FIRST, "## 4 May 2022", *NOTES),
        ("## 18 May 2022", *FIRST, "### 4 May 2022", *SECOND),
        ("## 18 May 2022", *FIRST, "## Next meeting 4 June 2022", *SECOND),
        ("## 18 May 2022", *FIRST, "## Approval of the minutes of 4 May 2022", *SECOND),
        ("## Agenda - 18 May 2022", *FIRST, "## Notes - 18 May 2022", *SECOND),
        ("## Monday 16 May 2022", *NOTES, "## Tuesday 17 May 2022", *NOTES, "## Wednesday 18 May 2022", *NOTES),
        ("## Rent to 1 May 2022", *NOTES, "## Rent to 1 April 2022", *NOTES, "## Rent to 1 March 2022", *NOTES),
        ("18 May 2022", *FIRST, "4 May 2022", *SECOND),
    ],
)
def test_one_meeting(lines: tuple[str, ...]) -> None:
    assert days(*lines) == ["-"]


def test_nothing_is_lost_but_headings_with_nothing_below() -> None:
    source = document("# Notes", "## 18 May 2022", *FIRST, "## 11 May 2022", "## 4 May 2022", *SECOND)
    kept = [block for part in split_meetings(source) for block in part.document.blocks]
    assert [block for block in source.blocks if block not in kept] == [source.blocks[6]]


def test_a_list_above_the_first_heading_is_another_meeting() -> None:
    lines = ("# Minutes of 1 June 2022", *FIRST, "## 18 May 2022", *FIRST, "## 4 May 2022", *SECOND)
    assert days(*lines) == ["-", "2022-05-18", "2022-05-04"]


def test_each_meeting_has_its_own_people_findings_and_offsets(pipeline: Pipeline) -> None:
    source = document(
        "# Lantern Hill Council: minutes",
        "## Meeting no. 2 - 18 May 2022", *FIRST, "Ann to call the plumber.",
        "## Meeting no. 1 - 4 May 2022", *SECOND, "Kit to paint the fence.",
    )  # fmt: skip
    first, second = pipeline.analyse_all(source)
    assert [str(one.meeting.date) for one in (first, second)] == ["2022-05-18", "2022-05-04"]
    assert [person.name for person in first.meeting.people] == ["Ann Baxter", "Colin Dray"]
    assert [person.name for person in second.meeting.people] == ["Kit Loomis", "Mona Nettle"]
    assert first.meeting.body == second.meeting.body == "Lantern Hill Council"
    assert first.document.text == second.document.text == source.text
    assert [one.owners[0].name for one in (*first.actions, *second.actions)] == ["Ann Baxter", "Kit Loomis"]
    assert second.actions[0].span.of(source.text).startswith("Kit to paint")


def test_a_file_gives_a_record_a_meeting(pipeline: Pipeline, tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_text("\n\n".join(("## 18 May 2022", *FIRST, "## 4 May 2022", *SECOND)).replace("\n\n-", "\n-"))
    assert [str(one.meeting.date) for one in pipeline.process_all(path)] == ["2022-05-18", "2022-05-04"]
    assert str(pipeline.process(path).meeting.date) == "2022-05-18"


LOG = (
    "**Planting plan – First meeting results (26/02/2022)**", *NOTES,
    "**Shed and roof – Second meeting results (13/03/2022)**", *NOTES,
    "**Fair – 3rd meeting (28/03/2022)**", *NOTES,
)  # fmt: skip


def test_headings_that_also_say_what_each_meeting_was_about() -> None:
    assert days("Fern group log", *LOG) == ["2022-02-26", "2022-03-13", "2022-03-28"]
    approvals = [line.replace("results", "minutes approved") for line in LOG]
    assert days("Fern group log", *approvals) == ["-"]


def test_a_list_of_members_above_several_meetings_says_who_belongs() -> None:
    parts = split_meetings(document("Fern group log", "Team members:", "Ann Baxter", "Colin Dray", *LOG))
    frames = [read_frame(part.document, part.date, part.roster) for part in parts]
    assert [len(frame.meeting.people) for frame in frames] == [2, 2, 2]
    assert {one.attendance.value for frame in frames for one in frame.meeting.people} == {"mentioned"}


def test_what_stands_between_the_members_and_a_meeting_is_not_read() -> None:
    told = [
        line.replace("The bench stays.", "The meeting was chaired by Ann Baxter.") if n < 4 else line
        for n, line in enumerate(LOG)
    ]
    parts = split_meetings(document("Fern group log", "Team members:", "Ann Baxter", "Colin Dray", *told))
    chairs = [
        [
            one.name
            for one in read_frame(part.document, part.date, part.roster).meeting.people
            if one.attendance == "chair"
        ]
        for part in parts
    ]
    assert chairs == [["Ann Baxter"], [], []]


@pytest.mark.parametrize(
    "lines",
    [
        ("2022-05-18 Painted the shed.", "2022-05-04: Mended the roof.", "- and the gate", "2022-03-01 Kit came."),
        (
            "**2022-05-18**",
            "Painted the shed.",
            "2022-05-04 Mended it.",
            "2022-05-04 Kit left.",
            "2022-03-01 Kit came.",
        ),
        ("**2022-05-18**", *NOTES, "**2022-05-04**", *NOTES, "2022-03-01 Kit came."),
    ],
)
def test_each_entry_of_a_log_has_its_own_date(lines: tuple[str, ...]) -> None:
    source = document("# Fern group: record", *lines)
    assert days("# Fern group: record", *lines) == ["2022-05-18", "2022-05-04", "2022-03-01"]
    kept = [part.document.blocks[1].content.of(source.text) for part in split_meetings(source)]
    assert kept[2] == "Kit came."


@pytest.mark.parametrize(
    "lines",
    [
        ("2022-05-18 Painted.", "2022-03-01 Kit came.", "2022-05-04 Mended."),
        ("2022-05-18 Painted.", "2022-05-04 Mended.", "# Garden", "2022-03-01 Kit came."),
        ("**2022-05-18**", *NOTES, "**2022-03-01**", *NOTES, "**2022-05-04**", *NOTES, "2022-03-01 Kit came."),
        ("2022-05-18 Painted.", "2022-05-17 Mended.", "2022-05-16 Kit came."),
    ],
)
def test_a_log_that_cannot_be_parted_surely_has_no_date_and_a_warning(lines: tuple[str, ...]) -> None:
    source = document("# Fern group: record", *lines)
    assert days("# Fern group: record", *lines) == ["-"]
    frame = read_frame(source)
    assert frame.meeting.date is None
    assert "log of dated entries" in frame.warnings[0]


@pytest.mark.parametrize(
    "lines",
    [
        ("# Fern group, 1 June 2022", "2022-05-18 Painted.", "2022-05-04 Mended.", "2022-03-01 Kit came."),
        ("# Fern group", "Date: 1 June 2022", "2022-05-18 Painted.", "2022-05-04 Mended.", "2022-03-01 Kit came."),
    ],
)
def test_dated_paragraphs_in_minutes_of_a_day_are_no_log(lines: tuple[str, ...]) -> None:
    assert days(*lines) == ["-"]
    assert str(read_frame(document(*lines)).meeting.date) == "2022-06-01"


def test_a_date_in_the_name_of_the_file_is_the_meetings() -> None:
    lines = ("# Fern group", "2022-05-18 Painted.", "2022-05-04 Mended.", "2022-03-01 Kit came.")
    source = document(*lines, name="fern-2022-06-01.md")
    assert [part.date for part in split_meetings(source)] == [None]
    assert str(read_frame(source).meeting.date) == "2022-06-01"


def test_the_heading_of_a_meeting_names_nobody() -> None:
    heads = [line.replace("Planting plan", "Potting Benches").replace("Shed and roof", "Rain Barrels") for line in LOG]
    parts = split_meetings(document("Fern group log", "Team members:", "Ann Baxter", "Colin Dray", *heads))
    frames = [read_frame(part.document, part.date, part.roster) for part in parts]
    assert [[one.name for one in frame.meeting.people] for frame in frames] == [["Ann Baxter", "Colin Dray"]] * 3


ROLLING = ("# Meeting 2022-05-18", "## Notes", *NOTES, "# Meeting 2022-05-04", *NOTES)
LAST = ("# Meeting 2022-04-20", *NOTES)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # A section of another day, and what is appended behind the last meeting
        ((*ROLLING, "# Slides 2022-04-27", *NOTES, *LAST), ["2022-05-18", "2022-05-04", "2022-04-27", "2022-04-20"]),
        ((*ROLLING, *LAST, "# Ideas", *NOTES, "# Facts", *NOTES), ["2022-05-18", "2022-05-04", "2022-04-20", "-"]),
        # Sections of the meetings have headings of that rank: nothing stands apart
        ((*ROLLING, "# Reports", *NOTES, *LAST, "# Ideas", *NOTES), ["2022-05-18", "2022-05-04", "2022-04-20"]),
        # A heading below the meetings' rank, or with the day of one of them
        ((*ROLLING, "## Slides 2022-04-27", *NOTES, *LAST), ["2022-05-18", "2022-05-04", "2022-04-20"]),
        ((*ROLLING, "# Slides 2022-05-18", *NOTES, *LAST), ["2022-05-18", "2022-05-04", "2022-04-20"]),
    ],
)
def test_sections_beside_the_meetings(lines: tuple[str, ...], expected: list[str]) -> None:
    assert days(*lines) == expected


def test_a_section_beside_the_meetings_says_so() -> None:
    parts = split_meetings(document(*ROLLING, *LAST, "# Ideas", *NOTES))
    assert [bool(part.document.warnings) for part in parts] == [False, False, False, True]
