"""Owners behind a task: in brackets, or as initials after its full stop."""

from __future__ import annotations

import re

from minutextract.document import Span
from minutextract.findings.material import Material
from minutextract.findings.owners import is_owner_phrase, kind_of, names_people, parts_of

_BRACKET = re.compile(r"[(\[]([^()\[\]]{2,60})[)\]]\s*[.;]?\s*$")
# Several names, and a note behind them: "… (Jo+Lu) -- news from the group".
_COMMENTED = re.compile(
    r"[(\[](@?[A-Z][\w.’'-]*(?:\s?[+/&,]\s?@?[A-Z][\w.’'-]*){1,4})[)\]]\s+[-–—]{1,2}\s[^()\[\]]{3,80}$"
)
_JOINED = re.compile(r"\w\s?[+/]\s?@?\w")
# In the brackets: "(action on Jo)", "[Action: Jo]", "(Jo - Oslo)".
_ACTION_ON = re.compile(
    r"(?:actions?(?:\s+(?:on|for|by)\s+|\s*:\s*)|(?-i:AIs?|AP|TODO)\s*:\s*)(?=@?\w|$)", re.IGNORECASE
)
# Behind the names in them, how the task stands or by when it is due: "[Action: Jo, pending]", "(Jo by 3 May)".
_STANDS = re.compile(
    r"\s*[,;–—-]\s*(?:pending|waiting|ongoing|in\s+progress|open|wip|blocked|on\s+hold|tbc|not\s+(?:yet\s+)?started|carried)\b(?!\s+(?-i:[A-Z])).*$",
    re.IGNORECASE,
)
_BY_DAY = re.compile(
    r",?\s+(?:until|till|by|before|due(?:\s+by)?)\s+(?=\d|(?-i:[A-Z])|(?:the\s+)?(?:next|end)\b|tomorrow\b).*$",
    re.IGNORECASE,
)
# The mark in front of a task.
_MARKED = re.compile(r"\b(?:actions?|todo|AI|AP)\b[^\n:]{0,20}:\s*$", re.IGNORECASE)
_MARK_WITHIN = 40
_PLACED = re.compile(r"(?P<name>[A-Z][a-z]+)\s?[-–]\s?[A-Z][a-z]+")


def trailing_owner(material: Material, content: Span) -> Span | None:
    """Owners behind the task: "… (AB/CD)", "… [AB]", or initials after the last full stop."""
    said = content.of(material.text)
    bracket = _BRACKET.search(said) or _COMMENTED.search(said)
    if bracket:
        span = Span(content.start + bracket.start(1), content.start + bracket.end(1))
        mark = _ACTION_ON.match(bracket[1])
        span = _without_note(material.text, Span(span.start + (mark.end() if mark else 0), span.end))
        if mark:
            return span
        if placed := _PLACED.fullmatch(bracket[1]):
            span = Span(span.start, span.start + placed.end("name"))
        parts = parts_of(material.text, span)
        listed = any(material.mentions_in(part) for part in parts)
        groups = all(kind_of(part.of(material.text)) == "group" for part in parts)
        people = names_people(material, span)
        if len(parts) > 1 and _JOINED.search(bracket[1]) and (people or _names_one(material, content, parts)):
            return span
        if parts and (listed or groups or people) and is_owner_phrase(material, span):
            return span
    own = material.mentions_in(content)
    if (
        own
        and own[-1].span.end == content.end
        and re.search(r"[.!?]\s+$", material.text[content.start : own[-1].span.start])
    ):
        return own[-1].span
    return None


def is_marked(text: str, owners: Span) -> bool:
    """Whether a mark in front of the names in the brackets says that they have something to do ("[Action: Jo]")."""
    opening = text.rfind("[", 0, owners.start), text.rfind("(", 0, owners.start)
    return bool(_ACTION_ON.fullmatch(text[max(opening) + 1 : owners.start] or " "))


def _without_note(text: str, span: Span) -> Span:
    """The names in the brackets without what is said behind them of how the task stands, or of its day."""
    said = span.of(text)
    note = _STANDS.search(said) or _BY_DAY.search(said)
    return Span(span.start, span.start + note.start()) if note and note.start() else span


def _names_one(material: Material, content: Span, parts: list[Span]) -> bool:
    """Whether a marked task's brackets name somebody known, and beside that one a team or a body ("(Jo/Tools)")."""
    marked = _MARKED.search(material.text, max(0, content.start - _MARK_WITHIN), content.start)
    known = any(one.person for part in parts for one in material.mentions_in(part))
    return bool(marked) and known and all(part.of(material.text)[:1].isupper() for part in parts)
