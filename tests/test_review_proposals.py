"""Review of what is only proposed: links and people go out, what is judged comes back and stays."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from minutextract.review.doubts import doubtful
from minutextract.review.returned import Taken, take_back
from minutextract.store import open_store
from minutextract.store.settle import settle
from stores import put, society


def correct(store: sqlite3.Connection, folder: Path, line: dict[str, Any]) -> Taken:
    path = folder / "back.jsonl"
    path.write_text(f"{json.dumps(line)}\n", encoding="utf-8")
    return take_back(store, path)


def _proposals(store: sqlite3.Connection, kind: str) -> list[dict[str, Any]]:
    return [row for row in doubtful(store) if row["kind"] == kind]


@contextmanager
def two_that_may_be_one(folder: Path) -> Iterator[sqlite3.Connection]:
    """A store in which a later task has the words of an earlier one, but another owner; and two who may be one."""
    with open_store(folder / "a.db", create=True) as connection:
        put(connection, "/minutes/march.md", "# 1. Garden", "Action: Ann Baxter to buy paint.", "- Chris Vale (CV)")
        put(connection, "/minutes/april.md", "# 1. Garden", "Action: Colin Dray to buy paint.", day="8 April 2024")
        settle(connection)
        yield connection


@pytest.mark.parametrize(("said", "actions"), [("yes", 1), ("no", 2)])
def test_a_proposed_link_goes_out_and_what_is_judged_stays(tmp_path: Path, said: str, actions: int) -> None:
    with two_that_may_be_one(tmp_path) as store:
        [row] = _proposals(store, "link")
        assert row["why"] == ["the same words, but other owners"]
        assert row["candidate"].endswith("(2024-03-04): Ann Baxter to buy paint.")
        assert correct(store, tmp_path, {"id": row["id"], "new_same": said}).values == 1
        assert correct(store, tmp_path, {"id": row["id"], "new_same": said}).same == 1
        put(
            store,
            "/minutes/april.md",
            "# 1. Garden",
            "Nothing.",
            "Action: Colin Dray to buy paint.",
            day="8 April 2024",
        )
        settle(store)
        assert _proposals(store, "link") == []
        assert store.execute("SELECT count(*) FROM log_actions").fetchone()[0] == actions
        assert correct(store, tmp_path, {"id": row["id"], "new_same": "perhaps"}).refused[0][1].endswith("yes or no")
        assert correct(store, tmp_path, {"id": "link:x", "new_same": "no"}).refused


@pytest.mark.parametrize(("said", "people"), [("yes", 3), ("no", 4)])
def test_two_who_may_be_one(tmp_path: Path, said: str, people: int) -> None:
    with society(tmp_path) as store:
        store.execute("UPDATE attendees SET name = 'Anne-Marie Dray' WHERE name = 'Colin Dray' AND meeting = 1")
        store.execute("INSERT INTO unsettled VALUES ('')")
        settle(store)
        [one, other] = [
            row["name"] for row in store.execute("SELECT name FROM persons WHERE name LIKE '% Dray' ORDER BY name")
        ]
        ids = [row["id"] for row in store.execute("SELECT id FROM persons WHERE name LIKE '% Dray' ORDER BY name")]
        store.execute("INSERT INTO person_proposals VALUES (?, ?, 'alike')", ids)
        [row] = _proposals(store, "person")
        assert (row["sentence"], row["candidate"].partition(" (")[0]) == (one, other)
        assert correct(store, tmp_path, {"id": row["id"], "new_same": said}).values == 1
        assert store.execute("SELECT count(*) FROM persons").fetchone()[0] == people
        put(store, "/minutes/may.md", "# 1. Roof", "Nothing.", day="6 May 2024")
        settle(store)
        assert store.execute("SELECT count(*) FROM persons").fetchone()[0] == people
        assert _proposals(store, "person") == []
