"""What links documents is the same however an archive came about, and nobody who reads is held up meanwhile."""

from __future__ import annotations

import logging
import random
import sqlite3
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from builders import Keywords, document
from minutextract.history import log
from minutextract.history.retelling import Retold, read_retold
from minutextract.pipeline import Pipeline
from minutextract.record import Record
from minutextract.store import connection as connections
from minutextract.store import open_store
from minutextract.store.connection import transaction
from minutextract.store.contents import contents
from minutextract.store.files import drop_orphans
from minutextract.store.ledger import Found, finish, register
from minutextract.store.settle import STEPS, settle

BODIES = ("Lantern Hill Society", "Lantern Hill Garden Committee", "Oakham Board", "Elmswell Boat Club")
LISTS = (
    ("- Ann Baxter (AB) - Chair", "- Colin Dray (CD)"),
    ("- Ann J Baxter (AB)", "- Cuthbert Dole (CD)", "- Fay"),
    ("- A. Baxter", "- Fay Glover (FG)", "- Colin"),
)
LINES = (
    ("Action 4.1: AB to ask the plumber about the broken pump.", "Action: CD to sweep the yard."),
    ("# 2. Matters arising", "Broken pump. The plumber has mended it.", "Yard (CD): carried forward.", "# 3. Finance"),
    ("Action 4.1: AB to ask the plumber about the broken pump by May.", "Ann Baxter thanked Colin Dray for the yard."),
    ("Action: FG to find a room.", "Action: Fay to paint the north gate of the yard.", "CD has swept the yard."),
)
TABLES = {
    "series": "SELECT id, name FROM series",
    "meetings": "SELECT m.id, s.series, s.place, s.how FROM series_meetings s JOIN meetings m ON m.key = s.meeting",
    "persons": "SELECT id, name FROM persons",
    "names": "SELECT person, name, folded FROM person_names UNION ALL SELECT '', name, words FROM all_names",
    "attendees": "SELECT m.id, a.local, p.person, p.how, p.certain FROM person_attendees p "
    "JOIN attendees a ON a.key = p.attendee JOIN meetings m ON m.key = a.meeting",
    "pairs": "SELECT person, other, reason FROM person_proposals",
    "counts": "SELECT c.person, m.id, actions, actions_done, actions_open, thanks_given, thanks_received "
    "FROM person_counts c JOIN meetings m ON m.key = c.meeting",
    "actions": "SELECT l.id, l.ref, l.series, l.finding, l.text, l.status, l.due_text, l.due_date, f.id, t.id, "
    "l.silent_for, l.reopened, l.opened, l.place FROM log_actions l JOIN meetings f ON f.key = l.first_meeting "
    "JOIN meetings t ON t.key = l.last_meeting",
    "owners": "SELECT action, place, person, name FROM log_owners",
    "entries": "SELECT e.action, f.id, m.id, e.status, e.due_date, e.how, e.certain, e.reason FROM log_entries e "
    "JOIN findings f ON f.key = e.finding JOIN meetings m ON m.key = e.meeting",
    "links": "SELECT f.id, m.id, p.action, p.score, p.reason FROM log_proposals p "
    "JOIN findings f ON f.key = p.finding JOIN meetings m ON m.key = f.meeting",
    "told": 'SELECT t.action, m.id, t."start", t."end", t.quote, t.status, t.due_date, t.how, t.certain, t.score, '
    "t.reason FROM log_told t JOIN meetings m ON m.key = t.meeting",
    "audit": 'SELECT kind, body, year, n, "of" FROM audit_counts',
    "digested": "SELECT series, 1 FROM log_series",
}


def derived(store: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    """All that is derived, without the keys of rows."""
    return {table: sorted(map(tuple, store.execute(query)), key=repr) for table, query in TABLES.items()}


def minutes(body: str, month: int, version: int) -> list[Record]:
    """The minutes of a meeting in one of their versions."""
    held = f"# Minutes of the {body} held on 4 {log_month(month)} 2024"
    lines = (*LINES[(month + version) % len(LINES)], *LINES[0][version % 2 :])
    read = document(held, "Present:", *LISTS[(month + version) % len(LISTS)], "# 1. Garden", *lines)
    return list(Pipeline(Keywords()).analyse_all(read))


def log_month(month: int) -> str:
    """The name of a month of the first half of a year."""
    return ("January", "February", "March", "April", "May", "June")[month]


@pytest.fixture(scope="module")
def archive() -> dict[str, list[tuple[str, list[Record]]]]:
    """For each path the versions of its document: digest and records."""
    return {
        f"/{body.split()[0]}/{number}/{month}.md": [
            (f"{number}{month}{version}", minutes(body, month, version)) for version in (0, 1)
        ]
        for number, body in enumerate(BODIES)
        for month in range(5)
    }


def write(store: sqlite3.Connection, path: str, digest: str, records: Sequence[Record]) -> None:
    register(store, [Found(path, digest, 1, 1)], made_by="v1")
    finish(store, digest, records, made_by="v1")


def remove(store: sqlite3.Connection, path: str) -> None:
    with transaction(store):
        store.execute("DELETE FROM files WHERE path = ?", (path,))
        drop_orphans(store)


@pytest.mark.parametrize("seed", range(6))
def test_an_archive_that_grew_is_the_one_made_at_once(
    tmp_path: Path, archive: dict[str, list[tuple[str, list[Record]]]], seed: int
) -> None:
    chance = random.Random(seed)
    now: dict[str, int] = {}
    with open_store(tmp_path / "grown.db", create=True) as store:
        for _ in range(7):
            for path in chance.sample(sorted(archive), chance.randint(1, 5)):
                if path in now and chance.random() < 0.4:
                    remove(store, path)
                    del now[path]
                else:
                    now[path] = 1 - now.get(path, 1)
                    write(store, path, *archive[path][now[path]])
            settle(store)
        grown, said = derived(store), list(contents(store))
    with open_store(tmp_path / "new.db", create=True) as store:
        for path in chance.sample(sorted(now), len(now)):
            write(store, path, *archive[path][now[path]])
        settle(store)
        assert list(contents(store)) == said
        assert derived(store) == grown
    assert grown["actions"] and grown["attendees"] and grown["meetings"]


@pytest.fixture
def settled(tmp_path: Path, archive: dict[str, list[tuple[str, list[Record]]]]) -> Iterator[sqlite3.Connection]:
    """The first versions of all documents in a store."""
    with open_store(tmp_path / "a.db", create=True) as store:
        for path, versions in archive.items():
            write(store, path, *versions[0])
        settle(store)
        yield store


def linked_again(store: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The series whose log is made anew by the next `settle`."""
    found: list[str] = []
    with monkeypatch.context() as patched:

        def read_and_note(store: sqlite3.Connection, series: str) -> dict[int, Retold]:
            found.append(series)
            return read_retold(store, series)

        patched.setattr(log, "read_retold", read_and_note)
        settle(store)
    return [name for one in found for (name,) in store.execute("SELECT name FROM series WHERE id = ?", (one,))]


def test_only_the_series_of_changed_documents_are_linked_again(
    settled: sqlite3.Connection,
    archive: dict[str, list[tuple[str, list[Record]]]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    settled.execute("INSERT INTO unsettled VALUES ('nothing')")
    assert linked_again(settled, monkeypatch) == []
    write(settled, "/Elmswell/3/4.md", *archive["/Elmswell/3/4.md"][1])
    # Nobody of the boat club is anywhere else.
    assert linked_again(settled, monkeypatch) == [BODIES[3]]
    remove(settled, "/Elmswell/3/0.md")
    assert linked_again(settled, monkeypatch) == [BODIES[3]]


def test_a_changed_finding_or_judgement_links_its_series_again(
    settled: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    [key, series] = settled.execute(
        "SELECT f.key, s.name FROM findings f JOIN series_meetings sm USING (meeting) "
        "JOIN series s ON s.id = sm.series WHERE f.kind = 'action' ORDER BY s.id, f.id LIMIT 1"
    ).fetchone()
    settled.execute("UPDATE findings SET status = 'done' WHERE key = ?", (key,))
    settled.execute("INSERT INTO unsettled VALUES ('corrected')")
    assert linked_again(settled, monkeypatch) == [series]
    settled.execute("DELETE FROM findings WHERE key = ?", (key,))
    settled.execute("INSERT INTO unsettled VALUES ('corrected')")
    assert linked_again(settled, monkeypatch) == [series]
    settled.execute(
        "INSERT INTO corrections (finding, kind, quote_sha256, path, field, value, made_at) "
        "VALUES ('2030-01-01.0', 'link', '', '', 'link:2024-01-04.0', 'true', '')"
    )
    settled.execute("INSERT INTO unsettled VALUES ('judged')")
    assert linked_again(settled, monkeypatch) == []
    settled.execute("UPDATE corrections SET finding = '2024-02-04.0'")
    settled.execute("INSERT INTO unsettled VALUES ('judged')")
    assert sorted(linked_again(settled, monkeypatch)) == sorted(BODIES)


def test_who_reads_meanwhile_sees_what_was(settled: sqlite3.Connection, tmp_path: Path) -> None:
    before = derived(settled)
    # Taken out, its part of what is derived is gone at once; added, nothing is before all is.
    write(settled, "/Elmswell/3/9.md", "new", minutes(BODIES[3], 5, 0))
    seen = []
    with open_store(tmp_path / "a.db") as reader:

        def look(_store: sqlite3.Connection) -> None:
            since = time.monotonic()
            seen.append(derived(reader))
            assert time.monotonic() - since < 5

        assert settle(settled, [step for pair in zip(STEPS, [look] * len(STEPS), strict=True) for step in pair])
        assert seen == [before] * len(STEPS)
        assert derived(reader) == derived(settled) != before


def test_who_writes_meanwhile_waits_and_says_so(
    settled: sqlite3.Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(connections, "_PATIENCE_SECONDS", 0.05)
    begun, written = threading.Event(), threading.Event()

    def second_batch() -> None:
        begun.wait(10)
        with open_store(tmp_path / "a.db") as store:
            register(store, [Found("/late.md", "late", 1, 1)], made_by="v1")
        written.set()

    def linger(_store: sqlite3.Connection) -> None:
        begun.set()
        assert not written.wait(0.3)

    thread = threading.Thread(target=second_batch)
    thread.start()
    settled.execute("INSERT INTO unsettled VALUES ('changed')")
    with caplog.at_level(logging.WARNING):
        assert settle(settled, [*STEPS, linger])
    assert written.wait(10)
    thread.join()
    assert "another program is writing to the store: waiting for it" in caplog.text
