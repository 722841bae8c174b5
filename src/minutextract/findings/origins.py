"""Where somebody is from, told behind the name of whoever is to act."""

from __future__ import annotations

import re

from minutextract.document import Span
from minutextract.findings.material import Material
from minutextract.findings.owners import names_people
from minutextract.people.names import is_initials

_ORIGIN = re.compile(
    r"\s(?:from|at|of)\s+(?:the\s+)?[A-Z][\w’'&.-]{0,40}+(?:\s+(?:(?:of|and|the|for)\s+)?[A-Z][\w’'&.-]{0,40}+){0,5}\s*\Z"
)


def without_origin(material: Material, phrase: Span) -> Span | None:
    """Who acts, of a phrase that also says where from ("JO from Strategic Works"); None for any other phrase."""
    found = _ORIGIN.search(material.text, phrase.start, phrase.end)
    if found is None:
        return None
    who = Span(phrase.start, found.start())
    return who if is_initials(who.of(material.text)) or names_people(material, who) else None
