"""Figures of a multi-label classifier: precision, recall and F1 a label, and their mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import asdict, dataclass
from typing import Any

from minutextract.corpus import LABELS


@dataclass(frozen=True, slots=True)
class LabelFigures:
    """Figures of one label over a set of units."""

    precision: float
    recall: float
    f1: float
    support: int


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures of all labels over `n` units."""

    n: int
    labels: dict[str, LabelFigures]

    @property
    def macro_f1(self) -> float:
        """Unweighted mean of the labels' F1."""
        return sum(label.f1 for label in self.labels.values()) / len(self.labels)

    def to_json(self) -> dict[str, Any]:
        """The contract's form, rounded to four digits."""
        labels = {
            name: {key: round(value, 4) for key, value in asdict(figures).items()}
            for name, figures in self.labels.items()
        }
        return {"n": self.n, "labels": labels, "macro_f1": round(self.macro_f1, 4)}


def evaluate(gold: Sequence[Set[str]], predicted: Sequence[Set[str]]) -> Figures:
    """Compare predicted label sets with gold ones, unit by unit."""
    return Figures(len(gold), {label: _one_label(label, gold, predicted) for label in LABELS})


def _one_label(label: str, gold: Sequence[Set[str]], predicted: Sequence[Set[str]]) -> LabelFigures:
    pairs = [(label in g, label in p) for g, p in zip(gold, predicted, strict=True)]
    hits = sum(g and p for g, p in pairs)
    support = sum(g for g, _ in pairs)
    found = sum(p for _, p in pairs)
    precision = hits / found if found else 0.0
    recall = hits / support if support else 0.0
    f1 = 2 * hits / (found + support) if found + support else 0.0
    return LabelFigures(precision, recall, f1, support)


def best_thresholds(gold: Sequence[Set[str]], scores: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """The threshold a label, from .10 to .90 in steps of .025, with the highest F1; the middle one of a plateau."""
    grid = [step / 40 for step in range(4, 37)]
    chosen = {}
    for label in LABELS:
        values = [_one_label(label, gold, apply_thresholds(scores, {label: t})).f1 for t in grid]
        best = [t for t, value in zip(grid, values, strict=True) if value >= max(values) - 1e-9]
        chosen[label] = best[len(best) // 2]
    return chosen


def apply_thresholds(scores: Sequence[Mapping[str, float]], thresholds: Mapping[str, float]) -> list[set[str]]:
    """The labels whose score reaches their threshold."""
    return [{label for label, t in thresholds.items() if unit[label] >= t} for unit in scores]


def calibration_error(
    gold: Sequence[Set[str]], scores: Sequence[Mapping[str, float]], bins: int = 10
) -> dict[str, float]:
    """Expected calibration error a label (Naeini et al. 2015): mean gap between score and share, weighted by units.

    Args:
        gold: the labels of each unit.
        scores: a probability a label for each unit.
        bins: number of score ranges of equal width.
    """
    return {label: _gap([label in one for one in gold], [one[label] for one in scores], bins) for label in LABELS}


def _gap(gold: Sequence[bool], scores: Sequence[float], bins: int) -> float:
    ranges: dict[int, list[tuple[bool, float]]] = {}
    for has, score in zip(gold, scores, strict=True):
        ranges.setdefault(min(int(score * bins), bins - 1), []).append((has, score))
    return sum(abs(sum(has for has, _ in one) - sum(score for _, score in one)) for one in ranges.values()) / len(gold)


def risk_coverage(
    gold: Sequence[Set[str]],
    scores: Sequence[Mapping[str, float]],
    thresholds: Mapping[str, float],
    coverages: Sequence[float] = (1.0, 0.95, 0.9, 0.8, 0.7, 0.5),
) -> dict[float, float]:
    """The share of units with a wrong label set among the surest ones (El-Yaniv and Wiener 2010).

    A unit is as sure as its least sure label; sureness is the distance of the score from the threshold, as a share of
    the way to 0 or 1.

    Returns:
        The risk at each coverage: the share of units that are kept, the surest first.
    """
    wrong = [set(g) != p for g, p in zip(gold, apply_thresholds(scores, thresholds), strict=True)]
    sure = [min(_sureness(one[label], t) for label, t in thresholds.items()) for one in scores]
    order = sorted(range(len(sure)), key=lambda at: -sure[at])
    kept = {coverage: order[: max(1, round(coverage * len(order)))] for coverage in coverages}
    return {coverage: sum(wrong[at] for at in places) / len(places) for coverage, places in kept.items()}


def _sureness(score: float, threshold: float) -> float:
    return (score - threshold) / (1 - threshold) if score >= threshold else (threshold - score) / threshold
