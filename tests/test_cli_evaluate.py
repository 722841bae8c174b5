from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from typer.testing import CliRunner

from minutextract.cli.main import app
from minutextract.corpus import LABELS, Unit
from minutextract.evaluation import Figures, LabelFigures
from minutextract.training.config import TrainingConfig

run = CliRunner()


class FakeTagger:
    thresholds = dict.fromkeys(LABELS, 0.5)

    def scores(self, units: Sequence[Unit]) -> list[dict[str, float]]:
        return [{label: float(label in unit.text) for label in LABELS} for unit in units]


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr("minutextract.tagger.tagger.Tagger.load", lambda _folder, _backend: FakeTagger())
    rows = [
        {"source": "quay", "text": "an action", "labels": ["action"]},
        {"source": "quay", "text": "an action it is not", "labels": []},
        {"source": "pier", "text": "praise", "labels": ["praise"]},
    ]
    path = tmp_path / "units.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return str(path)


def test_json_is_the_contract_form(corpus: str) -> None:
    result = run.invoke(app, ["evaluate", corpus, "--format", "json"])
    figures = json.loads(result.stdout)
    assert figures["n"] == 3
    assert figures["labels"]["action"] == {"precision": 0.5, "recall": 1.0, "f1": 0.6667, "support": 1}
    assert set(figures) == {"n", "labels", "macro_f1", "calibration_error", "risk_coverage"}
    assert figures["calibration_error"]["action"] == 0.3333
    assert figures["risk_coverage"][0] == {"coverage": 1.0, "risk": 0.3333}


def test_figures_by_source(corpus: str) -> None:
    result = run.invoke(app, ["evaluate", corpus, "--format", "json", "--by-source"])
    assert {name: one["n"] for name, one in json.loads(result.stdout)["sources"].items()} == {"pier": 1, "quay": 2}


def test_text_is_a_table(corpus: str) -> None:
    text = run.invoke(app, ["evaluate", corpus, "--by-source"]).stdout
    assert "action        0.5000    1.0000    0.6667         1\n" in text
    assert "calibration error  action 0.333" in text
    assert "\npier\nlabel" in text


def test_a_file_that_is_no_corpus_is_one(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text("not json\n", encoding="utf-8")
    result = run.invoke(app, ["evaluate", str(path)])
    assert result.exit_code == 1
    assert "x.jsonl:1 is not JSON" in result.stderr


def test_training_is_called_with_defaults_and_prints_figures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    called: dict[str, object] = {}

    def train_model(corpus: Sequence[Path], dev: Path, output: Path, *, config: TrainingConfig, run: Path) -> Figures:
        called.update(corpus=list(corpus), dev=dev, output=output, config=config, run=run)
        return Figures(7, {label: LabelFigures(1, 1, 1, 1) for label in LABELS})

    monkeypatch.setattr("minutextract.training.run.train_model", train_model)
    arguments = ["train", "a.jsonl", "b.jsonl", "--dev", "dev.jsonl", "--output", str(tmp_path / "model")]
    result = run.invoke(app, arguments)
    assert result.exit_code == 0, result.output
    assert "macro F1 1.0000 over 7 units" in result.stdout
    assert called["corpus"] == [Path("a.jsonl"), Path("b.jsonl")]
    assert called["run"] == tmp_path / "model.run"
    assert called["config"] == TrainingConfig()
    (tmp_path / "c.toml").write_text("epochs = 2\n", encoding="utf-8")
    run.invoke(app, [*arguments, "--config", str(tmp_path / "c.toml"), "--run", "checkpoints"])
    assert called["config"] == TrainingConfig(epochs=2)
    assert called["run"] == Path("checkpoints")


@pytest.mark.parametrize(("config", "cause"), [("epochs = 0\n", "[epochs]"), ("x =\n", "is not TOML")])
def test_a_wrong_configuration_is_one(tmp_path: Path, config: str, cause: str) -> None:
    (tmp_path / "c.toml").write_text(config, encoding="utf-8")
    arguments = ["--dev", "d", "--output", str(tmp_path / "m"), "--config", str(tmp_path / "c.toml")]
    result = run.invoke(app, ["train", "a.jsonl", *arguments])
    assert result.exit_code == 1
    assert cause in result.stderr


def test_the_model_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "m").touch()
    result = run.invoke(app, ["train", "a.jsonl", "--dev", "d", "--output", str(tmp_path / "m")])
    assert result.exit_code == 1
    assert "is not a folder" in result.stderr
