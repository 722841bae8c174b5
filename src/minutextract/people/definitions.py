"""Initials that the text itself defines: "chaired by Jane Roe (JR)", "Estates team official [ET]"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from minutextract.document import Document, Span
from minutextract.people.names import (
    derive_initials,
    fits_name,
    is_given_name,
    is_initials,
    looks_like_name,
    split_titles,
)
from minutextract.people.vocabulary import BODY_WORDS, GROUP_WORDS, PARTICLES

_BRACKETED = re.compile(r"([(\[])([A-Z][A-Za-z]{1,4})([)\]])")
_BOUNDARY = re.compile(r"[:;,.()\[\]\n|•]")
_OWNER_LINE = re.compile(r"(?:^|\n)\s*(?:owners?|leads?|presenters?)\s*:[^\n]*$", re.IGNORECASE)
_MOST_WORDS = 8
# How an action stands, not whom it is with: "Mend the shed [DONE]".
_STATES = frozenset("DONE OPEN TODO NEW WIP TBC TBD NONE".split())
_ARTICLES = frozenset("the a an our their its this each every new".split())
_THING = re.compile(r"(?:tion|sion|ment|ity|ship|ology|ing|ics|states|request|model|layer|ive)$", re.IGNORECASE)


class Kind(Enum):
    """What the defined initials stand for."""

    PERSON = "person"
    UNIT = "unit"
    ABBREVIATION = "abbreviation"


@dataclass(frozen=True, slots=True)
class Definition:
    """Initials in brackets behind the words that they stand for; `span` covers the words and the brackets."""

    kind: Kind
    name: str
    initials: str
    span: Span


def find_definitions(document: Document) -> list[Definition]:
    """Every place outside tables of abbreviations where bracketed initials follow what they stand for."""
    found = []
    stretches = document.stretches
    for match in (one for span in stretches for one in _BRACKETED.finditer(document.text, span.start, span.end)):
        if is_initials(match[2]) and match[2] not in _STATES and (definition := _define(document.text, match)):
            found.append(definition)
    return found


def _define(text: str, match: re.Match[str]) -> Definition | None:
    start = max(0, match.start() - 120)
    before = text[start : match.start()]
    boundaries = list(_BOUNDARY.finditer(before))
    stretch_start = start + (boundaries[-1].end() if boundaries else 0)
    words = [(m.start() + stretch_start, m[0]) for m in re.finditer(r"\S+", text[stretch_start : match.start()])]
    words = words[-_MOST_WORDS:]
    if not words:
        return None
    person = _person(words, match[2])
    if person is not None:
        name = split_titles(text[person : match.start()]).full
        return Definition(Kind.PERSON, name, match[2], Span(person, match.end()))
    matched = _spelled_out(words, match[2])
    owner_line = bool(_OWNER_LINE.search(text[max(0, match.start() - 300) : match.start()]))
    if matched is None and not (match[1] == "[" or owner_line):
        return None
    begin = matched if matched is not None else _after_and(words)
    name = text[begin : match.start()].strip()
    name = name.removeprefix("The ").removeprefix("the ")
    if name in ("The", "the"):
        return None
    lower = {word.lower().strip(",.") for word in name.split()}
    is_unit = match[1] == "[" or owner_line or bool(lower & (BODY_WORDS | GROUP_WORDS | {"official"}))
    kind = Kind.UNIT if is_unit and name[:1].isupper() else Kind.ABBREVIATION
    return Definition(kind, name, match[2], Span(begin, match.end()))


def _person(words: list[tuple[int, str]], initials: str) -> int | None:
    """Where a name begins whose initials these are; longest first, so that titles come along."""
    for count in range(min(4, len(words)), 1, -1):
        phrase = " ".join(word for _, word in words[-count:])
        before = words[-count - 1][1].lower() if count < len(words) else ""
        if looks_like_name(phrase) and _is_persons(phrase, before) and _fits(initials, split_titles(phrase).full):
            return words[-count][0]
    return None


def _fits(initials: str, name: str) -> bool:
    plain = name.split()
    return initials in derive_initials(name) or (
        len(initials) > 2 and len(plain) <= 3 and is_given_name(plain[0]) and fits_name(initials, name)
    )


def _is_persons(phrase: str, before: str) -> bool:
    """Whether words in the shape of a name name somebody: "Common Data Layer (CDL)" has that shape too."""
    name = split_titles(phrase)
    tokens = name.tokens
    if name.honorifics or is_given_name(tokens[0]) or len(tokens[0].strip(".")) == 1:
        return True
    if before in _ARTICLES or _THING.search(tokens[-1]) or _THING.search(tokens[0]):
        return False
    return len(tokens) == 2 or any(token.lower() in PARTICLES or "-" in token for token in tokens[:-1])


def _spelled_out(words: list[tuple[int, str]], initials: str) -> int | None:
    """Where the shortest run of words begins whose capitals are the initials."""
    for count in range(1, len(words) + 1):
        run = [word for _, word in words[-count:]]
        capitals = "".join(word[0] for word in run if word[0].isupper())
        every = "".join(word[0] for word in run)
        if run[0][0].isupper() and initials.upper() in (capitals.upper(), every.upper()):
            return words[-count][0]
    return None


def _after_and(words: list[tuple[int, str]]) -> int:
    for place in range(len(words) - 2, -1, -1):
        if words[place][1].lower() in ("and", "&"):
            return words[place + 1][0]
    return words[0][0]
