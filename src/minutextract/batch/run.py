"""One batch from its paths to its report: the store says who works on what, so that several may run at once."""

from __future__ import annotations

import signal
import sqlite3
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, wait
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from minutextract.batch.crew import RENEWAL, Seat
from minutextract.batch.owner import is_dead, new_owner
from minutextract.batch.progress import Progress
from minutextract.batch.register import enter_archive
from minutextract.batch.report import Report
from minutextract.batch.version import made_by
from minutextract.batch.worker import Fate, Outcome, Station
from minutextract.errors import MinutextractError, ReaderCrashed, TimeLimit
from minutextract.history.opening import take_aliases
from minutextract.store import files, ledger, open_store
from minutextract.store.ledger import Claim
from minutextract.store.settle import settle

if TYPE_CHECKING:
    from minutextract.pipeline import Pipeline
    from minutextract.readers.sandbox import Read

LEASE_SECONDS = 60.0
_RENEW_SECONDS = 15.0
_TICK_SECONDS = 0.5
_SHOW_SECONDS = 2.0
# How often a file may change under the reader before it is left to the next run.
_CHANGES = 3


@dataclass(frozen=True, slots=True)
class Options:
    """How a batch works.

    Attributes:
        load: gives the pipeline around what reads files; each worker's process imports it.
        workers: how many documents are worked on at once.
        threads: how many each worker's classifier computes with.
        model: a model folder other than the usual one.
        spacy_pipeline: one other than the usual one.
        retry: give quarantined documents another chance.
        renewal: after how many documents a worker is replaced.
    """

    load: Callable[[Path | None, str | None, Read], Pipeline]
    workers: int = 1
    threads: int = 1
    model: Path | None = None
    spacy_pipeline: str | None = None
    retry: bool = False
    renewal: int = RENEWAL


def run_batch(
    roots: Sequence[Path],
    store: Path,
    options: Options,
    progress: Progress,
    failed: Callable[[str, MinutextractError], None] = lambda _path, _error: None,
) -> Report:
    """Bring a store up to date with the files at and below the paths.

    Args:
        roots: files and directories.
        store: the store's file, made if it is not there.
        options: how.
        progress: told how far things are.
        failed: told of each document that is quarantined.

    Raises:
        UsageError: a path is not there and never was.
        StoreError: the store cannot be opened or written; what was finished is kept.
        ModelError: the classifier is refused.
        MissingProgram: something that every document needs is not there.
    """
    since = time.monotonic()
    version = made_by(options.model, options.spacy_pipeline)
    with open_store(store, create=True) as connection:
        survey = enter_archive(connection, roots, made_by=version, store=store)
        if options.retry:
            ledger.retry(connection)
        report = Report(unreadable=survey.closed, left_out=dict(sorted(survey.left_out.items())))
        report.unchanged = files.count_done(connection)
        station = Station(
            store.absolute(), new_owner(), version, options.load, options.model, options.spacy_pipeline, options.threads
        )
        batch = _Batch(connection, station, options, progress, failed, report)
        batch.run()
        take_aliases(connection, store)
        settle(connection)
        report.read_store(connection)
    report.seconds = time.monotonic() - since
    return report


class _Batch:
    """The loop that hands out documents and takes outcomes."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        station: Station,
        options: Options,
        progress: Progress,
        failed: Callable[[str, MinutextractError], None],
        report: Report,
    ) -> None:
        self._connection = connection
        self._station = station
        self._options = options
        self._progress = progress
        self._failed = failed
        self._report = report
        self._seats: list[Seat] = []
        self._alone = False
        self._asked_to_stop = 0
        self._changes: Counter[str] = Counter()
        self._renewed = self._shown = time.monotonic()

    def run(self) -> None:
        """Work until nothing is left to do, or somebody asks to stop."""
        if not self._waiting():
            return
        self._progress.begin(self._waiting())
        try:
            with self._interruptible():
                self._work()
        finally:
            self._progress.end()
            # With a full disk the claims stay; others see that their owner has ended.
            with suppress(sqlite3.Error):
                ledger.release(self._connection, self._station.owner)
            for seat in self._seats:
                seat.close()
            self._report.interrupted = self._asked_to_stop > 0

    def _work(self) -> None:
        while self._asked_to_stop < 2:
            if not self._asked_to_stop:
                self._hand_out()
            busy = [seat for seat in self._seats if seat.future is not None]
            if busy:
                wait([seat.future for seat in busy if seat.future], _TICK_SECONDS, FIRST_COMPLETED)
                for seat in busy:
                    if seat.future is not None and seat.future.done():
                        self._take(seat)
            elif self._asked_to_stop or not self._waiting():
                return
            else:
                # Others hold what is left: they finish it, or their claims run out.
                time.sleep(_TICK_SECONDS)
            self._keep_claims()
            self._show()

    def _hand_out(self) -> None:
        """A document for each idle worker; one that has ended a worker before is worked on alone."""
        while not self._alone and (seat := self._idle()) is not None:
            claim = self._claim()
            if claim is None:
                break
            seat.give(claim)
        if not any(seat.future for seat in self._seats):
            claim = self._claim(suspect=True)
            self._alone = claim is not None
            if claim is not None and (seat := self._idle()) is not None:
                seat.give(claim)

    def _idle(self) -> Seat | None:
        for seat in self._seats:
            if seat.future is None:
                return seat
        if len(self._seats) == self._options.workers:
            return None
        self._seats.append(Seat(self._station, renewal=self._options.renewal))
        return self._seats[-1]

    def _claim(self, *, suspect: bool = False) -> Claim | None:
        owner = self._station.owner
        claim = ledger.claim(self._connection, owner, lease_seconds=LEASE_SECONDS, suspect=suspect)
        if claim is None:
            ledger.end_leases(self._connection, is_dead)
            claim = ledger.claim(self._connection, owner, lease_seconds=LEASE_SECONDS, suspect=suspect)
        return claim

    def _take(self, seat: Seat) -> None:
        self._alone = False
        claim = seat.claim
        assert claim is not None
        path = claim.paths[0] if claim.paths else ""
        try:
            _, outcome = seat.take()
        except ReaderCrashed as error:
            if ledger.crashed(
                self._connection, claim.sha256, error, made_by=self._station.made_by, owner=self._station.owner
            ):
                self._failed(path, error)
        except TimeLimit as error:
            if ledger.quarantine(
                self._connection, claim.sha256, error, made_by=self._station.made_by, owner=self._station.owner
            ):
                self._failed(path, error)
        else:
            if outcome is None:
                ledger.release(self._connection, self._station.owner, claim.sha256)
            else:
                self._count(outcome)

    def _count(self, outcome: Outcome) -> None:
        match outcome.fate:
            case Fate.DONE:
                self._report.done += 1
                self._report.words += outcome.words
            case Fate.QUARANTINED if outcome.error is not None:
                self._failed(outcome.path, outcome.error)
            case Fate.CHANGED:
                self._changes[outcome.path] += 1
                if self._changes[outcome.path] == _CHANGES:
                    files.forget(self._connection, outcome.path)
                    self._report.changing += 1

    def _waiting(self) -> int:
        return files.count_waiting(self._connection)

    def _show(self) -> None:
        # Counting takes the longer the more there is to count.
        if time.monotonic() - self._shown >= _SHOW_SECONDS:
            self._progress.show(self._waiting())
            self._shown = time.monotonic()

    def _keep_claims(self) -> None:
        if time.monotonic() - self._renewed >= _RENEW_SECONDS:
            ledger.renew(self._connection, self._station.owner, lease_seconds=LEASE_SECONDS)
            self._renewed = time.monotonic()

    @contextmanager
    def _interruptible(self) -> Iterator[None]:
        """Ctrl-C once: finish what is in hand; twice: give it up."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = {number: signal.signal(number, self._stop) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        self._asked_to_stop += 1
        if self._asked_to_stop == 1:
            self._progress.say("Finishing the documents in hand; once more gives them up.")
