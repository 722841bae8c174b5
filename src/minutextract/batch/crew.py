"""The workers of a batch, each in a pool of its own: when one ends, it is known which document it had in hand."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import Future
from concurrent.futures import TimeoutError as TakesTooLong
from concurrent.futures.process import BrokenProcessPool

from pebble import ProcessExpired, ProcessPool

from minutextract.batch.worker import Outcome, Station, fulfil, prepare
from minutextract.errors import MissingProgram, ReaderCrashed, TimeLimit
from minutextract.store.ledger import Claim

# After so many documents a worker is replaced: libraries keep a little of every text that they have seen.
RENEWAL = 500
# By the clock, for one document: far beyond any that is one, so that a rule which never ends is.
DOCUMENT_SECONDS = 2 * 3600.0
_FALSE_STARTS = 3


class Seat:
    """A worker's place, taken by one process after another."""

    def __init__(self, station: Station, *, seconds: float = DOCUMENT_SECONDS, renewal: int = RENEWAL) -> None:
        self._station = station
        self._seconds = seconds
        self._renewal = renewal
        self._false_starts = 0
        self._pool = self._new_pool()
        self.claim: Claim | None = None
        self.future: Future[Outcome] | None = None

    def give(self, claim: Claim) -> None:
        """Hand a document to the worker, which must be idle."""
        self.claim = claim
        try:
            self.future = self._pool.schedule(fulfil, args=(claim,), timeout=self._seconds)
        except RuntimeError:
            # The worker ended while it had nothing to do.
            self.replace()
            self.future = self._pool.schedule(fulfil, args=(claim,), timeout=self._seconds)

    def take(self) -> tuple[Claim, Outcome | None]:
        """What came of the document that the worker had, which must be done; None if the worker never began.

        Raises:
            ReaderCrashed: it ended the worker.
            TimeLimit: it took too long.
            MissingProgram: no worker can be started.
            MinutextractError: whatever every other document would meet with too.
        """
        assert self.claim is not None
        assert self.future is not None
        claim, future = self.claim, self.future
        self.claim = self.future = None
        try:
            outcome = future.result()
        except BrokenProcessPool:
            self.replace()
            self._false_starts += 1
            if self._false_starts == _FALSE_STARTS:
                raise MissingProgram("workers end before they begin", "See `minutextract doctor`.") from None
            return claim, None
        except ProcessExpired as error:
            raise ReaderCrashed(
                f"working on it ended the process (exit code {error.exitcode})",
                "Open it with care, save it under a new name and run again with --retry.",
            ) from error
        except TakesTooLong as error:
            raise TimeLimit(
                f"working on it took more than {self._seconds:g} seconds", "Split it and run again."
            ) from error
        self._false_starts = 0
        return claim, outcome

    def replace(self) -> None:
        """Put a new worker in the place of the old one, whatever that is doing."""
        self.close()
        self._pool = self._new_pool()

    def close(self) -> None:
        """End the worker at once."""
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()

    def _new_pool(self) -> ProcessPool:
        return ProcessPool(
            max_workers=1,
            max_tasks=self._renewal,
            context=multiprocessing.get_context("spawn"),
            initializer=prepare,
            initargs=(self._station,),
        )
