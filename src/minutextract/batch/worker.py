"""What a worker does: it reads one claimed document in its sandbox, finds everything in it, and commits that at once.

A worker is a process of its own with its own classifier, reader and connection to the store. Only outcomes go back.
"""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import sqlite3
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from multiprocessing.util import Finalize
from pathlib import Path
from typing import TYPE_CHECKING

from minutextract.batch.discover import look
from minutextract.batch.names import as_path
from minutextract.batch.register import hashed
from minutextract.errors import InternalError, MemoryLimit, MinutextractError, MissingFile, ReadError
from minutextract.readers.child import Read
from minutextract.readers.sandbox import Sandbox
from minutextract.store import files, open_store
from minutextract.store.ledger import Claim, finish, quarantine, release

if TYPE_CHECKING:
    from minutextract.pipeline import Pipeline
    from minutextract.record import Record

_PR_SET_PDEATHSIG = 1


@dataclass(frozen=True, slots=True)
class Station:
    """What every worker of a batch is given.

    Attributes:
        store: the store's file.
        owner: the batch, whose claims the workers fulfil.
        made_by: the version that finds.
        load: gives the pipeline around what reads files; the worker's process imports it.
        model: a model folder other than the usual one.
        spacy_pipeline: one other than the usual one.
        threads: how many a worker's classifier computes with.
    """

    store: Path
    owner: str
    made_by: str
    load: Callable[[Path | None, str | None, Read], Pipeline]
    model: Path | None = None
    spacy_pipeline: str | None = None
    threads: int = 1


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


class Worker:
    """A worker's process, between one document and the next."""

    def __init__(self, station: Station) -> None:
        self._station = station
        self._sandbox = Sandbox()
        self._sandbox.warm_up()
        self._pipeline: Pipeline | None = None

    def close(self) -> None:
        """End the reader."""
        self._sandbox.close()

    def fulfil(self, claim: Claim) -> Outcome:
        """Work on a claimed document, from its file to its findings in the store; for the rest see `fulfil` below."""
        pipeline = self._loaded()
        for path in claim.paths:
            try:
                records = self._records(pipeline, as_path(path), claim.sha256)
            except MissingFile:
                with self._store() as connection:
                    files.mark_missing(connection, [path])
            except ReadError as error:
                if _has_other_bytes(as_path(path), claim.sha256):
                    return self._register_anew(claim, path)
                return self._set_apart(claim, path, error)
            else:
                return self._commit(claim, path, records)
        self._give_up(claim)
        return Outcome(Fate.VANISHED, claim.paths[0] if claim.paths else "")

    def _loaded(self) -> Pipeline:
        if self._pipeline is None:
            station = self._station
            self._pipeline = station.load(station.model, station.spacy_pipeline, self._sandbox.read_all)
        return self._pipeline

    def _records(self, pipeline: Pipeline, path: str, sha256: str) -> tuple[Record, ...]:
        reading = replace(pipeline, read=partial(self._sandbox.read_all, sha256=sha256))
        try:
            return reading.process_all(Path(path))
        except MinutextractError:
            raise
        except MemoryError as error:
            raise MemoryLimit("finding what is in it takes more memory than there is", "Split it.") from error
        except Exception as error:
            raise _internal(error) from error

    def _commit(self, claim: Claim, path: str, records: tuple[Record, ...]) -> Outcome:
        words = sum(len(text.split()) for text in {record.document.text for record in records})
        with self._store() as connection:
            try:
                kept = finish(
                    connection, claim.sha256, records, made_by=self._station.made_by, owner=self._station.owner
                )
            except (sqlite3.IntegrityError, sqlite3.DataError, ValueError, OverflowError) as error:
                # The document's fault or ours, not the store's: the others can still be written.
                return self._set_apart(claim, path, _internal(error))
        return Outcome(Fate.DONE if kept else Fate.TAKEN, path, words)

    def _set_apart(self, claim: Claim, path: str, error: MinutextractError) -> Outcome:
        with self._store() as connection:
            kept = quarantine(connection, claim.sha256, error, made_by=self._station.made_by, owner=self._station.owner)
        return Outcome(Fate.QUARANTINED if kept else Fate.TAKEN, path, error=error)

    def _register_anew(self, claim: Claim, path: str) -> Outcome:
        listed = look(as_path(path))
        with self._store() as connection:
            if listed is None:
                files.mark_missing(connection, [path])
            else:
                files.register(connection, [hashed(listed)], made_by=self._station.made_by)
            release(connection, self._station.owner, claim.sha256)
        return Outcome(Fate.CHANGED, path)

    def _give_up(self, claim: Claim) -> None:
        with self._store() as connection:
            release(connection, self._station.owner, claim.sha256)

    def _store(self) -> AbstractContextManager[sqlite3.Connection]:
        return open_store(self._station.store)


_worker: Worker | None = None


def prepare(station: Station) -> None:
    """Make a process a worker: run this first in it."""
    global _worker  # noqa: PLW0603
    _end_with_parent()
    if hasattr(os, "setsid"):
        # Ctrl-C is the batch's to answer: it must not reach a program that a reader has started.
        os.setsid()
    os.dup2(2, 1)
    os.environ["OMP_NUM_THREADS"] = str(station.threads)
    _worker = Worker(station)
    # A process waits for its children when it ends, so the reader has to be told before.
    Finalize(None, _worker.close, exitpriority=100)


def fulfil(claim: Claim) -> Outcome:
    """Work on a claimed document, from its file to its findings in the store.

    Raises:
        StoreError: the store cannot be written.
        ModelError: the classifier is refused.
        MissingProgram: something that every document needs is not there.
    """
    assert _worker is not None
    return _worker.fulfil(claim)


def _internal(error: Exception) -> InternalError:
    return InternalError(
        f"internal error: {type(error).__name__}: {error}", "Run `extract --verbose` on it and report what it prints."
    )


def _has_other_bytes(path: str, sha256: str) -> bool:
    """Whether a file that could not be read is no longer the one that was claimed: it may be half written."""
    listed = look(path)
    try:
        return listed is None or hashed(listed).sha256 != sha256
    except OSError:
        return False


def _end_with_parent() -> None:
    """Have the kernel end this process when the batch is killed; elsewhere it ends when its pipe is closed."""
    if sys.platform != "linux":
        return
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    parent = multiprocessing.parent_process()
    if parent is not None and os.getppid() != parent.pid:
        os._exit(1)
