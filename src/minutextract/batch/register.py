"""Entering the files of an archive into its store: hashed only where size or time of change tell of something new."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path

from minutextract.batch.discover import Listed, Survey, files_below, look
from minutextract.batch.names import as_path, as_text
from minutextract.errors import UsageError
from minutextract.store import files
from minutextract.store.files import Found

_AT_ONCE = 500
_CHUNK = 1024 * 1024


def enter_archive(
    connection: sqlite3.Connection,
    roots: Sequence[Path],
    *,
    made_by: str,
    store: Path,
    looked_at: Callable[[int], None] = lambda _: None,
) -> Survey:
    """Bring the store's list of files up to date with what lies at and below the paths.

    Args:
        connection: to the store.
        roots: files and directories.
        made_by: the version that is about to work on them.
        store: the store's own file, which is no document.
        looked_at: told now and then how many files were seen.

    Returns:
        What was left out, and what could not be opened.

    Raises:
        UsageError: a path is not there and never was.
    """
    absolute = [root.resolve() for root in roots]
    for given, root in zip(roots, absolute, strict=True):
        if not os.path.lexists(root) and not any(files.unseen_below(connection, as_text(str(root)))):
            raise UsageError(f"there is no file or directory {given}", "Check the path.")
    files.begin_looking(connection)
    survey, never = Survey(), _own_files(store)
    seen = 0
    listed = chain.from_iterable(files_below(root, survey, never=never) for root in absolute)
    for several in _chunks(chain(listed, _known_before(connection, absolute))):
        _enter(connection, several, survey)
        seen += len(several)
        looked_at(seen)
    gone = [path for root in absolute for path in files.unseen_below(connection, as_text(str(root)))]
    files.mark_missing(connection, [path for path in gone if not _behind_closed_doors(path, survey)])
    files.refresh(connection, made_by)
    return survey


def hashed(listed: Listed) -> Found:
    """A file with the digest of its bytes.

    Raises:
        OSError: it cannot be opened.
    """
    digest = hashlib.sha256()
    # Should a pipe have taken the file's place, opening it must not wait for a writer.
    descriptor = os.open(listed.path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(descriptor, "rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return Found(as_text(listed.path), digest.hexdigest(), listed.size, listed.modified_ns)


def _known_before(connection: sqlite3.Connection, roots: Sequence[Path]) -> Iterator[Listed]:
    """Files that the store knows though their names tell nothing: they were named themselves once."""
    for root in roots:
        for path in files.unseen_below(connection, as_text(str(root))):
            if (found := look(as_path(path))) is not None:
                yield found


def _enter(connection: sqlite3.Connection, listed: Sequence[Listed], survey: Survey) -> None:
    found: list[Found] = []
    for one in listed:
        known = files.known(connection, as_text(one.path))
        if known is not None and (known["size"], known["modified_ns"]) == (one.size, one.modified_ns):
            continue
        try:
            found.append(hashed(one))
        except OSError as error:
            survey.closed[one.path] = error.strerror or str(error)
    files.enter(connection, found)
    files.see(connection, [as_text(one.path) for one in listed])


def _behind_closed_doors(path: str, survey: Survey) -> bool:
    return any(path == door or path.startswith(door.rstrip(os.sep) + os.sep) for door in map(as_text, survey.closed))


def _own_files(store: Path) -> frozenset[str]:
    return frozenset(f"{store.resolve()}{ending}" for ending in ("", "-wal", "-shm", "-journal"))


def _chunks(listed: Iterable[Listed]) -> Iterator[list[Listed]]:
    rest = iter(listed)
    while several := list(islice(rest, _AT_ONCE)):
        yield several
