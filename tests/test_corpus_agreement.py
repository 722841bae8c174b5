"""Agreement of two annotations."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from minutextract.corpus import AnnotatedUnit, Unit
from minutextract.corpus.agreement import measure_agreement
from minutextract.errors import CorpusError


def one(text: str, *labels: str, id: int | None = None, doc: str = "quay:1") -> AnnotatedUnit:
    return AnnotatedUnit(Unit(text), frozenset(labels), doc, "quay", id)


def numbered(*labels: Sequence[str]) -> list[AnnotatedUnit]:
    return [one(f"unit {at}", *own, id=at) for at, own in enumerate(labels)]


def test_figures_of_a_table_worked_by_hand() -> None:
    # 10 units: both say action of 3, only A of 2, only B of 1, neither of 4. Chance: .5 x .4 + .5 x .6 = .5.
    first = numbered(*[["action"]] * 5, *[[]] * 5)
    second = numbered(*[["action"]] * 3, *[[]] * 2, ["action"], *[[]] * 4)
    found = measure_agreement(first, second).labels["action"]
    assert (found.precision, found.recall) == (0.75, 0.6)
    assert found.f1 == pytest.approx(6 / 9)
    assert found.kappa == pytest.approx((0.7 - 0.5) / 0.5)
    assert (found.first, found.second) == (5, 4)


def test_kappa_is_that_of_scikit_learn() -> None:
    metrics = pytest.importorskip("sklearn.metrics")
    a, b = [1, 1, 0, 0, 1, 0, 1, 0, 0], [1, 0, 0, 1, 1, 0, 1, 0, 1]
    pairs = [numbered(*(["praise"] if given else [] for given in side)) for side in (a, b)]
    assert measure_agreement(*pairs).labels["praise"].kappa == pytest.approx(metrics.cohen_kappa_score(a, b))


def test_full_agreement() -> None:
    units = numbered(["action"], ["decision"], ["praise"], ["insight"], [])
    found = measure_agreement(units, units)
    assert found.macro_f1 == 1
    assert {label.kappa for label in found.labels.values()} == {1}


def test_a_label_that_nobody_gave_has_no_kappa() -> None:
    found = measure_agreement(numbered(["action"], []), numbered(["action"], [])).to_json()
    assert found["labels"]["praise"] == {"precision": 0, "recall": 0, "f1": 0, "kappa": None, "first": 0, "second": 0}
    assert found["macro_f1"] == 0.25


def test_units_of_one_side_only_are_listed() -> None:
    found = measure_agreement([one("a", id=1), one("b", id=2)], [one("c", id=3), one("b", id=2)])
    assert found.n == 1
    assert found.to_json()["only_a"] == [{"doc": "quay:1", "id": 1, "text": "a"}]
    assert found.to_json()["only_b"] == [{"doc": "quay:1", "id": 3, "text": "c"}]


def test_without_ids_words_are_matched_in_turn() -> None:
    first = [one("Agreed.", "decision"), one("Agreed."), one("It rained.", id=1)]
    second = [one("It  rained."), one("Agreed.", "decision", id=5), one("Agreed."), one("Agreed.")]
    found = measure_agreement(first, second)
    assert (found.n, found.only_first, len(found.only_second)) == (3, [], 1)
    assert found.labels["decision"].f1 == 1


def test_what_does_not_fit_together() -> None:
    with pytest.raises(CorpusError, match="unit 1 of quay:1 has other words"):
        measure_agreement([one("a", id=1)], [one("b", id=1)])
    with pytest.raises(CorpusError, match="unit 1 of quay:1 stands twice"):
        measure_agreement([one("a", id=1), one("b", id=1)], [one("a", id=1)])


def test_nothing_in_common() -> None:
    found = measure_agreement([one("a", id=1)], [one("b", id=2)])
    assert found.n == 0
    assert found.labels["action"].kappa is None
