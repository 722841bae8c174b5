"""Tables as files; and docs/store.md, which says what is in them."""

from __future__ import annotations

import csv
import json
import re
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from minutextract.cli.main import app
from minutextract.exporting.tables import tables
from stores import society

DOCS = (Path(__file__).resolve().parent.parent / "docs" / "store.md").read_text(encoding="utf-8")


def export(folder: Path, format: str) -> tuple[int, str]:
    with society(folder) as store:
        store.execute("UPDATE findings SET text = '=1+1' WHERE kind = 'praise'")
    command = ["export", "--store", str(folder / "a.db"), "--output", str(folder / "out"), "--format", format]
    done = CliRunner().invoke(app, command)
    return done.exit_code, done.stdout + done.stderr


def test_csv(tmp_path: Path) -> None:
    code, told = export(tmp_path, "csv")
    assert code == 0
    assert f"{tmp_path / 'out' / 'findings.csv'}: 7 rows" in told
    with (tmp_path / "out" / "findings.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert "'=1+1" in {row["text"] for row in rows}
    assert {path.stem for path in (tmp_path / "out").iterdir()} >= {
        "documents",
        "meetings",
        "parties",
        "series",
        "persons",
    }
    assert not [path for path in (tmp_path / "out").iterdir() if path.suffix != ".csv"]


def test_json_lines(tmp_path: Path) -> None:
    assert export(tmp_path, "jsonl")[0] == 0
    rows = [json.loads(line) for line in (tmp_path / "out" / "findings.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(rows) == 7
    assert {"=1+1", "mend the gate by 1 May 2024"} <= {row["text"] for row in rows}


def test_parquet(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    assert export(tmp_path, "parquet")[0] == 0
    table = parquet.read_table(tmp_path / "out" / "findings.parquet")
    assert table.num_rows == 7
    assert [str(table.schema.field(name).type) for name in ("text", "start", "score")] == ["string", "int64", "double"]
    assert parquet.read_table(tmp_path / "out" / "corrections.parquet").num_rows == 0


def test_parquet_without_its_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.delitem(sys.modules, "minutextract.exporting.parquet", raising=False)
    code, told = export(tmp_path, "parquet")
    assert code == 5
    assert "pip install 'minutextract[parquet]'" in told
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    assert export(tmp_path, "csv")[0] == 1


def test_every_table_and_column_is_documented(tmp_path: Path) -> None:
    sections = dict(re.findall(r"^### `(\w+)`\n(.*?)(?=^#|\Z)", DOCS, re.MULTILINE | re.DOTALL))
    with society(tmp_path) as store:
        there = tables(store, internal=True)
    assert set(sections) == set(there)
    for name, columns in there.items():
        assert re.findall(r"^\| `(\w+)` \|", sections[name], re.MULTILINE) == [column.name for column in columns], name
