"""From what was found in a claimed document to the store: all of it and the document's state, or neither."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from enum import StrEnum

from minutextract.batch.discover import look
from minutextract.batch.finder import Answer, internal
from minutextract.batch.names import as_path
from minutextract.batch.register import hashed
from minutextract.errors import MinutextractError
from minutextract.store import files
from minutextract.store.ledger import Claim, finish, quarantine, release


class Fate(StrEnum):
    """What became of a claim."""

    DONE = "done"
    QUARANTINED = "quarantined"
    CHANGED = "changed"
    VANISHED = "vanished"
    TAKEN = "taken"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A claim's end: the file, how many words were read, and why the document was set apart."""

    fate: Fate
    path: str = ""
    words: int = 0
    error: MinutextractError | None = None


def commit(connection: sqlite3.Connection, claim: Claim, answer: Answer, *, made_by: str, owner: str) -> Outcome:
    """Write what came of a document.

    Args:
        connection: not in a transaction.
        claim: the document.
        answer: what was found in it, or why nothing was.
        made_by: the version that found it.
        owner: who has claimed it; nothing is written if that is somebody else by now.
    """
    if answer.gone:
        files.mark_missing(connection, answer.gone)
    if not answer.path:
        release(connection, owner, claim.sha256)
        return Outcome(Fate.VANISHED, claim.paths[0] if claim.paths else "")
    if answer.changed:
        return _register_anew(connection, claim, answer.path, made_by, owner)
    error = answer.error
    if error is None:
        words = sum(len(text.split()) for text in {record.document.text for record in answer.records})
        try:
            kept = finish(connection, claim.sha256, answer.records, made_by=made_by, owner=owner)
            return Outcome(Fate.DONE if kept else Fate.TAKEN, answer.path, words)
        except (sqlite3.IntegrityError, sqlite3.DataError, ValueError, OverflowError) as mistake:
            # The document's fault or ours, not the store's: the others can still be written.
            error = internal(mistake)
    kept = quarantine(connection, claim.sha256, error, made_by=made_by, owner=owner)
    return Outcome(Fate.QUARANTINED if kept else Fate.TAKEN, answer.path, error=error)


def _register_anew(connection: sqlite3.Connection, claim: Claim, path: str, made_by: str, owner: str) -> Outcome:
    listed = look(as_path(path))
    if listed is None:
        files.mark_missing(connection, [path])
    else:
        files.register(connection, [hashed(listed)], made_by=made_by)
    release(connection, owner, claim.sha256)
    return Outcome(Fate.CHANGED, path)
