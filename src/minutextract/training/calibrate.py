"""Calibration of the classifier on dev, and how far it holds on organisations that it was not fitted on."""

from __future__ import annotations

from collections.abc import Sequence, Set

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression

from minutextract.corpus import LABELS
from minutextract.tagger.calibration import Logits, Scores, as_scores
from minutextract.tagger.layout import Scaling


def fit_scaling(logits: Logits, gold: Sequence[Set[str]]) -> dict[str, Scaling]:
    """Platt scaling a label, fitted on units with known labels.

    A label that no unit has, or all have, keeps its logits as they are.

    Args:
        logits: of shape (units, labels).
        gold: the labels of each unit.
    """
    return {label: _fit_one(logits[:, at], [label in one for one in gold]) for at, label in enumerate(LABELS)}


def _fit_one(logits: npt.NDArray[np.float32], gold: Sequence[bool]) -> Scaling:
    if len(set(gold)) < 2:
        return Scaling()
    # Weak regularisation only keeps a separable handful of units from an endless slope.
    fitted = LogisticRegression(C=100.0).fit(logits.reshape(-1, 1), gold)
    slope = float(fitted.coef_[0, 0])
    return Scaling(slope, float(fitted.intercept_[0])) if slope > 0 else Scaling()


def cross_fitted(logits: Logits, gold: Sequence[Set[str]], sources: Sequence[str]) -> list[Scores]:
    """Scores of each organisation's units, calibrated on the other organisations' units alone."""
    found: list[Scores] = [{} for _ in sources]
    for source in set(sources):
        own = [at for at, one in enumerate(sources) if one == source]
        others = [at for at, one in enumerate(sources) if one != source]
        scaling = fit_scaling(logits[others], [gold[at] for at in others]) if others else None
        for at, scores in zip(own, as_scores(logits[own], scaling), strict=True):
            found[at] = scores
    return found
