"""Topics with the name of whoever raises them in brackets: "2. Roof update [Jo]", "(Jo) Roof: new slates"."""

from __future__ import annotations

import re
from collections.abc import Collection

from minutextract.document import Block, BlockKind, Document
from minutextract.findings.imperatives import BASES
from minutextract.findings.owner_words import IMPERATIVES
from minutextract.people.names import is_given_name

_NAME = r"@?[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*)?"
_NAMES = rf"[(\[](?P<names>{_NAME}(?:\s?[/,&+]\s?{_NAME}){{0,3}})[)\]]"
_BEHIND = re.compile(rf"\s{_NAMES}\W*$")
_IN_FRONT = re.compile(rf"^\W{{0,3}}(?:\d{{1,2}}[.)]\s+)?{_NAMES}\s*:?\s+(?=\w)")
# A clock's time and a number in front of a topic.
_NUMBER = re.compile(r"(?:\W{0,3}\d{1,2}:\d{2}(?::\d{2})?\W{1,3})?\W{0,3}(?:\d{1,2}|[a-z])[.)]\s+")
_MARK = re.compile(r"\W{0,4}(?:(?:new\s+)?actions?|todo|AI|AP)\b", re.IGNORECASE)
_ASKS = re.compile(r"\b(?:to|will|shall|should|must|needs?|please|can|could)\b", re.IGNORECASE)
# "Update on the roof": behind a noun.
_NOUN_GOES_ON = frozenset("of on for from in about by with around re regarding".split())
_FIRST = re.compile(r"[^\s/,&+@]+")
_ALL = ("All", "Everyone", "Everybody")
_VERBS = BASES | IMPERATIVES | frozenset("bring count examine locate mend paint reply respond wash".split())
_TALK = re.compile(
    r"(?:(?:open|general|further|brief|short)\s+)?(?:discussion|question|news|overview|demo|presentation)s?\b(?!\s+(?:the|an?)\b)",
    re.IGNORECASE,
)
_THING = re.compile(r"[A-Z]{2,6}|[^\W_]++(?:::|[._/])\w[\w:./-]*")
_LONGEST = 320
_FEWEST = 3


def raised_lines(document: Document, lists: Collection[int], known: Collection[int]) -> dict[int, bool]:
    """The blocks whose names in brackets may be those of whoever raises a topic, and whether each is a numbered topic.

    Nearly all of the lines with such names must tell of topics and not of what is to be done.

    Args:
        document: the minutes.
        lists: the blocks of tables and lists of actions, which are left out.
        known: where the mentions of people begin.
    """
    found: dict[int, bool] = {}
    for pattern in (_BEHIND, _IN_FRONT):
        lines = {
            index: rest
            for index, block in enumerate(document.blocks)
            if index not in lists and (rest := _beside(document, block, pattern, known)) is not None
        }
        topics = {index for index, rest in lines.items() if _is_topic(rest)}
        if len(topics) >= _FEWEST and 3 * len(topics) >= 2 * len(lines):
            numbered = {index for index in topics if _is_numbered(document, document.blocks[index])}
            found.update({index: index in numbered for index, rest in lines.items() if not is_told_to(rest)})
    return found


def _beside(document: Document, block: Block, pattern: re.Pattern[str], known: Collection[int]) -> str | None:
    """The words beside the names in brackets, if the block is a line that has such names."""
    said = block.content.of(document.text)
    found = pattern.search(said) if len(said) <= _LONGEST and block.kind is not BlockKind.ROW else None
    if found is None:
        return None
    first = _FIRST.findall(found["names"])[0]
    named = block.content.start + found.start("names") in known or is_given_name(first) or first in _ALL
    return said[: found.start()] + said[found.end() :] if named else None


def _is_topic(rest: str) -> bool:
    return not (_ASKS.search(rest) or is_told_to(rest))


def is_told_to(rest: str) -> bool:
    """Whether the words open with a mark, or a verb that tells somebody to act."""
    if _MARK.match(rest):
        return True
    first, second, *_ = [*_NUMBER.sub("", rest, count=1).lower().split(), "", ""]
    return first in _VERBS and bool(second) and second not in _NOUN_GOES_ON


def _is_numbered(document: Document, block: Block) -> bool:
    return bool(block.number or _NUMBER.match(block.content.of(document.text)))


def is_noun_topic(said: str) -> bool:
    """Whether the words open with a noun that a preposition goes on from ("Tests with the new lamps")."""
    if _TALK.match(said):
        return True
    first, second, third, *_ = [*said.split(), "", "", ""]
    if first.lower() in _VERBS or _ASKS.search(said):
        return False
    # "Roof::Lock issues around …", "API tests for …": behind the name of a thing.
    noun, behind = (second, third) if _THING.fullmatch(first) else (first, second)
    return noun.endswith("s") and not noun.endswith("ss") and behind.lower() in _NOUN_GOES_ON
