"""Tasks in the form in which they are given: "AB will be looking", "AB bringing it up" as "look", "bring"."""

from __future__ import annotations

import re

from minutextract.findings.task_lists import VERBS

BASES = VERBS | frozenset(
    (
        "aim bring carry close come communicate create do draw drop edit forward gauge give go handle hand hold host "
        "inspect join lead leave let maintain manage mend monitor offer open paint pass pick put reach refer "
        "remain run serve sign stay stop store study supply support take tell track try use wait work"
    ).split()
)
_BE = re.compile(r"(?:(?:[Ww]ill|shall)\s+)?be\s+(?P<verb>[A-Za-z]{2,}ing)\b")
# With an object of its own it is no noun: "the meeting", but "meeting the neighbours".
_DOING = re.compile(r"(?P<verb>[A-Za-z]{2,}ing)(?=\s+(?:this|that|it|them|these|those|the|an?|up|into)\b)")
_WILL = re.compile(
    r"(?:[Ww]ill|shall|[Ss]hould)\s+(?:also\s+)?(?=[a-z]{2,})"
    r"(?!have\b(?!\s+(?:an?|the)\b))(?!(?:be|not|need|to|we|it|they|there|this|that|the|he|she|you|in|for|of|at)\b)"
)
# "AB still has to count the boats", "AB opens an issue".
_STILL = re.compile(r"still\s+(?:has|have|needs?)\s+to\s+(?=[a-z])(?!be\b)")
_DOES = re.compile(r"(?P<verb>[a-z]{2,}s)(?=\s+(?:the|an?|this|that|these|those|some|all|another|new)\s)")
# What somebody told of, before what that somebody is to do.
_TOLD_FIRST = re.compile(
    r"(?:stated|said|noted|mentioned|explained|reported)\s+(?:that\s+)?(?P<told>(?:(?![.;]).){4,120}?)\s+and\s+(?:(?:he|she|they)\s+)?will\s+"
    r"(?=[a-z]{2,})(?!(?:be|not|have)\b)"
)


def as_given(task: str, *, owned: bool) -> str:
    """A task without "will" and the like, and with the base of its verb where that is a verb of tasks.

    Args:
        task: its words.
        owned: whether its owner stood before these words.
    """
    if will := _WILL.match(task):
        return task[will.end() :]
    if owned and (opening := _STILL.match(task) or _TOLD_FIRST.match(task)):
        return task[opening.end() :]
    if owned and (does := _DOES.match(task)) and (verb := _base_of_third(does["verb"])):
        return f"{verb}{task[does.end() :]}"
    found = _BE.match(task) or (_DOING.match(task) if owned else None)
    base = _base(found["verb"].lower()) if found else None
    return f"{base}{task[found.end() :]}" if found and base else task


def told_first(task: str) -> int | None:
    """Where in a task the telling ends that stands before it ("said the pump drips and will call the plumber")."""
    found = _TOLD_FIRST.match(task)
    return found.end("told") if found else None


def _base(doing: str) -> str | None:
    stem = doing.removesuffix("ing")
    doubled = stem[:-1] if len(stem) > 2 and stem[-1] == stem[-2] else stem
    return next((one for one in (stem, f"{stem}e", doubled) if one in BASES), None)


def _base_of_third(does: str) -> str | None:
    stems = (does[:-1], does.removesuffix("es"), f"{does.removesuffix('ies')}y")
    return None if does in BASES else next((one for one in stems if one in BASES), None)
