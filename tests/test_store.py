"""The store: what goes in comes out, whole or not at all, and the same each time."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from builders import ROSTER, Always, document
from minutextract.errors import CorruptDocument, ReaderCrashed, StoreError
from minutextract.pipeline import Pipeline
from minutextract.record import Record
from minutextract.store import open_store
from minutextract.store.connection import migrations, transaction
from minutextract.store.contents import contents
from minutextract.store.ledger import (
    ATTEMPTS,
    Found,
    claim,
    crashed,
    end_leases,
    finish,
    quarantine,
    register,
    release,
    renew,
    retry,
)
from minutextract.store.settle import settle


def records(*lines: str) -> tuple[Record, ...]:
    return Pipeline(Always("action")).analyse_all(document(*ROSTER, *lines))


def found(path: str, sha256: str) -> Found:
    return Found(path, sha256, 10, 1)


def dump(connection: sqlite3.Connection) -> list[str]:
    """Everything that a second run has to give again; leases are of the run."""
    return [line for line in connection.iterdump() if "sentences_words" not in line]


def test_a_document_comes_out_as_it_went_in(tmp_path: Path) -> None:
    [record] = records("AB to mend the gate by 1 May 2024.")
    with open_store(tmp_path / "a.db", create=True) as store:
        register(store, [found("a.md", "aa")], made_by="v1")
        finish(store, "aa", [record], made_by="v1")
        row = store.execute(
            'SELECT f.*, substr(t.text, f."start" + 1, f."end" - f."start") AS sliced, m.date, m.body FROM findings f '
            "JOIN meetings m ON m.key = f.meeting JOIN texts t ON t.key = m.text"
        ).fetchone()
        owner = store.execute("SELECT name, kind, how FROM parties WHERE role = 'owner'").fetchone()
    assert row["quote"] == row["sliced"] == "AB to mend the gate by 1 May 2024."
    assert (row["id"], row["due_date"], row["date"]) == (record.actions[0].id, "2024-05-01", "2024-03-04")
    assert tuple(owner) == ("Ann Baxter", "person", "roster")


def test_a_second_run_writes_the_same(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.db", create=True) as store:
        register(store, [found("a.md", "aa")], made_by="v1")
        finish(store, "aa", records("AB to mend the gate."), made_by="v1")
        before = dump(store)
        finish(store, "aa", records("AB to mend the gate."), made_by="v1")
        assert dump(store) == before


def test_words_are_found_and_go_with_their_document(tmp_path: Path) -> None:
    query = "SELECT count(*) FROM sentences_words WHERE sentences_words MATCH 'gate'"
    with open_store(tmp_path / "a.db", create=True) as store:
        register(store, [found("a.md", "aa")], made_by="v1")
        finish(store, "aa", records("AB to mend the gate."), made_by="v1")
        assert store.execute(query).fetchone()[0] == 1
        quarantine(store, "aa", CorruptDocument("it is damaged", "Save it again."))
        assert store.execute(query).fetchone()[0] == 0


def test_changed_bytes_replace_and_moved_files_stay(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.db", create=True) as store:
        register(store, [found("a.md", "aa")], made_by="v1")
        finish(store, "aa", records("AB to mend the gate."), made_by="v1")
        register(store, [found("moved.md", "aa")], made_by="v1")
        assert store.execute("SELECT state FROM documents").fetchall()[0][0] == "done"
        register(store, [found("a.md", "bb"), found("moved.md", "bb")], made_by="v1")
        assert store.execute("SELECT sha256, state FROM documents").fetchall()[0][:] == ("bb", "found")
        assert store.execute("SELECT count(*) FROM findings").fetchone()[0] == 0


def test_another_version_works_on_everything_again(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.db", create=True) as store:
        register(store, [found("a.md", "aa")], made_by="v1")
        finish(store, "aa", (), made_by="v1")
        register(store, [], made_by="v1")
        assert claim(store, "w", lease_seconds=60) is None
        register(store, [], made_by="v2")
        assert claim(store, "w", lease_seconds=60) is not None


def test_a_claim_is_one_owners_until_it_runs_out(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.db", create=True) as store:
        register(store, [found("a.md", "aa")], made_by="v1")
        first = claim(store, "one", lease_seconds=60)
        assert first is not None
        assert (first.paths, first.attempts) == (("a.md",), 0)
        assert claim(store, "two", lease_seconds=60) is None
        end_leases(store, lambda owner: owner == "two")
        assert claim(store, "two", lease_seconds=60) is None
        end_leases(store, lambda owner: owner == "one")
        assert claim(store, "two", lease_seconds=60) is not None
        renew(store, "two", lease_seconds=-1)
        assert claim(store, "three", lease_seconds=60) is not None
        release(store, "three")
        assert claim(store, "four", lease_seconds=60) is not None


def test_what_was_left_behind_is_taken_last(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.db", create=True) as store:
        register(store, [found("a.md", "aa"), found("b.md", "bb")], made_by="v1")
        assert claim(store, "one", lease_seconds=-1) is not None
        order = [one.sha256 for _ in range(2) if (one := claim(store, "two", lease_seconds=60))]
        assert order == ["bb", "aa"]


def test_a_document_that_ends_its_workers_is_set_apart(tmp_path: Path) -> None:
    error = ReaderCrashed("it ended the process", "Save it again.")
    with open_store(tmp_path / "a.db", create=True) as store:
        register(store, [found("a.md", "aa")], made_by="v1")
        claim(store, "one", lease_seconds=60)
        assert not crashed(store, "aa", error, made_by="v1", owner="two")
        for attempt in range(1, ATTEMPTS + 1):
            assert crashed(store, "aa", error, made_by="v1", owner="one") == (attempt == ATTEMPTS)
            assert claim(store, "one", lease_seconds=60) is None
            again = claim(store, "one", lease_seconds=60, suspect=True)
            assert (again is None) == (attempt == ATTEMPTS)
        assert store.execute("SELECT state, code FROM documents").fetchone()[:] == ("quarantined", "crashed")
        assert retry(store) == 1
        assert claim(store, "three", lease_seconds=60) is not None


def test_who_has_lost_a_claim_writes_nothing(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.db", create=True) as store:
        register(store, [found("a.md", "aa")], made_by="v1")
        claim(store, "one", lease_seconds=-1)
        claim(store, "two", lease_seconds=60)
        assert not finish(store, "aa", records("AB to mend the gate."), made_by="v1", owner="one")
        assert not quarantine(store, "aa", CorruptDocument("it is damaged"), owner="one")
        assert finish(store, "aa", records("AB to mend the gate."), made_by="v1", owner="two")
        register(store, [found("a.md", "bb")], made_by="v1")
        assert not finish(store, "aa", records("AB to mend the gate."), made_by="v1", owner="two")


def test_a_full_disk_leaves_whole_documents(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    many = [f"AB to mend gate {number}." for number in range(300)]
    with open_store(path, create=True) as store:
        register(store, [found("a.md", "aa"), found("b.md", "bb")], made_by="v1")
        finish(store, "aa", records("AB to mend the gate."), made_by="v1")
        before = list(contents(store))
    with pytest.raises(StoreError, match="full") as caught, open_store(path) as store:
        [pages] = store.execute("PRAGMA page_count").fetchone()
        store.execute(f"PRAGMA max_page_count = {pages + 4}")
        finish(store, "bb", records(*many), made_by="v1")
    assert "Free some space" in caught.value.remedy
    with open_store(path) as store:
        assert store.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert list(contents(store)) == before
        assert finish(store, "bb", records(*many), made_by="v1")


def test_what_links_documents_is_derived_once_after_they_change(tmp_path: Path) -> None:
    calls: list[int] = []
    steps = [lambda store: calls.append(store.execute("SELECT count(*) FROM findings").fetchone()[0])]
    with open_store(tmp_path / "a.db", create=True) as store:
        register(store, [found("a.md", "aa")], made_by="v1")
        assert not settle(store, steps)
        finish(store, "aa", records("AB to mend the gate."), made_by="v1")
        assert settle(store, steps)
        assert not settle(store, steps)
        register(store, [found("a.md", "bb")], made_by="v1")
        assert settle(store, steps)
    assert calls == [1, 0]


def test_half_a_document_is_never_written(tmp_path: Path) -> None:
    [record] = records("AB to mend the gate.")
    with open_store(tmp_path / "a.db", create=True) as store:
        register(store, [found("a.md", "aa")], made_by="v1")
        with pytest.raises(sqlite3.IntegrityError):
            # The same meeting twice breaks a rule of the store half way.
            finish(store, "aa", [record, record], made_by="v1")
        assert store.execute("SELECT count(*) FROM meetings").fetchone()[0] == 0
        assert store.execute("SELECT state FROM documents").fetchone()[0] == "found"


def test_what_is_no_store_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no store"), open_store(tmp_path / "none.db"):
        pass
    (tmp_path / "text.db").write_text("Minutes of a meeting, and certainly no database. " * 30)
    with pytest.raises(StoreError, match="this one is no store"), open_store(tmp_path / "text.db"):
        pass
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("CREATE TABLE t (x)")
    with pytest.raises(StoreError, match="another program"), open_store(tmp_path / "other.db"):
        pass


def test_a_newer_store_is_refused(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.db", create=True) as store:
        store.execute(f"PRAGMA user_version = {len(migrations()) + 1}")
    with pytest.raises(StoreError, match="newer version"), open_store(tmp_path / "a.db"):
        pass


def test_an_error_inside_takes_everything_back(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.db", create=True) as store:
        with pytest.raises(KeyError), transaction(store):
            store.execute("INSERT INTO documents (sha256, size, state) VALUES ('aa', 1, 'found')")
            raise KeyError
        assert store.execute("SELECT count(*) FROM documents").fetchone()[0] == 0
