"""docs/action-log.md says what the log has, and its examples run as they stand."""

from __future__ import annotations

import importlib.util
import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from factories import harbour
from minutextract.actionlog.columns import COLUMNS
from minutextract.actionlog.row import Status
from minutextract.cli.main import app
from minutextract.record import Record
from stores import society

DOCS = (Path(__file__).resolve().parent.parent / "docs" / "action-log.md").read_text(encoding="utf-8")
EXAMPLES = [line for block in re.findall(r"```console\n(.*?)```", DOCS, re.DOTALL) for line in block.splitlines()]


class FakePipeline:
    """Gives the same record for every file."""

    def process_all(self, _path: Path) -> tuple[Record, ...]:
        return (harbour(),)


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_examples_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, example: str) -> None:
    if "--format pdf" in example and importlib.util.find_spec("weasyprint") is None:
        pytest.skip("WeasyPrint is not installed")
    with society(tmp_path):
        pass
    (tmp_path / "a.db").rename(tmp_path / "ARCHIVE.db")
    (tmp_path / "minutes.docx").write_bytes(b"PK")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("minutextract.pipeline.Pipeline.load", lambda **_options: FakePipeline())
    done = CliRunner().invoke(app, shlex.split(example)[1:])
    assert done.exit_code == 0, done.output
    if written := re.search(r"--output (\S+)", example):
        assert (tmp_path / written[1]).stat().st_size


@pytest.mark.parametrize("words", [*(column.heading for column in COLUMNS), *(status.value for status in Status)])
def test_columns_and_statuses_are_explained(words: str) -> None:
    firsts = [line.split("|")[1] for line in DOCS.splitlines() if line.startswith("| ")]
    assert words in {word.strip() for first in firsts for word in first.split(",")}
