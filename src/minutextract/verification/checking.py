"""Checks of a store: its own wholeness, its quotes, and the files that they were taken from."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from minutextract.batch.discover import look
from minutextract.batch.names import as_path
from minutextract.batch.register import hashed
from minutextract.document import Document
from minutextract.errors import ReadError
from minutextract.store.connection import transaction

Read = Callable[[Path], Sequence[Document]]


class Trouble(StrEnum):
    """What may be wrong: the first three with files, the others with the store itself."""

    MISSING = "missing"
    CHANGED = "changed"
    READS_OTHERWISE = "reads-otherwise"
    TEXT_ALTERED = "text-altered"
    QUOTE_ALTERED = "quote-altered"
    INDEX_BROKEN = "index-broken"
    BROKEN = "broken"


OF_FILES = frozenset({Trouble.MISSING, Trouble.CHANGED, Trouble.READS_OTHERWISE})


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is wrong: with a file by its path, a text or finding by its id, or a part of the database."""

    trouble: Trouble
    where: str
    detail: str = ""


@dataclass
class Verdict:
    """What was checked, and what is wrong."""

    files: int = 0
    texts: int = 0
    quotes: int = 0
    reread: int = 0
    faults: list[Fault] = field(default_factory=list)

    @property
    def whole(self) -> bool:
        """Whether the store itself is as it was written."""
        return all(fault.trouble in OF_FILES for fault in self.faults)


def check_store(connection: sqlite3.Connection, read: Read | None = None) -> Verdict:
    """Check the database, every quote against the text that the store keeps, and every file against its digest.

    Args:
        connection: not in a transaction.
        read: reads files again, whose text must then be the same; None leaves that out.
    """
    verdict = Verdict()
    verdict.faults += _database_faults(connection)
    if verdict.faults:
        return verdict
    for text in connection.execute("SELECT key FROM texts ORDER BY document, part").fetchall():
        _check_text(connection, text["key"], verdict)
    for file in connection.execute("SELECT path, document FROM files ORDER BY path").fetchall():
        verdict.files += 1
        if (fault := _file_fault(file["path"], file["document"])) is not None:
            verdict.faults.append(fault)
        elif read is not None:
            _read_again(connection, file, read, verdict)
    return verdict


def _database_faults(connection: sqlite3.Connection) -> Iterator[Fault]:
    for (message,) in connection.execute("PRAGMA integrity_check(20)"):
        if message != "ok":
            yield Fault(Trouble.BROKEN, "database", message)
    for row in connection.execute("PRAGMA foreign_key_check").fetchmany(20):
        yield Fault(Trouble.BROKEN, row[0], f"row {row[1]} refers to nothing in {row[2]}")
    try:
        with transaction(connection):
            # Compares the index with the sentences that it is of, not with itself alone.
            connection.execute("INSERT INTO sentences_words (sentences_words, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        yield Fault(Trouble.INDEX_BROKEN, "sentences_words", str(error))


def _check_text(connection: sqlite3.Connection, key: int, verdict: Verdict) -> None:
    row = connection.execute("SELECT document, part, sha256, text FROM texts WHERE key = ?", (key,)).fetchone()
    verdict.texts += 1
    text = row["text"]
    if hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() != row["sha256"]:
        where = f"{row['document'][:12]}!{row['part']}" if row["part"] else row["document"][:12]
        verdict.faults.append(Fault(Trouble.TEXT_ALTERED, where, "the text that is kept has another digest"))
    for kind, columns in (("finding", "f.id, f.quote"), ("sentence", "f.local, f.text")):
        rows = connection.execute(
            f'SELECT m.id, {columns}, f."start", f."end" FROM meetings m JOIN {kind}s f ON f.meeting = m.key '
            "WHERE m.text = ?",
            (key,),
        )
        for meeting, local, quote, start, end in rows:
            verdict.quotes += kind == "finding"
            if not _same(text[start:end], quote):
                verdict.faults.append(Fault(Trouble.QUOTE_ALTERED, f"{kind} {local} of meeting {meeting}", quote[:80]))


def _same(one: str, other: str) -> bool:
    """Whether two are the same up to white space."""
    return one.split() == other.split()


def _file_fault(path: str, sha256: str) -> Fault | None:
    listed = look(as_path(path))
    if listed is None:
        return Fault(Trouble.MISSING, path)
    try:
        return None if hashed(listed).sha256 == sha256 else Fault(Trouble.CHANGED, path)
    except OSError as error:
        return Fault(Trouble.MISSING, path, error.strerror or "")


def _read_again(connection: sqlite3.Connection, file: sqlite3.Row, read: Read, verdict: Verdict) -> None:
    kept: dict[str, Any] = dict(
        connection.execute("SELECT part, text FROM texts WHERE document = ?", (file["document"],)).fetchall()
    )
    if not kept:
        return
    verdict.reread += 1
    try:
        documents = read(Path(as_path(file["path"])))
    except ReadError as error:
        verdict.faults.append(Fault(Trouble.READS_OTHERWISE, file["path"], error.cause))
        return
    texts = {document.text for document in documents}
    for part, text in kept.items():
        if text not in texts:
            detail = f"the text of {part or 'the file'} is another one now"
            verdict.faults.append(Fault(Trouble.READS_OTHERWISE, file["path"], detail))
