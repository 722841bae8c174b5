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


# What somebody is to ask, and what the same person then says came of it.
_QUERY = re.compile(
    r"\b(?:will|to|would|asked\s+to)\s+(?:\w+ly\s+)?(?:ask|asks|enquire|inquire|check|find\s+out|confirm|establish)\b",
    re.IGNORECASE,
)
_ANSWERS = re.compile(r"\s+(?:has\s+|has\s+since\s+|then\s+)?(?:confirmed|reported|advised)\s+that\s", re.IGNORECASE)
_OPEN_STILL = re.compile(r"\b(?:not|no|still|await\w*|pending|until|yet|nothing)\b", re.IGNORECASE)
_LEADING = re.compile(r"(?P<who>(?:[Tt]he\s+)?[A-Z][\w’'.-]*(?:\s+[A-Z][\w’'.-]*){0,2})(?=\s+[a-z])")
_CONTENT = re.compile(r"[a-z]{4,}")
_FEWEST_SHARED, _MOST_LATER = 2, 2
_GRAMMAR = frozenset(
    "that this will would with have from they them their when which been were such what whether about there".split()
)


def is_answered(material: Material, sentence: Sentence) -> bool:
    """Whether whoever is to ask something reports the answer right behind ("AB will ask if … AB confirmed that …")."""
    text = material.text
    asked = _QUERY.search(text, sentence.span.start, sentence.span.end)
    asker = _LEADING.match(text, sentence.span.start, sentence.span.end)
    if asked is None or asker is None:
        return False
    matter = _content_words(text[asked.end() : sentence.span.end])
    at = material.place_of(sentence)
    for after in material.sentences[at + 1 : at + 1 + _MOST_LATER]:
        teller = _LEADING.match(text, after.span.start, after.span.end)
        if after.block - sentence.block > 1 or teller is None or teller["who"] != asker["who"]:
            continue
        told = _ANSWERS.match(text, teller.end(), after.span.end)
        rest = text[told.end() : after.span.end] if told else ""
        if told and not _OPEN_STILL.search(rest) and len(matter & _content_words(rest)) >= _FEWEST_SHARED:
            return True
    return False


def _content_words(said: str) -> frozenset[str]:
    return frozenset(_CONTENT.findall(said.lower())) - _GRAMMAR


def is_told(material: Material, sentence: Sentence) -> bool:
    """Whether the sentence says what somebody did, and nothing that is still to do."""
    leading = subject(material.text, sentence.span, material.mentions_in(sentence.span))
    rest = Span(leading.end, sentence.span.end).of(material.text) if leading else ""
    if _I_DID.match(sentence.span.of(material.text)):
        return not re.search(r"\b(?:I|and)\s+(?:will|shall)\b|\bI[’']ll\b", sentence.span.of(material.text))
    if _DID.match(rest):
        return not _STILL_TO_DO.search(_OTHERS_DO.sub("", rest))
    return bool(_PAST.match(rest)) and not _ASKS.search(rest) and not re.search(r"\b(?:to|will|would|should)\b", rest)
