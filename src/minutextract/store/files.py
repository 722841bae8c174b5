"""Which files an archive has, and which document each holds."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from minutextract.store.connection import transaction


@dataclass(frozen=True, slots=True)
class Found:
    """A file as it lies there: `modified_ns` is its time of change in nanoseconds, `size` is in bytes."""

    path: str
    sha256: str
    size: int
    modified_ns: int


def register(connection: sqlite3.Connection, files: Sequence[Found], *, made_by: str) -> None:
    """Enter files, and see what has to be worked on; see `enter` and `refresh`."""
    enter(connection, files)
    refresh(connection, made_by)


def enter(connection: sqlite3.Connection, files: Iterable[Found]) -> None:
    """Enter files; a document that is new has to be worked on.

    The same bytes under another path are the same document: a moved file keeps its identity. A path whose bytes have
    changed leaves its former document.
    """
    with transaction(connection):
        for file in files:
            connection.execute(
                "INSERT INTO documents (sha256, size, state) VALUES (?, ?, 'found') ON CONFLICT DO NOTHING",
                (file.sha256, file.size),
            )
            connection.execute(
                "INSERT INTO files (path, document, size, modified_ns) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (path) DO UPDATE SET document = excluded.document, size = excluded.size, "
                "modified_ns = excluded.modified_ns, missing = 0",
                (file.path, file.sha256, file.size, file.modified_ns),
            )


def refresh(connection: sqlite3.Connection, made_by: str) -> None:
    """Take documents out, with their findings, that no file holds any more; find those again that another version made.

    Call it after every file of a run was entered: contents may have changed places.
    """
    with transaction(connection):
        connection.execute(
            "UPDATE documents SET state = 'found', attempts = 0 WHERE "
            "(state = 'done' AND made_by IS NOT ?1 OR state = 'quarantined' AND made_by <> ?1) "
            "AND EXISTS (SELECT 1 FROM files WHERE files.document = documents.sha256 AND NOT missing)",
            (made_by,),
        )
        drop_orphans(connection)


def drop_orphans(connection: sqlite3.Connection) -> None:
    """Take documents out that no file holds any more; call it in a transaction."""
    connection.execute("DELETE FROM documents WHERE sha256 NOT IN (SELECT document FROM files)")


def known(connection: sqlite3.Connection, path: str) -> sqlite3.Row | None:
    """The entry of a file."""
    row: sqlite3.Row | None = connection.execute("SELECT * FROM files WHERE path = ?", (path,)).fetchone()
    return row


def begin_looking(connection: sqlite3.Connection) -> None:
    """Begin the list of the files that are there; it is this connection's alone, and stays as far as it has come."""
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS seen (path TEXT PRIMARY KEY) WITHOUT ROWID")


def see(connection: sqlite3.Connection, paths: Sequence[str]) -> None:
    """Note files that are there; those that had vanished are back."""
    with transaction(connection):
        connection.executemany("INSERT OR IGNORE INTO seen (path) VALUES (?)", [(path,) for path in paths])
        connection.executemany("UPDATE files SET missing = 0 WHERE path = ? AND missing", [(path,) for path in paths])


def unseen_below(connection: sqlite3.Connection, root: str) -> list[str]:
    """The files at or below a path that the store knows and this run has not seen."""
    begin_looking(connection)
    below = root.rstrip(os.sep) + os.sep
    rows = connection.execute(
        "SELECT path FROM files WHERE (path = ? OR substr(path, 1, ?) = ?) AND path NOT IN (SELECT path FROM seen)",
        (root, len(below), below),
    )
    return [path for (path,) in rows]


def mark_missing(connection: sqlite3.Connection, paths: Sequence[str]) -> None:
    """Note that files are no longer there; what was found in them stays."""
    with transaction(connection):
        connection.executemany("UPDATE files SET missing = 1 WHERE path = ?", [(path,) for path in paths])


def forget(connection: sqlite3.Connection, path: str) -> None:
    """Take a file out, and its document if no other file holds it: the next run finds it anew."""
    with transaction(connection):
        connection.execute("DELETE FROM files WHERE path = ?", (path,))
        drop_orphans(connection)


def count_waiting(connection: sqlite3.Connection) -> int:
    """How many documents that are there have not been worked on, or are in somebody's hands."""
    [count] = connection.execute(
        "SELECT count(*) FROM documents WHERE state IN ('found', 'claimed') "
        "AND EXISTS (SELECT 1 FROM files WHERE files.document = documents.sha256 AND NOT missing)"
    ).fetchone()
    return int(count)


def count_done(connection: sqlite3.Connection) -> int:
    """How many documents that this run has seen are done."""
    [count] = connection.execute(
        "SELECT count(DISTINCT files.document) FROM seen JOIN files USING (path) "
        "JOIN documents ON documents.sha256 = files.document WHERE documents.state = 'done'"
    ).fetchone()
    return int(count)
