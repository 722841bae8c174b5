"""Every command that README and docs show is run as it stands, with the classifier that comes along."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import batch_loading
from console import PAGES, ROOT, console_lines, run_line, set_scene
from minutextract import api
from minutextract.pipeline import Pipeline

SHOWING = [page for page in PAGES if console_lines(page.read_text(encoding="utf-8"))]


@pytest.fixture
def scene(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shipped: Pipeline) -> Path:
    """A folder with what the examples name; the classifier is loaded once for all, a batch's workers do without."""

    def load(**options: Any) -> Pipeline:
        return replace(shipped, read=options["read"])

    monkeypatch.setattr(Pipeline, "load", load)
    monkeypatch.setattr("minutextract.cli.batch.load_pipeline", batch_loading.load)
    set_scene(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("scene")
@pytest.mark.parametrize("page", SHOWING, ids=lambda page: str(page.relative_to(ROOT)))
def test_the_examples_run_as_they_stand(page: Path) -> None:
    faults = [run_line(line) for line in console_lines(page.read_text(encoding="utf-8"))]
    assert list(filter(None, faults)) == []


@pytest.mark.usefixtures("scene")
@pytest.mark.parametrize("page", ["README.md", "docs/python.md"])
def test_the_python_examples_run_as_they_stand(page: str, monkeypatch: pytest.MonkeyPatch, shipped: Pipeline) -> None:
    pytest.importorskip("pandas")
    monkeypatch.setattr(api, "shipped_pipeline", lambda: shipped)
    blocks = re.findall(r"^```python\n(.*?)^```", (ROOT / page).read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    assert blocks
    names: dict[str, object] = {}
    for block in blocks:
        exec(block, names)


def test_lines_of_a_block_are_told_apart() -> None:
    text = '```console\nminutextract search --store a.db "b c"  # why\nminutextract schema > s.json\n```\n'
    first, second = console_lines(text)
    assert first.words[-1] == "b c"
    assert (second.words, second.target) == (("minutextract", "schema"), "s.json")
    assert [one.words for one in console_lines("```console\n$ make demo\nwhat it prints\n```\n")] == [("make", "demo")]


@pytest.mark.usefixtures("scene")
@pytest.mark.parametrize(
    "command",
    ["minutextract summarize nowhere.md", "minutextract schema --no-such-option", "minutextract train", "frobnicate"],
)
def test_an_example_that_does_not_run_is_told(command: str) -> None:
    [line] = console_lines(f"```console\n{command}\n```\n")
    assert run_line(line)
