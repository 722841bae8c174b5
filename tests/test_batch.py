"""A batch from its paths to its report: what it takes, what it leaves, and what becomes of it the next time."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from typer.testing import CliRunner

import batch_loading
from batch_loading import minutes, run
from minutextract.batch import register
from minutextract.batch.progress import Progress
from minutextract.batch.run import Options, run_batch
from minutextract.cli.main import app
from minutextract.errors import ModelError, UsageError
from minutextract.store import open_store
from minutextract.store.contents import contents


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    minutes(folder, "2024/march.md", number=1)
    minutes(folder, "2024/april.md", "CD to paint the fence.", number=2)
    return folder


def rows(store: Path, question: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(store) as connection:
        return connection.execute(question).fetchall()


def states(store: Path) -> dict[str, str]:
    """The state of the document in each file, by the file's name."""
    found = rows(store, "SELECT path, state FROM files JOIN documents ON sha256 = document WHERE NOT missing")
    return {Path(str(path)).name: str(state) for path, state in found}


def test_a_second_run_finds_nothing_to_do(archive: Path, tmp_path: Path) -> None:
    store = tmp_path / "a.db"
    first = run(store, archive)
    assert (first.done, first.unchanged, first.waiting) == (2, 0, 0)
    assert first.words > 20
    with open_store(store) as connection:
        before = list(contents(connection))
    second = run(store, archive)
    assert (second.done, second.unchanged) == (0, 2)
    with open_store(store) as connection:
        assert list(contents(connection)) == before
    assert rows(store, "SELECT count(*) FROM findings WHERE quote = 'CD to paint the fence.'") == [(1,)]


def test_more_files_than_are_entered_at_once(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(register, "_AT_ONCE", 1)
    assert run(tmp_path / "a.db", archive).done == 2


def test_changed_moved_and_vanished_files(archive: Path, tmp_path: Path) -> None:
    store = tmp_path / "a.db"
    run(store, archive)
    ids = set(rows(store, "SELECT id FROM findings"))
    (archive / "2024" / "march.md").rename(archive / "moved.md")
    moved = run(store, archive)
    assert (moved.done, moved.unchanged, moved.missing) == (0, 2, 1)
    assert set(rows(store, "SELECT id FROM findings")) == ids
    minutes(archive, "2024/april.md", "CD to sell the fence.", number=2)
    changed = run(store, archive)
    assert (changed.done, changed.unchanged) == (1, 1)
    assert rows(store, "SELECT count(*) FROM findings WHERE quote LIKE '%paint%'") == [(0,)]
    (archive / "2024" / "april.md").unlink()
    gone = run(store, archive)
    assert (gone.done, gone.missing) == (0, 2)
    assert rows(store, "SELECT count(*) FROM findings WHERE quote LIKE '%sell%'") == [(1,)]


def test_what_no_reader_knows_is_counted_and_what_is_named_is_tried(archive: Path, tmp_path: Path) -> None:
    outside = minutes(tmp_path / "elsewhere", "outside.md", number=7)
    (archive / "link.md").symlink_to(outside)
    (archive / "photo.png").write_bytes(b"\x89PNG\r\n")
    minutes(archive, ".hidden/draft.md")
    minutes(archive, "~$march.docx")
    store = archive / "a.db"
    report = run(store, archive)
    assert report.done == 2
    assert report.left_out == {".png": 1, "hidden": 2, "link": 1}
    assert report.quarantined == {}
    assert run(store, archive, archive / "photo.png").quarantined == {"unsupported-format": 1}
    notes = minutes(archive, "notes.april", number=3)
    assert run(store, notes).done == 1
    # Named once, it stays a part of the archive.
    assert run(store, archive).missing == 0


def test_a_path_that_never_was_is_refused(archive: Path, tmp_path: Path) -> None:
    store = tmp_path / "a.db"
    with pytest.raises(UsageError, match="no file or directory"):
        run(store, archive / "none")
    path = minutes(archive, "one.md", number=5)
    run(store, path)
    path.unlink()
    assert run(store, path).missing == 1


def test_bad_documents_are_set_apart_and_tried_again_when_asked(archive: Path, tmp_path: Path) -> None:
    (archive / "broken.docx").write_bytes(b"PK\x03\x04 nothing")
    minutes(archive, "errs.md", "The pump errs.")
    store = tmp_path / "a.db"
    report = run(store, archive)
    assert (report.done, report.quarantined) == (2, {"corrupt": 1, "internal": 1})
    assert all(
        cause and remedy for cause, remedy in rows(store, "SELECT cause, remedy FROM documents WHERE code <> ''")
    )
    again = run(store, archive)
    assert (again.done, again.unchanged, again.quarantined) == (0, 2, {"corrupt": 1, "internal": 1})
    assert run(store, archive, retry=True).quarantined == {"corrupt": 1, "internal": 1}


def test_a_document_that_ends_its_worker_costs_nobody_else(archive: Path, tmp_path: Path) -> None:
    minutes(archive, "aborts.md", "The lift aborts.")
    for number in range(3, 6):
        minutes(archive, f"{number}.md", number=number)
    store = tmp_path / "a.db"
    report = run(store, archive, workers=2)
    assert (report.done, report.quarantined) == (5, {"crashed": 1})
    assert states(store)["aborts.md"] == "quarantined"
    assert rows(store, "SELECT attempts, cause FROM documents WHERE code = 'crashed'")[0][0] == 2


def test_a_refused_model_stops_the_batch_and_frees_what_it_held(archive: Path, tmp_path: Path) -> None:
    store = tmp_path / "a.db"
    with pytest.raises(ModelError, match="altered"):
        run_batch([archive], store, Options(batch_loading.refuse), Progress(watched=False))
    assert set(states(store).values()) == {"found"}


def test_another_version_works_on_everything_again(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = tmp_path / "a.db"
    run(store, archive)
    monkeypatch.setattr("minutextract.batch.run.made_by", lambda *_: "another")
    assert run(store, archive).done == 2


def test_the_command_reports_and_ends_with_the_codes_of_the_contract(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("minutextract.cli.batch.load_pipeline", batch_loading.load)
    command = ["batch", str(archive), "--store", str(tmp_path / "a.db"), "--workers", "1"]
    assert CliRunner().invoke(app, command).exit_code == 0
    (archive / "broken.docx").write_bytes(b"PK\x03\x04 nothing")
    result = CliRunner().invoke(app, [*command, "--format", "json"])
    assert result.exit_code == 2
    assert json.loads(result.stdout)["quarantined"] == {"corrupt": 1}
    assert "broken.docx" in result.stderr
    text = CliRunner().invoke(app, command)
    assert "unchanged    2" in text.stdout
    assert CliRunner().invoke(app, ["batch", str(tmp_path / "none"), *command[2:]]).exit_code == 1
    assert CliRunner().invoke(app, [*command[:-1], "0"]).exit_code == 1
    (tmp_path / "text.db").write_text("no store at all " * 100)
    assert CliRunner().invoke(app, ["batch", str(archive), "--store", str(tmp_path / "text.db")]).exit_code == 3
