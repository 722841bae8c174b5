"""`minutextract actions`: the log on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from archives import MEETINGS, archive
from minutextract.cli.main import app


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        (["--status", "in-progress", "--history"], "in-progress: AB to ask the plumber"),
        (["--overdue-at", "2024-02-02"], "Overdue"),
        (["--since", "2024-02", "--until", "2024"], "count the chairs"),
        (["--until", "2023"], "No actions."),
        (["--format", "csv"], "Ref,Meeting,Date,Item,Action,Owner,Owner (full),Org,With,Due,Due as written,"),
        (["--format", "ics"], "BEGIN:VTODO"),
        (["--format", "ics", "--ics-as", "events"], "BEGIN:VEVENT"),
        (["--format", "md"], "yard \\| path"),
        (["--owner", "nobody"], "No actions."),
    ],
)
def test_the_command(tmp_path: Path, options: list[str], shown: str) -> None:
    with archive(tmp_path, MEETINGS) as store:
        store.execute("DELETE FROM unsettled")
    result = CliRunner().invoke(app, ["actions", "--store", str(tmp_path / "log.db"), *options])
    assert result.exit_code == 0
    assert shown in result.output


def test_the_command_as_json_and_its_refusals(tmp_path: Path) -> None:
    with archive(tmp_path, MEETINGS) as store:
        store.execute("DELETE FROM unsettled")
    path = str(tmp_path / "log.db")
    found = json.loads(CliRunner().invoke(app, ["actions", "--store", path, "--format", "json", "--history"]).output)
    assert [one["due"] for one in found] == ["2024-02-01", None, None]
    assert found[0]["history"][1]["document"] == "02"
    assert [one["standing"] for one in found] == ["Overdue", "Not mentioned since", "Complete"]
    assert found[0]["quote"] == "AB to ask the plumber about the broken pump by 1 February 2024."
    assert CliRunner().invoke(app, ["actions", "--store", path, "--since", "May"]).exit_code == 1
    assert CliRunner().invoke(app, ["actions", "--store", str(tmp_path / "none.db")]).exit_code == 3


def test_the_command_writes_a_workbook_and_says_what_a_calendar_leaves_out(tmp_path: Path) -> None:
    with archive(tmp_path, MEETINGS) as store:
        store.execute("DELETE FROM unsettled")
    path, book = str(tmp_path / "log.db"), tmp_path / "log.xlsx"
    assert (
        CliRunner().invoke(app, ["actions", "--store", path, "--format", "xlsx", "--output", str(book)]).exit_code == 0
    )
    assert book.read_bytes()[:2] == b"PK"
    done = CliRunner().invoke(app, ["actions", "--store", path, "--format", "ics"])
    assert done.stderr == "minutextract: 2 actions have no date: not in the calendar file.\n"
