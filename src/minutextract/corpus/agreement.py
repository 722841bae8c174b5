"""Two annotations of the same units: F1 of one against the other, and Cohen's kappa."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from minutextract.corpus.units import LABELS, AnnotatedUnit, squeeze
from minutextract.errors import CorpusError


@dataclass(frozen=True, slots=True)
class LabelAgreement:
    """One label over the units that both annotated.

    Attributes:
        precision: share of the second's that the first gave too.
        recall: share of the first's that the second gave too.
        f1: of one against the other, whichever way round; 0 if neither gave the label.
        kappa: Cohen's; None where chance alone explains everything, as when neither gave the label.
        first: how many units the first gave the label.
        second: how many the second did.
    """

    precision: float
    recall: float
    f1: float
    kappa: float | None
    first: int
    second: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement over `n` units, and the units that only one of the two annotated."""

    n: int
    labels: dict[str, LabelAgreement]
    only_first: list[AnnotatedUnit]
    only_second: list[AnnotatedUnit]

    @property
    def macro_f1(self) -> float:
        """Unweighted mean of the labels' F1."""
        return sum(one.f1 for one in self.labels.values()) / len(self.labels)

    def to_json(self) -> dict[str, Any]:
        """Figures rounded to four digits; units without a partner by document, id and text."""
        names = ("precision", "recall", "f1", "kappa", "first", "second")
        labels = {name: {key: _rounded(getattr(one, key)) for key in names} for name, one in self.labels.items()}
        alone = {"only_a": self.only_first, "only_b": self.only_second}
        return {
            "n": self.n,
            "labels": labels,
            "macro_f1": round(self.macro_f1, 4),
            **{name: [_name(one) for one in units] for name, units in alone.items()},
        }


def _rounded(value: float | None) -> float | None:
    return round(value, 4) if isinstance(value, float) else value


def _name(one: AnnotatedUnit) -> dict[str, Any]:
    return {"doc": one.doc, "id": one.id, "text": one.unit.text}


def measure_agreement(first: Sequence[AnnotatedUnit], second: Sequence[AnnotatedUnit]) -> Agreement:
    """Match the units by document and id if all have both, else by their words, and compare the labels.

    Raises:
        CorpusError: a document and id stands twice on one side, or has other words on the other.
    """
    by_id = all(one.doc and one.id is not None for one in (*first, *second))
    key = _by_id if by_id else _by_text
    left, right = key(first), key(second)
    shared = [(left[name], right[name]) for name in left if name in right]
    for one, other in shared:
        if squeeze(one.unit.text) != squeeze(other.unit.text):
            raise CorpusError(
                f"unit {one.id} of {one.doc} has other words in the second file", "compare like with like"
            )
    pairs = [(one.labels, other.labels) for one, other in shared]
    return Agreement(
        len(pairs),
        {label: _one_label([(label in a, label in b) for a, b in pairs]) for label in LABELS},
        [one for name, one in left.items() if name not in right],
        [one for name, one in right.items() if name not in left],
    )


def _by_id(units: Sequence[AnnotatedUnit]) -> dict[Hashable, AnnotatedUnit]:
    found: dict[Hashable, AnnotatedUnit] = {}
    for one in units:
        if found.setdefault((one.doc, one.id), one) is not one:
            raise CorpusError(f"unit {one.id} of {one.doc} stands twice", "leave one of them out")
    return found


def _by_text(units: Sequence[AnnotatedUnit]) -> dict[Hashable, AnnotatedUnit]:
    """Words that stand several times are told apart by their turn."""
    turns: Counter[str] = Counter()
    found: dict[Hashable, AnnotatedUnit] = {}
    for one in units:
        text = squeeze(one.unit.text)
        turns[text] += 1
        found[text, turns[text]] = one
    return found


def _one_label(pairs: Sequence[tuple[bool, bool]]) -> LabelAgreement:
    n = len(pairs)
    both = sum(a and b for a, b in pairs)
    first, second = sum(a for a, _ in pairs), sum(b for _, b in pairs)
    chance = (first * second + (n - first) * (n - second)) / n**2 if n else 1.0
    observed = (n - first - second + 2 * both) / n if n else 1.0
    return LabelAgreement(
        both / second if second else 0.0,
        both / first if first else 0.0,
        2 * both / (first + second) if first + second else 0.0,
        (observed - chance) / (1 - chance) if chance < 1 else None,
        first,
        second,
    )
