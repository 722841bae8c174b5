"""The documents say what the program does: every command, and nothing that is not there."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest
import typer.main

from console import PAGES, console_lines
from minutextract.batch.report import Report
from minutextract.cli.main import app

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = sorted(typer.main.get_command(app).commands)  # type: ignore[attr-defined]


def test_the_readme_names_no_other_command() -> None:
    shown = [block for block in README.split("```") if block.startswith("console")]
    assert set(re.findall(r"^minutextract ([a-z]+)", "".join(shown), re.MULTILINE)) <= set(COMMANDS)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8"))
    files = {link.split("#")[0] for link in links if "://" not in link and not link.startswith("#")}
    assert [file for file in sorted(files) if not (page.parent / file).exists()] == []


def test_the_index_lists_every_page() -> None:
    index = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    pages = [page.name for page in (ROOT / "docs").glob("*.md") if page.name != "README.md"]
    assert [page for page in pages if f"]({page})" not in index] == []


def test_the_make_targets_of_the_readme_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert all(f"\n{target}:" in makefile for target in set(re.findall(r"^make (\w+)", README, re.MULTILINE)))


def test_the_corpus_page_shows_every_tool() -> None:
    lines = console_lines((ROOT / "docs" / "corpus.md").read_text(encoding="utf-8"))
    corpus = typer.main.get_command(app).commands["corpus"]  # type: ignore[attr-defined]
    assert {line.words[2] for line in lines} == set(corpus.commands)


@pytest.mark.parametrize("name", [field.name for field in fields(Report)])
def test_the_fields_of_the_report_are_explained(name: str) -> None:
    assert f"`{name}`" in (ROOT / "docs" / "batch.md").read_text(encoding="utf-8")


def test_the_demo_document_exists() -> None:
    demo = re.search(r"^DEMO := (.+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert demo is not None
    assert (ROOT / demo[1]).is_file()
