"""One task, written twice: in a list and in the text, with a mark and without."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from minutextract.findings.cues import read_cue
from minutextract.findings.material import Material
from minutextract.findings.owners import NOBODY_IN_PARTICULAR
from minutextract.findings.task_matter import own_words
from minutextract.record import Action, Flag

_WORD = re.compile(r"[a-z]{3,}|\d+")
_COMMON = frozenset(
    (
        "the and for with this that from will would should has have been are was were them they their its our "
        "his her all any "
        "about into also once who which what when more can may not but"
    ).split()
)
_ENDING = re.compile(r"(?:ings?|ed|es|s|e)$")
# How much of the shorter wording's weight the other must share; rare words weigh more than the document's common ones.
_SAME_OWNERS, _NO_OWNER, _FAR, _OWNER_ADDED = 0.45, 0.6, 0.65, 0.95
_FEWEST = 2
# References long enough that two actions do not have the same by chance.
_REGISTERED = re.compile(r"\d+[./-]\d+|[A-Z]{2,}-?\d+|\d{3,}")


@dataclass(frozen=True, slots=True)
class _Wording:
    """An action with what tells whether another is the same."""

    action: Action
    words: frozenset[str]
    owners: frozenset[str]
    listed: bool
    marked: bool


def merge_repeats(material: Material, actions: Sequence[Action]) -> list[Action]:
    """Join each action of a list, or with a mark, to the one before it that records the same task.

    Two are the same if their references say so, or if their owners do not speak against it and they share most of their
    telling words. The wording with the mark or in the list stays, unless it adds nothing; every place where the action
    stands is kept in `repeats`. Where two earlier ones fit equally well, nothing is joined.
    """
    wordings = [_wording(material, action) for action in actions]
    counts = Counter(word for wording in wordings for word in wording.words)
    kept: list[_Wording] = []
    taken: set[int] = set()
    for wording in wordings:
        at = _same(kept, wording, counts, taken)
        if at is None:
            kept.append(wording)
            continue
        if wording.listed:
            taken.add(at)
        joined = _join(kept[at], wording)
        kept[at] = replace(kept[at], action=joined, listed=kept[at].listed or wording.listed)
    return [wording.action for wording in kept]


def _wording(material: Material, action: Action) -> _Wording:
    sentence = next(one for one in material.sentences if one.id == action.sentence)
    cue = read_cue(material.document, material.block(sentence), sentence.span)
    return _Wording(
        action,
        frozenset(_words(own_words(action.text))),
        frozenset(_owner_names(action)),
        sentence.block in material.action_rows or sentence.block in material.sections,
        bool(cue and cue.label == "action"),
    )


def _words(text: str) -> set[str]:
    return {_ENDING.sub("", word) for word in _WORD.findall(text.lower()) if word not in _COMMON}


def _owner_names(action: Action) -> Iterable[str]:
    for owner in action.owners:
        name = owner.person or owner.unit or owner.name.lower()
        yield "all" if name in NOBODY_IN_PARTICULAR else name


def _same(kept: Sequence[_Wording], wording: _Wording, counts: Counter[str], taken: set[int]) -> int | None:
    """The index of the one earlier wording of the same task."""
    by_ref = [at for at, other in enumerate(kept) if _same_ref(other.action, wording.action)]
    if len(by_ref) == 1:
        return by_ref[0]
    fits = [(_fit(other, wording, counts), at) for at, other in enumerate(kept) if at not in taken]
    best = sorted((fit for fit in fits if fit[0] > 0), reverse=True)[:2]
    if not best or (len(best) == 2 and best[0][0] == best[1][0] and kept[best[0][1]].words != kept[best[1][1]].words):
        return None
    return best[0][1]


def _same_ref(earlier: Action, action: Action) -> bool:
    return bool(earlier.ref) and earlier.ref == action.ref and bool(_REGISTERED.search(action.ref))


def _fit(earlier: _Wording, wording: _Wording, counts: Counter[str]) -> float:
    """How well two wordings agree; 0 if they cannot be told to be the same task."""
    one, other = earlier.owners, wording.owners
    if one and other and not (one <= other or other <= one):
        return 0
    if earlier.words == wording.words and one == other:
        return 2
    if earlier.action.sentence == wording.action.sentence or not (wording.listed or wording.marked):
        return 0
    if earlier.listed and wording.listed and earlier.action.item == wording.action.item:
        return 0
    near = earlier.action.item == wording.action.item
    if not wording.listed and not (near and not earlier.marked):
        return 0
    shared = earlier.words & wording.words
    shorter = min((earlier.words, wording.words), key=len)
    weight = sum(1 / max(1, counts[word] - 1) for word in shorter)
    fit = sum(1 / max(1, counts[word] - 1) for word in shared) / weight if weight else 0
    least = (_NO_OWNER if not (one and other) else _SAME_OWNERS) if near or one == other else _FAR
    if one and not other:
        # The list leaves the owner out: only words that leave no doubt may give it one.
        least = _OWNER_ADDED
    return fit if len(shared) >= _FEWEST and fit >= least else 0


def _join(earlier: _Wording, wording: _Wording) -> Action:
    """One action of two: the words of the marked or listed one, and what it lacks from the other."""
    first, second = earlier.action, wording.action
    if not (earlier.listed or earlier.marked):
        first, second = second, first
    due = first.due if first.due.text else second.due
    flags = [flag for flag in first.flags if not (due.text and flag is Flag.NO_DUE_DATE)]
    if due is second.due:
        flags += [flag for flag in second.flags if flag in (Flag.UNCLEAR_DUE_DATE, Flag.AMBIGUOUS_DATE)]
    owners = first.owners
    if len(second.owners) > len(owners):
        owners = second.owners
        flags = [flag for flag in flags if flag is not Flag.NO_OWNER]
        flags += [flag for flag in second.flags if "owner" in flag or "initials" in flag or "name" in flag]
    return replace(
        first,
        ref=first.ref or second.ref,
        due=due,
        owners=owners,
        with_whom=first.with_whom or second.with_whom,
        status="open" if "open" in (first.status, second.status) and not wording.listed else earlier.action.status,
        flags=tuple(dict.fromkeys(flags)),
        repeats=(*first.repeats, second.span, *second.repeats),
    )
