"""One task, written twice: in a list and in the text, with a mark and without."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from minutextract.findings.cues import read_cue
from minutextract.findings.material import Material
from minutextract.findings.owner_words import NOBODY_IN_PARTICULAR
from minutextract.findings.restating import (
    FEWEST_ASSIGNED,
    Told,
    is_assent,
    is_assigned,
    is_discussed,
    is_seen_to,
    opens_alike,
)
from minutextract.findings.task_matter import OPENING, own_words
from minutextract.findings.wordings import Kept, Wording, telling_stems
from minutextract.record import Action, Flag, Owner, Sentence

# How much of the shorter wording's weight the other must share; rare words weigh more than the document's common ones.
_SAME_OWNERS, _NO_OWNER, _FAR, _OWNER_ADDED = 0.42, 0.6, 0.65, 0.95
_FEWEST = 2
# "AB to do this": what is taken on stands right before it.
_TAKES_ON = re.compile(
    r"\W*(?:do|work\s+on|look\s+(?:at|into)|undertake|take\s+(?:on|charge\s+of)|handle|deal\s+with|see\s+to|pursue|action|follow\s+up\s+on)"
    r"\s+(?:this|it|that)\W*",
    re.IGNORECASE,
)
_DOES_IT = re.compile(
    r"\W*(?:do|work\s+on|undertake|take\s+on|action|handle|pursue|see\s+to)\s+(?:this|it|that)\b", re.IGNORECASE
)
# What a line of the text shares with an entry of a list that has its ticket and owner.
_FEWEST_DIGITS, _FEWEST_RETOLD, _MOST_OF = 3, 4, 0.6
_ANSWER_WITHIN = 60
_RESTATED_WITHIN = 400
# Words of headings that name no topic.
_GENERAL = frozenset(
    "action meet updat report point item busin matter new any other previou minut review discussion".split()
)
# References long enough that two actions do not have the same by chance.
_REGISTERED = re.compile(r"\d[./-]\d|[A-Z]{2}-?\d|\d{3}")


def merge_repeats(material: Material, actions: Sequence[Action]) -> list[Action]:
    """Join each action of a list, or with a mark, to the one before it that records the same task.

    Two are the same if their references say so, or if their owners do not speak against it and they share most of their
    telling words. The wording with the mark or in the list stays, unless it adds nothing; every place where the action
    stands is kept in `repeats`. Where two earlier ones fit equally well, nothing is joined.
    """
    sentences = {sentence.id: sentence for sentence in material.sentences}
    wordings = [_wording(material, action, sentences[action.sentence]) for action in actions]
    counts = Counter(word for wording in wordings for word in wording.words)
    kept = Kept()
    for each in wordings:
        last = kept.last()
        if last is not None and _is_answered(material, kept[last], each):
            kept[last] = replace(kept[last], action=_assigned(kept[last].action, each.action), owners=each.owners)
            continue
        wording = _with_restated(kept, each)
        at = _same(kept, wording, counts)
        if at is None:
            kept.add(wording)
            continue
        joined = _join(kept[at], wording)
        listed, taken = kept[at].listed or wording.listed, kept[at].taken or wording.listed
        kept[at] = replace(kept[at], action=joined, listed=listed, taken=taken)
    return [wording.action for wording in kept]


def _wording(material: Material, action: Action, sentence: Sentence) -> Wording:
    cue = read_cue(material.document, material.block(sentence), sentence.span)
    own = own_words(action.text)
    words, owners = frozenset(telling_stems(own)), frozenset(_owner_names(action))
    listed = sentence.block in material.action_rows or sentence.block in material.sections
    marked = bool(cue and cue.label == "action")
    item = material.item_of(action)
    told = Told(own.partition(OPENING)[0], words, owners, sentence.block, listed or marked, marked)
    return Wording(action, words, frozenset(telling_stems(item.title if item else "")), owners, listed, marked, told)


def _with_restated(kept: Kept, wording: Wording) -> Wording:
    """The wording, joined with those right before it that it restates, which are taken off the list."""
    while (last := kept.last()) is not None and _is_near(kept[last], wording) and _is_restated(kept[last], wording):
        wording = _restated(kept.pop(last), wording)
    if wording.listed:
        return wording
    may_be = kept.sharing((("need", word) for word in wording.told.words), FEWEST_ASSIGNED)
    needs = [at for at in may_be if is_assigned(kept[at].told, wording.told)]
    return _restated(kept.pop(needs[0]), wording) if len(needs) == 1 else wording


def _is_restated(earlier: Wording, wording: Wording) -> bool:
    rules = (is_discussed, is_seen_to, is_assent)
    return earlier.action.sentence != wording.action.sentence and any(
        rule(earlier.told, wording.told) for rule in rules
    )


def _restated(earlier: Wording, wording: Wording) -> Wording:
    """Both as one, in the words of the later, unless the earlier opens alike and says more."""
    later = replace(wording, marked=True)
    action = _join(replace(earlier, listed=False, marked=False), later)
    if opens_alike(earlier.told, wording.told) and len(earlier.told.own) > len(wording.told.own):
        first, repeats = earlier.action, (*earlier.action.repeats, wording.action.span, *wording.action.repeats)
        action = replace(
            action, id=first.id, span=first.span, sentence=first.sentence, text=first.text, repeats=repeats
        )
    return replace(wording, action=action)


def _is_near(earlier: Wording, wording: Wording) -> bool:
    between = wording.action.span.start - earlier.action.span.end
    return earlier.action.item == wording.action.item and 0 <= between <= _RESTATED_WITHIN


def _owner_names(action: Action) -> Iterable[str]:
    for owner in action.owners:
        name = owner.person or owner.unit or owner.name.lower().removeprefix("the ")
        yield "all" if name in NOBODY_IN_PARTICULAR else name


def _same(kept: Kept, wording: Wording, counts: Counter[str]) -> int | None:
    """The place of the one earlier wording of the same task."""
    if _REGISTERED.search(wording.action.ref):
        by_ref = kept.having(("ref", wording.action.ref))
        if len(by_ref) == 1:
            return by_ref[0]
    # What has no mark and is in no list is the same only as what has its very words and owners.
    alike = (wording.words, wording.owners)
    label = telling_stems(_label(wording))
    if wording.listed or wording.marked:
        may_fit = kept.having(alike, *wording.words, *label)
    else:
        may_fit = sorted({*kept.having(alike), *kept.sharing((("listed", word) for word in wording.words), _FEWEST)})
    fits = [(_fit(kept[at], wording, counts), at) for at in may_fit if not kept[at].taken]
    best = sorted((fit for fit in fits if fit[0] > 0), reverse=True)[:2]
    if not best or (len(best) == 2 and best[0][0] == best[1][0] and kept[best[0][1]].words != kept[best[1][1]].words):
        return None
    return best[0][1]


def _numbered_apart(earlier: Action, action: Action) -> bool:
    """Whether a register gives each a reference, and not the same."""
    return earlier.ref != action.ref and all(_REGISTERED.search(one.ref) for one in (earlier, action))


def _fit(earlier: Wording, wording: Wording, counts: Counter[str]) -> float:
    """How well two wordings agree; 0 if they cannot be told to be the same task."""
    one, other = earlier.owners, wording.owners
    if one and other and not (one <= other or other <= one):
        return 0
    if _numbered_apart(earlier.action, wording.action):
        return 0
    if earlier.words == wording.words and one == other:
        return 2
    if _is_retold(earlier, wording):
        return 2
    if earlier.action.sentence == wording.action.sentence or not (wording.listed or wording.marked):
        return 0
    if earlier.listed and wording.listed and earlier.action.item == wording.action.item:
        return 0
    near = earlier.action.item == wording.action.item
    if not wording.listed and not (near and not earlier.marked):
        return 0
    if wording.listed and _is_told_in_topic(earlier, wording):
        return 1
    shared = earlier.words & wording.words
    shorter = min((earlier.words, wording.words), key=len)
    weight = sum(1 / max(1, counts[word] - 1) for word in shorter)
    fit = sum(1 / max(1, counts[word] - 1) for word in shared) / weight if weight else 0
    at_owners = bool(one and other) and (one <= other or other <= one)
    least = (_SAME_OWNERS if at_owners else _NO_OWNER) if near or at_owners else _FAR
    if one and not other:
        # The list leaves the owner out: only words that leave no doubt may give it one.
        least = _OWNER_ADDED
        # "Include the release" asks for another deed than the release.
        first = wording.told.own.split()[:1]
        if first and not telling_stems(first[0]) <= earlier.words:
            return 0
    return fit if len(shared) >= _FEWEST and fit >= least else 0


def _is_retold(earlier: Wording, wording: Wording) -> bool:
    """Whether a line without mark only says again what a list gives somebody.

    Without an owner it leaves out a word at most; with the same owner it has the same ticket and most words.
    """
    if wording.listed or wording.marked or not (earlier.listed and earlier.owners):
        return False
    if wording.owners:
        shared = earlier.words & wording.words
        ticket = any(word.isdigit() and len(word) >= _FEWEST_DIGITS for word in shared)
        enough = _FEWEST_RETOLD <= len(shared) >= _MOST_OF * min(len(earlier.words), len(wording.words))
        return ticket and enough and wording.owners == earlier.owners
    return wording.words <= earlier.words and _FEWEST <= len(wording.words) >= len(earlier.words) - 1


def _is_told_in_topic(earlier: Wording, wording: Wording) -> bool:
    """Whether a list names the topic under which the same people took the task on, and no other list entry does."""
    if not earlier.owners or earlier.owners != wording.owners or earlier.action.item == wording.action.item:
        return False
    if (telling_stems(_label(wording)) - _GENERAL) & telling_stems(earlier.action.text.partition(OPENING)[2]):
        return True
    topic = earlier.topic - _GENERAL
    shared = wording.words & topic
    return bool(shared) and (shared == topic or bool((wording.words - shared) & earlier.words))


def _label(wording: Wording) -> str:
    label, dash, _ = wording.action.text.partition(" - ")
    return label if dash else ""


def _is_answered(material: Material, earlier: Wording, wording: Wording) -> bool:
    """Whether the line right behind a task that nobody has only says who takes it on ("AB to do this")."""
    if not wording.owners or any(_is_somebody(owner) for owner in earlier.action.owners):
        return False
    between = material.text[earlier.action.span.end : wording.action.span.start]
    near = len(between) <= _ANSWER_WITHIN and earlier.action.item == wording.action.item
    return near and bool(_TAKES_ON.fullmatch(wording.action.text.partition(OPENING)[0]))


def _is_somebody(owner: Owner) -> bool:
    known = owner.person or owner.unit or owner.kind in ("group", "role")
    return bool(known) or (owner.kind == "person" and not owner.name.lower().startswith("the "))


def _assigned(task: Action, answer: Action) -> Action:
    """The task, with the owners of the line that answers it."""
    mine = [flag for flag in task.flags if "owner" not in flag and "initials" not in flag]
    theirs = [flag for flag in answer.flags if "owner" in flag or "initials" in flag or "name" in flag]
    due = task.due if task.due.text else answer.due
    flags = [flag for flag in (*mine, *theirs) if not (due.text and flag is Flag.NO_DUE_DATE)]
    return replace(
        task,
        # "AB to do this" adds no words; "AB to look at it" does, and tells after them what it is about.
        text=task.text if _DOES_IT.match(answer.text) else answer.text,
        owners=answer.owners,
        with_whom=answer.with_whom,
        due=due,
        flags=tuple(dict.fromkeys(flags)),
        repeats=(*task.repeats, answer.span),
    )


def _goes_on(text: str, other: str) -> bool:
    """Whether a wording says all that one says and goes on, as where a line end has cut that one short."""
    said, more = (" ".join(one.partition(OPENING)[0].lower().strip(" .;:…").split()) for one in (text, other))
    return len(more) > len(said) and more.startswith(f"{said} ")


def _join(earlier: Wording, wording: Wording) -> Action:
    """One action of two: the words of the marked or listed one, and what it lacks from the other."""
    first, second = earlier.action, wording.action
    if not (earlier.listed or earlier.marked):
        first, second = second, first
    if _goes_on(first.text, second.text):
        cut = first.span
        first = replace(first, id=second.id, span=second.span, sentence=second.sentence, text=second.text)
        second = replace(second, span=cut)
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
