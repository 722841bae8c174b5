"""Options of `summarize` that change what a summary says."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from factories import harbour
from minutextract.cli.main import app
from minutextract.record import Record

run = CliRunner()


class _Pipeline:
    def process_all(self, _path: Path) -> tuple[Record, ...]:
        return (harbour(),)


@pytest.fixture(autouse=True)
def pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("minutextract.pipeline.Pipeline.load", lambda **_options: _Pipeline())


@pytest.fixture
def minutes(tmp_path: Path) -> str:
    (tmp_path / "a.txt").write_text("words", encoding="utf-8")
    return str(tmp_path / "a.txt")


def test_what_to_check_can_be_put_in_or_left_out(minutes: str) -> None:
    within = run.invoke(app, ["summarize", minutes, "--checks"])
    assert "To check before circulation" in within.stdout
    assert "To check" not in within.stderr
    without = run.invoke(app, ["summarize", minutes, "--no-checks"])
    assert "To check" not in without.stdout + without.stderr


@pytest.mark.parametrize("attribution", ["role", "none"])
def test_nobody_is_named_where_names_are_not_wanted(minutes: str, attribution: str) -> None:
    result = run.invoke(app, ["summarize", minutes, "--attribution", attribution, "--no-checks"])
    assert result.exit_code == 0
    assert not [one.name for one in harbour().meeting.people if one.name in result.output]
    assert "Send the crane survey" in result.stdout


@pytest.mark.parametrize("length", ["brief", "standard", "full"])
def test_every_length_keeps_actions_and_decisions(minutes: str, length: str) -> None:
    result = run.invoke(app, ["summarize", minutes, "--length", length, "--no-checks"])
    assert all(f"2031-03-04/{number}" in result.stdout for number in range(1, 5))
    assert "The north gate closes at dusk" in result.stdout


def test_an_unknown_length_is_a_usage_error(minutes: str) -> None:
    assert run.invoke(app, ["summarize", minutes, "--length", "short"]).exit_code == 1
