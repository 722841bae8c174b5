"""Names beside the one who leads a clause: joined ones that nothing resolves, and whom that one is to ask."""

from __future__ import annotations

import re

from minutextract.document import Span
from minutextract.findings.material import Material
from minutextract.people.names import is_given_name

# "… invite the new lead, Jo Roe, to …": whom the owner asks, perhaps with what she is.
ASKS_ONE = re.compile(
    r"(?:ask|request|invite|remind|get|tell|encourage|contact|ping|poke|nudge|prod|chase|prompt|persuade|email|e-mail|message|phone|help)\s+(?:the\s+)?(?:(?:[\w’'-]+\s+){0,3}?"
    r"(?:leads?|leader|officer|manager|chair|secretary|treasurer|clerk|director|editor|warden|head),\s+)?"
)
_ACCOUNT = r"\s?\((?:[a-z]{2,5}\d{1,5}|@[\w-]{1,39})\)"
# Names that may have an account in brackets behind them.
_BEFORE = re.compile(
    rf"(?:^|[;:(.]\s*|\s[-–—]\s)(?P<names>(?:[A-Z][a-z]{{1,14}}(?:{_ACCOUNT})?,\s+){{0,3}}"
    rf"[A-Z][a-z]{{1,14}}(?:{_ACCOUNT})?(?P<joint>,?\s+(?:and|or)\s+|,\s+))$"
)
_NAME_BEFORE = re.compile(r"\b([A-Z][a-z]{1,14}),\s+$")
# "… work with Jo, " before "Lu and Kit to …": the list of companions goes on.
_COMPANIONS = re.compile(r"\bwith\s+(?:[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)?,\s+){1,5}$")
_NAME = re.compile(rf"(?<![(@\w])([A-Z]\w+)({_ACCOUNT})?")


def names_before(material: Material, content: Span, at: int) -> int:
    """Where the names begin that are joined to the one at an offset, which is that offset if there are none."""
    before = _BEFORE.search(material.text[content.start : at])
    if before is None:
        return at
    named = [(is_given_name(name) or bool(account), name) for name, account in _NAME.findall(before["names"])]
    # What a mere comma parts from the name may be a day or a place.
    joined = not before["joint"].isspace() and before["joint"].strip() != ","
    if not all(sure or (joined and material.is_no_word(name)) for sure, name in named):
        return at
    return content.start + before.start("names")


def is_torn_list(before: str, owners: str) -> bool:
    """Whether names are but the rest of a list that begins before them ("the notes say Jo, Lu, Kit, will ask")."""
    if _COMPANIONS.search(before) and re.search(r"\s(?:and|&)\s", owners):
        return True
    first = _NAME_BEFORE.search(before)
    return first is not None and "," in owners and is_given_name(first[1])
