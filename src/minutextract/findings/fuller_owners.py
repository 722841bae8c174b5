"""Owners in brackets behind a task or in the margin who repeat the one in front of it, and add to it."""

from __future__ import annotations

from minutextract.document import Span
from minutextract.findings.commitments import Commitment
from minutextract.findings.material import Material
from minutextract.findings.trailing import trailing_owner
from minutextract.people.subjects import subject
from minutextract.record import Sentence


def fuller_list(material: Material, commitment: Commitment) -> Span | None:
    """Owners in brackets behind the task, if they repeat the one in front and add to it ("AB to ask CD. (AB/CD)")."""
    trailing = trailing_owner(material, commitment.span)
    if trailing is None or commitment.owner is None:
        return None
    named = {mention.person for mention in material.mentions_in(commitment.owner)}
    listed = {mention.person for mention in material.mentions_in(trailing)}
    return trailing if None not in named and named < listed else None


def fuller_margin(material: Material, sentence: Sentence, owner: Span) -> Span | None:
    """Owners in the margin, if they are the one in the sentence and others who own nothing else beside it."""
    margin = material.margins.get(sentence.block)
    named = {mention.person for mention in material.mentions_in(owner)}
    if margin is None or None in named:
        return None
    listed = {mention.person for mention in material.mentions_in(margin.owners)}
    others = {
        leading.mentions[0].person
        for one in material.sentences_of(sentence.block)
        if "action" in one.labels and one.id != sentence.id
        if (leading := subject(material.text, one.span, material.mentions_in(one.span)))
    }
    return margin.owners if named < listed and not (listed - named) & others else None
