"""Who did something and, as the sentence goes on, is to do something else."""

from __future__ import annotations

import re

from minutextract.document import Span
from minutextract.findings.material import Material
from minutextract.findings.owners import is_owner_phrase
from minutextract.people.subjects import subject

_DID = (
    r"(?:(?:has|have|had|did|does|is|are|was|were)\s|(?:also\s+|recently\s+|now\s+)?[a-z]+ed\s|"
    r"(?:got|found|saw|met|spoke|wrote|went|heard|made|sent|gave|brought)\s)"
)
# What the subject did, and what it is to do next.
_NEXT = re.compile(
    rf"\s+{_DID}(?:(?!\b(?:that|who|which|if|whether|what|where|because)\b)[^.;]){{1,200}}?"
    r"(?:,\s+(?:and\s+|but\s+|so\s+)?|\s+and\s+)(?P<pronoun>(?:he|she)\s+)?"
    r"(?:will\s+(?:be\s+(?=\w{2,}ing\b))?|promised\s+to\s+|agreed\s+to\s+|offered\s+to\s+|undertook\s+to\s+)"
    r"(?P<task>(?!(?:not|be|need|have|also\s+be)\b)[a-z])"
)
_OFFICE = re.compile(rf"\W*(?P<who>(?:the\s+)?[A-Za-z][\w’'-]*(?:\s[A-Z][\w’'-]*){{0,2}})(?=\s+{_DID})", re.IGNORECASE)


def gone_on(material: Material, content: Span) -> tuple[Span, Span] | None:
    """Owner and task of "Ann did not know, and she promised to ask"; None where somebody else can be meant."""
    leading = subject(material.text, content, material.mentions_in(content))
    if leading and all(one.person or one.unit for one in leading.mentions):
        owner, several = Span(leading.mentions[0].span.start, leading.end), len(leading.mentions) > 1
    else:
        office = _OFFICE.match(material.text, content.start, content.end)
        if leading or office is None or not is_owner_phrase(material, Span(*office.span("who"))):
            return None
        owner, several = Span(*office.span("who")), False
    found = _NEXT.match(material.text, owner.end, content.end)
    if found is None:
        return None
    others = any(one.person for one in material.mentions_in(Span(owner.end, found.start("task"))))
    if found["pronoun"] and (several or others):
        return None
    return owner, Span(found.start("task"), content.end)
