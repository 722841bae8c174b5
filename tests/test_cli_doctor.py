from __future__ import annotations

from importlib import metadata
from pathlib import Path

import pytest
from typer.testing import CliRunner

from minutextract.cli.main import app
from minutextract.errors import ModelError
from minutextract.tagger import layout

run = CliRunner()


@pytest.fixture(autouse=True)
def model_in_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "verify", lambda _folder: {layout.WEIGHTS: "ab" * 32})


def test_all_well() -> None:
    result = run.invoke(app, ["doctor", "--model", "some/model"])
    assert result.exit_code == 0, result.stdout
    assert "FAILED" not in result.stdout
    assert "weights abababababab" in result.stdout
    for name in ("python", "torch", "transformers", "typer", "spaCy pipeline", "model"):
        assert f" {name} " in result.stdout


def test_the_backend_and_why(tmp_path: Path) -> None:
    result = run.invoke(app, ["doctor", "--model", str(tmp_path)])
    assert "torch: the model has no model.int8.onnx" in result.stdout
    (tmp_path / layout.QUANTISED).touch()
    result = run.invoke(app, ["doctor", "--model", str(tmp_path)])
    assert "onnx: onnxruntime is installed" in result.stdout


def test_a_refused_model_is_four(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_folder: Path) -> None:
        raise ModelError("it was altered", "install it again")

    monkeypatch.setattr(layout, "verify", refuse)
    result = run.invoke(app, ["doctor"])
    assert result.exit_code == 4
    assert "it was altered; install it again" in result.stdout


def test_no_spacy_pipeline_is_five(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("minutextract.engine.installed_pipeline", lambda: None)
    result = run.invoke(app, ["doctor"])
    assert result.exit_code == 5
    assert "no English pipeline is installed" in result.stdout


def test_a_missing_package_is_five(monkeypatch: pytest.MonkeyPatch) -> None:
    def version(name: str) -> str:
        if name == "selectolax":
            raise metadata.PackageNotFoundError
        return "1"

    monkeypatch.setattr(metadata, "version", version)
    result = run.invoke(app, ["doctor"])
    assert result.exit_code == 5
    assert "pip install selectolax" in result.stdout


def test_a_source_tree_that_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    def requires(_name: str) -> None:
        raise metadata.PackageNotFoundError

    monkeypatch.setattr(metadata, "requires", requires)
    assert run.invoke(app, ["doctor"]).exit_code == 0


def test_programs_that_some_formats_need(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: f"/opt/{name}" if name == "tesseract" else None)
    result = run.invoke(app, ["doctor"])
    assert result.exit_code == 0
    found = [line.split(maxsplit=2) for line in result.stdout.splitlines()[-2:]]
    assert found[0][:2] == ["absent", "LibreOffice"]
    assert found[1] == ["ok", "tesseract", "/opt/tesseract"]
