"""Which documents an archive has, and how far each has come: found → claimed → done or quarantined."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Sequence
from dataclasses import dataclass

from minutextract.errors import MinutextractError
from minutextract.record import Record
from minutextract.store.connection import transaction
from minutextract.store.documents import put_records, remove_records

# How often a document may end the process that works on it.
ATTEMPTS = 2


@dataclass(frozen=True, slots=True)
class Found:
    """A file as it lies there: `modified_ns` is its time of change in nanoseconds, `size` is in bytes."""

    path: str
    sha256: str
    size: int
    modified_ns: int


@dataclass(frozen=True, slots=True)
class Claim:
    """A document that a worker has taken on, and the files that hold its bytes."""

    sha256: str
    paths: tuple[str, ...]
    attempts: int


def register(connection: sqlite3.Connection, files: Sequence[Found], *, made_by: str) -> None:
    """Enter files; a document that is new, or was made by another version, has to be worked on.

    A path whose bytes have changed leaves its former document, which goes with its findings if no other file holds it.
    The same bytes under another path are the same document: a moved file keeps its identity.
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
        connection.execute(
            "UPDATE documents SET state = 'found', attempts = 0 WHERE state = 'done' AND made_by IS NOT ?", (made_by,)
        )
        drop_orphans(connection)


def drop_orphans(connection: sqlite3.Connection) -> None:
    """Take documents out that no file holds any more; call it in a transaction."""
    connection.execute("DELETE FROM documents WHERE sha256 NOT IN (SELECT document FROM files)")


def claim(connection: sqlite3.Connection, worker: str, *, lease_seconds: float) -> Claim | None:
    """Take on the next document that nobody works on; None if there is none.

    A claim runs out with its lease, so that what a killed worker held is taken on again. A document that has ended its
    worker as often as it may is quarantined instead.
    """
    now = time.time()
    with transaction(connection):
        connection.execute(
            "UPDATE documents SET state = 'quarantined', code = 'crashed', claimed_by = NULL, lease_ends = NULL, "
            "cause = 'working on it ended the process each time', "
            "remedy = 'Open it with care, save it under a new name and run again with --retry.' "
            "WHERE state = 'claimed' AND lease_ends < ? AND attempts >= ?",
            (now, ATTEMPTS),
        )
        row = connection.execute(
            "SELECT sha256, attempts FROM documents WHERE state = 'found' OR (state = 'claimed' AND lease_ends < ?) "
            "ORDER BY state DESC, sha256 LIMIT 1",
            (now,),
        ).fetchone()
        if row is None:
            return None
        connection.execute(
            "UPDATE documents SET state = 'claimed', claimed_by = ?, lease_ends = ?, attempts = attempts + 1 "
            "WHERE sha256 = ?",
            (worker, now + lease_seconds, row["sha256"]),
        )
        paths = connection.execute(
            "SELECT path FROM files WHERE document = ? AND NOT missing ORDER BY path", (row["sha256"],)
        ).fetchall()
    return Claim(row["sha256"], tuple(path for (path,) in paths), row["attempts"] + 1)


def finish(connection: sqlite3.Connection, sha256: str, records: Sequence[Record], *, made_by: str) -> None:
    """Write a document's findings and that it is done, or neither."""
    with transaction(connection):
        put_records(connection, sha256, records)
        connection.execute(
            "UPDATE documents SET state = 'done', media_type = ?, made_by = ?, code = NULL, cause = NULL, "
            "remedy = NULL, claimed_by = NULL, lease_ends = NULL WHERE sha256 = ?",
            (records[0].document.source.media_type if records else None, made_by, sha256),
        )


def quarantine(connection: sqlite3.Connection, sha256: str, error: MinutextractError) -> None:
    """Set a document apart, with the reason; what an earlier run found in it goes."""
    with transaction(connection):
        remove_records(connection, sha256)
        connection.execute(
            "UPDATE documents SET state = 'quarantined', code = ?, cause = ?, remedy = ?, claimed_by = NULL, "
            "lease_ends = NULL WHERE sha256 = ?",
            (error.code, error.cause, error.remedy, sha256),
        )


def retry(connection: sqlite3.Connection) -> int:
    """Give every quarantined document another chance; returns how many there are."""
    with transaction(connection):
        return connection.execute(
            "UPDATE documents SET state = 'found', attempts = 0, code = NULL, cause = NULL, remedy = NULL "
            "WHERE state = 'quarantined'"
        ).rowcount
