"""What a batch survives: kill -9, a full disk, others on the same store, files that change under it, Ctrl-C."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

import batch_loading
from batch_loading import load, minutes, run
from minutextract.batch.names import as_path, as_text
from minutextract.batch.owner import is_dead, new_owner
from minutextract.batch.progress import Progress
from minutextract.batch.register import enter_archive
from minutextract.batch.run import Options, run_batch
from minutextract.batch.worker import Fate, Station, Worker
from minutextract.errors import StoreError
from minutextract.store import ledger, open_store
from minutextract.store.contents import contents

Content = list[tuple[str, tuple[object, ...]]]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archive")
    for number in range(12):
        bushes = (f"CD to trim bush {number}.{bush}." for bush in range(30))
        minutes(folder, f"{number}.md", "The hedge dawdles.", *bushes, number=number)
    return folder


@pytest.fixture(scope="module")
def expected(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Content:
    """What a batch that nothing disturbed makes of the archive."""
    store = tmp_path_factory.mktemp("store") / "a.db"
    assert run(store, archive).done == 12
    return content(store)


def content(store: Path) -> Content:
    with open_store(store) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        return list(contents(connection))


def start(store: Path, archive: Path) -> subprocess.Popen[str]:
    script = Path(batch_loading.__file__)
    command = [sys.executable, str(script), str(store), str(archive), "1"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)


def count_done(store: Path) -> int:
    try:
        with sqlite3.connect(f"file:{store}?mode=ro", uri=True) as connection:
            return int(connection.execute("SELECT count(*) FROM documents WHERE state = 'done'").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


def wait_until_done(store: Path, count: int) -> None:
    limit = time.monotonic() + 60
    while count_done(store) < count and time.monotonic() < limit:
        time.sleep(0.02)


def test_a_killed_batch_goes_on_where_it_was(archive: Path, expected: Content, tmp_path: Path) -> None:
    store = tmp_path / "a.db"
    for count in (1, 4, 8):
        batch = start(store, archive)
        wait_until_done(store, count)
        batch.send_signal(signal.SIGKILL)
        batch.wait()
        with open_store(store) as connection:
            half = connection.execute(
                "SELECT count(*) FROM meetings JOIN documents ON sha256 = document WHERE state <> 'done'"
            )
            assert half.fetchone()[0] == 0
    assert run(store, archive).done < 12
    assert content(store) == expected


def test_a_full_disk_stops_the_batch_and_loses_nothing(archive: Path, expected: Content, tmp_path: Path) -> None:
    store = tmp_path / "a.db"
    with pytest.raises(StoreError, match="full"):
        run_batch([archive], store, Options(batch_loading.load_with_full_disk), Progress(watched=False))
    done = count_done(store)
    assert 3 <= done < 12
    assert run(store, archive).done == 12 - done
    assert content(store) == expected


def test_four_batches_share_a_store(archive: Path, expected: Content, tmp_path: Path) -> None:
    store = tmp_path / "a.db"
    batches = [start(store, archive) for _ in range(4)]
    reports = [json.loads(batch.communicate(timeout=120)[0]) for batch in batches]
    assert sum(report["done"] for report in reports) == 12
    assert content(store) == expected


@pytest.mark.parametrize("times", [1, 2])
def test_ctrl_c_leaves_no_claims(archive: Path, expected: Content, tmp_path: Path, times: int) -> None:
    store = tmp_path / "a.db"
    batch = start(store, archive)
    wait_until_done(store, 1)
    for _ in range(times):
        batch.send_signal(signal.SIGINT)
        time.sleep(0.02)
    report = json.loads(batch.communicate(timeout=60)[0])
    assert report["interrupted"]
    assert report["waiting"] + report["done"] == 12
    with open_store(store) as connection:
        assert connection.execute("SELECT count(*) FROM documents WHERE state = 'claimed'").fetchone()[0] == 0
    run(store, archive)
    assert content(store) == expected


def test_a_worker_looks_at_the_bytes_that_it_reads(tmp_path: Path) -> None:
    folder, store = tmp_path / "archive", tmp_path / "a.db"
    growing = minutes(folder, "growing.md")
    vanishing = minutes(folder, "vanishing.md", number=2)
    broken = folder / "half.docx"
    broken.write_bytes(b"PK\x03\x04 half")
    station = Station(store, "me", "v1", load)
    with open_store(store, create=True) as connection:
        enter_archive(connection, [folder], made_by="v1", store=store)
        growing.write_text(growing.read_text() + "\nCD to paint the fence.\n")
        vanishing.unlink()
        broken.write_bytes(b"PK\x03\x04 half, and more")
        worker = Worker(station)
        try:
            fates: dict[str, list[Fate]] = {}
            while (claim := ledger.claim(connection, "me", lease_seconds=60)) is not None:
                outcome = worker.fulfil(claim)
                fates.setdefault(Path(outcome.path).name, []).append(outcome.fate)
        finally:
            worker.close()
        quotes = [quote for (quote,) in connection.execute("SELECT quote FROM findings")]
    assert fates == {
        "growing.md": [Fate.CHANGED, Fate.DONE],
        "vanishing.md": [Fate.VANISHED],
        "half.docx": [Fate.CHANGED, Fate.QUARANTINED],
    }
    assert "CD to paint the fence." in quotes


def test_what_another_batch_dropped_or_took_does_no_harm(tmp_path: Path) -> None:
    folder, store = tmp_path / "archive", tmp_path / "a.db"
    minutes(folder, "a.md")
    with open_store(store, create=True) as connection:
        enter_archive(connection, [folder], made_by="v1", store=store)
        claim = ledger.claim(connection, "me", lease_seconds=60)
        assert claim is not None
        connection.execute("UPDATE documents SET claimed_by = 'another'")
        worker = Worker(Station(store, "me", "v1", load))
        try:
            assert worker.fulfil(claim).fate is Fate.TAKEN
            connection.execute("DELETE FROM files")
            connection.execute("DELETE FROM documents")
            assert worker.fulfil(claim).fate is Fate.TAKEN
        finally:
            worker.close()
        assert connection.execute("SELECT count(*) FROM meetings").fetchone()[0] == 0


def test_who_has_ended_is_known_on_this_machine() -> None:
    mine = new_owner()
    host, number, started, name = mine.split("/")
    assert not is_dead(mine)
    assert is_dead(f"{host}/{number}/{int(started) + 1}/{name}")
    assert not is_dead(f"elsewhere{host}/{number}/{int(started) + 1}/{name}")
    assert not is_dead("nobody")


def test_names_that_are_no_unicode_are_found_again(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/M\xe4rz.md"
    Path(os.fsdecode(path)).write_text(minutes(tmp_path / "made", "a.md").read_text())
    assert os.fsencode(as_path(as_text(os.fsdecode(path)))) == path
    store = tmp_path / "a.db"
    assert run(store, Path(os.fsdecode(path))).done == 1
    assert run(store, Path(os.fsdecode(path))).unchanged == 1
