"""Title, body, place and status from the lines above the attendance list."""

from __future__ import annotations

import pytest

from builders import document
from minutextract.meeting import Meeting
from minutextract.structure.doubts import COLUMNS, COUNT_ONLY, quoted
from minutextract.structure.frame import read_frame


def meeting(*lines: str) -> Meeting:
    """The meeting of a document that begins with these lines."""
    return read_frame(document(*lines, "# Attendance", "- Ann Baxter")).meeting


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("The meeting was held in the upstairs Fern room in Tide House at the corner of Reed Street.",
         "the upstairs Fern room in Tide House at the corner of Reed Street"),
        ("HELD IN THE FERRY HALL, TERN BAY", "THE FERRY HALL, TERN BAY"),
        ("The group met at Fern Hall for a two day meeting with this agenda.", "Fern Hall"),
        ("Annual meeting held at Fern Hall during Tide Week and chaired by Ann Baxter", "Fern Hall"),
        ("28th October 2020 at 12pm, online", "online"),
        ("Called to order on 6 May 2020 in B11, 18 Reed Drive by Ann Baxter: minutes", "B11"),
        ("Minutes of the Tide Board at Fern House, Tern Bay", "Fern House, Tern Bay"),
        ("Minutes of the Tide Board at 7 pm", None),
        ("People in Antarctica and aboard a ship are invited to a meeting", None),
        ("The last meeting was about the trip. It is known in Europe as well.", None),
        ("Notes on Tide Rules and Reeds", None),
        ("Meeting location: Fern Hall", "Fern Hall"),
        ("181 REED RD MAY 4, 2031 6PM", "181 REED RD"),
        ("181 Reed Road is to be sold by May 4, 2031", None),
        ("Ann suggested meeting on Zoom on 4 May 2031 to talk about it", None),
        ("| Meeting venue: | Fern Hall |", "Fern Hall"),
    ],
)  # fmt: skip
def test_place(line: str, place: str | None) -> None:
    assert meeting("# Minutes", line).place == place


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("| title | 2021-05-19 |", "# Fern TAC Meeting - May 19, 2021"), "Fern TAC Meeting - May 19, 2021"),
        (("| title | 2021-05-19 |", "# Ideas of all"), "2021-05-19"),
        (("Date: 20/03/2021", "Time: 14:00"), None),
        (("# President: Ann Baxter Secretary: Colin Dray", "# Tide Club minutes"), "Tide Club minutes"),
        (("**Final draft minutes**", "**Joint Tern Bay meeting 2021**"), "Joint Tern Bay meeting 2021"),
        (("# Tide Club",), "Tide Club"),
        (("# ABN ann@tide.example", "# 4 Reed Drive", "# Tide Club Meeting"), "Tide Club Meeting"),
        (("# Tel. 01632 960001", "# Tern Bay, 2100", "# Minutes of May"), "Minutes of May"),
        (("ann@tide.example",), None),
        (("## No meeting on 4 May 2031", "## Meeting 12 - 6 April 2031"), "Meeting 12 - 6 April 2031"),
        (("# Agenda", "- Shed"), None),
        (("# Agenda for today:", "- Shed"), None),
        (("Meeting Minutes", "| When | 4 May 2031 |"), None),
        (("Began: 01:05pm", "It rained."), None),
        (("| title | Exported from Some Docs |", "# Tide notes"), "Tide notes"),
    ],
)
def test_title(lines: tuple[str, ...], title: str | None) -> None:
    assert meeting(*lines).title == title


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("# OBU Summary 2012-01-25", "OBU"),
        ("# AGM minutes 2012", None),
        ("# Minutes for Bakers for Birds", "Bakers for Birds"),
        ("# Minutes of the Tern Council for May 2020", "Tern Council"),
        ("# Minutes for Feb. 29, 2012", None),
        ("# Weekly Meeting Minutes: Gliding Club Meeting #2", "Gliding Club"),
        ("# Common Tide (CT) Technical Committee Working Meeting", "Common Tide (CT) Technical Committee"),
        ("# 2020-05-12 Tide Governance Panel meeting", "Tide Governance Panel"),
        ("A meeting of the Tide Club was called to order at noon.", "Tide Club"),
        ("Weekly talk, Tern University", None),
        ("# Board of Trustees Meeting Minutes for Q4 2026-03-03", "Board of Trustees"),
        ("# Council 2026-03-03", "Council"),
        ("# Tide Council 2026-03-03", "Tide Council"),
        ("# Minutes of Directors' meeting", None),
        ("Notes of meeting held on 3 March 2026, 14:00-15:00, Quay House, Leith and online via Teams.", None),
    ],
)
def test_body(line: str, body: str | None) -> None:
    assert meeting(line).body == body


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("DRAFT", "draft"),
        ("Draft minutes", "draft"),
        ("Minutes of the Tide Club (draft)", "draft"),
        ("Status: draft", "draft"),
        ("Unconfirmed minutes of 3 May", "draft"),
        ("Ann prepared a draft for the reed report", None),
        ("Approved minutes", "confirmed"),
    ],
)
def test_status(line: str, status: str | None) -> None:
    assert meeting("# Tide Club", line).status == status


def test_a_list_of_those_away_alone_is_to_be_checked() -> None:
    from builders import minutes

    away = minutes("Colin spoke.", roster=("Apologies:", "- Ann Baxter", "# 1. Garden"))
    assert any("no list of those present" in warning for warning in away.warnings)


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        # A page put up later than its meeting
        (("| title | Fern Hall |", "| date | 2016-08-18 |", "Meeting held 6.30pm Tuesday 21 June 2016"), "2016-06-21"),
        (("| date | 2016-08-18 |", "Meeting held 6.30pm Tuesday 21 June 2011"), "2016-08-18"),
        (("| date | 2016-08-18 |", "The minutes of the meeting held on 21 June 2016 were approved"), "2016-08-18"),
        # The time in front
        (("# Fern Society", "# Annual meeting", "9 am -Thursday 13th July 2006, Reed Unit - University of Tern, Fern"),
         "2006-07-13"),
    ],
)  # fmt: skip
def test_day(lines: tuple[str, ...], day: str) -> None:
    assert str(meeting(*lines).date) == day


def test_a_day_without_its_year_is_told() -> None:
    frame = read_frame(document("**Thursday 28th September – Group meeting**", "- We spoke of the shed"))
    assert frame.meeting.date is None
    assert frame.warnings == ("the minutes give the day of the meeting without its year: Thursday 28th September",)


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("Status: approved (2020-03-11)", "confirmed"),
        ("Status: draft", "draft"),
        ("Status: approved by the board for the shed and the roof", None),
    ],
)
def test_status_below_the_list(line: str, status: str | None) -> None:
    frame = read_frame(
        document("# Fern minutes", "Date: 4 March 2024", "Present:", "- Ann Baxter", "- Colin Dray", line)
    )
    assert frame.meeting.status == status


def test_a_section_is_no_title() -> None:
    lines = ("# 2019-11-28", "## Announcements", "It rains.", "## Working group sync", "It is dry.")
    assert read_frame(document(*lines)).meeting.title == "2019-11-28"


def test_a_sentence_names_no_body() -> None:
    assert meeting("# Fern", "The Draft Minute from the meeting of the Committee is below.").body is None
    assert meeting("# Fern", "Notes from the previous Tide Meeting are here.").body is None


@pytest.mark.parametrize(
    ("lines", "start", "end"),
    [
        (("# Tide Club", "Present: Ann Baxter", "Start: 2:00 pm", "The pump broke."), "14:00", None),
        (("# Tide Club", "Present: Ann Baxter", "Meeting called to order: at 6:30 PM", "Meeting adjourned: at 7:00 PM"),
         "18:30", "19:00"),
        (("# Tide Club", "Present: Ann Baxter", "Nil.", "The Chairman, Ann Baxter opened proceedings at 7.30 pm.",
          "The Chairman thanked all and closed the meeting at 10:09 pm."), "19:30", "22:09"),
        (("# Tide Club, 7 pm", "Present: Ann Baxter", "The pump broke.", "Meeting Closed", "8:33pm"), "19:00", "20:33"),
        (("# Tide Club", "Present: Ann Baxter", "Nil.", "The meeting was adjourned, the next one on 4 June at 6 pm."),
         None, None),
        (("# Tide Club, 20:23", "Present: Ann Baxter", "The pump broke.", "21:44 Close"), "20:23", "21:44"),
        (("# Tide Club, 1 pm", "Present: Ann Baxter", "The meeting was adjourned at 01:42 EST."), "13:00", None),
        (("# Tide Club", "Present: Ann Baxter", "Meeting closed at 8 pm.", "Meeting ended at 9 pm."), None, None),
        (("| date | 2031-03-04 15:07:00-0800 |", "The meeting was called to order at 1:33 pm by Ann Baxter."),
         "13:33", None),
        (("# Tide Club", "Present: Ann Baxter", "Nil.", "Meeting time set for Thursday 9am."), None, None),
        (("# Tide Club", "The cake sale is on Friday, 4-8 pm. Tell whoever stands at the till that you came for us."),
         None, None),
        (("# Guild", "Reminder: please vote prior to 11 March 2024 @ 23:59"), None, None),
        (("# Guild", "The deadline for plans is 17:00"), None, None),
    ],
)  # fmt: skip
def test_times(lines: tuple[str, ...], start: str | None, end: str | None) -> None:
    found = read_frame(document(*lines)).meeting
    assert (found.start, found.end) == (start, end)


@pytest.mark.parametrize(
    ("lines", "name", "doubt"),
    [
        (("# Dec 2017",), "a.md", "the minutes give only the month of the meeting: Dec 2017"),
        (("# 2019-December Tide Meeting",), "a.md", "the minutes give only the month of the meeting: 2019-December"),
        (("# Tide",), "feb-2016.md", "the name of the file gives only the month of the meeting: feb-2016"),
        (("# Tide", "Time: 4:00 PM, 12/8/2016"), "a.md",
         "the minutes give the day of the meeting in digits, day or month first: 12/8/2016"),
    ],
)  # fmt: skip
def test_what_is_said_of_a_day_that_is_not_given(lines: tuple[str, ...], name: str, doubt: str) -> None:
    frame = read_frame(document(*lines, "Present: Ann Baxter, Colin Dray", name=name))
    assert frame.meeting.date is None
    assert doubt in frame.warnings


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        (("# Tide Board", "# Location", "Address: Fern Hall, Tern Bay"), "Fern Hall, Tern Bay"),
        (("# Tide Board", "4 May 2031 (7:00am - 8:00am PT)via GoToMeeting"), "via GoToMeeting"),
        (("# Tide Board", "Held a long meeting by Google Hangout, in which Fern was told of"), "by Google Hangout"),
        (("# Tide Board", "Ask in a meeting how to join us on Slack"), None),
        (
            ("# Tide Board", "10:30 am - Monday 7th July 2031", "Fern University – Tern Bay"),
            "Fern University – Tern Bay",
        ),
        (("# Tide Board", "4 May 2031", "Fern Hall Committee"), None),
        (("# Tide Board", "4 May 2031 The Board Meeting passed what was moved at the Board Meeting"), None),
        (
            (
                "# Tide Board",
                "4 May 2031 The board had a long meeting and went through all that was left of the drafts, of the new "
                "dates and of the tide, and then the patterns used in Fern Basics.",
            ),
            None,
        ),
    ],
)
def test_more_ways_to_say_where(lines: tuple[str, ...], place: str | None) -> None:
    assert meeting(*lines).place == place


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("# Tide Society Annual", "# General Meeting - Minutes"), "Tide Society Annual General Meeting - Minutes"),
        (("Agenda: https://tide.example/agenda.md",), None),
        (("May 4, 2031", "# Present", "- Jo Roe", "# Tide Board Meeting Notes"), "Tide Board Meeting Notes"),
        (("May 4, 2031", "# Present", "- Jo Roe", "# Approval of the last minutes"), "May 4, 2031"),
    ],
)
def test_titles_below_torn_or_absent(lines: tuple[str, ...], title: str | None) -> None:
    assert meeting(*lines).title == title


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        # The page was put up long after the meeting
        (("| date | 2031-10-25 |", "Tide Liaison", "Wednesday 14th May 2031", "It rained."), "2031-05-14"),
        # The weekday does not fit, or another meeting is meant
        (("| date | 2031-10-25 |", "Tide Liaison", "Friday 14th May 2031", "It rained."), "2031-10-25"),
        (
            ("| date | 2031-10-25 |", "Tide Liaison, extra meeting Wednesday 14th May 2031, 7 pm", "It rained."),
            "2031-05-14",
        ),
        (("| date | 2031-10-25 |", "Tide Liaison, extra meeting 14th May 2031", "It rained."), "2031-10-25"),
        (
            (
                "| date | 2031-08-10 |",
                "TIDE Draft (until agreed at the next meeting) Minutes held 1 July 2031",
            ),
            "2031-07-01",
        ),
        (("| date | 2031-10-25 |", "Last meeting", "Wednesday 14th May 2031", "It rained."), "2031-10-25"),
    ],
)
def test_a_weekday_and_day_alone_are_the_meetings(lines: tuple[str, ...], day: str) -> None:
    assert str(meeting(*lines).date) == day


def test_a_numbered_call_to_order_gives_the_start() -> None:
    found = read_frame(document("# Tide", "1. Present: Jo Roe", "2. CALL TO ORDER: 6:55 pm", "Adjourned: 8:20 pm"))
    assert (found.meeting.start, found.meeting.end) == ("18:55", "20:20")


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (("# Tide", "5 ppl attending"), "5"),
        (("# Tide", "It rained.", "# Attendance", "- 20+"), "20+"),
        (("# Tide", "12 people were present at the fair"), None),
        (("# Tide", "# Attendance", "- Jo Roe", "- 20+"), None),
    ],
)
def test_a_bare_count_is_told(lines: tuple[str, ...], count: str | None) -> None:
    assert quoted(read_frame(document(*lines)).warnings, COUNT_ONLY) == count


def test_lists_side_by_side_that_are_not_told_apart_are_doubted() -> None:
    frame = read_frame(document("# Tide", "**Board Attendance: Visitors:**", "Ann Baxter Colin Dray, Fay Glover"))
    assert quoted(frame.warnings, COLUMNS) == "Board Attendance: Visitors:"


def test_a_file_that_is_called_after_another_month_is_told() -> None:
    lines = ("# Tide Guild", "Date: 4 March 2031", "Present: Ann Baxter, Colin Dray")
    said = "the name of the file gives another month than the minutes: may_2031"
    assert said in read_frame(document(*lines, name="guild_may_2031.pdf")).warnings
    assert said not in read_frame(document(*lines, name="guild_march_2031.pdf")).warnings
