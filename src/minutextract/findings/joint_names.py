"""Names beside the one who leads a clause: joined ones that nothing resolves, and whom that one is to ask."""

from __future__ import annotations

import re

from minutextract.document import Span
from minutextract.findings.material import Material
from minutextract.people.names import is_given_name

# "… invite the new lead, Jo Roe, to …": whom the owner asks, perhaps with what she is.
ASKS_ONE = re.compile(
    r"(?:ask|request|invite|remind|get|tell|encourage|contact)\s+(?:the\s+)?(?:(?:[\w’'-]+\s+){0,3}?"
    r"(?:leads?|leader|officer|manager|chair|secretary|treasurer|clerk|director|editor|warden|head),\s+)?"
)
_BEFORE = re.compile(r"(?:^|[;:(.]\s*|\s[-–—]\s)(?P<names>(?:[A-Z][a-z]{1,14},\s+){0,3}[A-Z][a-z]{1,14},?\s+and\s+)$")


def names_before(material: Material, content: Span, at: int) -> int:
    """Where the names begin that are joined to the one at an offset, which is that offset if there are none."""
    before = _BEFORE.search(material.text[content.start : at])
    names = re.findall(r"[A-Z]\w+", before["names"]) if before else []
    if before is None or not all(is_given_name(name) or material.is_no_word(name) for name in names):
        return at
    return content.start + before.start("names")
