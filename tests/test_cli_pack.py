"""`minutextract pack` from the command line."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from factories import harbour
from minutextract.cli.main import app
from minutextract.errors import CorruptDocument
from minutextract.pack import contents
from minutextract.record import Record

run = CliRunner()


class FakePipeline:
    """Gives the same record for every file, and cannot read those called "bad"."""

    def load(self, **_options: Any) -> FakePipeline:
        return self

    def process_all(self, path: Path) -> tuple[Record, ...]:
        if path.stem == "bad":
            raise CorruptDocument("it is damaged", "Ask for another")
        record = harbour()
        return (
            replace(record, document=replace(record.document, source=replace(record.document.source, path=str(path)))),
        )


@pytest.fixture(autouse=True)
def scene(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("minutextract.pipeline.Pipeline.load", FakePipeline().load)
    monkeypatch.setattr("minutextract.batch.version.made_by", lambda *_: "0" * 16)
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "b.txt", "bad.txt"):
        Path(name).write_text("words", encoding="utf-8")


def packed(*more: str) -> Any:
    return run.invoke(app, ["pack", "a.txt", "--output", "out", "--formats", "text", *more])


def test_a_pack_is_made_once_and_replaced_on_demand() -> None:
    made = packed()
    assert (made.exit_code, made.stdout) == (0, "")
    assert "files in out; what is in secretary-only is not for circulation." in made.stderr
    before = {path: path.read_bytes() for path in Path("out").rglob("*") if path.is_file()}
    again = packed()
    assert again.exit_code == 1
    assert "out is not empty. Name another folder, or add --replace." in again.stderr
    assert packed("--replace").exit_code == 0
    assert {path: path.read_bytes() for path in Path("out").rglob("*") if path.is_file()} == before


def test_verifying_tells_what_was_changed() -> None:
    packed()
    assert run.invoke(app, ["pack", "--verify", "out"]).stdout.endswith("files are as the manifest says.\n")
    Path("out/members/summary.txt").write_text("edited", encoding="utf-8")
    found = run.invoke(app, ["pack", "--verify", "out"])
    assert (found.exit_code, found.stdout) == (2, "members/summary.txt was changed.\n")
    assert "kept as summary.changed-" in packed("--replace").stderr


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_packed() -> None:
    made = run.invoke(app, ["pack", "a.txt", "bad.txt", "b.txt", "--output", "out", "--formats", "text"])
    assert made.exit_code == 2
    assert "bad.txt: it is damaged. Ask for another." in made.stderr
    assert len(json.loads(Path("out/manifest.json").read_bytes())["meetings"]) == 2
    assert run.invoke(app, ["pack", "bad.txt", "--output", "none"]).exit_code == 2
    assert not Path("none").exists()


def test_a_document_that_fails_is_told_with_cause_and_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> Any:
        raise ValueError("oh")

    monkeypatch.setattr(contents, "redactions_json", broken)
    made = packed()
    assert made.exit_code == 2
    told = "not-for-circulation-redactions.json: internal error: ValueError: oh. Run again with --verbose"
    assert told in made.stderr
    assert Path("out/members/summary.txt").is_file()
    assert run.invoke(app, ["pack", "--verify", "out"]).exit_code == 0


def test_the_house_file_counts_and_options_win() -> None:
    Path("minutextract.toml").write_text('heading = "Quay Club"\nlength = "brief"', encoding="utf-8")
    packed()
    said = json.loads(Path("out/manifest.json").read_bytes())
    assert (said["options"]["length"], len(said["options"]["house"])) == ("brief", 64)
    assert Path("out/members/summary.txt").read_text(encoding="utf-8").startswith("Quay Club")
    packed("--replace", "--length", "full")
    assert json.loads(Path("out/manifest.json").read_bytes())["options"]["length"] == "full"


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["a.txt"], "Give FILE and --output DIR, or --verify DIR."),
        (["--output", "out"], "Give FILE and --output DIR, or --verify DIR."),
        (["a.txt", "--verify", "out"], "Give neither FILE nor --output."),
        (["a.txt", "--output", "out", "--formats", "dcox"], "Did you mean docx?"),
        (["a.txt", "--output", "a.txt"], "a.txt is a file"),
        (["a.txt", "--output", "out", "--house", "no.toml"], "no.toml cannot be read"),
        (["a.txt", "--output", "out", "--templates", "no"], "there is no folder no"),
        (["a.txt", "--output", "out", "--templates", "."], "has no template of a pack. It uses chair.html.j2"),
        (["--verify", "."], "holds no pack: it has no manifest.json"),
    ],
)
def test_what_makes_no_sense_is_told_before_anything_is_read(
    options: list[str], told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FakePipeline, "process_all", lambda *_: pytest.fail("a file was read"))
    result = run.invoke(app, ["pack", *options])
    assert (result.exit_code, result.stdout) == (1, "")
    assert told in result.stderr
    assert not Path("out").exists()
