"""What a worker of this machine does: it finds what is in one claimed document and commits that at once.

A worker is a process of its own with its own classifier, reader and connection to the store. Only outcomes go back.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from minutextract.batch.commit import Fate, Outcome, commit
from minutextract.batch.finder import Equipment, Finder
from minutextract.batch.process import at_end, set_up
from minutextract.readers.child import Read
from minutextract.store import open_store
from minutextract.store.ledger import Claim

if TYPE_CHECKING:
    from minutextract.pipeline import Pipeline

__all__ = ["Fate", "Outcome", "Station", "Worker", "fulfil", "prepare"]


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

    @property
    def equipment(self) -> Equipment:
        """What finding needs, without the store."""
        return Equipment(self.made_by, self.load, self.model, self.spacy_pipeline, self.threads)


class Worker:
    """A worker's process, between one document and the next."""

    def __init__(self, station: Station) -> None:
        self._station = station
        self._finder = Finder(station.equipment)

    def close(self) -> None:
        """End the reader."""
        self._finder.close()

    def fulfil(self, claim: Claim) -> Outcome:
        """Work on a claimed document, from its file to its findings in the store; for the rest see `fulfil` below."""
        answer = self._finder.find(claim)
        with open_store(self._station.store) as connection:
            return commit(connection, claim, answer, made_by=self._station.made_by, owner=self._station.owner)


_worker: Worker | None = None


def prepare(station: Station) -> None:
    """Make a process a worker: run this first in it."""
    global _worker  # noqa: PLW0603
    set_up(station.threads)
    _worker = Worker(station)
    at_end(_worker.close)


def fulfil(claim: Claim) -> Outcome:
    """Work on a claimed document, from its file to its findings in the store.

    Raises:
        StoreError: the store cannot be written.
        ModelError: the classifier is refused.
        MissingProgram: something that every document needs is not there.
    """
    assert _worker is not None
    return _worker.fulfil(claim)
