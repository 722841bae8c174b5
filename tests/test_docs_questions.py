"""The examples of docs/questions.md run as they stand."""

from __future__ import annotations

import importlib.util
import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from minutextract.cli.main import app
from stores import society

DOCS = (Path(__file__).resolve().parent.parent / "docs" / "questions.md").read_text(encoding="utf-8")
EXAMPLES = [line for block in re.findall(r"```console\n(.*?)```", DOCS, re.DOTALL) for line in block.splitlines()]


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_examples_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, example: str) -> None:
    if "xlsx" in example and importlib.util.find_spec("xlsxwriter") is None:
        pytest.skip("XlsxWriter is not installed")
    with society(tmp_path):
        pass
    (tmp_path / "a.db").rename(tmp_path / "ARCHIVE.db")
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(app, shlex.split(example)[1:])
    # The files of these minutes are nowhere.
    assert done.exit_code == (2 if "verify" in example else 0), done.output
