"""Owners whom no attendance list names: whether they are surely somebody, or may be a topic or a label."""

from __future__ import annotations

import re
from collections.abc import Iterable

from minutextract.document import Span
from minutextract.findings.material import Material
from minutextract.people.names import shows_a_person
from minutextract.record import Owner, Sentence

# Only somebody can be told to do something, or take it on: "Ixo will …", but "Ixo might …", "Ixo: …", "Ixo - …".
_ACTS = re.compile(
    r"[\s*_)\]]{0,4}(?:to|will|shall|agreed|offer(?:s|ed)|volunteer(?:s|ed)|undertook|promised)\s", re.IGNORECASE
)


def may_be_nobody(material: Material, sentence: Sentence, phrase: Span, owners: Iterable[Owner]) -> bool:
    """Whether an owner may be no person: neither a list nor the name nor what follows it nor a table's column says so.

    Of such owners in minutes that no rule had seen, two in three were a topic, a label or a verb with a capital.
    """
    if sentence.block in material.action_rows or _ACTS.match(material.text, phrase.end):
        return False
    return any(owner.kind == "person" and not owner.person and not shows_a_person(owner.name) for owner in owners)
