"""One meeting after the other of a series: its mentions and what its text tells, put to the actions that are known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from minutextract.history.deliveries import LEFT_FOR, delivery_in
from minutextract.history.judged import Judged, place_key
from minutextract.history.linking import RECENT_MEETINGS, Link, Linker
from minutextract.history.log_mentions import Mention
from minutextract.history.log_state import LogAction
from minutextract.history.passages import Passage, passage_at
from minutextract.history.retelling import Retold
from minutextract.history.telling import Teller, Telling
from minutextract.history.told_status import told_status


@dataclass(frozen=True, slots=True)
class Proposal:
    """A link that somebody has to confirm; it changes nothing."""

    mention: Mention
    link: Link


# What is told of a task is no listing of it: how it stands is then left as it was.
_TELLS = re.compile(
    r"\b(?:has|have|had|is|are|was|were|been|did|does|confirmed|reported|said|says|sent|met|spoke|wrote)\b|"
    r"^\W*(?:\w+\s+)?\w{3,}ed\b",
    re.IGNORECASE,
)
_LISTED = 0.7
# A point that is little more than the task's own words tells nothing of it.
_ITS_OWN = 0.7


@dataclass
class Following:
    """The state of a series while its meetings are gone through."""

    linker: Linker
    actions: list[LogAction] = field(default_factory=list)
    proposals: list[Proposal] = field(default_factory=list)
    told_proposals: list[tuple[Retold, Telling]] = field(default_factory=list)
    around: dict[int, frozenset[str]] = field(default_factory=dict)
    judged: Judged = field(default_factory=Judged)

    def meeting(self, mentions: Sequence[Mention], retold: Retold | None, place: int) -> None:
        """Take in a meeting."""
        looks_back = retold is not None and any(action.first.place < place for action in self.actions)
        passages = retold.passages if retold and looks_back else []
        waiting: list[tuple[Mention, Passage]] = []
        settled: list[Mention] = []
        for at, mention in enumerate(mentions):
            links = self._look_up(mention)
            point = passage_at(passages, mention.start, mention.end)
            if any(link.certain for link in links):
                told = self._told(mention, links, mentions[at + 1 :], retold, point) if retold and looks_back else None
                self._link(retold.dated(mention, point) if retold and point else mention, links, told)
                settled.append(mention)
            elif point is not None and place > 1:
                waiting.append((mention, point))
            else:
                self._open(mention, links, retold)
                settled.append(mention)
        if retold and looks_back:
            self._tell(retold, passages, settled, waiting, place)
        for mention, _ in waiting:
            links = self._look_up(mention)
            if any(link.certain for link in links):
                self._link(mention, links, None)
            else:
                self._open(mention, links, retold)

    def _look_up(self, mention: Mention) -> list[Link]:
        """The links of a mention, as the secretary has judged them where that was done."""
        if not self.judged.verdicts:
            return self.linker.look_up(mention)
        key = place_key(mention.day, mention.quote)
        if same := self.judged.same(key):
            known = [one for one in self.actions if place_key(one.first.day, one.first.quote) in same]
            if known := [one for one in known if one.first.place < mention.place]:
                return [Link(one, "confirmed", 1.0, "confirmed in a review") for one in known]
        other = self.judged.other(key)
        links = self._left_for(mention) or self.linker.look_up(mention)
        return [one for one in links if place_key(one.action.first.day, one.action.first.quote) not in other]

    def _left_for(self, mention: Mention) -> list[Link]:
        """The task that a mention leaves to those who have not done it, if there is one such."""
        said = delivery_in(mention.quote)
        if said is None or not said.group:
            return []
        fitting = [
            one
            for one in self.actions
            if not one.is_closed and 0 < mention.place - one.last_place <= RECENT_MEETINGS
            if any(said.fits(words, one.first.quote, one.owners) for _, words in one.wordings)
        ]
        return [Link(one, "wording", 1.0, LEFT_FOR) for one in fitting] if len(fitting) == 1 else []

    def _link(self, mention: Mention, links: Sequence[Link], told: str | None) -> None:
        for link in links:
            if link.certain:
                listed = _lists_again(mention, link)
                said = replace(mention, status=told) if told else mention
                link.action.add(said, link.how, link.reason, listed_again=listed)
                self.linker.learn(link.action)

    def _open(self, mention: Mention, links: Sequence[Link], retold: Retold | None) -> None:
        action = LogAction.opened_by(mention, _why_new(mention, links))
        self.actions.append(action)
        self.linker.enter(action)
        self.proposals += [Proposal(mention, link) for link in links if not link.certain]
        if retold:
            self.around[id(action)] = retold.around(mention)

    def _told(
        self, mention: Mention, links: Sequence[Link], later: Sequence[Mention], retold: Retold, point: Passage | None
    ) -> str | None:
        """What the words around a mention tell of how its task stands; None where they tell nothing."""
        if mention.status in ("dropped", "superseded"):
            return None
        if any(link.reason == LEFT_FOR for link in links):
            return "carried"
        told = told_status(point.said) if point else None
        if mention.status not in (None, "carried"):
            # One part of it may be done, and what was done may have been to give it up.
            partly = point is not None and point.headed and told == "in-progress"
            return told if told in ("dropped", "superseded") or partly else None
        if point and len(mention.quote) < _ITS_OWN * len(point.said):
            return told
        anew = not any(link.action.has_wording(mention.wording) for link in links)
        by_ref = anew and any(link.certain and link.how.startswith("ref") for link in links)
        if by_ref and _TELLS.search(mention.quote) and (own := told_status(mention.quote)):
            return own
        stop = min((one.start for one in later if one.start >= mention.end), default=None)
        return told_status(retold.behind(mention, stop)) or told

    def _tell(
        self,
        retold: Retold,
        passages: Sequence[Passage],
        settled: Sequence[Mention],
        waiting: list[tuple[Mention, Passage]],
        place: int,
    ) -> None:
        free = [
            one
            for one in passages
            if one.beside or not any(_meet(one, mention) for mention in settled)
            if one.reviewed or not any(_meet(one, mention) for mention, _ in waiting)
        ]
        teller = Teller(self.linker.rarity, retold.names, self.around)
        for telling in teller.tell(free, self.actions, place):
            own = [pair for pair in waiting if pair[1] is telling.passage]
            verdict = self.judged.of(retold.day, telling.passage.text, telling.action)
            if verdict is False:
                continue
            if verdict:
                self._take(replace(telling, how="confirmed", reason="confirmed in a review"), own, retold)
                for pair in own:
                    waiting.remove(pair)
                continue
            if any(_is_others(mention, telling) for mention, _ in own):
                continue
            if telling.certain:
                self._take(telling, own, retold)
                for pair in own:
                    waiting.remove(pair)
            elif not own:
                self.told_proposals.append((retold, telling))

    def _take(self, telling: Telling, own: Sequence[tuple[Mention, Passage]], retold: Retold) -> None:
        mentions = [
            replace(mention, status=telling.status if mention.status in (None, "carried") else mention.status)
            for mention, _ in own
        ]
        for mention in [retold.dated(one, telling.passage) for one in mentions] or [
            retold.mention(telling.passage, telling.status)
        ]:
            telling.action.add(mention, telling.how, telling.reason, listed_again=False)
            self.linker.learn(telling.action)


def _meet(passage: Passage, mention: Mention) -> bool:
    return mention.start < passage.end and passage.start < mention.end


def _is_others(mention: Mention, telling: Telling) -> bool:
    """Whether a finding has other owners than the action, and its point names none of the action's."""
    return bool(
        telling.how != "ref"
        and mention.owner_keys
        and telling.action.owners
        and all(owner.person for owner in telling.action.owners)
        and not mention.owner_keys & telling.action.owner_keys
        and not telling.owner_named
    )


def _lists_again(mention: Mention, link: Link) -> bool:
    """Whether a mention without a status records the task again, as lists of what remains do."""
    if link.action.has_wording(mention.wording):
        return True
    return link.score >= _LISTED and not _TELLS.search(mention.wording)


def _why_new(mention: Mention, links: Sequence[Link]) -> str:
    if links:
        return "may be an earlier one: see the proposals"
    return "looked back on, but recorded by no earlier meeting" if mention.reviewed else "recorded for the first time"
