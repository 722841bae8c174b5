from __future__ import annotations

import csv
import json
from io import StringIO

import pytest

from builders import minutes
from factories import DOE, Minutes, empty_record, harbour, harbour_meeting, owner_of
from minutextract.record import Due
from minutextract.render.findings import (
    COLUMNS,
    guarded,
    records_csv,
    records_json,
    records_jsonl,
    records_markdown,
)
from minutextract.schema import RECORDS


def test_json_follows_the_schema() -> None:
    RECORDS.validate_python(json.loads(records_json([harbour(), empty_record()])))


def test_no_records_are_an_empty_array() -> None:
    assert json.loads(records_json([])) == []


def test_json_lines_have_a_record_each() -> None:
    lines = records_jsonl([harbour(), empty_record()]).splitlines()
    assert [json.loads(line)["source"]["path"] for line in lines] == [
        "harbour-2031-03-04.txt",
        "folder/notes_of-a.meeting.txt",
    ]


def test_csv_has_a_row_a_finding() -> None:
    record = harbour()
    rows = list(csv.DictReader(StringIO(records_csv([record, empty_record()]))))
    assert [row["kind"] for row in rows] == ["action"] * 4 + ["decision", "praise", "praise", "insight", "insight"]
    first = rows[0]
    assert tuple(first) == COLUMNS
    assert (first["ref"], first["owners"], first["due"], first["item"]) == (
        "2031-03-04/1",
        "John Doe",
        "2031-03-07",
        "2",
    )
    start, end = int(first["start"]), int(first["end"])
    assert first["quote"] == record.document.text[start:end]
    assert (rows[5]["by"], rows[5]["to"]) == ("Jane Roe", "Mary Major")
    assert rows[3]["flags"] == "no-owner; no-due-date"


@pytest.mark.parametrize("lead", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_begins_as_a_formula(lead: str) -> None:
    assert guarded(f"{lead}1") == f"'{lead}1"


@pytest.mark.parametrize("words", ['=HYPERLINK("x")', "+1", "-1", "@sum", "\t=1", "\r=1"])
def test_no_row_begins_as_a_formula(words: str) -> None:
    record = Minutes(harbour_meeting(), path=words).say(words)
    record.action(words, owner_of(DOE, "JD"), due=Due(words)).decision(words)
    for row in csv.reader(StringIO(records_csv([record.record()]))):
        assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_numbers_stay_numbers() -> None:
    assert guarded("0.5") == "0.5"


def test_markdown_has_a_table_a_meeting() -> None:
    text = records_markdown([harbour(), empty_record()])
    assert text.count("| kind | ref |") == 1
    assert "| decision |  | the north gate closes at dusk |" in text
    assert "# folder/notes_of-a.meeting.txt\n\nNothing was found in this document.\n" in text


def test_csv_tells_who_moved_a_motion_and_how_the_vote_went() -> None:
    record = minutes("KL moved and FG seconded that a boat be bought. Carried, 5 in favour, 1 against.")
    [row] = csv.DictReader(StringIO(records_csv([record])))
    told = [row[name] for name in ("kind", "moved_by", "seconded_by", "vote", "outcome")]
    assert told == ["decision", "Kit Loomis", "Fay Glover", "5 in favour, 1 against", "carried"]
