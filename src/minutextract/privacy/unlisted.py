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

    Names of listed people, or parts of them, are none; nor is what the body, the title or the place is called, or what
    only headings and the names of organisations have, whose capitals tell nothing.
    """
    listed = [set(fold_name(person.name).split()) for person in record.meeting.people]
    own = " ".join(filter(None, (record.meeting.body, record.meeting.title, record.meeting.place)))
    running = _running_text(record)
    found = dict.fromkeys((*_entities(record), *_pairs(record.document.text), *_owners(record)))
    return [
        name
        for name in found
        if name not in own and name in running and not any(set(fold_name(name).split()) <= tokens for tokens in listed)
    ]


def _running_text(record: Record) -> str:
    """The text with single spaces, without what names agenda items, organisations and posts."""
    text = " ".join(record.document.text.split())
    named = {item.title for item in record.meeting.items}
    for person in record.meeting.people:
        named |= {person.organisation or "", person.post or ""}
    for words in sorted((" ".join(one.split()) for one in named if one), key=len, reverse=True):
        text = text.replace(words, "\n")
    return text


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
