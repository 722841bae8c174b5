"""Questions to a store: what each filter leaves, in which order, and in which formats."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from minutextract.cli.main import app
from minutextract.errors import UsageError
from minutextract.questions import selection
from minutextract.questions.filters import Filters
from minutextract.questions.findings import decisions, insights, praise
from stores import put, society


def test_a_decision_comes_with_its_movers_and_its_evidence(tmp_path: Path) -> None:
    with society(tmp_path) as store:
        [row] = decisions(store, Filters()).rows
        text = store.execute("SELECT text FROM texts JOIN files USING (document) WHERE path = ?", (row["file"],))
        assert text.fetchone()[0][row["start"] : row["end"]] == row["quote"]
    expected = {"date": "2024-03-04", "body": "Lantern Hill Society", "item": "2 Finance", "moved_by": ["Ann Baxter"],
                "seconded_by": ["Colin Dray"], "outcome": "carried", "file": "/minutes/march.md"}  # fmt: skip
    assert {name: row[name] for name in expected} == expected


def test_thanks_have_givers_and_receivers(tmp_path: Path) -> None:
    with society(tmp_path) as store:
        [row] = praise(store, Filters()).rows
    assert (row["by"], row["to"], row["for"]) == (["Colin Dray"], ["Ann Baxter"], "the roof")


@pytest.mark.parametrize("rare", [0, 5_000], ids=["walked through", "looked up"])
@pytest.mark.parametrize(
    ("filters", "said"),
    [
        (Filters(), ["dry", "leaks"]),
        (Filters(series="lantern"), ["dry", "leaks"]),
        (Filters(person="baxter, ANN"), ["dry"]),
        (Filters(person="Colin"), ["leaks"]),
        (Filters(since="2024-04"), ["dry"]),
        (Filters(since="2024-03-04", until="2024-03"), ["leaks"]),
        (Filters(until="2024"), ["dry", "leaks"]),
        (Filters(until="2023"), []),
        (Filters(item="finance"), ["leaks"]),
        (Filters(item="100%"), []),
        (Filters(flag="unknown-speaker"), []),
        (Filters(min_score=0.9), ["dry", "leaks"]),
        (Filters(min_score=0.96), []),
        (Filters(person="Colin", item="roof"), []),
    ],
)
def test_filters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rare: int, filters: Filters, said: list[str]) -> None:
    monkeypatch.setattr(selection, "_RARE", rare)
    with society(tmp_path) as store:
        assert [row["text"].split()[-1].rstrip(".") for row in insights(store, filters).rows] == said


def test_a_flag_is_found_and_a_page_ends(tmp_path: Path) -> None:
    with society(tmp_path) as store:
        assert len(selection.select_findings(store, ["action"], Filters(flag="owner-absent"), None)) == 1
        assert len(selection.select_findings(store, ["action"], Filters(), 2)) == 2


def test_a_person_is_found_under_another_spelling(tmp_path: Path) -> None:
    with society(tmp_path) as store:
        store.execute("UPDATE attendees SET name = 'Nan Baxter-Hume' WHERE name = 'Ann Baxter' AND meeting = 2")
        store.execute("INSERT INTO unsettled (document) VALUES ('by hand')")
        assert len(insights(store, Filters(person="Hume")).rows) == 1


@pytest.mark.parametrize(
    "filters",
    [{"since": "May"}, {"until": "2024-13"}, {"since": "2024-5-1"}],
)
def test_what_is_no_period_is_refused(filters: dict[str, Any]) -> None:
    with pytest.raises(UsageError, match="no day, month or year"):
        Filters(**filters)


@pytest.mark.parametrize("filters", [Filters(person="Zacharias"), Filters(series="Chess Club"), Filters(person="?!")])
def test_who_or_what_is_not_there_is_named(tmp_path: Path, filters: Filters) -> None:
    with society(tmp_path) as store, pytest.raises(UsageError, match="there is no"):
        decisions(store, filters)


def ask(folder: Path, *given: str) -> Any:
    return CliRunner().invoke(app, [given[0], "--store", str(folder / "a.db"), *given[1:]])


def test_the_formats(tmp_path: Path) -> None:
    with society(tmp_path):
        pass
    shown = ask(tmp_path, "insights").stdout
    assert shown.splitlines()[0].split() == ["date", "body", "item", "by", "text", "source"]
    rows = json.loads(ask(tmp_path, "insights", "--format", "json").stdout)
    assert [row["by"] for row in rows] == [["Ann Baxter"], ["Colin Dray"]]
    [row] = csv.DictReader(io.StringIO(ask(tmp_path, "decisions", "--format", "csv").stdout))
    assert row["moved_by"] == "Ann Baxter"
    assert ask(tmp_path, "praise", "--format", "md").stdout.startswith("| date |")


def test_a_cut_table_says_so(tmp_path: Path) -> None:
    with society(tmp_path):
        pass
    cut = ask(tmp_path, "insights", "--limit", "1")
    assert len(cut.stdout.splitlines()) == 2
    assert "more than 1" in cut.stderr
    assert "more than" not in ask(tmp_path, "insights", "--limit", "2").stderr
    assert len(ask(tmp_path, "insights", "--limit", "0").stdout.splitlines()) == 3


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    pytest.importorskip("xlsxwriter")
    lines = ["# 1. =SUM(A1)", "Ann Baxter noted that the roof leaks."]
    with society(tmp_path, lines) as store:
        store.execute("UPDATE findings SET text = '=1+1'")
    [_, row] = csv.DictReader(io.StringIO(ask(tmp_path, "insights", "--format", "csv").stdout))
    assert row["text"] == "'=1+1"
    book = tmp_path / "a.xlsx"
    assert ask(tmp_path, "insights", "--format", "xlsx", "--output", str(book)).exit_code == 0
    openpyxl = pytest.importorskip("openpyxl")
    cells = [cell for line in openpyxl.load_workbook(book).active.iter_rows() for cell in line]
    assert "=1+1" in {cell.value for cell in cells}
    assert {cell.data_type for cell in cells if cell.value is not None} <= {"s", "n"}


def test_a_workbook_without_its_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "xlsxwriter", None)
    with society(tmp_path):
        pass
    done = ask(tmp_path, "insights", "--format", "xlsx")
    assert done.exit_code == 5
    assert "pip install xlsxwriter" in done.stderr


def test_undated_meetings_come_last(tmp_path: Path) -> None:
    with society(tmp_path) as store:
        put(store, "/minutes/some.md", "# 1. Roof", "Ann Baxter noted that the roof is new.", day="some day")
        assert [row["date"] for row in insights(store, Filters()).rows] == ["2024-04-08", "2024-03-04", None]
