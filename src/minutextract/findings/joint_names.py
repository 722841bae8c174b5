"""Names beside the one who leads a clause: joined ones that nothing resolves, and whom that one is to ask."""

from __future__ import annotations

import re

from minutextract.document import Span
from minutextract.findings.material import Material
from minutextract.findings.owners import names_people, parts_of
from minutextract.people.names import is_given_name

# "… invite the new lead, Jo Roe, to …": whom the owner asks, perhaps with what she is.
ASKS_ONE = re.compile(
    r"(?:ask|request|invite|remind|get|tell|encourage|contact|ping|poke|nudge|prod|chase|prompt|persuade|email|e-mail|message|phone|help)\s+(?:the\s+)?(?:(?:[\w’'-]+\s+){0,3}?"
    r"(?:leads?|leader|officer|manager|chair|secretary|treasurer|clerk|director|editor|warden|head),\s+)?"
)
_ACCOUNT = r"\s?\((?:[a-z]{2,5}\d{1,5}|@[\w-]{1,39})\)"
# Names that may have an account in brackets behind them.
_BEFORE = re.compile(
    rf"(?:^|[;:(.]\s*|\s[-–—]\s|\b(?:asks?|asked|requested|instructed|invited|tasked|urged|reminded)\s)(?P<names>(?:[A-Z][a-z]{{1,14}}(?:{_ACCOUNT})?,\s+){{0,3}}"
    rf"[A-Z][a-z]{{1,14}}(?:{_ACCOUNT})?(?P<joint>,?\s+(?:and|or)\s+|,\s+))$"
)
# Handles need no list of names to tell them by: "@kit, @una and " before "@jo to …".
_HANDLES_BEFORE = re.compile(r"(?<![\w@])(?:@[\w-]{1,39}(?:\s?[,/&+]\s?|,?\s+(?:and|or)\s+)){1,6}$")
# A verb that only one can be the subject of, and a body's capitals between commas.
_ONE_ACTS = re.compile(r"\s*,?\s*(?:is|was|has)\s")
_BODY_BEHIND = re.compile(r",\s+(?:the\s+)?[A-Z][A-Z&/-]{2,8}\s*,?\s*")
_NAME_BEFORE = re.compile(r"\b([A-Z][a-z]{1,14}),\s+$")
# "… work with Jo, ", "… to call Jo, " before "Lu and Kit to …": the list of companions goes on.
_COMPANIONS = re.compile(
    r"\b(?:with|(?:to|will)\s+(?!(?:ask|request|instruct|direct|require|task|urge|nominate|appoint)\b)[a-z]{3,14})\s+(?:(?:[A-Z]\.\s?){0,2}[A-Z][\w’'-]*(?:\s(?:[A-Z]\.\s?){0,2}[A-Z][\w’'-]*)?,\s+){1,5}$"
)
_NAME = re.compile(rf"(?<![(@\w])([A-Z]\w+)({_ACCOUNT})?")


def names_before(material: Material, content: Span, at: int) -> int:
    """Where the names begin that are joined to the one at an offset, which is that offset if there are none."""
    if handles := _HANDLES_BEFORE.search(material.text[content.start : at]):
        return content.start + handles.start()
    before = _BEFORE.search(material.text[content.start : at])
    if before is None:
        return at
    begin = content.start + before.start("names")
    known = {one.span.start for one in material.mentions_in(Span(begin, at)) if one.person}
    named = [
        (is_given_name(one[1]) or bool(one[2]) or begin + one.start() in known, one[1])
        for one in _NAME.finditer(before["names"])
    ]
    # What a mere comma parts from the name may be a day or a place.
    joined = not before["joint"].isspace() and before["joint"].strip() != ","
    if not all(sure or (joined and material.is_no_word(name)) for sure, name in named):
        return at
    return begin


# "Jo and I": both.
_JOINED_WITH_ME = re.compile(r"(?:\band|[&/,])\s+I$")


def one_who_acts(material: Material, phrase: Span, task: int) -> Span:
    """The phrase without the "I" of "Jo I'll …", and of "Jo Roe, TRC, is to …" without those for whom one acts."""
    said = phrase.of(material.text)
    if said.endswith(" I") and len(said) > len("A I") and not _JOINED_WITH_ME.search(said):
        return Span(phrase.start, phrase.end - len(" I"))
    parts = parts_of(material.text, phrase) if _ONE_ACTS.match(material.text, phrase.end, task) else []
    if len(parts) != 2 or not _BODY_BEHIND.fullmatch(material.text, parts[0].end, phrase.end):
        return phrase
    return Span(phrase.start, parts[0].end) if names_people(material, parts[0]) else phrase


def is_torn_list(before: str, owners: str) -> bool:
    """Whether names are but the rest of a list that begins before them ("the notes say Jo, Lu, Kit, will ask")."""
    if _COMPANIONS.search(before) and re.search(r"\s(?:and|&)\s", owners):
        return True
    first = _NAME_BEFORE.search(before)
    return first is not None and "," in owners and is_given_name(first[1])
