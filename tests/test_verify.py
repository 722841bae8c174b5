"""Verification: what has changed, is gone or was tampered with is found and told apart."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from batch_loading import minutes, run
from minutextract.cli.main import app


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    for name in ("march.md", "april.md"):
        minutes(tmp_path / "minutes", name, f"Ann Baxter noted that {name} is ours.")
    run(tmp_path / "a.db", tmp_path / "minutes")
    return tmp_path


def verify(folder: Path, *options: str) -> tuple[int, dict[str, Any]]:
    done = CliRunner().invoke(app, ["verify", "--store", str(folder / "a.db"), "--format", "json", *options])
    return done.exit_code, json.loads(done.stdout)


def troubles(told: dict[str, Any]) -> list[tuple[str, str]]:
    return [(fault["trouble"], Path(fault["where"]).name) for fault in told["faults"]]


def tamper(folder: Path, *statements: str) -> None:
    connection = sqlite3.connect(folder / "a.db")
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def test_all_is_as_it_was_found(archive: Path) -> None:
    code, told = verify(archive)
    assert (code, told["files"], told["texts"], told["faults"], told["reread"]) == (0, 2, 2, [], 0)
    assert told["quotes"] == 4
    code, told = verify(archive, "--reread")
    assert (code, told["reread"], told["faults"]) == (0, 2, [])
    done = CliRunner().invoke(app, ["verify", "--store", str(archive / "a.db")])
    assert done.stdout == "4 quotes in 2 texts and 2 files: all as they were found\n"


def test_files_that_changed_or_are_gone(archive: Path) -> None:
    (archive / "minutes" / "march.md").write_text("Other minutes.")
    (archive / "minutes" / "april.md").unlink()
    code, told = verify(archive)
    assert code == 2
    assert sorted(troubles(told)) == [("changed", "march.md"), ("missing", "april.md")]
    done = CliRunner().invoke(app, ["verify", "--store", str(archive / "a.db")])
    assert f"changed: {archive / 'minutes' / 'march.md'}\n" in done.stdout


def test_a_text_that_reads_otherwise_now(archive: Path) -> None:
    # As if another version of a reader had made it: text, digest and offsets agree with each other.
    tamper(archive, "UPDATE texts SET text = text || char(10) WHERE key = 1")
    connection = sqlite3.connect(archive / "a.db")
    [text] = connection.execute("SELECT text FROM texts WHERE key = 1").fetchone()
    import hashlib

    connection.execute("UPDATE texts SET sha256 = ? WHERE key = 1", (hashlib.sha256(text.encode()).hexdigest(),))
    connection.commit()
    connection.close()
    assert verify(archive)[0] == 0
    code, told = verify(archive, "--reread")
    assert code == 2
    assert [fault["trouble"] for fault in told["faults"]] == ["reads-otherwise"]


@pytest.mark.parametrize(
    ("statement", "trouble"),
    [
        ("UPDATE findings SET quote = 'Nobody said so.' WHERE key = 1", "quote-altered"),
        ('UPDATE findings SET "start" = "start" + 1 WHERE key = 1', "quote-altered"),
        ("UPDATE sentences SET text = 'Nobody said so.' WHERE key = 1", "index-broken"),
        ("UPDATE texts SET text = text || 'x' WHERE key = 1", "text-altered"),
        ("INSERT INTO sentences_words (rowid, text) VALUES (999, 'nothing')", "index-broken"),
        ("DELETE FROM meetings WHERE key = 1", "broken"),
    ],
)
def test_tampering_with_the_store(archive: Path, statement: str, trouble: str) -> None:
    tamper(archive, statement)
    code, told = verify(archive)
    assert code == 3
    assert trouble in {fault["trouble"] for fault in told["faults"]}


def test_a_damaged_file_is_no_store(archive: Path) -> None:
    tamper(archive, "PRAGMA wal_checkpoint(TRUNCATE)")
    path = archive / "a.db"
    data = bytearray(path.read_bytes())
    data[8192:40960] = b"\xff" * (40960 - 8192)
    path.write_bytes(data)
    done = CliRunner().invoke(app, ["verify", "--store", str(path)])
    assert done.exit_code == 3
