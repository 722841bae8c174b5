"""Figures, checked against ones worked out by hand."""

from __future__ import annotations

import pytest

from minutextract.corpus import LABELS
from minutextract.evaluation import (
    apply_thresholds,
    best_thresholds,
    calibration_error,
    evaluate,
    risk_coverage,
)

GOLD: list[set[str]] = [{"action"}, {"action", "decision"}, set(), {"praise"}, {"action"}]
PREDICTED: list[set[str]] = [{"action"}, {"decision"}, {"action"}, {"praise"}, {"action", "insight"}]


@pytest.mark.parametrize(
    ("label", "precision", "recall", "f1", "support"),
    [
        # 2 of 3 found are right, 2 of 3 gold ones are found
        ("action", 2 / 3, 2 / 3, 2 / 3, 3),
        ("decision", 1.0, 1.0, 1.0, 1),
        ("praise", 1.0, 1.0, 1.0, 1),
        # One found, none in gold
        ("insight", 0.0, 0.0, 0.0, 0),
    ],
)
def test_figures_of_a_label(label: str, precision: float, recall: float, f1: float, support: int) -> None:
    found = evaluate(GOLD, PREDICTED).labels[label]
    assert (found.precision, found.recall, found.f1) == pytest.approx((precision, recall, f1))
    assert found.support == support


def test_the_mean_weighs_labels_alike() -> None:
    assert evaluate(GOLD, PREDICTED).macro_f1 == pytest.approx((2 / 3 + 1 + 1 + 0) / 4)


def test_the_contracts_form() -> None:
    form = evaluate(GOLD, PREDICTED).to_json()
    assert list(form) == ["n", "labels", "macro_f1"]
    assert (form["n"], form["macro_f1"]) == (5, 0.6667)
    assert form["labels"]["action"] == {"precision": 0.6667, "recall": 0.6667, "f1": 0.6667, "support": 3}
    assert list(form["labels"]) == list(LABELS)


def test_precision_and_recall_part() -> None:
    found = evaluate([{"action"}, {"action"}, {"action"}, set()], [{"action"}, set(), set(), set()]).labels["action"]
    assert (found.precision, found.recall, found.f1) == pytest.approx((1.0, 1 / 3, 0.5))


def test_nothing_to_find_and_nothing_found() -> None:
    assert all(one.f1 == 0.0 for one in evaluate([set()], [set()]).labels.values())


def test_lists_of_other_lengths_are_refused() -> None:
    with pytest.raises(ValueError, match=r"shorter|longer"):
        evaluate([set()], [])


def scores(*action: float) -> list[dict[str, float]]:
    """Scores of units for the first label."""
    return [dict.fromkeys(LABELS, 0.0) | {"action": score} for score in action]


def test_a_score_at_its_threshold_counts() -> None:
    assert apply_thresholds(scores(0.49, 0.5, 0.51), {"action": 0.5}) == [set(), {"action"}, {"action"}]


def test_the_middle_of_the_best_plateau_is_chosen() -> None:
    # All thresholds above .3 up to .7 part the two kinds: .325, .35, … .7, of which .525 is the middle one
    chosen = best_thresholds([set(), set(), {"action"}], scores(0.1, 0.3, 0.7))
    assert chosen["action"] == pytest.approx(0.525)


def test_tuned_thresholds_are_at_least_as_good() -> None:
    gold: list[set[str]] = [{"action"}, set(), {"action"}, set()]
    made = scores(0.3, 0.25, 0.2, 0.1)
    tuned = evaluate(gold, apply_thresholds(made, best_thresholds(gold, made)))
    assert tuned.labels["action"].f1 == pytest.approx(0.8)
    assert tuned.labels["action"].f1 > evaluate(gold, apply_thresholds(made, {"action": 0.5})).labels["action"].f1


def scored(*values: float) -> list[dict[str, float]]:
    """Units that differ in the score of one label."""
    return [{**dict.fromkeys(LABELS, 0.0), "action": value} for value in values]


def test_calibration_error_by_hand() -> None:
    gold: list[set[str]] = [{"action"}, set(), {"action"}, {"action"}]
    # .9 and .95 share a range: two of two have the label, 1.85 were promised; .1: none of one; .6: one of one.
    found = calibration_error(gold, scored(0.9, 0.1, 0.95, 0.6))
    assert found["action"] == pytest.approx((0.15 + 0.1 + 0.4) / 4)
    assert found["praise"] == 0.0


def test_scores_that_tell_the_truth_have_no_error() -> None:
    gold: list[set[str]] = [{"action"}] * 3 + [set()]
    assert calibration_error(gold, scored(0.75, 0.75, 0.75, 0.75))["action"] == pytest.approx(0)


def test_risk_falls_as_doubtful_units_are_left_out() -> None:
    gold: list[set[str]] = [{"action"}, set(), {"action"}, set()]
    # The third is wrong and doubtful.
    found = risk_coverage(gold, scored(0.95, 0.05, 0.45, 0.1), dict.fromkeys(LABELS, 0.5), (1.0, 0.75, 0.5))
    assert found == {1.0: 0.25, 0.75: 0.0, 0.5: 0.0}
