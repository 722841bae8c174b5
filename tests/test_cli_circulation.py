"""`summarize` with a house file, a template, and for the public."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from factories import harbour
from minutextract.cli.main import app
from minutextract.record import Record

run = CliRunner()


class FakePipeline:
    """Gives the same record for every file."""

    def load(self, **_options: Any) -> FakePipeline:
        return self

    def process_all(self, path: Path) -> tuple[Record, ...]:
        record = harbour()
        return (
            replace(record, document=replace(record.document, source=replace(record.document.source, path=str(path)))),
        )


@pytest.fixture
def minutes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr("minutextract.pipeline.Pipeline.load", FakePipeline().load)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("words", encoding="utf-8")
    return "a.txt"


def test_the_house_file_of_the_working_directory_counts_and_options_win(minutes: str, tmp_path: Path) -> None:
    (tmp_path / "minutextract.toml").write_text('heading = "Quay Club"\ndate_format = "iso"', encoding="utf-8")
    result = run.invoke(app, ["summarize", minutes])
    assert result.stdout.startswith("Quay Club: summary of the meeting of 2031-03-04\n")
    (tmp_path / "other.toml").write_text('logo = "OTHER"', encoding="utf-8")
    result = run.invoke(app, ["summarize", minutes, "--house", "other.toml"])
    assert result.stdout.startswith("OTHER\n\nHarbour Trust Committee")


def test_a_fault_in_the_house_file_ends_the_command(minutes: str, tmp_path: Path) -> None:
    (tmp_path / "minutextract.toml").write_text("heeding = 1", encoding="utf-8")
    result = run.invoke(app, ["summarize", minutes])
    assert (result.exit_code, result.stdout) == (1, "")
    assert "minutextract.toml: there is no key heeding. Did you mean heading?" in result.stderr


def test_a_public_summary_and_its_report(minutes: str, tmp_path: Path) -> None:
    (tmp_path / "minutextract.toml").write_text(
        '[public]\nnamed = ["Piers Low"]\nconfidential = ["1"]', encoding="utf-8"
    )
    result = run.invoke(app, ["summarize", minutes, "--public", "--redactions", "r.json"])
    assert result.exit_code == 0
    assert "Piers Low (Tide Office)" in result.stdout
    assert "Jane Roe" not in result.stdout
    assert "slipway" not in result.stdout
    assert "telling" not in result.stdout and "tell them" not in result.stdout
    assert "To check" not in result.stdout
    assert "To check" in result.stderr
    [report] = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert report["counts"]["confidential"] == 2
    assert "John" not in json.dumps(report)
    run.invoke(app, ["summarize", minutes, "--public", "--redactions", "r.md", "--redacted-words"])
    assert "slipway" in (tmp_path / "r.md").read_text(encoding="utf-8")


def test_a_template_decides_the_format(minutes: str, tmp_path: Path) -> None:
    assert run.invoke(app, ["summarize", minutes, "--template", "chair"]).stdout.startswith("<!DOCTYPE html>")
    (tmp_path / "mine.md.j2").write_text("{{ title }}", encoding="utf-8")
    (tmp_path / "out").mkdir()
    run.invoke(app, ["summarize", minutes, "--template", "mine.md.j2", "--output", "out"])
    assert (tmp_path / "out" / "a.md").read_text(encoding="utf-8").startswith("Harbour Trust Committee: summary")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--template", "chair", "--format", "docx"], "writes html, not docx. Leave --format out."),
        (["--template", "chiar"], "there is no template chiar"),
        (["--template", "no/such.md.j2"], "there is no template no/such.md.j2"),
        (["--house", "no.toml"], "no.toml cannot be read"),
        (["--redactions", "r.md"], "nothing is taken away without --public"),
        (["--public", "--redacted-words"], "Name it with --redactions."),
        (["--public", "--redactions", "r.txt"], "Name a file that ends in .json or .md."),
        (["--public", "--format", "json"], "the JSON holds the whole text"),
        (["--public", "--checks"], "what is to be checked is not for the public"),
    ],
)
def test_what_does_not_go_together_is_told_before_anything_is_read(
    minutes: str, options: list[str], told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FakePipeline, "process_all", lambda *_: pytest.fail("a file was read"))
    result = run.invoke(app, ["summarize", minutes, *options])
    assert (result.exit_code, result.stdout) == (1, "")
    assert told in result.stderr


def test_the_report_replaces_no_document(minutes: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("words", encoding="utf-8")
    result = run.invoke(app, ["summarize", "a.md", "--public", "--redactions", "a.md"])
    assert result.exit_code == 1
    assert (tmp_path / minutes).exists()
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == "words"
