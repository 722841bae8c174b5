"""Actions that the meeting agreed in so many words: one line, not an action and a decision."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from minutextract.record import Action, Decision, Record
from minutextract.render.content import LEAD
from minutextract.render.wording import fold

_WORD = re.compile(r"\w+")
# On what occasion something was agreed is no decision of its own.
_OCCASION = re.compile(
    r"\W*(?:as|since|after|following|because|due\s+to|given|in\s+view\s+of|once|when)\b[^.;]{3,160}?,?\s+"
    r"(?=(?:it\s+was\s+)?(?:agreed|resolved|decided)\b)",
    re.IGNORECASE,
)
_COUNTS = re.compile(r"\W*(?:\d|(?:for|yes|ayes?|in\s+favou?r)\s*:\s*\d)", re.IGNORECASE)
_AGREES = frozenset(
    (
        "ayes carry carries carried "
        "agree agreed agrees agreement decide decided resolved resolve approved accepted it was were is are "
        "be been that this these those the a an to should would will shall must need needs for of by in on at "
        "and we all both they has have had also then so but therefore council board committee meeting group "
        "members trustees everyone parish team asked ask action please let lets s"
    ).split()
)


def agreed_actions(record: Record) -> Mapping[str, str]:
    """Decisions that say no more than an open action of the same sentence or words: their ids, each with the action's.

    A motion, and whatever was voted on, is a decision with content of its own.
    """
    titles = {item.id: item.title for item in record.meeting.items}
    told = defaultdict[str | None, list[Action]](list)
    for action in record.actions:
        if action.status == "open":
            told[action.sentence].append(action)
            told[_folded(action.text)].append(action)
    both: dict[str, str] = {}
    for decision in record.decisions:
        text = without_title(decision.text, titles.get(decision.item or ""))
        actions = told.get(decision.sentence) or told.get(_folded(text))
        if actions and _is_only(decision, text, actions):
            both[decision.id] = actions[0].id
    return both


def without_title(text: str, title: str | None) -> str:
    """A decision's words without the title of its item before a dash, which stands above or beside them."""
    lead, dash, rest = text.partition(LEAD)
    same = title and dash and rest and _folded(lead) == _folded(title)
    # Counts alone would leave a reader to guess that the heading was put to the vote.
    return rest if same and not _COUNTS.match(rest) else text


def _folded(text: str) -> str:
    return fold(text).casefold().strip(" .:")


def _is_only(decision: Decision, text: str, actions: list[Action]) -> bool:
    if decision.moved_by or decision.seconded_by or decision.vote or decision.outcome:
        return False
    told = {word for action in actions for word in _words(_all_of(action))}
    occasion = _OCCASION.match(text)
    return _words(text[occasion.end() :] if occasion else text) <= told | _AGREES


def _all_of(action: Action) -> str:
    owners = (f"{owner.name} {owner.text}" for owner in (*action.owners, *action.with_whom))
    return " ".join((action.text, *owners, action.due.text or ""))


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))
