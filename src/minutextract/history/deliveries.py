"""Sentences outside of reviews that say in a form of their own what became of a task: brought, here, left to some."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from minutextract.history.log_mentions import Party
from minutextract.history.wording import telling_words

_NAME = r"[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,2}"
_THE = r"(?:the|her|his|their|an?)\s+"
_SHORTEST = r"(?P<what>[^,.:;]{3,80}?)"
# "Ann tabled the revised plan: …": what was brought, to where something else is said of it.
_BROUGHT = re.compile(
    rf"\W*(?P<who>{_NAME})\s+(?:then\s+|also\s+)?(?:presented|tabled|showed|submitted|circulated)\s+{_THE}{_SHORTEST}"
    r"(?=[,.:;]|\s+(?:that|which|to|and|with|at)\s|$)"
)
_ARRIVED = re.compile(
    rf"\W*(?P<who>{_NAME}?)[’']s\s+{_SHORTEST}\s+(?:has|have)\s+(?:now\s+)?(?:arrived|come|been\s+(?:received|delivered))\b"
)
# What was to be passed to somebody has been, if somebody else has it from there.
_TAKEN_OVER = re.compile(
    rf"\W*{_NAME}\s+(?:has|have)\s+taken\s+over\s+{_THE}{_SHORTEST}\s+from\s+(?P<through>{_NAME})(?=[,.:;]|$)"
)
_LEFT_FOR = re.compile(
    r"\W*(?:(?:all|those|any)\s+)?(?P<group>[^\W\d_]+)\s+who\s+(?:have|had)\s+not\s+(?:yet\s+)?(?P<what>[^.;]{3,80}?)\s+"
    r"(?:to|will|should|must|are\s+(?:asked|to))\s+(?:to\s+)?do\s+so\b",
    re.IGNORECASE,
)
LEFT_FOR = "left to those who have not done it"
_FEWEST, _MOST = 2, 0.5


@dataclass(frozen=True, slots=True)
class Delivery:
    """What a sentence tells of a task.

    Attributes:
        what: the words for its matter.
        status: how the task stands by it.
        who: the words for its owner, "" if the sentence has none.
        through: to whom it was to be passed, "" if that is not said.
        group: those for whom it is left, "" if that is not said.
    """

    what: frozenset[str]
    status: str
    who: str = ""
    through: str = ""
    group: str = ""

    def fits(self, words: frozenset[str], text: str, owners: Sequence[Party]) -> bool:
        """Whether it is of a task with these words and owners; that `who` is one of them is not looked at."""
        if self.group:
            several = any(telling_words(self.group) <= telling_words(owner.name) for owner in owners)
            shared = len(self.what & words)
            return several and shared >= _FEWEST and shared >= _MOST * len(self.what)
        if self.through and not re.search(rf"\bto\s+{re.escape(self.through)}\b", text):
            return False
        return self.what <= words


def delivery_in(said: str) -> Delivery | None:
    """What a sentence says of a task in one of these forms; None if it has none of them."""
    if found := _LEFT_FOR.match(said):
        return Delivery(telling_words(found["what"]), "carried", group=found["group"])
    if found := _TAKEN_OVER.match(said):
        return _done(found["what"], _FEWEST, through=found["through"])
    if found := _BROUGHT.match(said):
        return _done(found["what"], _FEWEST, who=found["who"])
    if found := _ARRIVED.match(said):
        return _done(found["what"], 1, who=found["who"])
    return None


def _done(what: str, fewest: int, who: str = "", through: str = "") -> Delivery | None:
    words = telling_words(what)
    return Delivery(words, "done", who, through) if len(words) >= fewest else None
