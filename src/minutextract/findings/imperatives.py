"""Tasks in the form in which they are given: "AB will be looking", "AB bringing it up" as "look", "bring"."""

from __future__ import annotations

import re

from minutextract.findings.task_lists import VERBS

BASES = VERBS | frozenset(
    (
        "aim begin bring carry cash close come communicate create do draw drop edit forward gauge give go handle "
        "hand hold host "
        "inspect join lead leave let maintain manage mend monitor offer open paint pass pick ping put reach refer "
        "propose push remain run serve sign solicit stay stop store study suggest supply support take tell track try "
        "use wait work"
    ).split()
)
_BE = re.compile(r"(?:(?:[Ww]ill|shall)\s+)?be\s+(?P<verb>[A-Za-z]{2,}ing)\b")
# With an object of its own it is no noun: "the meeting", but "meeting the neighbours".
_DOING = re.compile(
    r"(?P<verb>[A-Za-z]{2,}ing)(?=\s+(?:this|that|it|them|these|those|the|an?|up|into|(?:new|another|more|all|our|their|his|her)(?=\s+[a-zA-Z]{2,}))\b)"
)
_WILL = re.compile(
    r"(?:[Ww]ill|shall|[Ss]hould)\s+(?:also\s+)?(?=[a-z]{2,})"
    r"(?!have\b(?!\s+(?:an?|the)\b))(?!(?:be|not|need|to|we|it|they|there|this|that|the|he|she|you|in|for|of|at)\b)"
)
# "AB still has to count the boats", "AB says she will count them", "AB opens an issue".
_STILL = re.compile(
    r"(?:still\s+(?:has|have|needs?)|(?:also\s+)?needs?)\s+to\s+(?=[a-z])(?!be\b)|"
    r"(?:also\s+)?(?:says?|said|(?:mention|note|state|add|confirm|report|explain|promise|indicate)(?:s|d|ed)?)\s+(?:that\s+)?"
    r"(?:he|she|they|I)(?:\s+(?:will|would)|[’']ll)\s+(?:also\s+)?(?=[a-z]{2,})(?!(?:be|not|have)\b)",
    re.IGNORECASE,
)
# "To tar the mast", and what somebody is about to do in their own words.
_TO = re.compile(
    r"(?:(?:my|our|his|her|their|the)\s+)?next\s+steps?\s+(?:is|are|will\s+be)\s+to\s+(?=[a-z]{2,})(?!be\b)|to\s+(?=(?P<verb>[a-z]{2,})\b)",
    re.IGNORECASE,
)
# A second verb of the same owner, in the form of the minutes: "look at it and will suggest another".
_AND_WILL = re.compile(r"(?P<joint>(?:,|\sand|,\sand)\s+(?:then\s+|also\s+)?)will\s+(?:also\s+)?(?P<verb>[a-z]{2,})\b")
_AND_TO = re.compile(r"(?P<joint>,?\s+and\s+(?:then\s+|also\s+)?)to\s+(?P<verb>[a-z]{2,})\b")
_OTHER_SUBJECT = re.compile(
    r"\b(?:who|which|that|if|whether|what|when|where|how|he|she|they|we|I|it(?=\s+(?:is|was|has|will|can|would|needs)\b))\b"
)
_ALSO_TO = re.compile(r"\bto\b")
_DOES = re.compile(r"(?P<verb>[a-z]{2,}s)(?=\s+(?:the|an?|this|that|these|those|some|all|another|new)\s)")
# What somebody told of, before what that somebody is to do.
_TOLD_FIRST = re.compile(
    r"(?:stated|said|noted|mentioned|explained|reported)\s+(?:that\s+)?(?P<told>(?:(?![.;]).){4,120}?)\s+and\s+(?:(?:he|she|they)\s+)?will\s+"
    r"(?=[a-z]{2,})(?!(?:be|not|have)\b)"
)
# What somebody has done, before what that somebody is still to do.
_DONE_FIRST = re.compile(
    r"(?:has|have)\s+(?:also\s+|already\s+|now\s+)?(?P<told>(?!not\b|been\b|to\b)(?:(?![.;]).){4,120}?)(?:,\s+(?:(?:and|but)\s+)?|\s+(?:and|but)\s+)"
    r"(?:(?:he|she|they)\s+)?(?:will|(?:still\s+)?needs?\s+to)\s+(?:now\s+|then\s+)?(?=[a-z]{2,})(?!(?:be|not|have)\b)",
    re.IGNORECASE,
)


def as_given(task: str, *, owned: bool) -> str:
    """A task without "will" and the like, and with the base of its verb where that is a verb of tasks.

    Args:
        task: its words.
        owned: whether its owner stood before these words.
    """
    return _in_one_form(_opened(task, owned=owned))


def _opened(task: str, *, owned: bool) -> str:
    if will := _WILL.match(task):
        return task[will.end() :]
    if (to := _TO.match(task)) and (to["verb"] is None or to["verb"] in BASES):
        return task[to.end() :]
    if owned and (opening := _STILL.match(task) or _told_before(task)):
        return task[opening.end() :]
    if owned and (does := _DOES.match(task)) and (verb := _base_of_third(does["verb"])):
        return f"{verb}{task[does.end() :]}"
    found = _BE.match(task) or (_DOING.match(task) if owned else None)
    base = _base(found["verb"].lower()) if found else None
    return f"{base}{task[found.end() :]}" if found and base else task


def _in_one_form(task: str) -> str:
    """A task that opens with its verb, its further verbs in the same form ("look and will ask": "look and ask")."""
    if task.split(" ", 1)[0].lower() not in BASES:
        return task
    for pattern, other in ((_AND_WILL, _OTHER_SUBJECT), (_AND_TO, _ALSO_TO)):
        found = pattern.search(task)
        if found and found["verb"] in BASES and not other.search(task[: found.start()]):
            task = f"{task[: found.start()]}{found['joint']}{task[found.start('verb') :]}"
    return task


def _told_before(task: str) -> re.Match[str] | None:
    return _TOLD_FIRST.match(task) or _DONE_FIRST.match(task)


def told_first(task: str) -> int | None:
    """Where in a task the telling ends that stands before it ("said the pump drips and will call the plumber")."""
    found = _told_before(task)
    return found.end("told") if found else None


def _base(doing: str) -> str | None:
    stem = doing.removesuffix("ing")
    doubled = stem[:-1] if len(stem) > 2 and stem[-1] == stem[-2] else stem
    return next((one for one in (stem, f"{stem}e", doubled) if one in BASES), None)


def _base_of_third(does: str) -> str | None:
    stems = (does[:-1], does.removesuffix("es"), f"{does.removesuffix('ies')}y")
    return None if does in BASES else next((one for one in stems if one in BASES), None)
