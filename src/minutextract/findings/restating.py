"""One task told twice in a row: the need and who sees to it, the discussion and its mark, an assent and its content."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

_NEED = re.compile(r"\b(?:need(?:s|ed)?|should|must|required|ha(?:s|ve)\s+to|ought)\b", re.IGNORECASE)
_POINTS_BACK = re.compile(
    r"\W*(?:do|work\s+on|look\s+(?:at|into)|take\s+(?:on|charge\s+of)|handle|deal\s+with|see\s+to|pursue|arrange|organi[sz]e)"
    r"\s+(?:this|it|that|so)\b",
    re.IGNORECASE,
)
# "Will do", "Can definitely do this": whoever says so goes on to say what.
_ASSENT = re.compile(
    r"\W*(?:(?:yes|sure|ok(?:ay)?|i|will|can|could|happy\s+to|definitely|certainly|gladly|also)\W+){0,4}do(?:\s+(?:this|that|it|so))?\W*",
    re.IGNORECASE,
)
# "These need to be painted": what is meant, the next line says.
_OPEN_NEED = re.compile(
    r"\W*(?:this|these|that|those|it|they)(?:\s+\w+)?\s+(?:also\s+|still\s+)?needs?\s+to\s+be\s+(?P<done>\w{3,}?)(?:ed|en|ing)?\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z]{3,}")
_SMALL = frozenset(
    "the and for with this that from will would should need needs also please our your his her their".split()
)
# Stems of words that tell how or when.
_MANNER = frozenset(
    "person next week month day today tomorrow soon again email phone call meet monday tuesday friday".split()
)
# Shares of the shorter wording's words, and how many at least.
_MARKED, _MARKED_SAME_OWNERS, _ASSIGNED = 0.5, 0.4, 0.75
_FEW, FEWEST_ASSIGNED = 2, 4


@dataclass(frozen=True, slots=True)
class Told:
    """What of an action tells whether another one restates it."""

    own: str
    words: AbstractSet[str]
    owners: AbstractSet[str]
    block: int
    set_off: bool
    marked: bool


def is_discussed(earlier: Told, later: Told) -> bool:
    """Whether a marked action gives, right behind its discussion, what that came to."""
    if not later.marked or earlier.set_off or not _agree(earlier, later):
        return False
    need = None if earlier.owners else _OPEN_NEED.match(earlier.own)
    if need and any(word.startswith(need["done"].lower()) for word in later.words):
        return True
    least = _MARKED_SAME_OWNERS if earlier.owners and earlier.owners == later.owners else _MARKED
    return _share(earlier, later, least, _FEW)


def is_seen_to(earlier: Told, later: Told) -> bool:
    """Whether the next task says who sees to a need, or does with an owner what was said without."""
    if earlier.owners or not later.owners or earlier.set_off:
        return False
    if opens_alike(earlier, later):
        return True
    return bool(_NEED.search(earlier.own)) and bool(_POINTS_BACK.match(later.own))


def opens_alike(earlier: Told, later: Told) -> bool:
    """Whether both begin with the same verb and the same object or addressee, and the later adds but how or when."""
    return _opening(earlier.own) == _opening(later.own) and not later.words - earlier.words - _MANNER


def is_assigned(earlier: Told, later: Told) -> bool:
    """Whether a need that nobody had is somebody's task further down, in most of the same words."""
    return bool(later.owners) and may_be_assigned(earlier) and _share(earlier, later, _ASSIGNED, FEWEST_ASSIGNED)


def may_be_assigned(earlier: Told) -> bool:
    """Whether an action is a need that nobody has."""
    return not earlier.owners and not earlier.set_off and bool(_NEED.search(earlier.own))


def is_assent(earlier: Told, later: Told) -> bool:
    """Whether the earlier one only says yes to what the same person then says in full."""
    same = not earlier.owners or earlier.owners == later.owners
    return earlier.block == later.block and same and bool(later.owners) and bool(_ASSENT.fullmatch(earlier.own))


def _agree(earlier: Told, later: Told) -> bool:
    return not (earlier.owners and later.owners) or earlier.owners <= later.owners or later.owners <= earlier.owners


def _share(earlier: Told, later: Told, least: float, fewest: int) -> bool:
    shared, shorter = len(earlier.words & later.words), min(len(earlier.words), len(later.words))
    return shared >= fewest and shared >= least * shorter


def _opening(own: str) -> tuple[str, ...]:
    words = [word.lower() for word in _WORD.findall(own) if word.lower() not in _SMALL][:2]
    return tuple(words) if len(words) == _FEW else (own,)
