from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from builders import Keywords
from minutextract.cli.main import app
from minutextract.pipeline import Pipeline
from minutextract.readers.child import Read
from minutextract.sample import sample_minutes

run = CliRunner()


def load(_model: Path | None, _spacy: str | None, read: Read) -> Pipeline:
    return Pipeline(Keywords(), read=read)


def test_the_demo_is_the_summary_of_the_sample(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("minutextract.cli.demo.load_pipeline", load)
    result = run.invoke(app, ["demo"])
    assert result.exit_code == 0
    assert "Discharge Improvement Group" in result.stdout.splitlines()[0]
    assert sample_minutes().name in result.stdout


def test_the_sample_is_saved_and_replaces_nothing(tmp_path: Path) -> None:
    path = tmp_path / "sample.md"
    assert run.invoke(app, ["demo", "--save", str(path)]).exit_code == 0
    assert path.read_bytes() == sample_minutes().read_bytes()
    path.write_text("mine", encoding="utf-8")
    assert run.invoke(app, ["demo", "--save", str(path)]).exit_code == 1
    assert path.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("typed", ["minutextract summ", "minutextract corpus va"])
def test_the_shell_completes_commands(typed: str) -> None:
    words = {"COMP_WORDS": typed, "COMP_CWORD": str(typed.count(" "))}
    result = run.invoke(app, env={"_MINUTEXTRACT_COMPLETE": "complete_bash", **words}, prog_name="minutextract")
    assert result.stdout.strip() in ("summarize", "validate")
