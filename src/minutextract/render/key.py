"""Who the initials of a summary stand for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutextract.people.names import is_initials
from minutextract.record import Record
from minutextract.render.content import Section
from minutextract.render.names import MADE, Names
from minutextract.render.options import Attribution
from minutextract.render.wording import fold

_WORD = re.compile(r"[A-Za-z][\w-]*\*?")


def initials_key(
    names: Names, record: Record, facts: Sequence[tuple[str, str]], sections: Sequence[Section]
) -> list[tuple[str, str]]:
    """A fact that spells out the initials that a summary uses, if it names people by them."""
    if names.attribution is not Attribution.INITIALS:
        return []
    lines = [text for section in sections for group in section.groups for text in
             (group.heading, *(line.text for line in group.lines))]  # fmt: skip
    used = set(_WORD.findall(" ".join((*lines, *(text for _, text in facts)))))
    others = _other_initials(record)
    told = [
        f"{written} {fold(one.name)}"
        for one in names.meeting.people
        for written in dict.fromkeys((names.initials[one.id], *others.get(one.id, ())))
        if written in used
    ]
    made = any(initials.endswith(MADE) for initials in used)
    return [("Initials", "; ".join([*told, *([f"{MADE} made from the name"] if made else [])]))] if told else []


def _other_initials(record: Record) -> dict[str, list[str]]:
    """Initials that the text writes for people, by id; those that stand for two are nobody's."""
    meant: dict[str, set[str]] = {}
    for mention in record.mentions:
        written = mention.span.of(record.document.text)
        if mention.person and is_initials(written):
            meant.setdefault(written, set()).add(mention.person)
    others: dict[str, list[str]] = {}
    for written, people in meant.items():
        if len(people) == 1:
            others.setdefault(people.pop(), []).append(written)
    return others
