"""A slot of a cluster's worker: the process beside it that finds what is in documents, and can be lost without it.

Dask's worker only passes documents on: a document that ends the process, or never lets it come to an end, is told from
a machine that was lost, and costs none of the documents around it.
"""

from __future__ import annotations

import multiprocessing
import pickle
import socket
import threading
import zlib
from functools import cache

from minutextract.batch.finder import Answer, Equipment, Finder
from minutextract.batch.process import at_end, set_up
from minutextract.batch.seat import Seat
from minutextract.batch.version import made_by
from minutextract.errors import VersionMismatch
from minutextract.store.ledger import Claim

_slots = threading.local()
_finder: Finder | None = None


def examine(equipment: Equipment, claim: Claim, content: bytes | None = None) -> bytes:
    """Find everything in a claimed document: the task that Dask runs, one at a time in each thread of a worker.

    Args:
        equipment: what finding needs; its process is kept for the next document.
        claim: the document.
        content: that of its first file, where this machine may not see the files.

    Returns:
        The answer, as `unpack` reads it.

    Raises:
        VersionMismatch: another version is installed here.
        ReaderCrashed: the document ended the process.
        TimeLimit: it took too long.
        MinutextractError: whatever every other document would meet with too.
    """
    _agree(equipment)
    seat = _seat(equipment)
    while True:
        seat.give(claim, content)
        packed = seat.take()
        if packed is not None:
            return packed


def unpack(packed: bytes) -> Answer:
    """The answer that `examine` gave."""
    answer: Answer = pickle.loads(zlib.decompress(packed))
    return answer


@cache
def _agree(equipment: Equipment) -> None:
    here = made_by(equipment.model, equipment.spacy_pipeline)
    if here != equipment.made_by:
        raise VersionMismatch(
            f"the worker on {socket.gethostname()} finds by another version of minutextract, the classifier or the "
            f"spaCy pipeline ({here}, not {equipment.made_by})",
            "Install the same on every machine, and restart the workers.",
        )


def _seat(equipment: Equipment) -> Seat[bytes]:
    """This thread's process; a batch with other equipment gets another one."""
    seat: Seat[bytes] | None = getattr(_slots, "seat", None)
    if seat is None or _slots.equipment != equipment:
        if seat is not None:
            seat.close()
        _allow_children()
        seat = Seat(_prepare, equipment, _find)
        _slots.seat, _slots.equipment = seat, equipment
        at_end(seat.close)
    return seat


def _allow_children() -> None:
    """Let this process have some: Dask's nanny makes its workers daemons, which may have none.

    That is to leave no orphans behind; ours end with their parent by themselves.
    """
    # The supported way is Dask's setting distributed.worker.daemon, which the nanny reads before it starts a worker.
    # Our own cluster has it, and docs/cluster.md gives it; somebody else's may run without, and `Process.daemon`
    # refuses to change by then: only the flag behind it is left.
    if not multiprocessing.current_process().daemon:
        return
    multiprocessing.current_process()._config["daemon"] = False  # type: ignore[attr-defined]


def _prepare(equipment: Equipment) -> None:
    global _finder  # noqa: PLW0603
    set_up(equipment.threads)
    _finder = Finder(equipment)
    at_end(_finder.close)


def _find(claim: Claim, content: bytes | None) -> bytes:
    assert _finder is not None
    answer = _finder.find(claim) if content is None else _finder.find_in(claim, content)
    return zlib.compress(pickle.dumps(answer, pickle.HIGHEST_PROTOCOL), 1)
