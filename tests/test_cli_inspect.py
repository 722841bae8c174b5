from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from factories import harbour
from minutextract.cli.main import app

run = CliRunner()

MINUTES = """Harbour Trust Committee

Minutes of the meeting held on 4 March 2031

Present:
Jane Roe (JR)
John Doe (JD)

1. Repairs

JD to send the crane survey to the insurers.
"""


@pytest.fixture
def path(tmp_path: Path) -> str:
    (tmp_path / "a.txt").write_text(MINUTES, encoding="utf-8")
    return str(tmp_path / "a.txt")


@pytest.fixture
def record_given(monkeypatch: pytest.MonkeyPatch) -> None:
    class FakePipeline:
        def process_all(self, _path: Path) -> Any:
            return (harbour(),)

    def load(**_options: Any) -> FakePipeline:
        return FakePipeline()

    monkeypatch.setattr("minutextract.pipeline.Pipeline.load", load)


def lines(path: str, stage: str) -> list[list[str]]:
    result = run.invoke(app, ["inspect", path, "--stage", stage])
    assert result.exit_code == 0, result.output
    return [line.split("\t") for line in result.stdout.splitlines()]


def test_blocks_have_offsets_and_kinds(path: str) -> None:
    found = lines(path, "blocks")
    assert found[0][2] == "Harbour Trust Committee"
    assert found[0][0].startswith("0-")
    assert any(words == "JD to send the crane survey to the insurers." for _, _, words in found)


def test_the_meeting_is_json(path: str) -> None:
    result = run.invoke(app, ["inspect", path, "--stage", "meeting"])
    assert {person["name"] for person in json.loads(result.stdout)["people"]} == {"Jane Roe", "John Doe"}


def test_mentions_say_who_was_taken_and_why(path: str) -> None:
    assert [what for _, what, words in lines(path, "mentions") if words == "JD"] == ["roster; John Doe"]


@pytest.mark.usefixtures("record_given")
def test_labels_and_findings_come_from_the_pipeline(path: str) -> None:
    assert lines(path, "labels")[0][1] == "-"
    found = lines(path, "findings")
    assert found[3][1:] == ["action 0.900 no-owner no-due-date", "The old winch to be sold."]
    assert len(found) == 9


@pytest.mark.parametrize(("content", "code"), [(None, 1), ("", 2)])
def test_a_file_that_cannot_be_read(tmp_path: Path, content: str | None, code: int) -> None:
    path = tmp_path / "x.txt"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    result = run.invoke(app, ["inspect", str(path), "--stage", "blocks"])
    assert (result.exit_code, result.stdout) == (code, "")
    assert result.stderr.startswith("minutextract: ")
    assert str(path) in result.stderr
