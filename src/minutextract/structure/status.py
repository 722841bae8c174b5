"""Words that say how an earlier action stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class Progress(StrEnum):
    """How an earlier action stands; carried means that it is open and nobody says that it moves."""

    DONE = "done"
    CARRIED = "carried"
    IN_PROGRESS = "in-progress"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Stated:
    """A status that words state: where what is behind `start` tells no task any more but how it stands."""

    progress: Progress
    start: int
    end: int


# In this order: "not done" is no "done".
_WORDS = {
    Progress.CARRIED: (
        r"continue[sd]?|carried\s+(?:forwards?|over|on)|carry\s+(?:forwards?|over)|c/f|unchanged|pending|outstanding|deferred|postponed|"
        r"on\s+hold|not\s+(?:yet\s+)?(?:done|started|completed?|finished)|no\s+(?:progress|update|change|news)|"
        r"still\s+(?:open|pending|outstanding|to\s+do|to\s+be\s+done|needs\s+doing|needs\s+to\s+be\s+done)|"
        r"to\s+be\s+(?:done|completed)|blocked|delayed"
    ),
    Progress.DROPPED: (
        r"dropped|cancell?ed|withdrawn|superseded|replaced\s+by|abandoned|no\s+longer\s+(?:needed|required|relevant|applicable)|obsolete"
    ),
    Progress.IN_PROGRESS: (
        r"in\s+progress|on-?going|wip|under\s?way|in\s+hand|continuing|(?:partially|partly|part)\s+(?:done|completed?)|"
        r"still\s+(?:working|in\s+progress|on-?going|under\s?way)"
    ),
    Progress.DONE: (
        r"(?:all\s+|now\s+)?(?:done|completed?|closed|discharged|finished|actioned)|"
        r"(?:resolved|fixed|addressed|merged)\s+(?:through|via|in|by|with)\s+(?:https?://\S+|(?:pr\s+|issue\s+)?#\d+)"
    ),
}
# Of the same, those that are told of a task more than they are written behind it.
_TOLD = {
    Progress.CARRIED: r"overdue|not\s+(?:yet\s+)?(?:complete|ready)|trial\s+continues",
    Progress.DROPPED: (
        r"(?:overtaken|replaced|superseded)\s+by\s+[^.;()\[\]]{1,60}|overtaken|"
        r"no\s+longer\s+(?:needed|required|relevant|applicable)\s+(?:as|since|because|due\s+to|given|now)\s+[^.;()\[\]]{1,80}"
    ),
}
_ANY = "|".join(
    f"(?P<{name.name}>{_TOLD[name]}|{words})" if name in _TOLD else f"(?P<{name.name}>{words})"
    for name, words in _WORDS.items()
)
_LEAD = (
    r"\W{0,20}(?:(?:this|it|that)\s+(?=(?:is|was|has|remains)\s))?"
    r"(?:(?:the\s+)?actions?\b\s*[:\-–]?\s*|status\s*:\s*)?(?:(?:is|was|has\s+been|remains|now|all)\s+){0,6}"
)
_NOTE = r"(?:[(\[][^()\[\]]{0,120}[)\]]\W*)?"
_ALONE = re.compile(
    rf"{_LEAD}(?:{_ANY})(?:\s+(?:kinda|kind\s+of|sort\s+of|again|for\s+now|as\s+above))?\W*{_NOTE}", re.IGNORECASE
)
# In front of the words that tell more: "Done: …", "Ongoing - …", "[pending] …".
_LEADING = re.compile(rf"{_LEAD}(?:{_ANY})(?:\s*[:.)\]–—]+(?:\s|$)|\s+[-–—(])", re.IGNORECASE)
# "… - done", "… (ongoing)", "… [done]", "…: pending", "… Action closed", perhaps with a note in brackets.
_TRAILING = re.compile(
    rf"(?:\s[-–—]+\s*|\s*[(\[]\s*|[:.;,]\s+(?:action\s+)?(?:now\s+)?|\baction\s+(?:now\s+)?)(?:{_ANY})[\s.)\]*_]*{_NOTE}$",
    re.IGNORECASE,
)
# In capitals or square brackets, a status may be followed by what it took: "… - DONE: see the list".
_STAMP = re.compile(r"(?:\s[-–—>]+\s*|[(\[:.]\s*)([A-Z]{3,}(?:[ -][A-Z]{2,}){0,3})\b|\[([A-Za-z ]{3,20})\]")
# Of two parts, one is done and the other is not: "done for the gate; bench in progress".
_PARTLY = re.compile(
    r"(?:^\W*|[:.;,–—-]\s*)(?P<done>(?:done|completed?|finished)\b[^.;:]{0,60}[;,.]\s+(?:[^\s.;]+\s+){0,6}(?:is\s+|are\s+)?"
    r"(?:in\s+progress|on-?going|pending|to\s+(?:do|follow|be\s+done)|outstanding|under\s?way|not\s+yet(?:\s+\w+)?)\W*)$",
    re.IGNORECASE,
)
_STILL = re.compile(
    r"\bstill\s+(?:being\s+)?(?:work(?:ing|ed)|in\s+progress|on-?going|open|outstanding)\b", re.IGNORECASE
)
_NOTHING = re.compile(r"\W*(?:actions?\s*[:\-–]?\s*)?(?:none|n/a|nil)\W*", re.IGNORECASE)
_OPENING = re.compile(rf"{_LEAD}(?:{_ANY})\b", re.IGNORECASE)
_UNDER_WAY = re.compile(r"\W{0,4}(?:\w+\s+){1,3}(?:under\s?way|in\s+progress|in\s+hand)\b", re.IGNORECASE)
_TICK = r"(?:[✅✔☑✓]\ufe0f?|:(?:heavy|white)_check_mark:)"
_TICKED = re.compile(rf"^\W{{0,6}}{_TICK}|{_TICK}\s{{0,4}}[.)\]]?$")
_CELLS = frozenset({"yes", "✓", "✔", "x", "resolved"})


def status_in(said: str) -> Stated | None:
    """The status that the words state of a task: alone, in front of it, or behind it; offsets into `said`."""
    if found := _PARTLY.search(said):
        return Stated(Progress.IN_PROGRESS, found.start("done"), len(said))
    if found := _ALONE.fullmatch(said) or _LEADING.match(said):
        return Stated(_progress(found), found.start(), found.end())
    if found := _TRAILING.search(said):
        return Stated(_progress(found), found.start(), len(said))
    for stamp in _STAMP.finditer(said):
        if found := _ALONE.fullmatch(stamp[1] or stamp[2]):
            return Stated(_progress(found), stamp.start(), len(said))
    return None


def status_told(said: str) -> Progress | None:
    """The status in words about an earlier action, which need not be set off ("AB still working on this")."""
    if found := status_in(said):
        return found.progress
    return Progress.IN_PROGRESS if _STILL.search(said) else None


def cell_status(said: str) -> Progress | None:
    """The status in a cell of a table, which may go on after it ("Done at last; 3 May")."""
    if said.strip().lower() in _CELLS:
        return Progress.DONE
    found = status_in(said)
    if found:
        return found.progress
    opening = _OPENING.match(said)
    return _progress(opening) if opening else status_told(said)


def status_opening(said: str) -> Progress | None:
    """The status that the words open with, whatever follows it ("Superseded by 3.4, as …", "done, see item 2")."""
    found = _OPENING.match(said) or _UNDER_WAY.match(said)
    if found is None:
        return None
    return _progress(found) if found.lastgroup else Progress.IN_PROGRESS


# Asked of each line by several steps.
@lru_cache(maxsize=1024)
def is_status(said: str) -> bool:
    """Whether the words only say how an earlier action stands ("Action carried forward")."""
    return bool(_ALONE.fullmatch(said) or _NOTHING.fullmatch(said))


def is_done(said: str) -> bool:
    """Whether the words say that a task is finished, or dropped."""
    found = status_in(said)
    return found is not None and found.progress in (Progress.DONE, Progress.DROPPED)


def is_ticked(said: str) -> bool:
    """Whether a tick stands in front of the words or behind them."""
    return bool(_TICKED.search(said))


def _progress(found: re.Match[str]) -> Progress:
    return Progress[found.lastgroup or ""]
