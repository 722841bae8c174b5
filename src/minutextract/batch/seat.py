"""A worker's place: a process in a pool of its own, so that when it ends, it is known which document it had in hand."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as TakesTooLong
from concurrent.futures.process import BrokenProcessPool
from typing import Any, Generic, TypeVar

from pebble import ProcessExpired, ProcessPool

from minutextract.errors import MissingProgram, ReaderCrashed, TimeLimit

# After so many documents a worker is replaced: libraries keep a little of every text that they have seen.
RENEWAL = 500
# By the clock, for one document: far beyond any that is one, so that a rule which never ends is.
DOCUMENT_SECONDS = 2 * 3600.0
_FALSE_STARTS = 3

Result = TypeVar("Result")


class Seat(Generic[Result]):
    """A worker's place, taken by one process after another."""

    def __init__(
        self,
        prepare: Callable[..., None],
        given: object,
        work: Callable[..., Result],
        *,
        seconds: float = DOCUMENT_SECONDS,
        renewal: int = RENEWAL,
    ) -> None:
        """Make the place; its process starts with the first document.

        Args:
            prepare: run first in each process, with `given`; like `work`, the process imports it.
            given: what all processes have in common.
            work: what is done with each document.
            seconds: by the clock, for each.
            renewal: after how many documents a process is replaced.
        """
        self._prepare = prepare
        self._given = given
        self._work = work
        self._seconds = seconds
        self._renewal = renewal
        self._false_starts = 0
        self._pool = self._new_pool()
        self.future: Future[Result] | None = None

    def give(self, *document: Any) -> None:
        """Hand a document, as the arguments of `work`, to the worker, which must be idle."""
        try:
            self.future = self._pool.schedule(self._work, args=document, timeout=self._seconds)
        except RuntimeError:
            # The worker ended while it had nothing to do.
            self.replace()
            self.future = self._pool.schedule(self._work, args=document, timeout=self._seconds)

    def take(self) -> Result | None:
        """Wait for what comes of the document that the worker has; None if the worker never began.

        Raises:
            ReaderCrashed: it ended the worker.
            TimeLimit: it took too long.
            MissingProgram: no worker can be started.
            MinutextractError: whatever every other document would meet with too.
        """
        assert self.future is not None
        future, self.future = self.future, None
        try:
            result = future.result()
        except BrokenProcessPool:
            self.replace()
            self._false_starts += 1
            if self._false_starts == _FALSE_STARTS:
                raise MissingProgram("workers end before they begin", "See `minutextract doctor`.") from None
            return None
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
        return result

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
            initializer=self._prepare,
            initargs=(self._given,),
        )
