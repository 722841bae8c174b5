"""Which action of the log a mention tells of: by its reference, by its wording, or by both; never by a guess."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from minutextract.history.log_mentions import Mention
from minutextract.history.log_refs import is_registered
from minutextract.history.log_state import LogAction
from minutextract.history.wording import Rarity

# Wording alone links to an action that one of so many last meetings has mentioned.
RECENT_MEETINGS = 6
# How far wordings have to agree, and in how many words: where the minutes look back, and where they seem to record
# something new; with an owner in common, and where one of the two names none.
_LOOKING_BACK = {"same": (0.55, 2), "open": (0.7, 3)}
_ANEW = {"same": (0.75, 3), "open": (0.85, 4)}
_VAGUE = 0.45
# Beside a reference, any wording that is not wholly other.
_BESIDE_REF, _NOTHING_ALIKE = 0.3, 0.15
_MARGIN = 0.15
_FEWEST = 2
# So many words are not the same by chance, whoever is to act.
_UNMISTAKABLE = 4
_HARDLY_CHANGED = 0.9
# "Tom will do the count instead of her": the task has gone from one to the other.
_IN_PLACE = re.compile(
    r"\binstead\s+of\s+(?:her|him|them|[A-Z]\w+)\b|\bin\s+(?:her|his|their|[A-Z]\w+[’']s)\s+(?:place|stead)\b"
)
_STANDING = {"same": 0.3, "open": 0.0, "other": -0.4}


@dataclass(frozen=True, slots=True)
class Link:
    """An action that a mention tells of; not certain, it is only proposed."""

    action: LogAction
    how: str
    score: float
    reason: str
    certain: bool = True


@dataclass(frozen=True, slots=True)
class _Fit:
    action: LogAction
    score: float
    owners: str
    exact: bool

    @property
    def strength(self) -> float:
        return self.score + _STANDING[self.owners] + 0.5 * self.exact - 0.3 * self.action.is_closed

    def shared(self, mention: Mention) -> int:
        """How many words of the mention a wording of the action has."""
        return max((len(words & mention.words) for _, words in self.action.wordings), default=0)


@dataclass
class Linker:
    """The actions of one series, for the mentions of its next meeting to be looked up."""

    refs_trusted: bool = False
    rarity: Rarity = field(default_factory=Rarity)
    _by_ref: dict[str, list[LogAction]] = field(default_factory=lambda: defaultdict(list))
    _recent: dict[str, list[LogAction]] = field(default_factory=lambda: defaultdict(list))

    def enter(self, action: LogAction) -> None:
        """Make a new action known."""
        self.rarity.add(action.first.words)
        self.learn(action)

    def learn(self, action: LogAction) -> None:
        """Make known what a mention has added to an action."""
        if action.ref and action not in self._by_ref[action.ref]:
            self._by_ref[action.ref].append(action)
        for word in action.entries[-1].mention.words:
            if not any(action is known for known in self._recent[word][-RECENT_MEETINGS:]):
                self._recent[word].append(action)

    def look_up(self, mention: Mention) -> list[Link]:
        """The actions that a mention tells of, and those that it may tell of."""
        if len(mention.about) > 1:
            named = [action for ref in mention.about if (action := self._of_ref(ref))]
            return [Link(action, "ref", 1.0, f"names Action {action.ref}") for action in named]
        by_ref = self._by_reference(mention)
        if by_ref and by_ref.certain:
            return [by_ref]
        links = self._by_wording(mention)
        if by_ref and not any(link.certain or link.action is by_ref.action for link in links):
            links.append(by_ref)
        return links

    def _of_ref(self, ref: str) -> LogAction | None:
        """The latest action with a reference, of those that are open if any is."""
        actions = self._by_ref.get(ref, [])
        still = [action for action in actions if not action.is_closed]
        return (still or actions)[-1] if actions else None

    def _by_reference(self, mention: Mention) -> Link | None:
        action = self._of_ref(mention.ref) if mention.ref else None
        if action is None or action.last_place == mention.place == action.first.place:
            return None
        score = self._agreement(action, mention)
        if score >= _BESIDE_REF and (is_registered(mention.ref) or not self._differ(action, mention)):
            return Link(action, "ref+wording", score, f"the same reference {mention.ref}, and wordings agree")
        if not is_registered(mention.ref):
            return None
        if mention.reviewed or mention.status or (self.refs_trusted and not action.is_closed):
            return Link(action, "ref", score, f"the same reference {mention.ref}")
        return Link(action, "ref", score, f"the same reference {mention.ref}, but other words", certain=False)

    def _differ(self, action: LogAction, mention: Mention) -> bool:
        return bool(action.owner_keys and mention.owner_keys and not action.owner_keys & mention.owner_keys)

    def _agreement(self, action: LogAction, mention: Mention) -> float:
        return max((self.rarity.agreement(words, mention.words) for _, words in action.wordings), default=0.0)

    def _by_wording(self, mention: Mention) -> list[Link]:
        fits = sorted(self._fits(mention), key=lambda fit: (-fit.strength, fit.action.first.finding))
        if not fits:
            return []
        best = fits[0]
        near = [fit for fit in fits[1:] if best.strength - fit.strength < _MARGIN]
        if reason := _certainly(best, mention):
            if not near:
                return [Link(best.action, "wording", best.score, reason)]
            return [
                Link(fit.action, "wording", fit.score, f"{1 + len(near)} actions fit about equally well", certain=False)
                for fit in (best, *near)
            ]
        vague = [
            fit for fit in (best, *near) if fit.score >= _VAGUE and fit.shared(mention) > 1 and fit.owners != "other"
        ]
        exact = [fit for fit in (best, *near) if fit.exact and fit not in vague]
        return [Link(fit.action, "wording", fit.score, _doubt(fit), certain=False) for fit in (*vague, *exact)]

    def _sharing(self, mention: Mention) -> list[tuple[LogAction, int]]:
        """The actions of recent meetings that share words with a mention, and how many."""
        known: dict[int, LogAction] = {}
        counts: Counter[int] = Counter()
        for word in mention.words & self._recent.keys():
            recent = [one for one in self._recent[word] if mention.place - one.last_place <= RECENT_MEETINGS]
            self._recent[word] = recent
            for action in recent:
                known[id(action)] = action
                counts[id(action)] += 1
        return [(action, counts[key]) for key, action in known.items()]

    def _fits(self, mention: Mention) -> Iterator[_Fit]:
        """The action that fits best and those near it, and perhaps others; none if nothing can be linked."""
        likely = sorted(self._likely(mention), key=lambda fit: -fit.strength)
        if not any(fit.exact or fit.score >= _VAGUE for fit in likely):
            return
        best = -math.inf
        for most in likely:
            if most.strength <= best - _MARGIN:
                return
            fit = _Fit(most.action, self._agreement(most.action, mention), most.owners, most.exact)
            best = max(best, fit.strength)
            yield fit

    def _likely(self, mention: Mention) -> Iterator[_Fit]:
        """Actions that share words with a mention, scored as high as their words can agree at most."""
        bound = self.rarity.bound(mention.words)
        for action, shared_words in self._sharing(mention):
            exact = action.has_wording(mention.wording)
            if shared_words < _FEWEST and not exact:
                continue
            if action.first.place == mention.place and not exact:
                continue
            if _are_numbered_apart(action, mention):
                continue
            score = max((bound(words) for _, words in action.wordings), default=0.0)
            yield _Fit(action, score, _owners(action, mention), exact)


def _are_numbered_apart(action: LogAction, mention: Mention) -> bool:
    """Whether each has a reference of a register, and not the same."""
    refs = (action.ref, mention.ref)
    return refs[0] != refs[1] and all(ref and is_registered(ref) for ref in refs)


def _owners(action: LogAction, mention: Mention) -> str:
    if not action.owner_keys or not mention.owner_keys:
        return "open"
    return "same" if action.owner_keys & mention.owner_keys else "other"


def _certainly(fit: _Fit, mention: Mention) -> str:
    """Why there is no doubt that the best fit is the one; "" if there is."""
    closed_earlier = fit.action.is_closed and fit.action.last_place < mention.place
    if closed_earlier and not (mention.reviewed or mention.status):
        # The same task, taken on anew: perhaps it was never done, perhaps it is a yearly one.
        return ""
    if fit.exact and (fit.owners != "other" or fit.shared(mention) >= _UNMISTAKABLE):
        return "the same words" if fit.owners != "other" else "the same words, with another owner"
    if fit.owners == "other":
        least, words = _LOOKING_BACK["open"]
        if _IN_PLACE.search(mention.quote) and fit.score >= least and fit.shared(mention) >= words:
            return "the wordings agree, and another one takes it over"
        plain = mention.reviewed and fit.score >= _HARDLY_CHANGED and fit.shared(mention) > _UNMISTAKABLE
        return "nearly the same words, with another owner" if plain else ""
    if mention.leans and not mention.reviewed:
        return ""
    least, words = (_LOOKING_BACK if mention.reviewed else _ANEW)[fit.owners]
    if fit.score >= least and fit.shared(mention) >= words:
        return "the wordings agree" + (", the owners too" if fit.owners == "same" else "")
    return ""


def _doubt(fit: _Fit) -> str:
    if fit.action.is_closed:
        return f"the words agree, but that action was {fit.action.status}"
    if fit.owners == "other":
        return "the same words, but other owners"
    return "only some of the words agree"


def refs_are_kept(meetings: Sequence[Sequence[Mention]]) -> bool:
    """Whether the references of a series stay with their actions, rather than begin anew at each meeting."""
    rarity = Rarity()
    last: dict[str, Mention] = {}
    seen: Counter[str] = Counter()
    for mentions in meetings:
        for mention in mentions:
            rarity.add(mention.words)
    for mentions in meetings:
        for mention in mentions:
            if not is_registered(mention.ref):
                continue
            before = last.get(mention.ref)
            if before and before.place < mention.place:
                score = rarity.agreement(before.words, mention.words)
                seen["kept" if score >= _BESIDE_REF else "other" if score < _NOTHING_ALIKE else "unclear"] += 1
            last[mention.ref] = mention
    return seen["kept"] > 1 and seen["kept"] >= 2 * seen["other"]
