"""Labels that look wrong, and corrections of them that stand beside the corpus instead of in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from minutextract.corpus.files import parse_labels, read_rows
from minutextract.corpus.fingerprint import sha256_of
from minutextract.corpus.units import LABELS, AnnotatedUnit, in_order, squeeze
from minutextract.errors import CorpusError

_FORM = 'each line needs {"doc": …, "sha256": …, "was": […], "labels": […], "reason": …}'


@dataclass(frozen=True, slots=True)
class Suspect:
    """A unit of whose label a classifier that has not seen it is sure of the contrary.

    Attributes:
        unit: with the labels that it has.
        label: the one in doubt.
        score: the probability that the classifier gives to the label.
    """

    unit: AnnotatedUnit
    label: str
    score: float

    @property
    def doubt(self) -> float:
        """The probability that the annotator was wrong, as the classifier sees it."""
        return 1 - self.score if self.label in self.unit.labels else self.score

    def to_json(self) -> dict[str, Any]:
        """The unit's object with what is doubtful about it."""
        return {**self.unit.to_json(), "suspect": self.label, "score": round(self.score, 4)}


@dataclass(frozen=True, slots=True)
class Correction:
    """New labels for a unit, found by its document and words.

    Attributes:
        doc: the document.
        sha256: of the unit's white-space-normalised text.
        was: the labels that are replaced; the correction is void for a unit that has others.
        labels: those that replace them.
        reason: why, for the next reader.
    """

    doc: str
    sha256: str
    was: frozenset[str]
    labels: frozenset[str]
    reason: str

    def to_json(self) -> dict[str, Any]:
        """The line of a file of corrections."""
        was, labels = in_order(self.was), in_order(self.labels)
        return {"doc": self.doc, "sha256": self.sha256, "was": was, "labels": labels, "reason": self.reason}


def find_suspects(units: Sequence[AnnotatedUnit], scores: Sequence[Mapping[str, float]], least: float) -> list[Suspect]:
    """The labels that the scores contradict with a probability of `least` or more, worst first.

    Scores of a classifier that was trained on the units tell little: cross-validate (Northcutt et al. 2021, "Confident
    learning", prune by such out-of-sample probabilities).
    """
    doubts = (Suspect(one, label, given[label]) for one, given in zip(units, scores, strict=True) for label in LABELS)
    return sorted((one for one in doubts if one.doubt >= least), key=lambda one: -one.doubt)


def correct(
    units: Sequence[AnnotatedUnit], corrections: Sequence[Correction]
) -> tuple[list[AnnotatedUnit], list[Correction]]:
    """The units with corrected labels, and the corrections that fit no unit."""
    wanted = {(one.doc, one.sha256, one.was): one for one in corrections}
    met: Counter[tuple[str, str, frozenset[str]]] = Counter()
    corrected = []
    for one in units:
        key = (one.doc, sha256_of(squeeze(one.unit.text)), one.labels)
        met[key] += 1
        corrected.append(replace(one, labels=wanted[key].labels) if key in wanted else one)
    return corrected, [one for key, one in wanted.items() if not met[key]]


def read_corrections(path: Path) -> list[Correction]:
    """Read a file of corrections.

    Raises:
        CorpusError: it cannot be read, or a line is not in the format or gives no reason.
    """
    return list(_corrections(path))


def _corrections(path: Path) -> Iterator[Correction]:
    for where, row in read_rows(path):
        if not isinstance(row, dict) or not all(isinstance(row.get(key), str) for key in ("doc", "sha256", "reason")):
            raise CorpusError(f"{where} is no correction", _FORM)
        was, labels = (parse_labels(row.get(key), where) for key in ("was", "labels"))
        yield Correction(row["doc"], row["sha256"], was, labels, row["reason"])
