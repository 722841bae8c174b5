"""The list of actions at the end of minutes repeats those in the text: each is one action, found twice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from minutextract.findings.material import Material
from minutextract.record import Action, Flag

_LIST_TITLE = re.compile(r"\bactions?\b|\btasks?\b|\bto[- ]do\b", re.IGNORECASE)
_WORD = re.compile(r"[a-z]{4,}|\d+")
# Of the shorter wording's content words, how many the longer must hold; and never fewer than so many.
_SHARED = 0.7
_FEWEST = 2


def merge_repeats(material: Material, actions: Sequence[Action]) -> list[Action]:
    """Join an action of the final list to the one in the text that has the same owners and mostly the same words.

    The first wording stays, with its evidence; the list gives what it lacks (reference, due date). Every place where
    the action stands is kept in `repeats`. Nothing is joined where two earlier actions would fit.
    """
    listed = _list_sentences(material)
    kept: list[Action] = []
    by_owner: dict[str, list[int]] = {}
    for action in actions:
        near = (
            {at for owner in _owner_names(action) for at in by_owner.get(owner, ())}
            if action.sentence in listed
            else set()
        )
        fitting = [at for at in sorted(near) if _repeats(kept[at], action)]
        if len(fitting) == 1:
            kept[fitting[0]] = _join(kept[fitting[0]], action)
            continue
        for owner in _owner_names(action):
            by_owner.setdefault(owner, []).append(len(kept))
        kept.append(action)
    return kept


def _list_sentences(material: Material) -> set[str]:
    """The ids of the sentences that stand in an action table or under a heading such as "Actions"."""
    lists = {item.id for item in material.meeting.items if _LIST_TITLE.search(item.title)}
    return {one.id for one in material.sentences if one.block in material.action_rows or one.item in lists}


def _repeats(earlier: Action, action: Action) -> bool:
    if earlier.item == action.item and earlier.ref and action.ref:
        return False
    owners, others = _owner_names(earlier), _owner_names(action)
    if owners != others and not (owners and others and (owners < others or others < owners)):
        return False
    words, others_words = _words(earlier.text), _words(action.text)
    shorter = min(len(words), len(others_words))
    shared = len(words & others_words)
    return shared >= max(_SHARED * shorter, _FEWEST)


def _owner_names(action: Action) -> set[str]:
    return {owner.person or owner.unit or owner.name.lower() for owner in action.owners}


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.lower()))


def _join(earlier: Action, action: Action) -> Action:
    due = earlier.due if earlier.due.text else action.due
    flags = [flag for flag in earlier.flags if not (due.text and flag is Flag.NO_DUE_DATE)]
    if due is action.due and Flag.UNCLEAR_DUE_DATE in action.flags:
        flags.append(Flag.UNCLEAR_DUE_DATE)
    return replace(
        earlier,
        ref=earlier.ref or action.ref,
        due=due,
        owners=max((earlier.owners, action.owners), key=len),
        flags=tuple(dict.fromkeys(flags)),
        repeats=(*earlier.repeats, action.span),
    )
