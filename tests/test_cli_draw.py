"""Units without labels: drawn from documents, scored by a teacher."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from minutextract.cli.main import app
from minutextract.corpus import LABELS

run = CliRunner()
MINUTES = (
    "# Quay Trust\n\n3 March 2026\n\nPresent: Ada Bell (AB)\n\n## 1. Roof\n\nThe roof leaks. AB to call the plumber.\n"
)


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_units_of_documents_and_their_scores(tmp_path: Path, tiny_model: Path) -> None:
    (tmp_path / "quay").mkdir()
    minutes, units, taught = tmp_path / "quay" / "march.md", tmp_path / "units.jsonl", tmp_path / "taught.jsonl"
    minutes.write_text(MINUTES, encoding="utf-8")
    broken = tmp_path / "quay" / "broken.docx"
    broken.write_bytes(b"PK\x03\x04 nothing")
    result = run.invoke(app, ["corpus", "draw", str(broken), str(minutes), "--output", str(units)])
    assert result.exit_code == 0, result.output
    assert "broken.docx" in result.stderr
    found = rows(units)
    assert [(one["doc"], one["source"], one["labels"]) for one in found] == [("quay:march", "quay", [])] * len(found)
    assert found[-1]["text"] == "AB to call the plumber."
    assert found[-1]["before"] == "The roof leaks."
    assert found[-1]["heading"] == "1. Roof"
    result = run.invoke(app, ["corpus", "teach", str(units), "--model", str(tiny_model), "--output", str(taught)])
    assert result.exit_code == 0, result.output
    assert [set(one["targets"]) for one in rows(taught)] == [set(LABELS)] * len(found)
    assert all(0 <= value <= 1 for one in rows(taught) for value in one["targets"].values())


def test_no_file_is_overwritten(tmp_path: Path, tiny_model: Path) -> None:
    units = tmp_path / "units.jsonl"
    units.write_text('{"text": "ab"}\n', encoding="utf-8")
    result = run.invoke(app, ["corpus", "teach", str(units), "--model", str(tiny_model), "--output", str(units)])
    assert result.exit_code == 1
    assert rows(units) == [{"text": "ab"}]
