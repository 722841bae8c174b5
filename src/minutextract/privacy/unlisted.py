"""Names that the text gives to people whom no list has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutextract.people.names import fold_name, is_given_name, looks_like_name
from minutextract.record import Record

_PAIR = re.compile(
    r"(?<![\w'’-])([A-Z][^\W\d_]+(?:-[A-Z][^\W\d_]+)?)[ ]([A-Z][^\W\d_]+(?:[-'’][A-Z]?[^\W\d_]+)?)(?![\w'’-]*[-–][A-Z])"
)


def unlisted_names(record: Record) -> list[str]:
    """People whom only the text names: entities, and pairs of words of which the first is a common first name, owners.

    Names of listed people, or parts of them, are none; nor is what the body, the title, the place, an organisation or
    a post of the list is called.
    """
    meeting = record.meeting
    listed = [set(fold_name(person.name).split()) for person in meeting.people]
    known = [one for person in meeting.people for one in (person.organisation, person.post)]
    own = "\n".join(filter(None, (meeting.body, meeting.title, meeting.place, *known)))
    found = dict.fromkeys((*_entities(record), *_pairs(record.document.text), *_owners(record)))
    return [
        name
        for name in found
        if name not in own and not any(set(fold_name(name).split()) <= tokens for tokens in listed)
    ]


def _entities(record: Record) -> Iterator[str]:
    for entity in record.entities:
        if entity.label == "PERSON":
            name = " ".join(entity.span.of(record.document.text).split())
            if looks_like_name(name) or (is_given_name(name) and looks_like_name(name, single=True)):
                yield name


def _owners(record: Record) -> Iterator[str]:
    """Those who act as people do, though no list has them."""
    acting = [owner for action in record.actions for owner in (*action.owners, *action.with_whom)]
    acting += [owner for update in record.updates for owner in update.owners]
    for owner in acting:
        if owner.kind == "person" and owner.person is None and looks_like_name(owner.name, single=True):
            yield owner.name


def _pairs(text: str) -> Iterator[str]:
    for match in _PAIR.finditer(text):
        if is_given_name(match[1]) and looks_like_name(match[0]):
            yield match[0]
