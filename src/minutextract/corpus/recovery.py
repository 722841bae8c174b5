"""A stand-off corpus found again in a folder of documents, and the share that was recovered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from minutextract.corpus.rebuild import Found, rebuild_document
from minutextract.corpus.standoff import Origin, StandoffDocument
from minutextract.corpus.units import AnnotatedUnit
from minutextract.errors import MinutextractError
from minutextract.readers import read

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document: its units, found or None each, or why it was not read."""

    labels: StandoffDocument
    units: tuple[Found | None, ...]
    reason: str | None = None

    @property
    def format(self) -> str:
        """The path's suffix, or `unknown` if there is no path, or no suffix."""
        return PurePosixPath(self.labels.origin.path or "").suffix.lower().lstrip(".") or UNKNOWN


@dataclass(frozen=True, slots=True)
class Share:
    """How many units there are, in documents that were read, found, and found with the annotated words to the sign."""

    units: int
    read: int
    found: int
    verbatim: int


def rebuild_corpus(
    documents: Sequence[StandoffDocument], folder: Path, manifest: Mapping[str, Origin]
) -> Iterator[Outcome]:
    """Look each document up in a folder and find its units in it.

    The folder holds clones (`<owner>/<name>/<path>` or `<name>/<path>`), or the files that the manifest names.
    """
    for labels in documents:
        path, reason = _locate(labels, folder, manifest)
        if path is None:
            yield Outcome(labels, (), reason)
            continue
        try:
            document = read(path)
        except MinutextractError as error:
            yield Outcome(labels, (), error.cause)
            continue
        yield Outcome(labels, tuple(rebuild_document(labels, document)))


def _locate(labels: StandoffDocument, folder: Path, manifest: Mapping[str, Origin]) -> tuple[Path | None, str | None]:
    names = list(_names(labels.origin, manifest.get(labels.doc)))
    if not names:
        return None, "no path is known"
    root = folder.resolve()
    for name in names:
        path = root / name
        # A stand-off file is somebody else's: what it names outside the folder is none of its business.
        if path.resolve().is_relative_to(root) and path.is_file():
            return path, None
    return None, f"there is no file {names[0]}"


def _names(origin: Origin, listed: Origin | None) -> Iterator[str]:
    if listed and listed.file:
        yield listed.file
        # The folder may be the manifest's own, or the one in it that holds the documents.
        yield str(PurePosixPath(*PurePosixPath(listed.file).parts[1:]))
    if origin.repository and origin.path:
        yield f"{origin.repository}/{origin.path}"
        yield f"{origin.repository.rpartition('/')[2]}/{origin.path}"


def found_units(outcomes: Sequence[Outcome]) -> list[AnnotatedUnit]:
    """The units that were found, in order."""
    return [one.unit for outcome in outcomes for one in outcome.units if one]


def share_of(outcomes: Sequence[Outcome]) -> Share:
    """The figures of some documents."""
    found = [one for outcome in outcomes for one in outcome.units if one]
    return Share(
        sum(len(outcome.labels.units) for outcome in outcomes),
        sum(len(outcome.units) for outcome in outcomes),
        len(found),
        sum(one.verbatim for one in found),
    )


def shares_by_format(outcomes: Sequence[Outcome]) -> dict[str, Share]:
    """The figures of each format, in alphabetical order."""
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        groups[outcome.format].append(outcome)
    return {name: share_of(own) for name, own in sorted(groups.items())}
