"""How far each document has come: found → claimed → done or quarantined."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from minutextract.errors import MinutextractError, ReaderCrashed
from minutextract.record import Record
from minutextract.review.overlay import lay_over
from minutextract.store.connection import transaction
from minutextract.store.documents import put_records, remove_records
from minutextract.store.files import Found, register

__all__ = [
    "ATTEMPTS",
    "Claim",
    "Found",
    "claim",
    "crashed",
    "end_leases",
    "finish",
    "quarantine",
    "register",
    "release",
    "renew",
    "retry",
]

# How often a document may end the process that works on it.
ATTEMPTS = 2


@dataclass(frozen=True, slots=True)
class Claim:
    """A document that somebody has taken on, and the files that hold its bytes; `attempts` ended their worker."""

    sha256: str
    paths: tuple[str, ...]
    attempts: int


def claim(connection: sqlite3.Connection, owner: str, *, lease_seconds: float, suspect: bool = False) -> Claim | None:
    """Take on the next document that nobody works on; None if there is none.

    A claim runs out with its lease, so that what a killed batch held is taken on again, after everything that is new:
    if it was to blame, the others are done by then.

    Args:
        connection: not in a transaction.
        owner: who takes it on.
        lease_seconds: how long nobody else may.
        suspect: take one that has ended its worker before; otherwise those are left out.
    """
    now = time.time()
    with transaction(connection):
        row = _next_found(connection, suspect) or _next_abandoned(connection, suspect, now)
        if row is None:
            return None
        connection.execute(
            "UPDATE documents SET state = 'claimed', claimed_by = ?, lease_ends = ? WHERE sha256 = ?",
            (owner, now + lease_seconds, row["sha256"]),
        )
        paths = connection.execute(
            "SELECT path FROM files WHERE document = ? AND NOT missing ORDER BY path", (row["sha256"],)
        ).fetchall()
    return Claim(row["sha256"], tuple(path for (path,) in paths), row["attempts"])


_PRESENT = "EXISTS (SELECT 1 FROM files WHERE files.document = documents.sha256 AND NOT missing)"


def _next_found(connection: sqlite3.Connection, suspect: bool) -> sqlite3.Row | None:
    row: sqlite3.Row | None = connection.execute(
        f"SELECT sha256, attempts FROM documents WHERE state = 'found' AND attempts {'> 0' if suspect else '= 0'} "
        f"AND {_PRESENT} ORDER BY attempts, sha256 LIMIT 1"
    ).fetchone()
    return row


def _next_abandoned(connection: sqlite3.Connection, suspect: bool, now: float) -> sqlite3.Row | None:
    row: sqlite3.Row | None = connection.execute(
        f"SELECT sha256, attempts FROM documents WHERE state = 'claimed' AND lease_ends < ? "
        f"AND attempts {'> 0' if suspect else '= 0'} AND {_PRESENT} ORDER BY sha256 LIMIT 1",
        (now,),
    ).fetchone()
    return row


def renew(connection: sqlite3.Connection, owner: str, *, lease_seconds: float) -> None:
    """Hold on to everything that is claimed."""
    with transaction(connection):
        connection.execute(
            "UPDATE documents SET lease_ends = ? WHERE state = 'claimed' AND claimed_by = ?",
            (time.time() + lease_seconds, owner),
        )


def release(connection: sqlite3.Connection, owner: str, sha256: str | None = None) -> None:
    """Give up a claim, or all of them: others may take the documents on at once."""
    with transaction(connection):
        connection.execute(
            "UPDATE documents SET state = 'found', claimed_by = NULL, lease_ends = NULL "
            "WHERE state = 'claimed' AND claimed_by = ? AND sha256 = coalesce(?, sha256)",
            (owner, sha256),
        )


def end_leases(connection: sqlite3.Connection, is_dead: Callable[[str], bool]) -> None:
    """Let the claims of owners that no longer live run out at once."""
    owners = connection.execute("SELECT DISTINCT claimed_by FROM documents WHERE state = 'claimed'").fetchall()
    dead = [owner for (owner,) in owners if owner is not None and is_dead(owner)]
    if dead:
        with transaction(connection):
            connection.executemany(
                "UPDATE documents SET lease_ends = 0 WHERE state = 'claimed' AND claimed_by = ?",
                [(owner,) for owner in dead],
            )


def finish(
    connection: sqlite3.Connection, sha256: str, records: Sequence[Record], *, made_by: str, owner: str | None = None
) -> bool:
    """Write a document's findings and that it is done, or neither.

    Args:
        connection: not in a transaction.
        sha256: the document.
        records: one for each meeting in it.
        made_by: the version that found them.
        owner: who has claimed it; None for who does not go by claims.

    Returns:
        False if the claim is no longer the owner's, or the document is gone: nothing was written then.
    """
    with transaction(connection):
        if not _holds(connection, sha256, owner):
            return False
        put_records(connection, sha256, records)
        lay_over(connection, sha256)
        connection.execute(
            "UPDATE documents SET state = 'done', media_type = ?, made_by = ?, attempts = 0, code = NULL, "
            "cause = NULL, remedy = NULL, claimed_by = NULL, lease_ends = NULL WHERE sha256 = ?",
            (records[0].document.source.media_type if records else None, made_by, sha256),
        )
    return True


def quarantine(
    connection: sqlite3.Connection,
    sha256: str,
    error: MinutextractError,
    *,
    made_by: str | None = None,
    owner: str | None = None,
) -> bool:
    """Set a document apart, with the reason; what an earlier run found in it goes. For the rest as `finish`."""
    with transaction(connection):
        if not _holds(connection, sha256, owner):
            return False
        _quarantine(connection, sha256, error, made_by)
    return True


def crashed(connection: sqlite3.Connection, sha256: str, error: ReaderCrashed, *, made_by: str, owner: str) -> bool:
    """Note that a document ended its worker; the last time that it may, it is quarantined. Returns whether it was."""
    with transaction(connection):
        if not _holds(connection, sha256, owner):
            return False
        connection.execute(
            "UPDATE documents SET state = 'found', attempts = attempts + 1, claimed_by = NULL, lease_ends = NULL "
            "WHERE sha256 = ?",
            (sha256,),
        )
        [attempts] = connection.execute("SELECT attempts FROM documents WHERE sha256 = ?", (sha256,)).fetchone()
        if attempts >= ATTEMPTS:
            _quarantine(connection, sha256, error, made_by)
    return bool(attempts >= ATTEMPTS)


def retry(connection: sqlite3.Connection) -> int:
    """Give every quarantined document another chance; returns how many there are."""
    with transaction(connection):
        return connection.execute(
            "UPDATE documents SET state = 'found', attempts = 0, code = NULL, cause = NULL, remedy = NULL "
            "WHERE state = 'quarantined'"
        ).rowcount


def _quarantine(connection: sqlite3.Connection, sha256: str, error: MinutextractError, made_by: str | None) -> None:
    remove_records(connection, sha256)
    connection.execute(
        "UPDATE documents SET state = 'quarantined', code = ?, cause = ?, remedy = ?, made_by = ?, "
        "claimed_by = NULL, lease_ends = NULL WHERE sha256 = ?",
        (error.code, error.cause, error.remedy, made_by, sha256),
    )


def _holds(connection: sqlite3.Connection, sha256: str, owner: str | None) -> bool:
    row = connection.execute("SELECT state, claimed_by FROM documents WHERE sha256 = ?", (sha256,)).fetchone()
    return row is not None and (owner is None or (row["state"] == "claimed" and row["claimed_by"] == owner))
