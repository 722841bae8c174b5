"""Tasks in the form in which they are given: "AB will be looking", "AB bringing it up" as "look", "bring"."""

from __future__ import annotations

import re

from minutextract.findings.task_lists import VERBS

_BASES = VERBS | frozenset(
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


def as_given(task: str, *, owned: bool) -> str:
    """A task without "will", and with the base of its verb for "-ing" where that is a verb of tasks.

    Args:
        task: its words.
        owned: whether its owner stood before these words.
    """
    if will := _WILL.match(task):
        return task[will.end() :]
    found = _BE.match(task) or (_DOING.match(task) if owned else None)
    base = _base(found["verb"].lower()) if found else None
    return f"{base}{task[found.end() :]}" if found and base else task


def _base(doing: str) -> str | None:
    stem = doing.removesuffix("ing")
    doubled = stem[:-1] if len(stem) > 2 and stem[-1] == stem[-2] else stem
    return next((one for one in (stem, f"{stem}e", doubled) if one in _BASES), None)
