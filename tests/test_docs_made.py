"""What the program writes into the documents (`make docs`) is as it would write it now."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

import command_pages
import notebook
import readme_run
from minutextract import api
from minutextract.pipeline import Pipeline
from minutextract.sample import sample_minutes

ROOT = Path(__file__).resolve().parent.parent
PAGES = command_pages.pages()


@pytest.fixture
def loaded(shipped: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    """The functions of the package use the classifier that is loaded already."""
    monkeypatch.setattr(api, "shipped_pipeline", lambda: shipped)


def test_there_is_a_page_for_each_command_and_no_other() -> None:
    assert {path.name for path in command_pages.FOLDER.glob("*.md")} == set(PAGES)


@pytest.mark.parametrize("name", PAGES)
def test_the_pages_of_commands_are_fresh(name: str) -> None:
    assert (command_pages.FOLDER / name).read_text(encoding="utf-8") == PAGES[name], "run `make docs`"


def test_a_page_says_what_the_command_takes() -> None:
    page = PAGES["summarize.md"]
    assert "`minutextract summarize FILE… [OPTIONS]`" in page
    assert re.search(r"^\| `--output PATH` \| .+ \|$", page, re.MULTILINE)
    assert "## minutextract review import" in PAGES["review.md"]


def test_examples_are_of_commands_that_there_are() -> None:
    shown = set(re.findall(r"^#+ minutextract (.+)$", "".join(PAGES.values()), re.MULTILINE))
    assert set(command_pages._examples()) <= shown


@pytest.mark.usefixtures("loaded")
def test_the_run_in_the_readme_is_fresh() -> None:
    text = readme_run.README.read_text(encoding="utf-8")
    summary = api.summarize(sample_minutes()).text
    assert readme_run.excerpt(summary).count("\n") > 20
    assert readme_run.readme(text, summary) == text, "run `make docs`"


def test_an_excerpt_says_where_lines_are_left_out() -> None:
    lines = "\n".join(f"- {letter}" for letter in "abcdefgh")
    text = f"Title\n=====\nA: b\n\nActions (8)\n-----------\n{lines}\n\n-----\nEnd\n"
    shown = "Title\n=====\nA: b\n\nActions (8)\n-----------\n- a\n- b\n- c\n- d\n- e\n…\n\n-----\nEnd\n"
    assert readme_run.excerpt(text) == shown


@pytest.mark.usefixtures("loaded")
def test_the_outputs_of_the_notebook_are_fresh() -> None:
    pytest.importorskip("pandas")
    stored = notebook.load()
    fresh = notebook.run(stored, notebook.NOTEBOOK.parent)
    assert [cell.get("outputs") for cell in fresh["cells"]] == [cell.get("outputs") for cell in stored["cells"]]


def test_a_cell_shows_what_it_prints_and_its_last_value(tmp_path: Path) -> None:
    cell: dict[str, Any] = {"cell_type": "code", "source": ["a = 2\n", "print(a)\n", "a + 1"]}
    [ran] = notebook.run({"cells": [cell]}, tmp_path)["cells"]
    assert [one.get("text") or one["data"]["text/plain"] for one in ran["outputs"]] == [["2\n"], ["3"]]
