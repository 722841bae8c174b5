"""The evidence page of a store: figures with their tables, what is open, and bounds that are told."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser
from typer.testing import CliRunner

from archives import REVIEW, archive
from batch_loading import load, minutes
from minutextract.cli.main import app
from minutextract.errors import UsageError
from minutextract.report import figures
from minutextract.report.archive import Bounds, archive_part
from minutextract.report.charts import Series, bars, columns
from minutextract.report.page import archive_page
from minutextract.views.filters import Filter
from stores import put, society
from test_report import assert_linked, marked, squeezed

TODAY = date(2024, 6, 1)


def page_of(connection: sqlite3.Connection, limits: Filter = Filter(), **bounds: int) -> LexborHTMLParser:  # noqa: B008
    return LexborHTMLParser(archive_page(connection, limits, Bounds(**bounds), TODAY))


def test_findings_of_a_store_lead_to_their_words(tmp_path: Path) -> None:
    with society(tmp_path) as connection:
        page = page_of(connection)
        quotes = {
            f"{row['id']}": squeezed(row["quote"]) for row in connection.execute("SELECT id, quote FROM findings")
        }
    assert_linked(page)
    assert {anchor.split("-", 1)[1]: words for anchor, words in marked(page).items()} == quotes
    assert len(page.css("article")) == 2


def test_open_actions_come_with_owner_date_and_words(tmp_path: Path) -> None:
    with society(tmp_path) as connection:
        page = page_of(connection, texts=0)
    rows = [[cell.text(strip=True) for cell in row.css("td")] for row in page.css("tr[data-kind=action]")]
    gate = next(row for row in rows if "gate by 1 May" in row[1])
    assert gate[2:5] == ["Ann Baxter", "1 May 2024", "open, overdue"]
    assert "AB to mend the gate by 1 May 2024." in gate[-1]
    assert "march.md, characters" in gate[-1]


def test_a_large_store_is_cut_and_says_so(tmp_path: Path) -> None:
    with society(tmp_path) as connection:
        part = archive_part(connection, Filter(), Bounds(texts=1, rows=1), TODAY)
    assert len(part.meetings) == 1
    assert "April" not in part.meetings[0].title
    assert "2024-04-08" in part.meetings[0].title
    assert any("newest 1 of 2 meetings" in notice for notice in part.notices)
    assert any("ends after 1 of 3" in notice for notice in part.notices)
    assert all(len(table.rows) <= 1 for table in part.tables)
    assert {table.title: table.total for table in part.tables}["Key points"] == 2
    assert "“Key points” has the newest 1 of 2." in part.notices


def test_texts_that_are_too_long_are_left_out(tmp_path: Path) -> None:
    with society(tmp_path) as connection:
        assert archive_part(connection, Filter(), Bounds(characters=10), TODAY).meetings == ()


def test_filters_are_those_of_the_other_views(tmp_path: Path) -> None:
    with society(tmp_path) as connection:
        put(connection, "/minutes/other.md", "# 1. Kiln", "AB to fire the kiln.", day="3 June 2024")
        later = archive_part(connection, Filter(since="2024-04-01"), Bounds(), TODAY)
        of_mona = archive_part(connection, Filter(person="Mona"), Bounds(), TODAY)
        with pytest.raises(UsageError):
            archive_part(connection, Filter(series="Nowhere"), Bounds(), TODAY)
    assert dict(later.facts)["Meetings"].startswith("2, 8 April 2024 to 3 June 2024")
    assert [action.owners for action in of_mona.open_actions] == [("Mona Nettle",)]
    assert len(of_mona.meetings) == 1


def test_every_chart_has_its_figures_as_a_table(tmp_path: Path) -> None:
    with society(tmp_path) as connection:
        page = page_of(connection)
    charts = page.css("figure")
    assert len(charts) == 4
    for chart in charts:
        assert [picture.attributes["aria-hidden"] for picture in chart.css("svg")] == ["true"]
        assert chart.css("table th[scope=row]")
    owners = {row.css_first("th").text(): [cell.text() for cell in row.css("td")]  # type: ignore[union-attr]
              for row in page.css("#actions-by-owner tbody tr")}  # fmt: skip
    assert sum(map(int, owners["Ann Baxter"])) == 1


def test_status_over_time_is_as_it_was_then(tmp_path: Path) -> None:
    task = "AB to ask the plumber about the broken pump"
    later = ([REVIEW, f"- {task} - ongoing"], [REVIEW, f"- {task} - done"], ["Kit Loomis noted the frost."])
    with archive(tmp_path, [[f"Action: {task}."], *later]) as connection:
        chart = figures.over_time(connection, figures.actions_of(connection, Filter(), TODAY))
    assert [series.name for series in chart.series] == ["open", "in progress", "done"]
    assert chart.rows == (
        ("2024-01", (1, 0, 0)),
        ("2024-02", (0, 1, 0)),
        ("2024-03", (0, 0, 1)),
        ("2024-04", (0, 0, 1)),
    )


@pytest.mark.parametrize(
    ("days", "names"),
    [
        ([], []),
        (["2024-03-04"], ["2024-03"]),
        (["2020-01-01", "2023-05-01"], ["2020 Q1", "2023 Q2"]),
        (["1990-01-01", "2023-05-01"], ["1990", "2023"]),
    ],
)
def test_periods_are_as_long_as_the_archive_needs(days: list[str], names: list[str]) -> None:
    named, ends = figures._periods(days)
    assert [*named[:1], *named[1:][-1:]] == names
    assert len(named) == len(ends) <= 34
    assert all(any(day <= end for end in ends) for day in days)


def test_charts_are_drawn_to_scale_and_escape_what_they_show() -> None:
    rows = [("<b>&", (3, 1)), ("x", (2, 0))]
    series = (Series("one", "s-open"), Series("two", "s-done"))
    drawn = LexborHTMLParser(str(bars(rows, series)))
    assert "<b>" not in bars(rows, series)
    assert [bar.attributes["width"] for bar in drawn.css("rect")] == ["75%", "25%", "50%"]
    heights = [float(bar.attributes["height"] or 0) for bar in LexborHTMLParser(str(columns(rows, series))).css("rect")]
    assert heights == [135, 45, 90]
    assert "nan" not in bars([], series) + columns([], series)


def test_the_command_writes_the_page_of_a_store_and_of_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("minutextract.cli.report.load_pipeline", load)
    path = minutes(tmp_path, "march.md")
    done = CliRunner().invoke(app, ["report", str(path), "--output", str(tmp_path / "page.html")])
    assert done.exit_code == 0, done.output
    assert "Lantern Hill Society" in (tmp_path / "page.html").read_text(encoding="utf-8")
    with society(tmp_path):
        pass
    store = ["report", "--store", str(tmp_path / "a.db"), "--since", "2024-04-01", "--texts", "1"]
    done = CliRunner().invoke(app, [*store, "--output", str(tmp_path / "store.html")])
    assert done.exit_code == 0, done.output
    assert "Open actions" in (tmp_path / "store.html").read_text(encoding="utf-8")


def test_the_title_has_the_full_name_of_the_body(tmp_path: Path) -> None:
    with society(tmp_path) as connection:
        page = page_of(connection, Filter(series="lantern"))
    title = page.css_first("h1")
    assert title is not None
    assert title.text() == "Findings of Lantern Hill Society, as of 1 June 2024"


@pytest.mark.parametrize(
    "options",
    [
        [],
        ["a.md", "--store", "a.db"],
        ["a.md", "--since", "2024-01-01"],
        ["--store", "a.db", "--texts", "-1"],
        ["--store", "a.db", "--output", "a.db"],
        ["--store", "a.db", "--since", "soon"],
    ],
)
def test_what_makes_no_sense_is_refused(options: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(app, ["report", *options]).exit_code == 1
