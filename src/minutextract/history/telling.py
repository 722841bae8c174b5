"""Passages of the minutes that tell of an earlier action without being a finding: which action, and how sure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from minutextract.history.deliveries import LEFT_FOR, delivery_in
from minutextract.history.linking import RECENT_MEETINGS
from minutextract.history.log_mentions import Party
from minutextract.history.log_state import LogAction
from minutextract.history.passages import Passage
from minutextract.history.sharing import WordsOfActions
from minutextract.history.told_status import NUMBER, told_status
from minutextract.history.wording import Rarity, telling_words
from minutextract.structure.status import is_status

# How far the matter of a point has to be that of an action: its owner adds to it, another's name takes away.
_LEAST, _OWNER, _OTHER, _REF = 0.5, 0.3, -0.2, 1.0
_MARGIN = 0.12
# Of words around an action, to know again what it calls "it".
_AROUND, _LEANING = 0.6, 0.8
# Whoever owns it, some of the words have to be the same.
_ALIKE = 0.3
# Outside of reviews: how far wordings agree, and in how many words.
_PLAIN, _PLAIN_WORDS, _PLAIN_CERTAIN = 0.65, 2, (0.6, 4)
# What is less sure than `_LEAST` is only proposed.
_VAGUE = 0.35
# The noun of a matter is worth more than what goes with it.
_NOUN = 0.15
_BEFORE = re.compile(r"\s+(?:for|of|to|about|in|on|with|from|and|at|by)\s+|\s*[,(]")
_BRACKETS = re.compile(r"\s*\([^()]{1,40}\)$")
_SHARED_LETTERS = 5
# What so many of so many have done is what several were to do.
_SEVERAL_DID = re.compile(
    rf"\b{NUMBER}\s+(?:out\s+)?of\s+(?:the\s+)?{NUMBER}\s+(?:are|is|have|has)\s+(?:now\s+)?"
    r"(?:back|in|replied|returned|answered|responded|signed)\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"(?:all|each|every)\b.*|every(?:body|one)|(?:the\s+)?[a-z]+s", re.IGNORECASE)
# Of the last minutes themselves, no task.
_OF_THE_MINUTES = re.compile(r"\bcorrections?\s+to\b[^.]*\bminutes\b|\bminutes\b[^.]*\bcorrections?\b", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_][\w’'-]*")


@dataclass(frozen=True, slots=True)
class Names:
    """By which words of the minutes people are known: initials, first names and surnames."""

    by_word: dict[str, frozenset[str]] = field(default_factory=dict)

    def known(self, words: Iterable[str]) -> set[str]:
        """The keys of all whom words may name."""
        found: set[str] = set()
        for word in words:
            found |= self.by_word.get(re.sub(r"[’']s$", "", word), frozenset())
        return found


@dataclass(frozen=True)
class _Said:
    """What a passage says, in words as they are compared; of most passages little of it is asked for."""

    passage: Passage
    people: Names

    @cached_property
    def matter(self) -> str:
        """The passage's matter without the people in brackets behind it."""
        head = self.passage.head
        behind = _BRACKETS.search(head)
        return head[: behind.start()] if behind and self.people.known(_NAME.findall(behind[0])) else head

    @cached_property
    def head(self) -> frozenset[str]:
        return telling_words(self.matter)

    @cached_property
    def whole(self) -> frozenset[str]:
        return telling_words(self.passage.text)

    @cached_property
    def noun(self) -> frozenset[str]:
        return _noun(self.matter)

    @cached_property
    def known(self) -> set[str]:
        return self.people.known(_NAME.findall(self.passage.text))

    @cached_property
    def _names(self) -> set[str]:
        return set(_NAME.findall(re.sub(r"[’']s\b", "", self.passage.text)))

    def names(self, owners: Iterable[Party]) -> bool:
        """Whether one of the owners is named."""
        return any(owner.key in self.known or _is_named(owner.name, self._names) for owner in owners)


def _is_several(owner: Party) -> bool:
    return owner.person is None and bool(_SEVERAL.fullmatch(owner.name))


def _is_named(name: str, words: set[str]) -> bool:
    parts = [part for part in _NAME.findall(name) if part[:1].isupper() and len(part) > 1]
    return bool(parts) and (parts[-1] in words or (len(parts) > 1 and parts[0] in words and len(parts[0]) > 2))


@dataclass(frozen=True, slots=True)
class Telling:
    """A passage, the action that it tells of, and why; not certain, it is only proposed."""

    passage: Passage
    action: LogAction
    status: str | None
    score: float
    how: str
    reason: str
    certain: bool
    owner_named: bool


@dataclass(slots=True)
class Teller:
    """Finds for the passages of one meeting which of the open actions they tell of."""

    rarity: Rarity
    names: Names
    around: dict[int, frozenset[str]]

    def tell(self, passages: Sequence[Passage], actions: Sequence[LogAction], place: int) -> list[Telling]:
        """What passages tell of actions: each of one at most, the surest first.

        Args:
            passages: of one meeting, without those that findings stand for.
            actions: of the series.
            place: of the meeting.
        """
        open_ones = [
            one
            for one in actions
            if one.first.place < place <= one.last_place + RECENT_MEETINGS
            and (not one.is_closed or one.last_place == place)
        ]
        known = WordsOfActions.of(open_ones, self.around)
        found = [telling for one in passages if (telling := self._told(_Said(one, self.names), known))]
        taken: dict[int, float] = {}
        kept = []
        for telling in sorted(found, key=lambda one: (-one.score, one.passage.start)):
            # What is told of one matter in several points is told of several matters, unless each is unmistakable.
            if telling.score < taken.get(id(telling.action), 0.0) - 0.5:
                continue
            taken.setdefault(id(telling.action), telling.score)
            kept.append(telling)
        return sorted(kept, key=lambda one: one.passage.start)

    def _told(self, said: _Said, known: WordsOfActions) -> Telling | None:
        passage = said.passage
        if not passage.reviewed and (brought := self._brought(passage, known)):
            return brought
        if _OF_THE_MINUTES.search(passage.head) and not passage.ref:
            return None
        near_ones = _candidates(said, known)
        if not passage.reviewed and not passage.ref:
            near_ones = self._likely(said, near_ones)
        scored = sorted(
            ((self._score(said, one), one) for one in near_ones),
            key=lambda pair: (-pair[0], pair[1].first.finding),
        )
        if not scored or scored[0][0] < (_VAGUE if passage.reviewed else _PLAIN):
            return None
        status = told_status(passage.said or passage.text)
        if (status is None and not passage.ref) or is_status(passage.text):
            return None
        best, action = scored[0]
        near = sum(best - score < _MARGIN for score, _ in scored)
        how = "ref" if passage.ref and passage.ref == action.ref else "wording"
        reason = f"the same reference {passage.ref}" if how == "ref" else "a point of the review"
        if near > 1:
            reason = f"{near} actions fit about equally well"
        elif not passage.reviewed:
            reason = "tells of it elsewhere in the minutes"
        elif best < _LEAST:
            reason = "only some of the words agree"
        named = said.names(action.owners)
        certain = near == 1 and (best >= _LEAST if passage.reviewed else self._is_plain(said, action, named))
        return Telling(passage, action, status, min(best, 1.0), how, reason, certain, named)

    def _brought(self, passage: Passage, known: WordsOfActions) -> Telling | None:
        """What a sentence of a form of its own tells, if of one action only."""
        said = delivery_in(passage.text)
        if said is None:
            return None
        fitting = [
            one
            for one in known.near(said.what)
            if any(said.fits(words, one.first.quote, one.owners) for _, words in one.wordings)
            if not said.who or _Said(replace(passage, text=said.who), self.names).names(one.owners)
        ]
        if len(fitting) != 1:
            return None
        reason = LEFT_FOR if said.group else "what was to be brought is there"
        return Telling(passage, fitting[0], said.status, 1.0, "wording", reason, True, not said.group)

    def _likely(self, said: _Said, actions: Sequence[LogAction]) -> list[LogAction]:
        """Those that a sentence outside of reviews may tell of, if it can tell of any."""
        most = self.rarity.bound(said.whole)
        bounds = [max(most(words) for _, words in one.wordings) for one in actions]
        if max(bounds, default=0.0) + _OWNER < _PLAIN:
            return []
        return [one for one, bound in zip(actions, bounds, strict=True) if bound >= _ALIKE]

    def _is_plain(self, said: _Said, action: LogAction, named: bool) -> bool:
        """Whether a sentence outside of reviews leaves no doubt: its owner, and most of many words."""
        return named and any(
            len(own & said.whole) >= _PLAIN_CERTAIN[1] and self.rarity.agreement(own, said.whole) >= _PLAIN_CERTAIN[0]
            for _, own in action.wordings
        )

    def _score(self, said: _Said, action: LogAction) -> float:
        passage = said.passage
        score = max((self._agreement(said, words, passage.reviewed) for _, words in action.wordings), default=0.0)
        around = self.around.get(id(action), frozenset())
        if around and (passage.headed or (passage.reviewed and action.first.leans)):
            wide = self._agreement(said, around.union(*(words for _, words in action.wordings[:1])), reviewed=True)
            score = max(score, (_LEANING if action.first.leans and passage.headed else _AROUND) * wide)
        if passage.ref and passage.ref == action.ref:
            return score + _REF
        if score < _ALIKE:
            return 0.0
        known = around if action.first.leans else frozenset[str]().union(*(words for _, words in action.wordings))
        if passage.headed and said.noun & known:
            score += _NOUN
        if _SEVERAL_DID.search(passage.said) and passage.headed:
            return score + (_OWNER if any(map(_is_several, action.owners)) else _OTHER if action.owners else 0.0)
        if said.names(action.owners):
            return score + _OWNER
        return score + (_OTHER if action.owner_keys and said.known else 0.0)

    def _agreement(self, said: _Said, words: frozenset[str], reviewed: bool) -> float:
        head, whole = said.head, said.whole
        if not reviewed:
            return self.rarity.agreement(words, whole) if len(words & whole) >= _PLAIN_WORDS else 0.0
        shared = head & words
        if len(head) == 1 and not shared:
            [only] = head
            close = {
                word
                for word in words
                if len(only) > _SHARED_LETTERS and word[:_SHARED_LETTERS] == only[:_SHARED_LETTERS]
            }
            return 1.0 - _MARGIN if close else 0.0
        covered = self.rarity.weight(shared) / self.rarity.weight(head) if shared else 0.0
        return max(covered, self.rarity.agreement(words, whole) if len(words & whole) > 1 else 0.0)


def _candidates(said: _Said, known: WordsOfActions) -> Sequence[LogAction]:
    """The actions whose score may be more than nothing."""
    passage = said.passage
    if passage.reviewed and len(said.head) == 1:
        # A single word may be another form of an action's.
        return known.actions
    near = known.near(said.head | said.whole) if passage.reviewed else known.sharing_two(said.whole)
    if passage.ref:
        near += [one for one in known.actions if one.ref == passage.ref and not any(one is other for other in near)]
    return near


def _noun(head: str) -> frozenset[str]:
    """The last word of a matter before what it is for or of ("Spring appeal budget", "Advertisement for Treasurer")."""
    words = [word for word in re.findall(r"\w+", _BEFORE.split(head.strip())[0]) if telling_words(word)]
    return telling_words(words[-1]) if words else frozenset()
