"""A corpus in two, by organisation: no body's turns of phrase stand on both sides."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

from minutextract.corpus.counts import by_source, count_units
from minutextract.corpus.units import AnnotatedUnit
from minutextract.errors import CorpusError, UsageError

_STARTS = 8


@dataclass(frozen=True, slots=True)
class Split:
    """The two sides, each with its units in the order of the corpus."""

    train: list[AnnotatedUnit]
    dev: list[AnnotatedUnit]


def split_corpus(
    units: Sequence[AnnotatedUnit], dev: float, *, seed: int, together: Sequence[Sequence[str]] = ()
) -> Split:
    """Split so that dev holds about the share `dev` of the units and of each label.

    Args:
        units: the corpus; each needs a source.
        dev: above 0 and below 1.
        seed: the same corpus, share and seed give the same split.
        together: organisations that stay on one side, by name or pattern (`quay-*`).

    Raises:
        CorpusError: a unit has no source, or all units stay together.
        UsageError: the share is out of range, or a name fits no organisation.
    """
    if not 0 < dev < 1:
        raise UsageError(f"a dev share of {dev:g} makes no split", "Give a number between 0 and 1.")
    own = by_source(units)
    if "" in own:
        raise CorpusError(f"{len(own[''])} units have no source", "name the organisation of each as source")
    groups = group_sources(sorted(own), together)
    if len(groups) < 2:
        raise CorpusError("there is only one organisation, or one group of them", "split needs two at least")
    weights = [_weights([one for source in group for one in own[source]]) for group in groups]
    chosen = _choose(weights, dev, seed)
    in_dev = {source for at in chosen for source in groups[at]}
    return Split([one for one in units if one.source not in in_dev], [one for one in units if one.source in in_dev])


def group_sources(sources: Sequence[str], together: Iterable[Sequence[str]]) -> list[list[str]]:
    """The organisations in groups; groups that share one are united.

    Raises:
        UsageError: a name or pattern fits no organisation.
    """
    groups = [{source} for source in sources]
    for names in together:
        joined = {source for name in names for source in _matching(sources, name)}
        touched = [group for group in groups if group & joined]
        groups = [group for group in groups if not group & joined] + [set().union(*touched)]
    return sorted(sorted(group) for group in groups)


def _matching(sources: Sequence[str], name: str) -> list[str]:
    found = [source for source in sources if fnmatchcase(source, name)]
    if not found:
        raise UsageError(f"no organisation of the corpus is called {name}", "See `minutextract corpus count`.")
    return found


def _weights(units: Sequence[AnnotatedUnit]) -> list[int]:
    counts = count_units(units)
    return [counts.n, *counts.labels.values()]


def _choose(weights: Sequence[Sequence[int]], share: float, seed: int) -> set[int]:
    """The groups for dev: from several random starts, moves and swaps as long as they bring the shares closer."""
    chance = random.Random(seed)
    totals = [sum(column) for column in zip(*weights, strict=True)]
    shares = [[own / total for own, total in zip(row, totals, strict=True) if total] for row in weights]
    best: tuple[float, set[int]] | None = None
    for _ in range(_STARTS):
        found = _descend(shares, share, {chance.randrange(len(shares))}, chance)
        if best is None or found[0] < best[0]:
            best = found
    assert best is not None
    return best[1]


def _descend(
    shares: Sequence[Sequence[float]], target: float, chosen: set[int], chance: random.Random
) -> tuple[float, set[int]]:
    reached = [sum(column) for column in zip(*(shares[at] for at in chosen), strict=True)]
    distance = _distance(reached, target)
    improved = True
    while improved:
        improved = False
        for move in chance.sample(moves := _moves(len(shares), chosen), len(moves)):
            after = chosen ^ move
            if not 0 < len(after) < len(shares):
                continue
            sums = [
                value + sum(shares[at][place] * (-1 if at in chosen else 1) for at in move)
                for place, value in enumerate(reached)
            ]
            if _distance(sums, target) < distance - 1e-12:
                chosen, reached, distance, improved = after, sums, _distance(sums, target), True
                break
    return distance, chosen


def _moves(count: int, chosen: set[int]) -> list[frozenset[int]]:
    """One group to the other side, or one from each side for the other."""
    outside = [at for at in range(count) if at not in chosen]
    single = [frozenset({at}) for at in range(count)]
    return single + [frozenset({inside, at}) for inside in sorted(chosen) for at in outside]


def _distance(reached: Sequence[float], target: float) -> float:
    return sum((value - target) ** 2 for value in reached)
