"""`minutextract summarize`: mails, PDF files and the action log."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from typer.testing import CliRunner

from factories import harbour
from minutextract.cli.main import app
from minutextract.record import Record

run = CliRunner()
CSV_HEAD = "Ref,Meeting,Date,Item,Action,Owner,Owner (full),Org,With,Due,"


class FakePipeline:
    """Gives the same record for every file."""

    def process_all(self, _path: Path) -> tuple[Record, ...]:
        return (harbour(),)


class Undated:
    """Gives a record without actions."""

    def process_all(self, _path: Path) -> tuple[Record, ...]:
        return (replace(harbour(), actions=()),)


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr("minutextract.pipeline.Pipeline.load", lambda **_options: FakePipeline())
    (tmp_path / "a.txt").write_text("words", encoding="utf-8")
    return str(tmp_path / "a.txt")


def test_the_action_log_goes_to_stdout(file: str) -> None:
    result = run.invoke(app, ["summarize", file, file, "--format", "csv"])
    assert result.exit_code == 0
    assert result.stdout.startswith(CSV_HEAD)
    assert len(result.stdout.splitlines()) == 9


@pytest.mark.parametrize(
    ("options", "begin", "said"),
    [
        ((), b"BEGIN:VTODO", "minutextract: 3 actions have no date: not in the calendar file.\n"),
        (("--ics-as", "events"), b"BEGIN:VEVENT", "minutextract: 3 actions have no date: not in the calendar file.\n"),
    ],
)
def test_a_calendar_file_and_what_it_leaves_out(file: str, options: tuple[str, ...], begin: bytes, said: str) -> None:
    result = run.invoke(app, ["summarize", file, "--format", "ics", *options])
    assert (result.exit_code, result.stderr) == (0, said)
    assert result.stdout_bytes.count(begin) == 1


def test_a_calendar_without_an_action_is_not_written(
    file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("minutextract.pipeline.Pipeline.load", lambda **_options: Undated())
    result = run.invoke(app, ["summarize", file, "--format", "ics", "--output", str(tmp_path / "a.ics")])
    said = "minutextract: there is no action; no such file is written.\n"
    assert (result.exit_code, result.stdout_bytes, result.stderr) == (0, b"", said)
    assert not (tmp_path / "a.ics").exists()
    mail = run.invoke(app, ["summarize", file, "--format", "eml", "--attach", "ics", "--no-checks"])
    assert b"text/calendar" not in mail.stdout_bytes


def test_a_draft_in_a_directory(file: str, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    options = ("--format", "eml", "--to", "ann@example.org", "--to", "Bo <bo@example.org>", "--attach", "xlsx")
    result = run.invoke(app, ["summarize", file, *options, "--output", str(tmp_path / "out")])
    assert result.exit_code == 0, result.stderr
    message = message_from_bytes((tmp_path / "out" / "a.eml").read_bytes(), policy=policy.default)
    assert message["To"] == "ann@example.org, Bo <bo@example.org>"
    assert [part.get_filename() for part in message.walk() if part.get_filename()] == ["actions.xlsx"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--format", "xlsx"], "a workbook cannot be printed. Name a file with --output."),
        (["--format", "pdf"], "a PDF file cannot be printed. Name a file with --output."),
        (["--to", "ann@example.org"], "--to and --attach are for mails. Add --format eml."),
        (["--format", "html", "--attach", "docx"], "--to and --attach are for mails. Add --format eml."),
        (["--format", "eml", "--attach", "eml"], "a mail cannot be attached to itself. Attach another format."),
        (["--format", "eml", "--to", "ann"], "ann is no mail address. Write name@example.org."),
    ],
)
def test_what_does_not_go_together_is_refused(file: str, options: list[str], said: str) -> None:
    result = run.invoke(app, ["summarize", file, *options])
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", f"minutextract: {said}\n")


def test_pdf_without_its_library_is_five(file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "weasyprint", None)
    result = run.invoke(app, ["summarize", file, "--format", "pdf", "--output", str(tmp_path / "a.pdf")])
    assert result.exit_code == 5
    assert "pip install 'minutextract[pdf]'" in result.stderr
    assert not (tmp_path / "a.pdf").exists()
