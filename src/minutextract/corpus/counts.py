"""How many units, documents and labels a corpus holds, as a whole and by organisation."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from minutextract.corpus.units import LABELS, AnnotatedUnit, in_order

NONE = "none"


@dataclass(frozen=True, slots=True)
class Counts:
    """Numbers of units.

    Attributes:
        n: all of them.
        documents: different documents.
        labels: those with each label, and under `none` those without.
        combinations: those with exactly these labels, most frequent first.
    """

    n: int
    documents: int
    labels: dict[str, int]
    combinations: dict[tuple[str, ...], int]

    def to_json(self) -> dict[str, Any]:
        """Without the combinations, which are told for the whole only."""
        return {"n": self.n, "documents": self.documents, "labels": self.labels}


def count_units(units: Sequence[AnnotatedUnit]) -> Counts:
    """Count units that are in memory."""
    combinations = Counter(tuple(in_order(one.labels)) for one in units)
    labels = {label: sum(label in one.labels for one in units) for label in LABELS}
    ranked = sorted(combinations.items(), key=lambda pair: (-pair[1], pair[0]))
    documents = len({(one.source, one.doc) for one in units})
    return Counts(len(units), documents, {**labels, NONE: combinations[()]}, dict(ranked))


def count_by_source(units: Sequence[AnnotatedUnit]) -> dict[str, Counts]:
    """Counts of each organisation, in alphabetical order."""
    return {source: count_units(own) for source, own in sorted(by_source(units).items())}


def by_source(units: Sequence[AnnotatedUnit]) -> dict[str, list[AnnotatedUnit]]:
    """The units of each organisation, in order."""
    found: dict[str, list[AnnotatedUnit]] = defaultdict(list)
    for one in units:
        found[one.source].append(one)
    return dict(found)
