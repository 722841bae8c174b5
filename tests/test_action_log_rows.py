"""Rows of the action log, made from records and from a store."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from archives import MEETINGS, REVIEW, archive
from factories import empty_record, group, harbour
from minutextract.actionlog.columns import COLUMNS
from minutextract.actionlog.from_records import log_of_records
from minutextract.actionlog.from_store import log_of_store
from minutextract.actionlog.row import ActionLog, LogOwner, Status, status_on
from minutextract.history.log_query import LogFilter, find_actions
from minutextract.record import Record, Update

TODAY = date(2024, 3, 1)
BEFORE, AFTER = date(2024, 2, 1), date(2024, 4, 1)


def harbour_with(*updates: Update) -> Record:
    return replace(harbour(), updates=updates)


def update(record: Record, number: int, status: str, note: str, action: str | None = None) -> Update:
    """What the sentence of an action says of it."""
    told = record.actions[number]
    return Update("u1", told.span, told.sentence, 0.9, told.item, (), "A12", "paint the hull", (), status, note, action)


def log_of(folder: Path, *meetings: list[str], day: date = TODAY) -> ActionLog:
    with archive(folder, meetings) as store:
        return log_of_store(store, find_actions(store, LogFilter(), today=day), day)


@pytest.mark.parametrize(
    ("said", "due", "silent_for", "status"),
    [
        ("open", None, 0, Status.OPEN),
        ("open", AFTER, 0, Status.NOT_YET_DUE),
        ("open", TODAY, 0, Status.NOT_YET_DUE),
        ("open", AFTER, 2, Status.NOT_YET_DUE),
        ("open", BEFORE, 2, Status.OVERDUE),
        ("open", None, 1, Status.SILENT),
        ("in-progress", None, 0, Status.IN_PROGRESS),
        ("in-progress", AFTER, 0, Status.IN_PROGRESS),
        ("in-progress", BEFORE, 0, Status.OVERDUE),
        ("in-progress", None, 1, Status.SILENT),
        ("carried", None, 0, Status.CARRIED),
        ("done", BEFORE, 3, Status.COMPLETE),
        ("superseded", BEFORE, 0, Status.SUPERSEDED),
        ("dropped", BEFORE, 0, Status.WITHDRAWN),
    ],
)
def test_how_an_action_stands(said: str, due: date | None, silent_for: int, status: Status) -> None:
    assert status_on(said, due, TODAY, silent_for) is status


def test_without_a_day_nothing_is_overdue() -> None:
    assert status_on("open", BEFORE, None) is Status.OPEN


def test_the_columns_are_those_of_the_log() -> None:
    assert [column.heading for column in COLUMNS] == (
        "Ref|Meeting|Date|Item|Action|Owner|Owner (full)|Org|With|Due|Due as written|Revised due|Status|Update|"
        "Update source|Source file|Page/line|Quote|Confidence|Flags"
    ).split("|")


def test_a_row_of_a_record() -> None:
    row = log_of_records([harbour()]).rows[0]
    cells = {column.heading: column.value(row) for column in COLUMNS}
    assert cells == {
        "Ref": "2031-03-04/1",
        "Meeting": "Harbour Trust Committee",
        "Date": date(2031, 3, 4),
        "Item": "2. Repairs",
        "Action": "Send the crane survey to the insurers by Friday",
        "Owner": "JD",
        "Owner (full)": "John Doe",
        "Org": "Quayside Forum",
        "With": "",
        "Due": date(2031, 3, 7),
        "Due as written": "by Friday",
        "Revised due": None,
        "Status": "Not yet due",
        "Update": "",
        "Update source": "",
        "Source file": "harbour-2031-03-04.txt",
        "Page/line": "par. 3",
        "Quote": "JD to send the crane survey to the insurers by Friday, and members to read it.",
        "Confidence": 0.9,
        "Flags": "",
    }


def test_words_that_name_nobody_are_no_owner_in_full() -> None:
    record = harbour()
    doubtful = replace(record.actions[0].owners[0], kind="unknown", person=None)
    record = replace(record, actions=(replace(record.actions[0], owners=(doubtful,)),))
    assert log_of_records([record]).rows[0].owners == (LogOwner("JD", "", clear=False),)


@pytest.mark.parametrize(
    ("names", "written", "full"),
    [(["XY"], "XY", ""), (["D"], "D", ""), (["Ann Lee", "XY"], "Ann Lee; XY", "Ann Lee; XY"), (["all"], "all", "all")],
)
def test_initials_that_fit_nobody_are_no_name_in_full(names: list[str], written: str, full: str) -> None:
    record = harbour()
    record = replace(record, actions=(replace(record.actions[0], owners=tuple(map(group, names))),))
    cells = {column.key: column.value(log_of_records([record]).rows[0]) for column in COLUMNS}
    assert (cells["owner"], cells["owner_full"]) == (written, full)


def test_rows_of_a_store_come_as_they_were_recorded(tmp_path: Path) -> None:
    words = "wash cups, paint gates, mend roofs, sell pianos, buy seed, count chairs, sweep yards, order stamps, " \
        "call plumbers, trim hedges, fill ponds, book halls"  # fmt: skip
    tasks = [f"Action: AB to {task}." for task in words.split(", ")]
    assert [row.ref.split("/")[1] for row in log_of(tmp_path, tasks).rows] == [str(n) for n in range(1, 13)]


def test_what_a_record_says_of_earlier_actions() -> None:
    record = harbour()
    [*_, told] = log_of_records([harbour_with(update(record, 0, "done", "done in May"))]).rows
    assert (told.ref, told.status, told.update) == ("A12", Status.COMPLETE, "done in May")
    assert told.update_source == "2031-03-04, harbour-2031-03-04.txt, par. 3"
    still_open = update(record, 3, "in-progress", "begun", record.actions[3].id)
    rows = log_of_records([harbour_with(still_open)]).rows
    assert [(row.status, row.update) for row in rows[3:]] == [(Status.IN_PROGRESS, "begun")]


def test_a_record_without_actions_still_names_its_file() -> None:
    log = log_of_records([empty_record()])
    assert (log.rows, log.day) == ((), None)
    assert [source.file for source in log.sources] == ["notes_of-a.meeting.txt"]


def test_rows_of_a_store(tmp_path: Path) -> None:
    pump, yard, chairs = log_of(tmp_path, *MEETINGS).rows
    assert (pump.status, pump.due, pump.owners) == (Status.OVERDUE, date(2024, 2, 1), (LogOwner("AB", "Ann Baxter"),))
    assert (pump.source.file, pump.source.date, pump.item) == ("1.md", date(2024, 1, 4), "1. Garden")
    assert pump.update == "AB to ask the plumber about the broken pump - ongoing"
    assert pump.update_source.startswith("2024-02-04, 2.md, par. ")
    assert (yard.status, yard.update, yard.due) == (Status.SILENT, "", None)
    assert (chairs.status, chairs.update) == (Status.COMPLETE, "done")


def test_a_date_that_is_set_anew(tmp_path: Path) -> None:
    mend = "AB to mend the broken gate by"
    log = log_of(tmp_path, [f"Action: {mend} 1 February 2024."], [REVIEW, f"- {mend} 5 April 2024 - ongoing"])
    [row] = log.rows
    assert (row.due, row.revised_due, row.due_now) == (date(2024, 2, 1), date(2024, 4, 5), date(2024, 4, 5))
    assert row.status is Status.IN_PROGRESS
    assert "no-due-date" not in row.flags


def test_an_owner_who_takes_over(tmp_path: Path) -> None:
    log = log_of(
        tmp_path, ["Action: Somebody to ask the plumber about the broken pump."],
        [REVIEW, "- CD to ask the plumber about the broken pump - ongoing"],
    )  # fmt: skip
    assert log.rows[0].owners[-1] == LogOwner("CD", "Colin Dray")


def test_words_stand_where_the_row_says(tmp_path: Path) -> None:
    with archive(tmp_path, MEETINGS) as store:
        log = log_of_store(store, find_actions(store, LogFilter(), today=TODAY), TODAY)
        texts = dict(store.execute("SELECT document, text FROM texts").fetchall())
    for row in log.rows:
        text = texts[row.source.sha256]
        assert text[row.start : row.end] == row.quote
        assert text.split("\n")[int(row.place.removeprefix("par. ")) - 1].endswith(row.quote)
