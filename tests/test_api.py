"""The commands as functions: `import minutextract as mx`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import minutextract as mx
from batch_loading import minutes
from builders import Keywords
from minutextract import api
from minutextract.errors import MissingProgram, UsageError

MARCH = "Minutes of the Lantern Hill Society held on 4 March 2024"


@pytest.fixture(autouse=True)
def stand_in(pipeline: mx.Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    """Words instead of weights."""
    monkeypatch.setattr(api, "shipped_pipeline", lambda: pipeline)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with the minutes of one meeting."""
    return minutes(tmp_path, "march.md", "CD thanked AB for the roof.")


def test_every_name_is_there() -> None:
    assert [name for name in mx.__all__ if getattr(mx, name, None) is None] == []
    assert dir(mx) == sorted(mx.__all__)


def test_importing_takes_no_time() -> None:
    code = "import time; start = time.process_time(); import minutextract; print(time.process_time() - start)"
    taken = [float(subprocess.check_output([sys.executable, "-c", code], text=True)) for _ in range(3)]
    assert min(taken) < 0.2


def test_read_takes_a_path_as_text(path: Path) -> None:
    assert mx.read(str(path)) == mx.read(path)
    assert mx.read(path).text.startswith(MARCH)


def test_extract_gives_a_record_for_each_file(path: Path, tmp_path: Path) -> None:
    other = minutes(tmp_path, "other.md", number=2)
    records = mx.extract(path, str(other))
    assert [record.document.source.path for record in records] == [str(path), str(other)]
    assert [action.owners[0].name for action in records[0].actions] == ["Ann Baxter"]
    assert mx.extract() == ()


def test_a_pipeline_of_ones_own(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api, "shipped_pipeline", lambda: pytest.fail("the shipped pipeline was loaded"))
    own = mx.Pipeline(Keywords())
    assert mx.extract(path, pipeline=own) == own.process_all(path)
    assert mx.summarize(path, pipeline=own).title


def test_a_summary_of_a_file_or_a_record(path: Path) -> None:
    [record] = mx.extract(path)
    summary = mx.summarize(path)
    assert summary == mx.summarize(record)
    assert str(summary) == summary.text
    assert "Ann Baxter" in summary.text
    assert summary.markdown.startswith("# ")
    assert summary._repr_markdown_() == summary.markdown
    assert summary.html.startswith("<!")


def test_several_meetings_have_no_one_summary(tmp_path: Path) -> None:
    log = tmp_path / "log.md"
    body = "Present: Ann Baxter (AB), Colin Dray (CD)\n\nAB to mend the gate.\n\n"
    log.write_text(f"# 4 March 2024\n\n{body}# 8 April 2024\n\n{body}", encoding="utf-8")
    with pytest.raises(UsageError, match="2 meetings"):
        mx.summarize(log)


def test_findings_as_a_frame(path: Path) -> None:
    pytest.importorskip("pandas")
    [record] = mx.extract(path)
    table = mx.frame(record)
    assert list(table["kind"]) == ["action", "praise"]
    action = table.iloc[0]
    assert str(action["due_date"].date()) == "2024-05-01"
    assert str(action["date"].date()) == "2024-03-04"
    assert record.document.text[action["start"] : action["end"]] == action["quote"]
    assert action["score"] == pytest.approx(0.95)
    assert table["due_date"].isna().tolist() == [False, True]
    assert len(mx.frame([record, record])) == 4
    assert list(mx.frame([]).columns) == list(table.columns)


def test_a_frame_without_pandas(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MissingProgram, match=r"minutextract\[pandas\]"):
        mx.frame(mx.extract(path))


def test_the_shipped_pipeline_is_loaded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.setattr(mx.Pipeline, "load", lambda: mx.Pipeline(Keywords()))
    api.shipped_pipeline.cache_clear()
    assert api.shipped_pipeline() is api.shipped_pipeline()
    api.shipped_pipeline.cache_clear()
