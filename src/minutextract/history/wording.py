"""How far two wordings tell of the same task: their words, weighed by how rare each is in the series."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]{2,}|\d+")
_COMMON = frozenset(
    (
        "the and for with this that from will would should has have had been are was were be is to of in on at by as "
        "an or if it he she we they them their its our his her you your all any about into also once who which what "
        "when where how more can may not but so up out do does did done there then than action actions item items new "
        "please http https www com org"
    ).split()
)
# More than the last digits of sums come to.
_ROUNDING = 1e-9
_ENDING = re.compile(r"(?:ings?|ed|es|s|e)$")


# A sentence is asked for again while its meeting is read.
@lru_cache(maxsize=2048)
def telling_words(text: str) -> frozenset[str]:
    """The words of a task by which it can be known again: stems and numbers, without those that every task has."""
    words = (word for word in _WORD.findall(text.casefold()) if word not in _COMMON)
    return frozenset(map(_stem, words))


@lru_cache(maxsize=32768)
def _stem(word: str) -> str:
    return _ENDING.sub("", word) if len(word) > 3 else word


def plain(text: str) -> str:
    """A wording without case, punctuation and marks, to tell whether two are the same."""
    return " ".join(re.findall(r"\w+", text.casefold()))


class _Weights(dict[str, float]):
    """What each word weighs, found when it is first asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.actions = 0
        self.counts: Counter[str] = Counter()

    def __missing__(self, word: str) -> float:
        found = self[word] = math.log(1 + (1 + self.actions) / max(1, self.counts[word]))
        return found


class Rarity:
    """What a word weighs: the more, the fewer actions of the series have it."""

    def __init__(self) -> None:
        self._most = 1
        # Until the next action: one mention is compared with hundreds.
        self._weights = _Weights()
        self._sums: dict[frozenset[str], float] = {}

    def add(self, words: Iterable[str]) -> None:
        """Count the words of one more action."""
        counts = self._weights.counts
        for word in words:
            counts[word] += 1
            self._most = max(self._most, counts[word])
        self._weights.actions += 1
        self._weights.clear()
        self._sums.clear()

    def weight(self, words: frozenset[str]) -> float:
        """The words' weights in sum."""
        found = self._sums.get(words)
        if found is None:
            # Exact, and so the same in whatever order a set gives its words.
            found = self._sums[words] = math.fsum(map(self._weights.__getitem__, words))
        return found

    def agreement(self, one: frozenset[str], other: frozenset[str]) -> float:
        """The share of the shorter wording's weight that the other has too, from 0 to 1."""
        shared = one & other
        if not shared:
            return 0.0
        return self.weight(shared) / min(self.weight(one), self.weight(other))

    def bound(self, one: frozenset[str]) -> Callable[[frozenset[str]], float]:
        """What the agreement of a wording with any other is at most, found without weighing the other's words."""
        weights = {word: self._weights[word] for word in one}
        whole = sum(weights.values())
        # What a word weighs that more actions have than any other.
        least = math.log(1 + (1 + self._weights.actions) / self._most)

        def most(other: frozenset[str]) -> float:
            shared = one & other
            if not shared:
                return 0.0
            weight = sum(weights[word] for word in shared)
            # Other sums than those of the agreement may differ from them in the last digits.
            return weight / min(whole, weight + least * (len(other) - len(shared))) + _ROUNDING

        return most
