"""Counts of a corpus, and splits by organisation."""

from __future__ import annotations

import random

import pytest

from minutextract.corpus import LABELS, AnnotatedUnit, Unit
from minutextract.corpus.counts import count_by_source, count_units
from minutextract.corpus.splitting import group_sources, split_corpus
from minutextract.errors import CorpusError, UsageError


def one(source: str, *labels: str, doc: str = "1") -> AnnotatedUnit:
    return AnnotatedUnit(Unit("It rained."), frozenset(labels), f"{source}:{doc}", source)


def invented(bodies: int = 30) -> list[AnnotatedUnit]:
    chance = random.Random(7)
    return [
        one(f"body-{body}", *(label for label in LABELS if chance.random() < 0.2))
        for body in range(bodies)
        for _ in range(chance.randrange(5, 60))
    ]


def test_counts() -> None:
    units = [one("quay", "action", "decision"), one("quay", doc="2"), one("pier", "decision", "action")]
    counts = count_units(units)
    assert (counts.n, counts.documents) == (3, 3)
    assert counts.labels == {"action": 2, "decision": 2, "praise": 0, "insight": 0, "none": 1}
    assert counts.combinations == {("action", "decision"): 2, (): 1}
    assert {name: own.n for name, own in count_by_source(units).items()} == {"pier": 1, "quay": 2}


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5])
def test_a_split_parts_organisations_and_reaches_its_shares(share: float) -> None:
    units = invented()
    split = split_corpus(units, share, seed=1)
    assert not {unit.source for unit in split.train} & {unit.source for unit in split.dev}
    assert len(split.train) + len(split.dev) == len(units)
    whole, dev = count_units(units), count_units(split.dev)
    assert dev.n / whole.n == pytest.approx(share, abs=0.03)
    for label in LABELS:
        assert dev.labels[label] / whole.labels[label] == pytest.approx(share, abs=0.03)


def test_a_seed_settles_the_split() -> None:
    units = invented()
    assert split_corpus(units, 0.2, seed=3) == split_corpus(units, 0.2, seed=3)
    assert len({tuple(sorted({unit.source for unit in split_corpus(units, 0.2, seed=s).dev})) for s in range(4)}) > 1


def test_some_stay_together() -> None:
    together = [["body-1", "body-2*"], ["body-3", "body-1"]]
    bound = {"body-1", "body-2", "body-3", *(f"body-2{n}" for n in range(10))}
    for seed in range(4):
        dev = {unit.source for unit in split_corpus(invented(), 0.3, seed=seed, together=together).dev}
        assert bound <= dev or not bound & dev


def test_groups_that_share_one_are_united() -> None:
    assert group_sources(["a", "b", "c", "d"], [["a", "b"], ["b", "c"]]) == [["a", "b", "c"], ["d"]]


def test_two_organisations_are_one_each_way() -> None:
    split = split_corpus([one("quay"), one("pier")], 0.01, seed=0)
    assert (len(split.train), len(split.dev)) == (1, 1)


@pytest.mark.parametrize("share", [0.0, 1.0, -1.0, float("nan")])
def test_shares_that_make_no_split(share: float) -> None:
    with pytest.raises(UsageError, match="makes no split"):
        split_corpus(invented(3), share, seed=0)


def test_what_cannot_be_split() -> None:
    with pytest.raises(CorpusError, match="only one organisation"):
        split_corpus([one("quay")], 0.5, seed=0)
    with pytest.raises(CorpusError, match="only one organisation"):
        split_corpus([one("quay"), one("pier")], 0.5, seed=0, together=[["quay", "pier"]])
    with pytest.raises(CorpusError, match="1 units have no source"):
        split_corpus([one("quay"), one("")], 0.5, seed=0)
    with pytest.raises(UsageError, match="called jetty"):
        split_corpus([one("quay"), one("pier")], 0.5, seed=0, together=[["jetty"]])
