"""Calibration: scores become shares, and no organisation is judged by what it taught."""

from __future__ import annotations

import numpy as np
import pytest

from minutextract.corpus import LABELS
from minutextract.evaluation import calibration_error
from minutextract.tagger.calibration import Logits, as_scores, probabilities
from minutextract.tagger.layout import Scaling
from minutextract.training.calibrate import cross_fitted, fit_scaling


def overconfident(count: int, seed: int) -> tuple[Logits, list[frozenset[str]]]:
    """Logits that are three times too large for how often the label is there."""
    random = np.random.default_rng(seed)
    true = random.normal(0, 1.5, size=(count, len(LABELS)))
    has = random.random(true.shape) < 1 / (1 + np.exp(-true))
    gold = [frozenset(label for label, one in zip(LABELS, row, strict=True) if one) for row in has]
    return (3 * true).astype(np.float32), gold


def test_scaling_mends_overconfidence() -> None:
    logits, gold = overconfident(3000, seed=1)
    scaling = fit_scaling(logits, gold)
    assert all(one.slope == pytest.approx(1 / 3, abs=0.05) for one in scaling.values())
    before, after = calibration_error(gold, as_scores(logits)), calibration_error(gold, as_scores(logits, scaling))
    assert min(before.values()) > 0.08
    assert max(after.values()) < 0.03


def test_the_order_of_scores_stays() -> None:
    logits, gold = overconfident(200, seed=2)
    scaled = probabilities(logits, fit_scaling(logits, gold))
    assert (np.argsort(scaled, axis=0) == np.argsort(logits, axis=0)).all()


def test_no_scaling_is_the_sigmoid() -> None:
    rows = np.array([[0.0, 2.0, -2.0, 1000.0]], dtype=np.float32)
    [scores] = as_scores(rows)
    assert list(scores.values()) == pytest.approx([0.5, 0.8808, 0.1192, 1.0], abs=1e-4)


def test_a_label_that_no_unit_has_keeps_its_logits() -> None:
    logits, gold = overconfident(50, seed=3)
    scaling = fit_scaling(logits, [one - {"praise"} for one in gold])
    assert scaling["praise"] == Scaling()
    assert scaling["action"] != Scaling()


def test_cross_fitting_leaves_the_own_organisation_out() -> None:
    logits, gold = overconfident(400, seed=4)
    sources = ["quay"] * 200 + ["pier"] * 200
    found = cross_fitted(logits, gold, sources)
    of_pier = fit_scaling(logits[200:], gold[200:])
    assert found[:200] == as_scores(logits[:200], of_pier)


def test_one_organisation_alone_has_nobody_to_learn_from() -> None:
    logits, gold = overconfident(20, seed=5)
    assert cross_fitted(logits, gold, ["quay"] * 20) == as_scores(logits)
