"""Whom "he" and "she" can mean, as far as the titles say that people are called by."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from minutextract.meeting import Person
from minutextract.people.names import split_titles
from minutextract.record import Mention

_PRONOUNS = {
    "he": frozenset("mr sir lord baron father fr".split()),
    "she": frozenset("mrs ms miss dame lady baroness".split()),
}
_WORD = re.compile(r"[a-z]+")


def pronouns_of(text: str, people: Iterable[Person], mentions: Sequence[Mention]) -> Mapping[str, str]:
    """ "he" or "she" by the id of a person whose titles, in the list or in the text, agree on one of the two."""
    found: dict[str, set[str]] = defaultdict(set)
    for person in people:
        found[person.id] |= _told_by(person.honorifics)
    for mention in mentions:
        if mention.person:
            found[mention.person] |= _told_by(split_titles(mention.span.of(text)).honorifics)
    return {person: next(iter(told)) for person, told in found.items() if len(told) == 1}


def _told_by(titles: Iterable[str]) -> set[str]:
    words = {word for title in titles for word in _WORD.findall(title.lower())}
    return {pronoun for pronoun, forms in _PRONOUNS.items() if forms & words}
