"""Stand-off labels: which words of which public document have which labels, without the words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from minutextract.corpus.files import json_lines, parse_labels, read_rows
from minutextract.corpus.fingerprint import Fingerprint, fingerprint
from minutextract.corpus.units import AnnotatedUnit, in_order
from minutextract.errors import CorpusError


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a document is to be had; None where the manifest does not tell.

    Attributes:
        repository: owner and name.
        commit: the version that was annotated.
        path: within the repository.
        file: within a collection of documents, relative to the manifest; not part of stand-off files.
    """

    repository: str | None = None
    commit: str | None = None
    path: str | None = None
    file: str | None = None


@dataclass(frozen=True, slots=True)
class StandoffUnit:
    """A unit's fingerprint and labels."""

    fingerprint: Fingerprint
    labels: frozenset[str]
    id: int | str | None = None
    pick: str | None = None

    def to_json(self) -> dict[str, Any]:
        """Its object in a stand-off file."""
        mark = self.fingerprint
        row = {"sha256": mark.sha256, "chars": mark.chars, "key": mark.key, "letters": mark.letters}
        optional = {"id": self.id, "pick": self.pick}
        named = {name: value for name, value in optional.items() if value is not None}
        return {**row, "labels": in_order(self.labels), **named}


@dataclass(frozen=True, slots=True)
class StandoffDocument:
    """A document's annotated units, in order; one line of a stand-off file."""

    doc: str
    source: str
    origin: Origin
    units: tuple[StandoffUnit, ...]

    def to_json(self) -> dict[str, Any]:
        """The line of a stand-off file."""
        origin = self.origin
        where = {"repository": origin.repository, "commit": origin.commit, "path": origin.path}
        return {"doc": self.doc, "source": self.source, **where, "units": [one.to_json() for one in self.units]}


def standoff_lines(documents: Iterable[StandoffDocument]) -> str:
    """The text of a stand-off file."""
    return json_lines((one.to_json() for one in documents), compact=True)


def make_standoff(units: Iterable[AnnotatedUnit], manifest: Mapping[str, Origin]) -> list[StandoffDocument]:
    """Stand-off labels of units, by document in the order of the corpus.

    A document that the manifest lacks keeps its labels, with the repository and commit of its source's other documents
    if those agree, and with the path if its name is `source:path`.
    """
    documents: dict[tuple[str, str], list[StandoffUnit]] = {}
    for one in units:
        mark = fingerprint(one.unit.text)
        pick = one.extra.get("pick")
        unit = StandoffUnit(mark, one.labels, one.id, pick if isinstance(pick, str) else None)
        documents.setdefault((one.doc, one.source), []).append(unit)
    homes = _homes(manifest)
    return [
        StandoffDocument(doc, source, manifest.get(doc) or _elsewhere(doc, source, homes), tuple(own))
        for (doc, source), own in documents.items()
    ]


def _homes(manifest: Mapping[str, Origin]) -> dict[str, set[tuple[str | None, str | None]]]:
    homes: dict[str, set[tuple[str | None, str | None]]] = {}
    for doc, origin in manifest.items():
        homes.setdefault(doc.partition(":")[0], set()).add((origin.repository, origin.commit))
    return homes


def _elsewhere(doc: str, source: str, homes: Mapping[str, set[tuple[str | None, str | None]]]) -> Origin:
    known = homes.get(source, set())
    repository, commit = next(iter(known)) if len(known) == 1 else (None, None)
    name = doc.removeprefix(f"{source}:")
    return Origin(repository, commit, name if name != doc and "." in name else None)


def read_manifest(path: Path) -> dict[str, Origin]:
    """The origin of each document from a manifest: JSON Lines with `id`, `repo`, `commit`, `path` and `file`.

    Raises:
        CorpusError: the file cannot be read, or a line lacks an id, or holds something else than text.
    """
    found = {}
    for where, row in read_rows(path):
        if not isinstance(row, dict) or not isinstance(row.get("id"), str):
            raise CorpusError(f"{where} has no id", 'each line needs {"id": …, "repo": …, "commit": …, "path": …}')
        found[row["id"]] = Origin(*(_text(row, key, where) for key in ("repo", "commit", "path", "file")))
    return found


def read_standoff(paths: Sequence[Path]) -> list[StandoffDocument]:
    """Read stand-off files.

    Raises:
        CorpusError: a file cannot be read, or a line is not in the format.
    """
    documents = [_document(row, where) for path in paths for where, row in read_rows(path)]
    if not documents:
        raise CorpusError("the stand-off files hold no documents", "give the output of `minutextract corpus standoff`")
    return documents


def _document(row: Any, where: str) -> StandoffDocument:
    if not isinstance(row, dict) or not isinstance(row.get("units"), list):
        raise CorpusError(f"{where} has no units", "give the output of `minutextract corpus standoff`")
    origin = Origin(*(_text(row, key, where) for key in ("repository", "commit", "path")))
    units = tuple(_unit(one, f"{where}, unit {at}") for at, one in enumerate(row["units"], start=1))
    return StandoffDocument(_text(row, "doc", where) or "", _text(row, "source", where) or "", origin, units)


def _unit(row: Any, where: str) -> StandoffUnit:
    try:
        mark = Fingerprint(str(row["sha256"]), int(row["chars"]), str(row["key"]), int(row["letters"]))
        labels = parse_labels(row["labels"], where)
    except (KeyError, TypeError, ValueError) as error:
        raise CorpusError(f"{where} is incomplete: {error}", "it needs sha256, chars, key, letters, labels") from error
    return StandoffUnit(mark, labels, row.get("id"), _text(row, "pick", where))


def _text(row: Mapping[str, Any], key: str, where: str) -> str | None:
    value = row.get(key)
    if not isinstance(value, str | None):
        raise CorpusError(f"{where} has a {key} that is no text", "write text, or null")
    return value
