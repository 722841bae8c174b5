"""Patterns that find the names of those whom a document lists, in the forms in which its body has them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from minutextract.people.names import split_titles
from minutextract.people.register import Register
from minutextract.people.vocabulary import HONORIFICS

_TITLES = "|".join(sorted((title.title() for title in HONORIFICS), key=len, reverse=True))
# Whether there is a title at all.
TITLE = re.compile(rf"(?<!\w)(?:{_TITLES})\.?\s")


def _alternatives(forms: Iterable[str]) -> str:
    longest_first = sorted(set(forms), key=len, reverse=True)
    return "|".join(
        re.escape(form).replace("'", "['’]").replace("’", "['’]").replace(r"\.\ ", r"\.\s*").replace(r"\ ", r"\s+")
        for form in longest_first
    )


def names_pattern(register: Register) -> re.Pattern[str] | None:
    """Full names; None if nobody has one."""
    names = [split_titles(person.name).full for person in register.people.values()]
    forms = _alternatives(name for name in names if len(name.split()) > 1)
    return re.compile(rf"(?<!\w)(?:{forms})(?!\w)") if forms else None


def handles_pattern(register: Register) -> re.Pattern[str] | None:
    """One-word names, as in a list of nicknames: as written, or with a capital where a sentence begins."""
    alone = [
        person.name for person in register.people.values() if len(person.name.split()) == 1 and len(person.name) > 2
    ]
    forms = _alternatives([*alone, *(name[0].upper() + name[1:] for name in alone)])
    # Behind the sign of a handle, capitals make no difference.
    return re.compile(rf"(?<![\w/.\-])(?<!\w@)(?:{forms}|(?<=@)(?i:{forms}))(?![\w@/\-])") if forms else None


def titled_pattern(register: Register) -> re.Pattern[str]:
    """Surnames behind titles, with a first name or initial between them if there is one."""
    surnames: Mapping[str, None] = dict.fromkeys(
        split_titles(person.name).surname for person in register.people.values()
    )
    return re.compile(
        rf"(?<!\w)(?P<title>{_TITLES})\.?\s+(?:(?:{_TITLES})\.?\s+)*(?:(?P<first>[A-Z](?:[a-z]+|\.)?)\s+)?"
        rf"(?P<surname>{_alternatives(surnames) or '(?!)'})(?!\w)"
    )


def with_titles(text: str, start: int, floor: int) -> int:
    """Where a name begins, the titles before it taken in."""
    while start > floor:
        before = text[floor:start].rstrip()
        word = re.search(r"[A-Za-z]+\.?$", before)
        if not word or word[0].rstrip(".").lower() not in HONORIFICS or not word[0][0].isupper():
            return start
        start = floor + word.start()
    return start
