"""What is done with one claimed document, wherever that is: read it in a sandbox and find everything in it.

Nothing here knows the store. What was found, or why nothing was, goes back as an `Answer`.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from minutextract.batch.discover import look
from minutextract.batch.names import as_path
from minutextract.batch.register import hashed
from minutextract.document import Document
from minutextract.errors import InternalError, MemoryLimit, MinutextractError, MissingFile, ReadError
from minutextract.readers.child import Read
from minutextract.readers.sandbox import Sandbox
from minutextract.store.ledger import Claim

if TYPE_CHECKING:
    from minutextract.pipeline import Pipeline
    from minutextract.record import Record


@dataclass(frozen=True, slots=True)
class Equipment:
    """What finding needs.

    Attributes:
        made_by: the version that finds.
        load: gives the pipeline around what reads files; the worker's process imports it.
        model: a model folder other than the usual one.
        spacy_pipeline: one other than the usual one.
        threads: how many the classifier computes with.
    """

    made_by: str
    load: Callable[[Path | None, str | None, Read], Pipeline]
    model: Path | None = None
    spacy_pipeline: str | None = None
    threads: int = 1


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a document.

    Attributes:
        path: the file that was read, "" if none of them is there.
        gone: files that are not there.
        records: what was found, one for each meeting.
        error: why nothing was.
        changed: whether the file no longer holds the bytes that were claimed.
    """

    path: str = ""
    gone: tuple[str, ...] = ()
    records: tuple[Record, ...] = ()
    error: MinutextractError | None = None
    changed: bool = False


class Finder:
    """A pipeline, loaded for the first document, around a reader in a sandbox."""

    def __init__(self, equipment: Equipment) -> None:
        self._equipment = equipment
        self._sandbox = Sandbox()
        self._sandbox.warm_up()
        self._pipeline: Pipeline | None = None

    def close(self) -> None:
        """End the reader."""
        self._sandbox.close()

    def find(self, claim: Claim) -> Answer:
        """Read the first of the document's files that is there, and find everything in it.

        Raises:
            ModelError: the classifier is refused.
            MissingProgram: something that every document needs is not there.
        """
        self._loaded()
        gone: list[str] = []
        for path in claim.paths:
            answer = self._look_into(path, Path(as_path(path)), claim.sha256)
            if not isinstance(answer.error, MissingFile):
                return replace(answer, gone=tuple(gone))
            gone.append(path)
        return Answer(gone=tuple(gone))

    def find_in(self, claim: Claim, content: bytes) -> Answer:
        """Find everything in a document whose files are out of reach; `content` is that of the first of them."""
        self._loaded()
        path = claim.paths[0]
        with tempfile.TemporaryDirectory(prefix="minutextract-") as folder:
            # Under its own name, which may tell the format and the date.
            copy = Path(folder) / PurePath(as_path(path)).name
            copy.write_bytes(content)
            return self._look_into(path, copy, claim.sha256)

    def _loaded(self) -> Pipeline:
        if self._pipeline is None:
            own = self._equipment
            self._pipeline = own.load(own.model, own.spacy_pipeline, self._sandbox.read_all)
        return self._pipeline

    def _look_into(self, path: str, file: Path, sha256: str) -> Answer:
        read: Read = partial(self._sandbox.read_all, sha256=sha256)
        if str(file) != as_path(path):
            read = partial(_read_as, as_path(path), read)
        # The store has no place for named entities.
        pipeline = replace(self._loaded(), read=read, all_entities=False)
        try:
            return Answer(path, records=_everything_in(pipeline, file))
        except ReadError as error:
            changed = not isinstance(error, MissingFile) and _has_other_bytes(str(file), sha256)
            return Answer(path, error=error, changed=changed)


def _read_as(path: str, read: Read, copy: Path) -> tuple[Document, ...]:
    """Read a copy of a file, as if it lay where the file does."""
    return tuple(
        replace(one, source=replace(one.source, path=path + one.source.path.removeprefix(str(copy))))
        for one in read(copy)
    )


def _everything_in(pipeline: Pipeline, file: Path) -> tuple[Record, ...]:
    try:
        return pipeline.process_all(file)
    except MinutextractError:
        raise
    except MemoryError as error:
        raise MemoryLimit("finding what is in it takes more memory than there is", "Split it.") from error
    except Exception as error:
        raise internal(error) from error


def internal(error: Exception) -> InternalError:
    """A mistake of ours that a document brought out."""
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
