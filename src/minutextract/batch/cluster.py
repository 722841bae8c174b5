"""Workers beyond this machine: Dask runs `examine` on them, and what they find is committed here."""

from __future__ import annotations

import logging
import queue
import signal
import threading
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from minutextract.batch.commit import Outcome
from minutextract.batch.crew import Ending
from minutextract.batch.discover import look
from minutextract.batch.finder import Answer, Equipment
from minutextract.batch.names import as_path
from minutextract.batch.register import hashed
from minutextract.batch.slot import examine, unpack
from minutextract.errors import MissingProgram, ReaderCrashed, TimeLimit
from minutextract.store.ledger import Claim

if TYPE_CHECKING:
    from distributed import Client, Future

_CONNECT_SECONDS = 30.0
_COUNT_SECONDS = 2.0
# An answer whose worker was lost before it was fetched is found again first: meanwhile others are taken.
_FETCH_SECONDS = 5.0
# A document for each slot, and one that is there when the slot is done.
_PER_SLOT = 2


@dataclass(frozen=True, slots=True)
class Cluster:
    """Where documents are worked on.

    Attributes:
        scheduler: its address; None starts one on this machine for the length of the batch.
        send_files: send the files' bytes along from the first document on, not only once a worker lacks a file.
    """

    scheduler: str | None = None
    send_files: bool = False


class DaskCrew:
    """The slots of a cluster, however many there are at the moment; each thread of a Dask worker is one."""

    def __init__(
        self,
        cluster: Cluster,
        equipment: Equipment,
        commit: Callable[[Claim, Answer], Outcome],
        *,
        workers: int,
    ) -> None:
        """Connect to the scheduler.

        Args:
            cluster: where it is.
            equipment: what the workers need.
            commit: writes what came of a document.
            workers: processes to start where there is no scheduler yet.

        Raises:
            MissingProgram: Dask is not installed, or no scheduler answers.
        """
        self._client = _connect(cluster, workers)
        self._equipment = equipment
        self._commit = commit
        self._send_files = cluster.send_files
        # With whether the bytes were sent along.
        self._in_hand: dict[str, tuple[Claim, bool]] = {}
        self._done: queue.SimpleQueue[Future] = queue.SimpleQueue()
        self._slots = 0
        self._counted = float("-inf")

    @property
    def busy(self) -> bool:
        """Whether any document is in hand."""
        return bool(self._in_hand)

    def has_room(self) -> bool:
        """Whether a slot is idle, or soon will be; while there are no workers, one document waits for the first."""
        if time.monotonic() - self._counted >= _COUNT_SECONDS:
            self._slots = sum(self._client.nthreads().values())
            self._counted = time.monotonic()
        return len(self._in_hand) < max(1, _PER_SLOT * self._slots)

    def give(self, claim: Claim) -> None:
        """Hand a document to the scheduler."""
        self._submit(claim, with_content=self._send_files)

    def ended(self, seconds: float) -> Sequence[Ending]:
        """Wait for the first document that is done, and commit what was found; for the rest as `Crew.ended`."""
        endings: list[Ending] = []
        try:
            endings += self._take(self._done.get(timeout=seconds))
            while True:
                endings += self._take(self._done.get_nowait())
        except queue.Empty:
            return endings

    def close(self) -> None:
        """Give up what is in hand; a cluster of the batch's own ends."""
        self._client.close(timeout=10)
        if self._client.cluster is not None:
            self._client.cluster.close(timeout=10)

    def _submit(self, claim: Claim, *, with_content: bool) -> None:
        content = _content(claim) if with_content else None
        with warnings.catch_warnings():
            # Dask would have large files scattered, and lose them with the worker that keeps them.
            warnings.filterwarnings("ignore", message="Sending large graph")
            future = self._client.submit(examine, self._equipment, claim, content, pure=False)
        self._in_hand[future.key] = claim, content is not None
        future.add_done_callback(self._done.put)

    def _take(self, future: Future) -> list[Ending]:
        from distributed import KilledWorker

        claim, sent = self._in_hand[future.key]
        try:
            answer = unpack(future.result(timeout=_FETCH_SECONDS))
        except TimeoutError:
            self._done.put(future)
            return []
        except (ReaderCrashed, TimeLimit) as error:
            ending = Ending(claim, error=error)
        except KilledWorker as error:
            ending = Ending(claim, error=_lost(error))
        except ImportError as error:
            raise MissingProgram(
                f"a worker cannot import what it needs: {error}", "Install minutextract on every machine."
            ) from error
        except BaseException as error:
            if future.cancelled():
                raise MissingProgram("the Dask scheduler has gone", "Start it and run again.") from error
            raise
        else:
            del self._in_hand[future.key]
            if not sent and _saw_no_file(claim, answer):
                self._send_files = True
                self._submit(claim, with_content=True)
                return []
            return [Ending(claim, self._commit(claim, answer))]
        del self._in_hand[future.key]
        return [ending]


def _saw_no_file(claim: Claim, answer: Answer) -> bool:
    """Whether the worker did not find, or found other bytes in, a file that is as it was for us."""
    return (not answer.path or answer.changed) and _content(claim) is not None


def _content(claim: Claim) -> bytes | None:
    """The bytes of the document, from the first of its files if they are still there."""
    listed = look(as_path(claim.paths[0])) if claim.paths else None
    try:
        if listed is None or hashed(listed).sha256 != claim.sha256:
            return None
        with open(listed.path, "rb") as file:  # noqa: PTH123
            return file.read()
    except OSError:
        return None


def _lost(error: Exception) -> ReaderCrashed:
    return ReaderCrashed(
        f"every worker that had it was lost: {error}",
        "It may take more memory than a worker has. Run it again with --retry, with more memory.",
    )


def _connect(cluster: Cluster, workers: int) -> Client:
    try:
        import dask
        from distributed import Client, LocalCluster
    except ImportError as error:
        raise MissingProgram("Dask is not installed", "pip install 'minutextract[dask]'") from error
    # Lost workers are the batch's to tell of.
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    if cluster.scheduler is None:
        # Workers have processes beside them, which those that Dask makes daemons may not.
        with _without_interrupts(), dask.config.set({"distributed.worker.daemon": False}):
            # Our processes beside the workers take the memory, so that Dask's limit would watch the wrong ones.
            own = LocalCluster(
                n_workers=workers,
                threads_per_worker=1,
                processes=True,
                memory_limit=0,
                dashboard_address=":0",
                silence_logs=logging.CRITICAL,
            )
        return Client(own)
    try:
        return Client(cluster.scheduler, timeout=_CONNECT_SECONDS)
    except (OSError, ValueError) as error:
        raise MissingProgram(
            f"no Dask scheduler answers at {cluster.scheduler}: {error}", "Start one: `dask scheduler`."
        ) from error


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Processes that start meanwhile do not answer Ctrl-C, which is the batch's."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
