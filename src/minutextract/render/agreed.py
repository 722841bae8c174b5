"""Actions that the meeting agreed in so many words: one line, not an action and a decision."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from minutextract.record import Action, Decision, Record

_WORD = re.compile(r"\w+")
_AGREES = frozenset(
    (
        "agree agreed agrees agreement decide decided resolved resolve approved accepted it was were is are "
        "be been that this these those the a an to should would will shall must need needs for of by in on at "
        "and we all both they has have had also then so but therefore council board committee meeting group "
        "members trustees everyone parish team asked ask action please let lets s"
    ).split()
)


def agreed_actions(record: Record) -> Mapping[str, str]:
    """Decisions that say no more than an open action of the same sentence: their ids, each with the action's.

    A motion, and whatever was voted on, is a decision with content of its own.
    """
    by_sentence = defaultdict[str | None, list[Action]](list)
    for action in record.actions:
        if action.status == "open":
            by_sentence[action.sentence].append(action)
    return {
        decision.id: actions[0].id
        for decision in record.decisions
        if (actions := by_sentence.get(decision.sentence)) and _is_only(decision, actions)
    }


def _is_only(decision: Decision, actions: list[Action]) -> bool:
    if decision.moved_by or decision.seconded_by or decision.vote or decision.outcome:
        return False
    told = {word for action in actions for word in _words(_all_of(action))}
    return _words(decision.text) <= told | _AGREES


def _all_of(action: Action) -> str:
    owners = (f"{owner.name} {owner.text}" for owner in (*action.owners, *action.with_whom))
    return " ".join((action.text, *owners, action.due.text or ""))


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))
