"""Stores of invented minutes, made as a batch makes them but without files and processes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from builders import Keywords, document
from minutextract.pipeline import Pipeline
from minutextract.store import open_store
from minutextract.store.ledger import Found, finish, register
from minutextract.store.settle import settle

LANTERN = (
    "# Minutes of the Lantern Hill Society held on {day}",
    "Present:",
    "- Ann Baxter (AB) - Chair",
    "- Colin Dray (CD) - Treasurer",
    "Apologies:",
    "- Mona Nettle (MN)",
)
MARCH = (
    "# 1. Garden",
    "AB to mend the gate by 1 May 2024.",
    "MN to re-open the north gate.",
    "XY to paint the café.",
    "# 2. Finance",
    "It was agreed that the fee stays at 12 pounds. Moved by Ann Baxter, seconded by Colin Dray.",
    "Colin Dray thanked Ann Baxter for the roof.",
    "Colin Dray noted that the roof leaks.",
)


def put(connection: sqlite3.Connection, path: str, *lines: str, day: str = "4 March 2024") -> None:
    """Write the minutes of a meeting of the society into a store; the same path again replaces them."""
    read = document(*(line.format(day=day) for line in LANTERN), *lines, name=path)
    records = Pipeline(Keywords()).analyse_all(read)
    register(connection, [Found(path, read.source.sha256, read.source.size, 1)], made_by="v1")
    finish(connection, read.source.sha256, records, made_by="v1")


@contextmanager
def society(folder: Path, lines: Sequence[str] = MARCH) -> Iterator[sqlite3.Connection]:
    """A store with one meeting of March, and one of April at which the roof was spoken of."""
    with open_store(folder / "a.db", create=True) as connection:
        put(connection, "/minutes/march.md", *lines)
        put(connection, "/minutes/april.md", "# 1. Roof", "Ann Baxter noted that the roof is dry.", day="8 April 2024")
        settle(connection)
        yield connection
