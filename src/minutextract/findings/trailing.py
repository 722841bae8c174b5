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
# In the brackets: "(action on Jo)", "(Jo - Oslo)".
_ACTION_ON = re.compile(r"actions?\s+(?:on|for|by)\s+(?=\w)", re.IGNORECASE)
_PLACED = re.compile(r"(?P<name>[A-Z][a-z]+)\s?[-–]\s?[A-Z][a-z]+")


def trailing_owner(material: Material, content: Span) -> Span | None:
    """Owners behind the task: "… (AB/CD)", "… [AB]", or initials after the last full stop."""
    said = content.of(material.text)
    bracket = _BRACKET.search(said) or _COMMENTED.search(said)
    if bracket:
        span = Span(content.start + bracket.start(1), content.start + bracket.end(1))
        if mark := _ACTION_ON.match(bracket[1]):
            return Span(span.start + mark.end(), span.end)
        if placed := _PLACED.fullmatch(bracket[1]):
            span = Span(span.start, span.start + placed.end("name"))
        parts = parts_of(material.text, span)
        listed = any(material.mentions_in(part) for part in parts)
        groups = all(kind_of(part.of(material.text)) == "group" for part in parts)
        people = names_people(material, span)
        if people and len(parts) > 1 and _JOINED.search(bracket[1]):
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
