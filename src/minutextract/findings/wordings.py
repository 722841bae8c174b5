"""The tasks of a meeting while repeats are joined: each with what tells whether another one is the same."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from minutextract.findings.restating import Told, may_be_assigned
from minutextract.findings.task_matter import OPENING
from minutextract.record import Action

_WORD = re.compile(r"[a-z]{3,}|\d+")
_COMMON = frozenset(
    (
        "the and for with this that from will would should has have been are was were them they their its our "
        "his her all any "
        "about into also once who which what when more can may not but"
    ).split()
)
_ENDING = re.compile(r"(?:ings?|ed|es|s|e)$")


@dataclass(frozen=True, slots=True)
class Wording:
    """An action with what tells whether another is the same; taken once an entry of a list is joined to it."""

    action: Action
    words: frozenset[str]
    topic: frozenset[str]
    owners: frozenset[str]
    listed: bool
    marked: bool
    told: Told
    taken: bool = False


def telling_stems(text: str) -> set[str]:
    """The words that tell of a task, without endings and those that every text has."""
    return {_ENDING.sub("", word) for word in _WORD.findall(text.lower()) if word not in _COMMON}


class Kept:
    """The wordings so far, in order and by what a later one of the same task has in common with them.

    Each has a place, which grows; one that is taken out leaves its place empty.
    """

    def __init__(self) -> None:
        self._wordings: dict[int, Wording] = {}
        self._next = 0
        self._by: dict[object, dict[int, None]] = defaultdict(dict)

    def __iter__(self) -> Iterator[Wording]:
        return iter(self._wordings.values())

    def __getitem__(self, place: int) -> Wording:
        return self._wordings[place]

    def __setitem__(self, place: int, wording: Wording) -> None:
        if place in self._wordings:
            self._forget(place)
        self._wordings[place] = wording
        for key in _keys(wording):
            self._by[key][place] = None

    def add(self, wording: Wording) -> None:
        """Put one behind all others."""
        self[self._next] = wording
        self._next += 1

    def last(self) -> int | None:
        """The place of the last."""
        return next(reversed(self._wordings), None)

    def pop(self, place: int) -> Wording:
        """Take one out."""
        self._forget(place)
        return self._wordings.pop(place)

    def having(self, *keys: object) -> list[int]:
        """The places of those with any of these keys, in order."""
        return sorted({place for key in keys for place in self._by.get(key, ())})

    def sharing(self, keys: Iterable[object], fewest: int) -> list[int]:
        """The places of those with so many of these keys at least, in order."""
        times = Counter(place for key in keys for place in self._by.get(key, ()))
        return sorted(place for place, count in times.items() if count >= fewest)

    def _forget(self, place: int) -> None:
        for key in _keys(self._wordings[place]):
            self._by[key].pop(place, None)


def _keys(wording: Wording) -> set[object]:
    """What a wording is found by: reference, words with owners, each word, its topic's too; its words as those of an
    entry that somebody owns, and as a need."""
    keys: set[object] = {("ref", wording.action.ref), (wording.words, wording.owners)}
    keys.update(wording.words)
    keys.update(wording.topic)
    keys.update(telling_stems(wording.action.text.partition(OPENING)[2]))
    if wording.listed and wording.owners:
        keys.update(("listed", word) for word in wording.words)
    if may_be_assigned(wording.told):
        keys.update(("need", word) for word in wording.told.words)
    return keys
