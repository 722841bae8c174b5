"""The action log as CSV, workbook and calendar file, whatever the minutes hold."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZipFile

import icalendar
import openpyxl
import pytest

from factories import Minutes, empty_record, group, harbour, harbour_meeting
from minutextract.actionlog.columns import COLUMNS
from minutextract.actionlog.dated import IcsKind, left_out
from minutextract.actionlog.from_records import log_of_records
from minutextract.actionlog.row import ActionLog, Status
from minutextract.actionlog.table import log_csv
from minutextract.actionlog.tasks import log_ics
from minutextract.actionlog.workbook import log_xlsx
from minutextract.record import Due, Record
from minutextract.render import Delivery, SummaryFormat, render

HOSTILE = (
    "=cmd|'/c calc'!A0", "=1+1", "+1", "-1+1", "@SUM(1)", "\t=1+1", "\r=1+1", "\n=1+1", " =1+1", "=HYPERLINK(\"x\")",
    "=IMPORTXML(\"http://x.example\")", "＝1+1", "＋1", "－1", "＠SUM(1)", "{=1+1}", "http://x.example", "_x0041_",
    "'=1+1", "007", "a\x00b\ud800", "]]><c t=\"str\"><f>1+1</f></c>",
)  # fmt: skip


def hostile(words: str) -> Record:
    minutes = Minutes(replace(harbour_meeting(), body=words), path="a/x.txt").item(words, words).say(f"{words}.")
    return minutes.action(words, group(words), due=Due(words, date(2031, 3, 7))).record()


def cells(data: bytes, sheet: str = "Actions") -> list[list[Any]]:
    book = openpyxl.load_workbook(BytesIO(data))
    return [[cell.value for cell in row] for row in book[sheet].iter_rows()]


def expected(log: ActionLog) -> list[list[Any]]:
    """The values of the rows as a workbook gives them back."""
    rows = [[column.value(row) for column in COLUMNS] for row in log.rows]
    return [
        [datetime(value.year, value.month, value.day) if isinstance(value, date) else value or None for value in row]
        for row in rows
    ]


@pytest.mark.parametrize("words", HOSTILE)
def test_no_cell_of_a_workbook_is_a_formula_and_all_come_back(words: str) -> None:
    log = log_of_records([hostile(words)])
    data = log_xlsx(log)
    book = openpyxl.load_workbook(BytesIO(data))
    found = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in found} <= {"s", "n", "d"}
    assert not any(cell.hyperlink for cell in found)
    assert cells(data)[1:] == expected(log)
    with ZipFile(BytesIO(data)) as package:
        sheets = [package.read(name) for name in package.namelist() if "worksheets/sheet" in name]
    assert not any(b"<f>" in sheet or b"<f " in sheet for sheet in sheets)


@pytest.mark.parametrize("words", HOSTILE)
def test_no_cell_of_a_csv_file_is_a_formula_and_all_come_back(words: str) -> None:
    log = log_of_records([hostile(words)])
    [head, row] = csv.reader(StringIO(log_csv(log)))
    assert head == [column.heading for column in COLUMNS]
    assert not any(cell[:1] in {*"=+-@\t\r\n＝＋－＠"} for cell in row if cell)
    for cell, column in zip(row, COLUMNS, strict=True):
        value = column.value(log.rows[0])
        assert cell in (str(value if value is not None else ""), f"'{value}")


def test_the_sheets_of_a_workbook() -> None:
    data = log_xlsx(log_of_records([harbour()]))
    book = openpyxl.load_workbook(BytesIO(data))
    assert book.sheetnames == ["Actions", "Open by owner", "README"]
    sheet = book["Actions"]
    assert sheet.freeze_panes == "A2"
    assert sheet.tables["ActionLog"].ref == "A1:T5"
    assert (sheet["J2"].value, sheet["J2"].number_format) == (datetime(2031, 3, 7), "d mmm yyyy")
    owners = [row[0] for row in cells(data, "Open by owner")[1:]]
    assert owners == ["John Doe, Quayside Forum (1 open)", "2031-03-04/1", "members (1 open)", "2031-03-04/2",
                      "Piers Low, Tide Office (1 open)", "2031-03-04/3", "Owner not clear (1 open)",
                      "2031-03-04/4"]  # fmt: skip
    readme = [row[:2] for row in cells(data, "README")]
    assert ["harbour-2031-03-04.txt", harbour().document.source.sha256] in readme


def test_each_status_is_explained() -> None:
    readme = {row[0] for row in cells(log_xlsx(log_of_records([harbour()])), "README")}
    assert {status.value for status in Status} <= readme
    assert {column.heading for column in COLUMNS} <= readme


def test_a_day_before_the_days_of_workbooks_and_no_actions_at_all() -> None:
    meeting = replace(harbour_meeting(), date=date(1887, 6, 21))
    record = Minutes(meeting).say("Members to row.").action("row", group("members")).record()
    assert cells(log_xlsx(log_of_records([record])))[1][2] == "1887-06-21"
    assert len(cells(log_xlsx(log_of_records([empty_record()])))) == 1


@pytest.mark.parametrize("format", [SummaryFormat.XLSX, SummaryFormat.CSV, SummaryFormat.ICS])
def test_the_same_log_is_the_same_file(format: SummaryFormat) -> None:
    assert render([harbour()], format) == render([harbour()], format)


def todos(data: bytes) -> list[Any]:
    return icalendar.Calendar.from_ical(data).walk("VTODO")


def test_dated_actions_as_tasks() -> None:
    [todo] = todos(log_ics(log_of_records([harbour()])))
    assert todo["uid"] == f"{harbour().actions[0].id}@minutextract"
    assert todo.decoded("due") == date(2031, 3, 7)
    assert todo.decoded("dtstamp").date() == date(2031, 3, 4)
    assert todo["status"] == "NEEDS-ACTION"
    assert todo["summary"] == "John Doe: Send the crane survey to the insurers by Friday"
    assert "harbour-2031-03-04.txt, par. 3" in todo["description"]


def test_dated_actions_as_events() -> None:
    data = render([harbour()], SummaryFormat.ICS, delivery=Delivery(ics_as=IcsKind.EVENTS))
    [event] = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert event.decoded("dtstart") == date(2031, 3, 7)
    assert event["transp"] == "TRANSPARENT"
    assert event["uid"] == f"{harbour().actions[0].id}-due@minutextract"


def test_finished_actions_are_completed_tasks_and_no_events() -> None:
    log = log_of_records([harbour()])
    log = replace(log, rows=(replace(log.rows[0], status=Status.COMPLETE), *log.rows[1:]))
    assert [todo["status"] for todo in todos(log_ics(log))] == ["COMPLETED"]
    assert b"VEVENT" not in log_ics(log, IcsKind.EVENTS)
    assert str(left_out(log, IcsKind.EVENTS)) == "3 actions have no date and 1 is finished: not in the calendar file"
    assert str(left_out(log)) == "3 actions have no date: not in the calendar file"


@pytest.mark.parametrize("words", [*HOSTILE, "END:VTODO\r\nBEGIN:VALARM", "a;b,c\\n:d", "é" * 200, "𝄞" * 90])
def test_a_calendar_file_holds_to_its_format(words: str) -> None:
    data = log_ics(log_of_records([hostile(words)]))
    lines = data.split(b"\r\n")
    assert lines.pop() == b""
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    assert lines.count(b"BEGIN:VTODO") == 1
    assert b"BEGIN:VALARM" not in lines
    [todo] = todos(data)
    row = log_of_records([hostile(words)]).rows[0]
    assert todo["summary"] == f"{row.owners[0].name}: {row.action}"


def test_an_action_given_twice_is_one_task() -> None:
    assert len(todos(log_ics(log_of_records([harbour(), harbour()])))) == 1
