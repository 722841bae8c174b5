"""The documents say what the program does: every command, and nothing that is not there."""

from __future__ import annotations

import re
import shlex
import shutil
from dataclasses import fields
from pathlib import Path

import pytest
import typer.main
from typer.testing import CliRunner

from batch_loading import load, minutes
from minutextract.batch.report import Report
from minutextract.cli.main import app

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = sorted(typer.main.get_command(app).commands)  # type: ignore[attr-defined]


@pytest.mark.parametrize("command", COMMANDS)
def test_the_readme_names_each_command(command: str) -> None:
    assert f"minutextract {command}" in README


def test_the_readme_names_no_other_command() -> None:
    shown = [block for block in README.split("```") if block.startswith("console")]
    assert set(re.findall(r"^minutextract ([a-z]+)", "".join(shown), re.MULTILINE)) <= set(COMMANDS)


def test_links_of_the_readme_lead_somewhere() -> None:
    links = [link for link in re.findall(r"\]\(([^)]+)\)", README) if "://" not in link]
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_make_targets_of_the_readme_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert all(f"\n{target}:" in makefile for target in set(re.findall(r"^make (\w+)", README, re.MULTILINE)))


def test_the_corpus_examples_run_as_they_stand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (ROOT / "docs" / "corpus.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```console\n(.*?)```", text, re.DOTALL)
    commands = [shlex.split(line)[1:] for block in blocks for line in block.splitlines()]
    corpus = typer.main.get_command(app).commands["corpus"]  # type: ignore[attr-defined]
    assert {command[1] for command in commands} == set(corpus.commands)
    shutil.copytree(ROOT / "corpus", tmp_path / "corpus")
    (tmp_path / "models").symlink_to(ROOT / "models")
    monkeypatch.chdir(tmp_path)
    for command in commands:
        result = CliRunner().invoke(app, command)
        # The corpus has units of no document beside those of the eight.
        assert result.exit_code == (2 if command[1] == "rebuild" else 0), result.output


def test_the_batch_examples_run_as_they_stand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (ROOT / "docs" / "batch.md").read_text(encoding="utf-8")
    commands = [shlex.split(line)[1:] for block in re.findall(r"```console\n(.*?)```", text, re.DOTALL)
                for line in block.splitlines()]  # fmt: skip
    assert commands
    minutes(tmp_path / "minutes", "march.md")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("minutextract.cli.batch.load_pipeline", load)
    for command in commands:
        assert CliRunner().invoke(app, command).exit_code == 0


@pytest.mark.parametrize("name", [field.name for field in fields(Report)])
def test_the_fields_of_the_report_are_explained(name: str) -> None:
    assert f"`{name}`" in (ROOT / "docs" / "batch.md").read_text(encoding="utf-8")


def test_the_demo_document_exists() -> None:
    demo = re.search(r"^DEMO := (.+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert demo is not None
    assert (ROOT / demo[1]).is_file()
