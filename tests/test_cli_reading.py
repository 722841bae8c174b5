"""The commands read in a child process: what a bad file costs, and the documents of an e-mail message."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import faulty_readers
from builders import Keywords
from factories_docx import make_docx, p
from factories_mail import MINUTES, make_mail
from minutextract.cli.main import app
from minutextract.pipeline import Pipeline
from minutextract.readers.detect import Format
from minutextract.readers.sandbox import Limits, Sandbox

run = CliRunner()
DOCX = make_docx(p("Present: Kit Loomis") + p("Kit to paint the fence."))


@pytest.fixture(autouse=True)
def pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    def load(*, read: Any, **_options: Any) -> Pipeline:
        return Pipeline(Keywords(), read=read)

    monkeypatch.setattr("minutextract.pipeline.Pipeline.load", load)


@pytest.fixture
def mail(tmp_path: Path) -> str:
    path = tmp_path / "mail.eml"
    path.write_bytes(make_mail(MINUTES, ("minutes.docx", Format.DOCX.value, DOCX)))
    return str(path)


def written(folder: Path, *names: str) -> list[str]:
    for name in names:
        (folder / name).write_text(MINUTES, encoding="utf-8")
    return [str(folder / name) for name in names]


def test_bad_files_are_named_and_the_others_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    faulty = partial(Sandbox, Limits(seconds=1.5, memory=512 * 1024**2), faulty_readers.by_name, faulty_readers.by_name)
    monkeypatch.setattr("minutextract.readers.sandbox.Sandbox", faulty)
    paths = written(tmp_path, "dies.txt", "a.txt", "eats.txt", "hangs.txt", "prints.txt")
    result = run.invoke(app, ["extract", *paths])
    assert result.exit_code == 2
    assert [Path(record["source"]["path"]).name for record in json.loads(result.stdout)] == ["a.txt", "prints.txt"]
    told = [line.removeprefix(f"minutextract: {tmp_path}/").split(".")[:2] for line in result.stderr.splitlines()]
    assert told == [
        ["dies", "txt: reading ended the reader's process (exit code 77)"],
        ["eats", "txt: reading the file takes more memory than it may"],
        ["hangs", "txt: reading took more than 1"],
    ]
    assert run.invoke(app, ["inspect", paths[0], "--stage", "blocks"]).exit_code == 2


def test_every_document_of_a_message_gives_its_record(mail: str) -> None:
    result = run.invoke(app, ["extract", mail])
    assert result.exit_code == 0, result.output
    records = json.loads(result.stdout)
    assert [record["source"]["path"] for record in records] == [mail, f"{mail}!minutes.docx"]
    actions = [[action["text"] for action in record["actions"]] for record in records]
    assert actions == [["call the plumber before Friday"], ["paint the fence"]]


def test_a_summary_names_the_attachment(mail: str) -> None:
    result = run.invoke(app, ["summarize", mail])
    assert "Extracted from mail.eml (sha256" in result.stdout
    assert "Extracted from mail.eml!minutes.docx (sha256" in result.stdout


@pytest.mark.parametrize("stage", ["blocks", "mentions", "findings"])
def test_inspect_tells_the_documents_apart(mail: str, stage: str) -> None:
    found = [line.split("\t") for line in run.invoke(app, ["inspect", mail, "--stage", stage]).stdout.splitlines()]
    assert [words for _, what, words in found if what == "document"] == [mail, f"{mail}!minutes.docx"]
    assert len(found) > 2
