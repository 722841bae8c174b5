"""The date of the meeting from header lines and file names, and its times."""

from __future__ import annotations

from datetime import date

import pytest

from minutextract.dates import contradicting_dates, parse_meeting_date, parse_times

HEADERS: list[tuple[list[str], str, str | None]] = [
    (["Minutes of the meeting held on 21 May 2024"], "a.txt", "2024-05-21"),
    (["Garden Club", "Date: Tuesday 21 May 2024", "Present: Kit Loomis"], "a.txt", "2024-05-21"),
    (["Garden Club", "Date | 21/05/2024"], "a.txt", "2024-05-21"),
    (["Garden Club - 21st May 2024", "1. Apologies"], "a.txt", "2024-05-21"),
    (["Garden Club", "21st May 2024"], "a.txt", "2024-05-21"),
    (["Garden Club", "Tuesday, May 21, 2024, 7 pm"], "a.txt", "2024-05-21"),
    (["2024-05-21", "Kit, Mona"], "a.txt", "2024-05-21"),
    (["MINUTES 21-23 May 2024"], "a.txt", "2024-05-21"),
    (["The committee met in the barn on 21 May 2024 and was glad of the warmth"], "a.txt", "2024-05-21"),
    (["Minutes of 21 May 2024", "Next meeting: 18 June 2024"], "a.txt", "2024-05-21"),
    (["Next meeting: 18 June 2024", "Minutes of 21 May 2024"], "a.txt", "2024-05-21"),
    (["Date of next meeting", "18 June 2024"], "a.txt", None),
    (["Date of next meeting: 18 June 2024"], "a.txt", None),
    (["The minutes of the previous meeting of 16 April 2024 were approved"], "a.txt", None),
    (["The minutes of the meeting held on 16 April 2024 were agreed as a correct record"], "a.txt", None),
    (["2. Minutes of the meeting held on 16 April 2024"], "a.txt", None),
    (["Minutes, 21 May 2024", "2. Minutes of the meeting held on 16 April 2024"], "a.txt", "2024-05-21"),
    (["Minutes, 21 May 2024", "Approval of the minutes of 16 April 2024"], "a.txt", "2024-05-21"),
    # Of two given as often, the weekday tells
    (["Garden Club 21 May 2023", "GARDEN CLUB TUESDAY 21 MAY 2024"], "a.txt", "2024-05-21"),
    (["Club", "", "", "", "The meeting will be held on 4 June 2024", "It rained."], "2024-05-21.txt", "2024-05-21"),
    (["The meeting will not be held here on 4 June 2024"], "2024-05-21.txt", "2024-05-21"),
    (["Posted on 30 May 2024", "Meeting of 21 May 2024"], "a.txt", "2024-05-21"),
    (["General meeting 21 May 2024", "date | 2024-05-30", "TUESDAY 21 MAY 2024"], "2024-05-30-x.md", "2024-05-21"),
    (["Garden Club", "", "", "", "In the barn, 4 June 2019"], "a.txt", "2019-06-04"),
    (["Garden Club", "", "", "", "Kit read out a letter of 4 June 2019."], "a.txt", None),
    (["Garden Club", "", "", "", "1. Letter, 4 June 2019"], "a.txt", None),
    (["Garden Club", "", "", "", "In the barn, 4 June 2019"], "2019-06-05.txt", "2019-06-05"),
    (["Kit spoke of 4 June 2019, and Mona of 5 June 2019 and of much besides that day"], "a.txt", None),
    (["Garden Club", "Present: Kit"], "2024-05-21.md", "2024-05-21"),
    (["Garden Club"], "minutes_20240521.pdf", "2024-05-21"),
    (["Garden Club"], "minutes 21-05-2024.pdf", "2024-05-21"),
    (["Garden Club"], "21_May_2024.docx", "2024-05-21"),
    (["Garden Club"], "21stMay2024.docx", "2024-05-21"),
    (["Garden Club"], "May-21-2024.docx", "2024-05-21"),
    (["Garden Club"], "2024 May 21.docx", "2024-05-21"),
    (["Garden Club"], "minutes_2024.05.21_v2.docx", "2024-05-21"),
    (["Garden Club"], "May2024.docx", None),
    (["Garden Club"], "2024-05.docx", None),
    (["Garden Club"], "04-06-2024.docx", None),
    (["Garden Club"], "2024-05-21-and-2024-06-18.docx", None),
    (["Garden Club"], "scan123456789.pdf", None),
    (["Garden Club"], "2024-13-45.pdf", None),
    (["Minutes 04/06/2024"], "a.txt", None),
    (["Minutes 04/06/2024"], "2024-06-04.txt", "2024-06-04"),
    (["Minutes Tuesday 04/06/2024"], "a.txt", "2024-06-04"),
    (["Minutes of Tuesday 21 May"], "minutes-2024.txt", "2024-05-21"),
    (["Garden Club 2024", "Date: Tuesday 21 May"], "a.txt", "2024-05-21"),
    (["Date: Monday 21 May"], "minutes-2024.txt", None),
    (["Date: 21 May"], "a.txt", None),
    (["Garden Club 2023 to 2024", "Date: Tuesday 21 May"], "a.txt", None),
    # The clock and the marks of a page, and what stands below the end of the meeting
    (
        [
            "Garden Club",
            "Present: Kit",
            "Kit read out.",
            "The shed leaks.",
            "Current time in Oakham",
            "13:08",
            "Sat, Mar 14 2026",
        ],
        "a.html",
        None,
    ),
    (["Garden Club", "Date: 21 May 2024", "Last updated", "4 June 2025", "4 June 2025"], "a.html", "2024-05-21"),
    (["Garden Club", "Present: Kit", "Nil", "Nil", "Meeting adjourned: 9 pm", "Date: 18 June 2024"], "a.txt", None),
    (["Garden Club", "Present: Kit", "Nil", "Nil", "NEXT MEETING: the barn", "18 June 2024"], "a.txt", None),
    ([], "", None),
    ([""], "a.txt", None),
]

TIMES = [
    ("14:00-15:00", "14:00", "15:00"),
    ("14.00 – 15.00", "14:00", "15:00"),
    ("7.30pm", "19:30", None),
    ("7:30 p.m. to 9 pm", "19:30", "21:00"),
    ("The meeting commenced at 19:30 and closed at 21.05", "19:30", "21:05"),
    ("10am – 12 noon", "10:00", "12:00"),
    ("noon to 2pm", "12:00", "14:00"),
    ("1400hrs", "14:00", None),
    ("1400 – 1500hrs", "14:00", "15:00"),
    ("7 - 9pm", "19:00", "21:00"),
    ("2–3.30 pm", "14:00", "15:30"),
    ("11-1pm", "11:00", "13:00"),
    ("6.30pm-8", "18:30", "20:00"),
    ("12.30 - 2pm", "12:30", "14:00"),
    ("10.00am-12.00pm", "10:00", "12:00"),
    ("12 am", "00:00", None),
    ("14h30", "14:30", None),
    ("held at 19.00", "19:00", None),
    ("Time: 10.30", "10:30", None),
    ("at 7.30 in the evening", "19:30", None),
    ("Tuesday 21 May 2024, 10.00-11.30", "10:00", "11:30"),
    ("21/05/2024 7pm", "19:00", None),
    ("2024-05-21 14:00", "14:00", None),
    ("21 May 2024 - 7.30pm", "19:30", None),
    ("Tuesday May 12 - 7.30pm", "19:30", None),
    ("15:00 UTC / 16:00 BST", "15:00", None),
    ("The meeting closed at 9.05pm", None, "21:05"),
    ("The meeting ended at 21:05", None, "21:05"),
    ("22:00 to 01:00", "22:00", "01:00"),
    ("15:00 to 14:00", "15:00", None),
    ("at 7.30", None, None),
    ("7.30", None, None),
    ("7:30", None, None),
    ("Item 10.30", None, None),
    ("£7.30", None, None),
    ("21.05.2024", None, None),
    ("9-10 people came", None, None),
    ("1-2-3", None, None),
    ("18.07.4 Drains", None, None),
    ("25:00", None, None),
    ("12:75", None, None),
    ("", None, None),
]


@pytest.mark.parametrize(("lines", "name", "day"), HEADERS)
def test_the_meeting_date(lines: list[str], name: str, day: str | None) -> None:
    found = parse_meeting_date(lines, name, day_first=None)
    assert (str(found) if found else None) == day


@pytest.mark.parametrize(("text", "start", "end"), TIMES)
def test_start_and_end(text: str, start: str | None, end: str | None) -> None:
    assert parse_times(text) == (start, end)


def test_the_order_of_a_numeric_header_comes_from_the_document() -> None:
    assert str(parse_meeting_date(["Minutes 04/06/2024"], "", day_first=True)) == "2024-06-04"
    assert str(parse_meeting_date(["Garden Club"], "04-06-2024.pdf", day_first=False)) == "2024-04-06"


def test_the_file_name_wins_over_a_day_that_only_stands_beside_the_word_meeting() -> None:
    lines = ("Notes", "Shed", "The roof leaks.", "Fair", "Paint", "- Open meeting 10/06/2023 20:00 (Kit will invite)")
    assert parse_meeting_date(lines, "2023-05-18-board.md", day_first=True) == date(2023, 5, 18)
    assert parse_meeting_date((*lines[:5], "Held on 10/06/2023"), "2023-05-18.md", day_first=True) == date(2023, 6, 10)


@pytest.mark.parametrize(
    ("lines", "name", "named", "stated"),
    [
        (("Minutes of 4 May 2022",), "2022-05-05.md", date(2022, 5, 5), ()),
        (("Minutes of 4 May 2022",), "2022-05-04.md", None, ()),
        (("Minutes of 4 May 2022",), "notes.md", None, ()),
        (("Board, 6 May 2022", "Date: 4 May 2022"), "notes.md", None, (date(2022, 5, 6),)),
        (("Minutes of 4 May 2022", "Next meeting: 6 June 2022"), "notes.md", None, ()),
        (("Minutes of 4 May 2022", "Shed", "Roof", "Door", "The fair is on 6 June 2022."), "notes.md", None, ()),
    ],
)
def test_days_that_speak_against_the_one_chosen(
    lines: tuple[str, ...], name: str, named: date | None, stated: tuple[date, ...]
) -> None:
    assert contradicting_dates(lines, name, date(2022, 5, 4), day_first=True) == (named, stated)
