"""Sentences that say what somebody did, and nothing that is still to do."""

from __future__ import annotations

import re

from minutextract.document import Span
from minutextract.findings.material import Material
from minutextract.people.subjects import subject
from minutextract.record import Sentence

_PAST = re.compile(r"\s+(?:also\s+|now\s+|already\s+)?(?:has\s+|have\s+|had\s+)?(?!need|agreed)[a-z]{2,}ed\b")
_ASKS = re.compile(
    r"\b(?:agreed|offered|volunteered|promised|undertook|asked|requested|urged|reminded|encouraged|instructed|invited|tasked|"
    r"suggested|proposed|stated|noted|needed|committed|called|told|said|mentioned|advised|reported)\b"
)
# Irregular deeds, and what others then do about them.
_DID = re.compile(
    r"\s+(?:also\s+|then\s+|already\s+|recently\s+)?"
    r"(?:spoke|met|wrote|went|bought|found|saw|heard|got|brought|paid|began|came|gave|sent|made|ran|held|won)\b"
)
_OTHERS_DO = re.compile(
    r"\b(?:they|who|which)\s+(?:will|would|[’']ll)\b|\b(?:spoke|wrote|went|came|gave|sent)\s+(?:\w+\s+){0,2}?to\b"
)
# "I asked OP to …" is over; of others, it is what they want.
_I_DID = re.compile(
    r"^\W*(?:as\s+a\s+result,?\s+|so\s+|then\s+)?I\s+(?:have\s+|then\s+)?(?:asked|told|contacted|emailed|spoke|wrote|sent)\b",
    re.IGNORECASE,
)
_STILL_TO_DO = re.compile(r"\b(?:to|will|would|should|needs?|must)\b")


def is_told(material: Material, sentence: Sentence) -> bool:
    """Whether the sentence says what somebody did, and nothing that is still to do."""
    leading = subject(material.text, sentence.span, material.mentions_in(sentence.span))
    rest = Span(leading.end, sentence.span.end).of(material.text) if leading else ""
    if _I_DID.match(sentence.span.of(material.text)):
        return not re.search(r"\b(?:I|and)\s+(?:will|shall)\b|\bI[’']ll\b", sentence.span.of(material.text))
    if _DID.match(rest):
        return not _STILL_TO_DO.search(_OTHERS_DO.sub("", rest))
    return bool(_PAST.match(rest)) and not _ASKS.search(rest) and not re.search(r"\b(?:to|will|would|should)\b", rest)
