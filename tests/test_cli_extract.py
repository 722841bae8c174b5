from __future__ import annotations

import csv
import json
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from factories import harbour
from minutextract.cli.main import app
from minutextract.errors import EncryptedDocument
from minutextract.record import Record
from minutextract.schema import RECORDS

run = CliRunner()


class FakePipeline:
    def process_all(self, path: Path) -> tuple[Record, ...]:
        if path.name == "locked.pdf":
            raise EncryptedDocument("the file needs a password", "Save it without one.")
        record = harbour()
        source = replace(record.document.source, path=str(path))
        return (replace(record, document=replace(record.document, source=source)),)


@pytest.fixture(autouse=True)
def pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    def load(**_options: Any) -> FakePipeline:
        return FakePipeline()

    monkeypatch.setattr("minutextract.pipeline.Pipeline.load", load)


@pytest.fixture
def paths(tmp_path: Path) -> list[str]:
    for name in ("a.txt", "locked.pdf", "b.txt"):
        (tmp_path / name).write_text("words", encoding="utf-8")
    return [str(tmp_path / name) for name in ("a.txt", "locked.pdf", "b.txt")]


def test_json_is_valid_and_nothing_else_even_when_a_file_fails(paths: list[str]) -> None:
    result = run.invoke(app, ["extract", *paths])
    assert result.exit_code == 2
    records = json.loads(result.stdout)
    RECORDS.validate_python(records)
    assert [record["source"]["path"] for record in records] == [paths[0], paths[2]]
    assert result.stderr == f"minutextract: {paths[1]}: the file needs a password. Save it without one.\n"


def test_json_is_an_empty_array_when_every_file_fails(paths: list[str]) -> None:
    result = run.invoke(app, ["extract", paths[1]])
    assert (result.exit_code, json.loads(result.stdout)) == (2, [])


def test_json_lines(paths: list[str]) -> None:
    result = run.invoke(app, ["extract", paths[0], paths[2], "--format", "jsonl"])
    assert [json.loads(line)["source"]["path"] for line in result.stdout.splitlines()] == [paths[0], paths[2]]


def test_csv_and_markdown(paths: list[str]) -> None:
    rows = list(csv.DictReader(StringIO(run.invoke(app, ["extract", paths[0], "--format", "csv"]).stdout)))
    assert len(rows) == 9
    assert run.invoke(app, ["extract", paths[0], "--format", "md"]).stdout.startswith("# ")


def test_an_output_file(paths: list[str], tmp_path: Path) -> None:
    result = run.invoke(app, ["extract", paths[0], "--output", str(tmp_path / "out.json")])
    assert (result.exit_code, result.stdout) == (0, "")
    assert len(json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))) == 1


@pytest.mark.parametrize("name", ["", "a.txt"])
def test_an_output_that_is_a_directory_or_a_source(paths: list[str], tmp_path: Path, name: str) -> None:
    result = run.invoke(app, ["extract", paths[0], "--output", str(tmp_path / name)])
    assert result.exit_code == 1
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "words"
