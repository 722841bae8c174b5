"""Owners that may not be the ones, or not the only ones: offers, "he and …", names in brackets behind topics."""

from __future__ import annotations

import re

from minutextract.document import Span
from minutextract.findings.material import Material
from minutextract.record import Sentence

# "AB offered to show the lamp, if asked": nothing to be done so far.
_OFFER = re.compile(
    r"\b(?:offer(?:s|ed)|happy|glad|willing|can|could|may|might)\b[^;]{3,200}?\bif\s+(?:it\s+is\s+)?"
    r"(?:needed|required|requested|necessary|wanted|desired|asked)\W*$"
)
# "He and " before "Jo will …": somebody who is named elsewhere.
_PRONOUN_BEFORE = re.compile(
    r"\b(?:he|she|they|I|we)\s*(?:and|&|/)\s+(?:the\s+)?(?:(?:Mrs?|Ms|Miss|Dr|Cllrs?|Councillors?)\.?\s+)?$",
    re.IGNORECASE,
)
_PRONOUN_WITHIN = 40


def is_in_doubt(material: Material, sentence: Sentence, clause: Span, owner: Span) -> bool:
    """Whether the words that name an owner leave it open whether that one has the task, or has it alone."""
    text = material.text
    if _OFFER.search(text[clause.start : clause.end]):
        return True
    if _PRONOUN_BEFORE.search(text[max(0, owner.start - _PRONOUN_WITHIN) : owner.start]):
        return True
    return sentence.block in material.raised and text[owner.start - 1] in "(["
