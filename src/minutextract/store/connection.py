"""Opening a store: the settings that keep it whole, and bringing an older one up to date."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from minutextract.errors import StoreError

# "MinX": tells a store from any other SQLite file.
APPLICATION_ID = 0x4D696E58
# How long a writer waits for another one.
_PATIENCE_SECONDS = 30.0
# How often it waits so long, and says so.
_TURNS = 20
_LOGGER = logging.getLogger(__name__)


def migrations() -> list[str]:
    """The scripts that make a store, in order; a store's `user_version` is how many of them it has seen."""
    folder = files("minutextract.store").joinpath("migrations")
    scripts = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".sql")), key=lambda entry: entry.name)
    return [script.read_text(encoding="utf-8") for script in scripts]


@contextmanager
def open_store(path: Path, *, create: bool = False) -> Iterator[sqlite3.Connection]:
    """A connection to a store, brought up to date; it commits nothing by itself (see `transaction`).

    Raises:
        StoreError: there is no store there, the file is none, a newer version made it, or it cannot be written.
    """
    if not create and not path.is_file():
        raise StoreError(f"there is no store {path}", "Make one with `minutextract batch PATH --store FILE`.")
    with translated(path):
        connection = sqlite3.connect(path, timeout=_PATIENCE_SECONDS, isolation_level=None)
    try:
        with translated(path):
            connection.row_factory = sqlite3.Row
            _refuse_strangers(connection, path)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("PRAGMA foreign_keys = ON")
            _bring_up_to_date(connection, path)
        with translated(path):
            yield connection
    finally:
        connection.close()


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of what is written inside, or nothing; the lock is taken at once, so that a writer never fails half way."""
    _begin(connection)
    try:
        yield
    except BaseException:
        # A full disk has rolled back already.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _begin(connection: sqlite3.Connection) -> None:
    for turn in range(_TURNS, 0, -1):
        try:
            connection.execute("BEGIN IMMEDIATE")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorname != "SQLITE_BUSY" or turn == 1:
                raise
            # Linking a large archive takes longer than any document.
            _LOGGER.warning("another program is writing to the store: waiting for it")


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Errors of the database as errors that say what to do.

    Raises:
        StoreError: for every `sqlite3.Error` inside.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(f"{path}: {error}", _REMEDIES.get(error.sqlite_errorname, _REMEDY)) from error


_REMEDY = "Check the disk and the permissions; `minutextract verify` tells whether the store is whole."
_REMEDIES = {
    "SQLITE_FULL": "Free some space and run the same command again: what was finished is kept.",
    "SQLITE_BUSY": "Another program has held the store for long; close it and try again.",
    "SQLITE_NOTADB": "Name another file: this one is no store.",
    "SQLITE_CANTOPEN": "Check that the folder exists and can be written.",
}


def _refuse_strangers(connection: sqlite3.Connection, path: Path) -> None:
    [identity] = connection.execute("PRAGMA application_id").fetchone()
    [objects] = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if identity != APPLICATION_ID and objects:
        raise StoreError(f"{path} is a database of another program", "Name another file.")


def _bring_up_to_date(connection: sqlite3.Connection, path: Path) -> None:
    scripts = migrations()
    if _version(connection) == len(scripts):
        return
    with transaction(connection):
        # Asked again under the lock: two batches may open a new store at once.
        seen = _version(connection)
        if seen > len(scripts):
            raise StoreError(f"{path} was made by a newer version", "Update minutextract.")
        for script in scripts[seen:]:
            for statement in statements(script):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(scripts)}")


def statements(script: str) -> Iterator[str]:
    """The statements of a script; `executescript` would commit the transaction that it stands in."""
    held = ""
    for line in script.splitlines(keepends=True):
        held += line
        if sqlite3.complete_statement(held):
            yield held
            held = ""


def _version(connection: sqlite3.Connection) -> int:
    [version] = connection.execute("PRAGMA user_version").fetchone()
    return int(version)
