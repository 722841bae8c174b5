"""Which actions share words with a passage: most share none, and are not looked at any closer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from minutextract.history.log_state import LogAction


@dataclass(slots=True)
class WordsOfActions:
    """Some actions by the words of their wordings, and by those around them; a bit of a number is an action."""

    actions: Sequence[LogAction]
    _own: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    _wide: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    @classmethod
    def of(cls, actions: Sequence[LogAction], around: Mapping[int, frozenset[str]]) -> WordsOfActions:
        """The words of actions.

        Args:
            actions: in any order.
            around: the words around each action, by the `id` of the object.
        """
        known = cls(actions)
        for n, action in enumerate(actions):
            own = frozenset[str]().union(*(words for _, words in action.wordings))
            for word in own:
                known._own[word] |= 1 << n
            for word in own | around.get(id(action), frozenset()):
                known._wide[word] |= 1 << n
        return known

    def sharing_two(self, words: Collection[str]) -> list[LogAction]:
        """The actions whose wordings share two words at least."""
        once = twice = 0
        for word in words:
            bits = self._own.get(word, 0)
            twice |= once & bits
            once |= bits
        return list(self._at(twice))

    def near(self, words: Collection[str]) -> list[LogAction]:
        """The actions of which a word, or one of those around them, is among these."""
        bits = 0
        for word in words:
            bits |= self._wide.get(word, 0)
        return list(self._at(bits))

    def _at(self, bits: int) -> Iterator[LogAction]:
        while bits:
            lowest = bits & -bits
            yield self.actions[lowest.bit_length() - 1]
            bits ^= lowest
