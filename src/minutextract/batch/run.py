"""One batch from its paths to its report: the store says who works on what, so that several may run at once."""

from __future__ import annotations

import signal
import sqlite3
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from minutextract.batch.commit import Fate, Outcome, commit
from minutextract.batch.crew import Crew, Ending
from minutextract.batch.local import LocalCrew
from minutextract.batch.owner import is_dead, new_owner
from minutextract.batch.progress import Progress
from minutextract.batch.register import enter_archive
from minutextract.batch.report import Report
from minutextract.batch.seat import RENEWAL
from minutextract.batch.version import made_by
from minutextract.batch.worker import Station
from minutextract.errors import MinutextractError, ReaderCrashed
from minutextract.history.opening import take_aliases
from minutextract.store import files, ledger, open_store
from minutextract.store.ledger import Claim
from minutextract.store.settle import settle

if TYPE_CHECKING:
    from minutextract.batch.cluster import Cluster
    from minutextract.batch.finder import Answer
    from minutextract.pipeline import Pipeline
    from minutextract.readers.child import Read

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
        cluster: where documents are worked on, if not by processes of this machine.
        aliases: an alias file other than `aliases.toml` beside the store.
    """

    load: Callable[[Path | None, str | None, Read], Pipeline]
    workers: int = 1
    threads: int = 1
    model: Path | None = None
    spacy_pipeline: str | None = None
    retry: bool = False
    renewal: int = RENEWAL
    cluster: Cluster | None = None
    aliases: Path | None = None


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
        UsageError: a path is not there and never was, or the alias file is not understood.
        StoreError: the store cannot be opened or written; what was finished is kept.
        ModelError: the classifier is refused.
        MissingProgram: something that every document needs is not there.
        VersionMismatch: a worker of the cluster finds by another version.
    """
    since = time.monotonic()
    version = made_by(options.model, options.spacy_pipeline)
    with open_store(store, create=True) as connection:
        # A mistake in the alias file is better told before the work than after it.
        take_aliases(connection, store, options.aliases)
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
        take_aliases(connection, store, options.aliases)
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
        self._alone = False
        self._asked_to_stop = 0
        self._answered = False
        self._changes: Counter[str] = Counter()
        self._renewed = self._shown = time.monotonic()

    def run(self) -> None:
        """Work until nothing is left to do, or somebody asks to stop."""
        if not self._waiting():
            return
        self._progress.begin(self._waiting())
        crew: Crew | None = None
        try:
            with self._interruptible():
                crew = _new_crew(self._connection, self._station, self._options)
                self._work(crew)
        finally:
            self._progress.end()
            # With a full disk the claims stay; others see that their owner has ended.
            with suppress(sqlite3.Error):
                ledger.release(self._connection, self._station.owner)
            if crew is not None:
                crew.close()
            self._report.interrupted = self._asked_to_stop > 0

    def _work(self, crew: Crew) -> None:
        while self._asked_to_stop < 2:
            if not self._asked_to_stop:
                self._hand_out(crew)
            if crew.busy:
                for ending in crew.ended(_TICK_SECONDS):
                    self._take(ending)
            elif self._asked_to_stop or not self._waiting():
                return
            else:
                # Others hold what is left: they finish it, or their claims run out.
                time.sleep(_TICK_SECONDS)
            self._keep_claims()
            self._show()
            self._answer()

    def _hand_out(self, crew: Crew) -> None:
        """Documents for as many as have nothing to do; one that has ended a worker before is worked on alone."""
        while not self._alone and crew.has_room():
            claim = self._claim()
            if claim is None:
                break
            crew.give(claim)
        if not crew.busy:
            claim = self._claim(suspect=True)
            self._alone = claim is not None
            if claim is not None:
                crew.give(claim)

    def _claim(self, *, suspect: bool = False) -> Claim | None:
        owner = self._station.owner
        claim = ledger.claim(self._connection, owner, lease_seconds=LEASE_SECONDS, suspect=suspect)
        if claim is None:
            ledger.end_leases(self._connection, is_dead)
            claim = ledger.claim(self._connection, owner, lease_seconds=LEASE_SECONDS, suspect=suspect)
        return claim

    def _take(self, ending: Ending) -> None:
        self._alone = False
        claim, error, station = ending.claim, ending.error, self._station
        if isinstance(error, ReaderCrashed):
            apart = ledger.crashed(self._connection, claim.sha256, error, made_by=station.made_by, owner=station.owner)
        elif error is not None:
            apart = ledger.quarantine(
                self._connection, claim.sha256, error, made_by=station.made_by, owner=station.owner
            )
        elif ending.outcome is None:
            ledger.release(self._connection, station.owner, claim.sha256)
            return
        else:
            self._count(ending.outcome)
            return
        if apart:
            self._failed(claim.paths[0] if claim.paths else "", error)

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

    def _answer(self) -> None:
        if self._asked_to_stop and not self._answered:
            self._answered = True
            self._progress.say("Finishing the documents in hand; once more gives them up.")

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
        # No more than this: it may come while a message is being written.
        self._asked_to_stop += 1


def _new_crew(connection: sqlite3.Connection, station: Station, options: Options) -> Crew:
    if options.cluster is None:
        return LocalCrew(station, workers=options.workers, renewal=options.renewal)
    from minutextract.batch.cluster import DaskCrew

    def write(claim: Claim, answer: Answer) -> Outcome:
        return commit(connection, claim, answer, made_by=station.made_by, owner=station.owner)

    return DaskCrew(options.cluster, station.equipment, write, workers=options.workers)
