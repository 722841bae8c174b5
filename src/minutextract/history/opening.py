"""A store as the views see it: with the alias file as it is now, and everything derived from it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from minutextract.history.aliases import AliasError, read_aliases
from minutextract.store import open_store
from minutextract.store.connection import transaction
from minutextract.store.settle import settle

FILE_NAME = "aliases.toml"
# What stands in the list of changed documents for a changed alias file: no document has such a digest.
_MARK = "aliases"


@contextmanager
def open_settled(store: Path, aliases: Path | None = None) -> Iterator[sqlite3.Connection]:
    """A connection to a store whose series and people are those of its documents and of the alias file.

    Args:
        store: the store's file.
        aliases: an alias file other than `aliases.toml` beside the store.

    Raises:
        StoreError: the store cannot be opened.
        AliasError: the alias file cannot be read or understood; the store stays as it was.
    """
    with open_store(store) as connection:
        take_aliases(connection, store, aliases)
        settle(connection)
        yield connection


def take_aliases(connection: sqlite3.Connection, store: Path, aliases: Path | None = None) -> None:
    """Take the alias file into the store if it has changed; the next `settle` goes by it.

    Args:
        connection: not in a transaction.
        store: the store's file.
        aliases: an alias file other than `aliases.toml` beside the store.

    Raises:
        AliasError: the file cannot be read or understood.
    """
    path = aliases or store.with_name(FILE_NAME)
    content = _content(path) if aliases is not None or path.exists() else None
    row = connection.execute("SELECT content FROM alias_file").fetchone()
    if content == (row["content"] if row else None):
        return
    if content is not None:
        read_aliases(content, str(path))
    with transaction(connection):
        connection.execute("DELETE FROM alias_file")
        if content is not None:
            connection.execute("INSERT INTO alias_file (key, path, content) VALUES (1, ?, ?)", (path.name, content))
        connection.execute("INSERT OR IGNORE INTO unsettled (document) VALUES (?)", (_MARK,))


def _content(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise AliasError(f"{path} is no UTF-8 text", "Save it as UTF-8.") from None
    except OSError as error:
        raise AliasError(f"{path} cannot be read: {error.strerror}", "Check the path.") from error
