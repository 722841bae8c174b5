"""Thanks that one sentence gives twice, that two sentences give once, and what a speaker says in passing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from minutextract.document import Span
from minutextract.findings.material import Material
from minutextract.findings.praise_cues import names_thanks
from minutextract.record import Flag, Praise, Sentence, finding_id

_FEW_WORDS = 4
_THANKED = r"\s+(?:was|were)\s+(?:also\s+|\w+ly\s+)?(?:thanked|congratulated)\b"
_PASSIVE = re.compile(_THANKED)
# "AB was thanked for the tea, and CD was also thanked for the cake".
_AND_ANOTHER = re.compile(
    rf",?\s+and\s+(?=[A-Z][\w.’'-]{{0,40}}(?:\s+(?:d[eiu]|van|von|der|[A-Z][\w.’'-]{{0,40}})){{0,3}}{_THANKED})"
)
_FOR_YOUR = re.compile(r"\W*(?:thank\s+you|thanks)\s+(?:all\s+)?for\s+your\b", re.IGNORECASE)


def thanks_in(material: Material, sentence: Sentence) -> Sequence[Sentence]:
    """A sentence of thanks, in its parts where it thanks one after the other, each for something."""
    span = sentence.span
    joint = _AND_ANOTHER.search(material.text, span.start, span.end)
    if joint is None or not _PASSIVE.search(material.text, span.start, joint.start()):
        return (sentence,)
    parts = Span(span.start, joint.start()), Span(joint.end(), span.end)
    return [replace(sentence, span=part) for part in parts]


def each_once(material: Material, found: Sequence[Praise]) -> list[Praise]:
    """The praise without what a speaker says again and again in passing ("Thank you.") and of nobody."""
    kept: list[Praise] = []
    said: set[tuple[str, ...]] = set()
    for one in found:
        if _is_opinion(material, one):
            continue
        words = tuple(re.findall(r"\w+", one.span.of(material.text).lower()))
        in_passing = len(words) <= _FEW_WORDS and not one.to and one.reason is None
        key = (*(party.name for party in one.by), *words)
        if kept and _goes_on(material, kept[-1], one):
            span = Span(kept[-1].span.start, one.span.end)
            kept[-1] = replace(kept[-1], id=finding_id(material.document, span, "praise"), span=span, reason=one.reason)
        elif not (in_passing and key in said):
            kept.append(one)
        said.add(key)
    return kept


def _goes_on(material: Material, before: Praise, one: Praise) -> bool:
    """Whether thanks say what the ones right before them are for ("AB thanked the crew. Thank you for your work.")."""
    between = material.text[before.span.end : one.span.start]
    told = before.by and before.to and not before.reason
    return bool(told and one.reason and not one.to and not between.strip() and "\n" not in between) and bool(
        _FOR_YOUR.match(one.span.of(material.text))
    )


def _is_opinion(material: Material, one: Praise) -> bool:
    """Whether what may or may not be praise has nobody in it to be praised, and no word of thanks."""
    return Flag.UNCERTAIN_LABEL in one.flags and not one.to and not names_thanks(one.span.of(material.text))
