from __future__ import annotations

import json
import os
import re
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from factories import empty_record, harbour
from minutextract.cli.main import app
from minutextract.errors import CorruptDocument, MissingProgram, ModelError
from minutextract.record import Record

run = CliRunner()
Failing = dict[str, Exception]


class FakePipeline:
    """Gives the same record for every file, and raises for those that are to fail."""

    def __init__(self, failing: Failing) -> None:
        self.failing = failing
        self.options: dict[str, Any] = {}

    def load(self, **options: Any) -> FakePipeline:
        self.options = options
        return self

    def process_all(self, path: Path) -> tuple[Record, ...]:
        print("a library that prints")
        if path.name in self.failing:
            raise self.failing[path.name]
        record = harbour()
        source = replace(record.document.source, path=str(path))
        return (replace(record, document=replace(record.document, source=source)),)


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch) -> FakePipeline:
    fake = FakePipeline({})
    monkeypatch.setattr("minutextract.pipeline.Pipeline.load", fake.load)
    return fake


@pytest.fixture
def files(tmp_path: Path) -> Callable[..., list[str]]:
    def make(*names: str) -> list[str]:
        for name in names:
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text("words", encoding="utf-8")
        return [str(tmp_path / name) for name in names]

    return make


Make = Callable[..., list[str]]
usefake = pytest.mark.usefixtures("pipeline")


@usefake
def test_a_summary_goes_to_stdout_and_what_libraries_print_does_not(files: Make) -> None:
    result = run.invoke(app, ["summarize", *files("a.txt")])
    assert result.exit_code == 0
    assert result.stdout.startswith("Harbour Trust Committee: summary of the meeting of 4 March 2031\n=====")
    assert "a library that prints" not in result.stdout
    assert "Extracted from a.txt (sha256" in result.stdout


@usefake
def test_what_to_check_is_told_to_the_secretary_and_not_sent_round(files: Make, tmp_path: Path) -> None:
    for arguments in ([], ["--format", "md", "--output", str(output := tmp_path / "summary.md")]):
        result = run.invoke(app, ["summarize", *files("a.txt"), *arguments])
        assert "To check" not in result.stdout
        assert "a.txt:\nTo check before circulation\n---------------------------\n- Owner not clear" in result.stderr
    assert "To check" not in output.read_text(encoding="utf-8")


@usefake
@pytest.mark.parametrize(("format", "begin"), [("md", "# Harbour"), ("html", "<!DOCTYPE html>"), ("json", "[\n")])
def test_other_formats_go_to_stdout_too(files: Make, format: str, begin: str) -> None:
    result = run.invoke(app, ["summarize", *files("a.txt"), "--format", format])
    assert result.exit_code == 0
    assert result.stdout.startswith(begin)


def test_options_reach_the_pipeline(files: Make, pipeline: FakePipeline) -> None:
    run.invoke(app, ["summarize", *files("a.txt"), "--model", "m", "--spacy", "en_core_web_md"])
    assert callable(pipeline.options.pop("read"))
    assert pipeline.options == {"model": Path("m"), "spacy_pipeline": "en_core_web_md"}


@usefake
def test_several_files_are_one_stream(files: Make) -> None:
    result = run.invoke(app, ["summarize", *files("a.txt", "b.txt")])
    assert result.stdout.count("Harbour Trust Committee: summary") == 2


@usefake
def test_a_directory_gets_a_file_each_and_names_do_not_clash(files: Make, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    paths = files("Größe & Co.txt", "x/minutes 1.md", "y/Minutes_1.docx", "议事录.txt", "con.txt")
    result = run.invoke(app, ["summarize", *paths, "--format", "md", "--output", str(tmp_path / "out")])
    assert (result.exit_code, result.stdout) == (0, "")
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    clashing = [name for name in names if re.fullmatch(r"minutes-1-[0-9a-f]{12}\.md", name)]
    assert names == ["con-minutes.md", "groe-co.md", *clashing, "minutes.md"]
    texts = [(tmp_path / "out" / name).read_text(encoding="utf-8") for name in clashing]
    assert sorted("Extracted from minutes 1.md" in text for text in texts) == [False, True]


@usefake
def test_one_output_file_holds_all(files: Make, tmp_path: Path) -> None:
    output = tmp_path / "all.docx"
    result = run.invoke(app, ["summarize", *files("a.txt", "b.txt"), "--format", "docx", "--output", str(output)])
    assert result.exit_code == 0
    assert output.read_bytes()[:2] == b"PK"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "all.docx", "b.txt"]


def test_word_needs_an_output(files: Make, pipeline: FakePipeline) -> None:
    result = run.invoke(app, ["summarize", *files("a.txt"), "--format", "docx"])
    assert result.exit_code == 1
    assert result.stderr == "minutextract: a Word document cannot be printed. Name a file with --output.\n"
    assert pipeline.options == {}


@usefake
@pytest.mark.parametrize("directory", [False, True])
def test_a_source_is_never_overwritten(files: Make, tmp_path: Path, directory: bool) -> None:
    [path] = files("a.md")
    output = tmp_path if directory else tmp_path / "x" / ".." / "a.md"
    (tmp_path / "x").mkdir()
    result = run.invoke(app, ["summarize", path, "--format", "md", "--output", str(output)])
    assert result.exit_code == 1
    assert "is one of the documents to read" in result.stderr
    assert Path(path).read_text(encoding="utf-8") == "words"


@usefake
def test_an_output_that_cannot_be_written_is_three(files: Make, tmp_path: Path) -> None:
    result = run.invoke(app, ["summarize", *files("a.txt"), "--output", str(tmp_path / "no" / "such.txt")])
    assert result.exit_code == 3
    assert result.stderr.endswith(
        "such.txt cannot be written: No such file or directory. Check the folder and the disk.\n"
    )


@usefake
def test_a_failed_write_leaves_what_was_there(files: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output = tmp_path / "summary.txt"
    output.write_text("before", encoding="utf-8")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    result = run.invoke(app, ["summarize", *files("a.txt"), "--output", str(output)])
    assert result.exit_code == 3
    assert output.read_text(encoding="utf-8") == "before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "summary.txt"]


@usefake
def test_a_written_file_has_ordinary_permissions(files: Make, tmp_path: Path) -> None:
    run.invoke(app, ["summarize", *files("a.txt"), "--output", str(tmp_path / "s.txt")])
    mode = stat.S_IMODE((tmp_path / "s.txt").stat().st_mode)
    assert mode == stat.S_IMODE((tmp_path / "a.txt").stat().st_mode)


def test_the_only_file_missing_is_one_and_loads_nothing(tmp_path: Path, pipeline: FakePipeline) -> None:
    path = tmp_path / "nope.txt"
    result = run.invoke(app, ["summarize", str(path)])
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"minutextract: there is no file {path}. Check the path.\n"
    assert pipeline.options == {}


def test_a_directory_is_no_file(tmp_path: Path) -> None:
    result = run.invoke(app, ["summarize", str(tmp_path)])
    assert result.exit_code == 1
    assert result.stderr == f"minutextract: {tmp_path} is a directory. Give the files in it.\n"


def test_a_corrupt_file_is_named_and_the_others_go_on(files: Make, pipeline: FakePipeline) -> None:
    pipeline.failing["b.txt"] = CorruptDocument("the archive is damaged", "save it again")
    paths = files("a.txt", "b.txt", "c.txt")
    result = run.invoke(app, ["summarize", *paths, "--format", "json"])
    assert result.exit_code == 2
    assert [Path(record["source"]["path"]).name for record in json.loads(result.stdout)] == ["a.txt", "c.txt"]
    assert f"minutextract: {paths[1]}: the archive is damaged. Save it again.\n" in result.stderr


def test_the_only_file_corrupt_is_two(files: Make, pipeline: FakePipeline) -> None:
    pipeline.failing["a.txt"] = CorruptDocument("the archive is damaged")
    result = run.invoke(app, ["summarize", *files("a.txt")])
    assert (result.exit_code, result.stdout) == (2, "")


def test_the_only_file_needs_a_program_that_is_missing(files: Make, pipeline: FakePipeline) -> None:
    pipeline.failing["a.txt"] = MissingProgram("no reader for scans")
    assert run.invoke(app, ["summarize", *files("a.txt")]).exit_code == 5


@usefake
def test_one_of_several_missing_is_two(files: Make) -> None:
    result = run.invoke(app, ["summarize", *files("a.txt"), "nope.txt"])
    assert result.exit_code == 2
    assert "Harbour Trust" in result.stdout


@pytest.mark.parametrize("verbose", [False, True])
def test_an_unforeseen_error_is_one_line_and_a_traceback_only_if_asked_for(
    files: Make, pipeline: FakePipeline, verbose: bool
) -> None:
    pipeline.failing["a.txt"] = ZeroDivisionError("by\nzero")
    result = run.invoke(app, ["summarize", *files("a.txt", "b.txt"), *(["--verbose"] if verbose else [])])
    assert result.exit_code == 2
    assert (
        "internal error: ZeroDivisionError: by zero. Run again with --verbose and report what it prints.\n"
        in result.stderr
    )
    assert ("Traceback" in result.stderr) is verbose
    assert "Harbour Trust" in result.stdout


def test_an_interruption_ends_everything(files: Make, pipeline: FakePipeline) -> None:
    pipeline.failing["a.txt"] = KeyboardInterrupt()  # type: ignore[assignment]
    assert run.invoke(app, ["summarize", *files("a.txt", "b.txt")]).exit_code == 130


@pytest.mark.parametrize(
    ("error", "code"),
    [(ModelError("altered", "install again"), 4), (MissingProgram("none"), 5), (ImportError("no torch"), 5)],
)
def test_a_pipeline_that_cannot_load_ends_everything(
    files: Make, monkeypatch: pytest.MonkeyPatch, error: Exception, code: int
) -> None:
    def load(**_options: Any) -> None:
        raise error

    monkeypatch.setattr("minutextract.pipeline.Pipeline.load", load)
    result = run.invoke(app, ["summarize", *files("a.txt", "b.txt")])
    assert (result.exit_code, result.stdout) == (code, "")
    assert result.stderr.count("minutextract: ") == 1


@usefake
def test_a_path_that_is_no_unicode_is_written(files: Make, tmp_path: Path) -> None:
    odd = os.fsdecode(b"odd-\xff.txt")
    files("a.txt")
    try:
        (tmp_path / "a.txt").rename(tmp_path / odd)
    except OSError:
        pytest.skip("this file system takes no such name")
    for format in ("json", "text", "html"):
        result = run.invoke(app, ["summarize", str(tmp_path / odd), "--format", format])
        assert result.exit_code == 0, result.output


@usefake
def test_progress_is_shown_only_where_somebody_watches(files: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[int] = []

    def track(paths: list[Path], **_more: Any) -> list[Path]:
        shown.append(len(paths))
        return paths

    monkeypatch.setattr("rich.progress.track", track)
    run.invoke(app, ["summarize", *files("a.txt", "b.txt")])
    assert shown == []
    monkeypatch.setattr("minutextract.cli.documents._watched", lambda: True)
    run.invoke(app, ["summarize", *files("a.txt")])
    assert shown == []
    run.invoke(app, ["summarize", *files("a.txt", "b.txt")])
    assert shown == [2]


def test_a_document_with_nothing_found_is_a_summary_too(
    files: Make, pipeline: FakePipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "process_all", lambda _path: (empty_record(),))
    result = run.invoke(app, ["summarize", *files("a.txt")])
    assert result.exit_code == 0
    assert "Nothing was found in these minutes" in result.stdout


def test_a_file_of_two_meetings_gets_one_summary_with_both(
    files: Make, pipeline: FakePipeline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "process_all", lambda _path: (harbour(), harbour()))
    (tmp_path / "out").mkdir()
    result = run.invoke(app, ["summarize", *files("notes.md"), "--format", "md", "--output", str(tmp_path / "out")])
    assert result.exit_code == 0
    assert (tmp_path / "out" / "notes.md").read_text(encoding="utf-8").count("Next meeting:") == 2
