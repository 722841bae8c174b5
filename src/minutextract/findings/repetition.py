"""One decision that the minutes tell twice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from minutextract.document import Span
from minutextract.findings.material import Material
from minutextract.record import Decision, finding_id

# Of the words of the shorter of two texts, the share that makes them one decision.
_SHARED = 0.7
# So many words do not come twice by chance; of longer texts a tense or an ending may differ.
_FEWEST_SAME, _FEWEST_ALIKE, _DIFFERENT = 7, 20, 4


def without_repeats(material: Material, found: Sequence[Decision]) -> list[Decision]:
    """Join a motion with the line right before or behind it that says in other words what it settled.

    What is written word for word a second time, as where a committee's report is put to the meeting, is one decision.
    """
    kept: list[Decision] = []
    for decision in found:
        if any(_is_same(decision, earlier) for earlier in kept):
            continue
        if kept and _repeats(material, kept[-1], decision):
            kept.append(_joined(material, kept.pop(), decision))
        else:
            kept.append(decision)
    return kept


def _joined(material: Material, one: Decision, other: Decision) -> Decision:
    motion = other if other.seconded_by or other.vote else one
    span = Span(one.span.start, other.span.end)
    return replace(motion, id=finding_id(material.document, span, "decision"), span=span)


def _repeats(material: Material, one: Decision, other: Decision) -> bool:
    if one.item != other.item or bool(one.seconded_by or one.vote) == bool(other.seconded_by or other.vote):
        return False
    if material.text[one.span.end : other.span.start].strip(" \n|"):
        return False
    words, others = (set(re.findall(r"\w{4,}", decision.text.lower())) for decision in (one, other))
    return len(words & others) >= max(_SHARED * min(len(words), len(others)), 2)


def _is_same(decision: Decision, earlier: Decision) -> bool:
    return not (decision.moved_by or decision.vote or earlier.vote) and is_same_text(decision.text, earlier.text)


def is_same_text(text: str, earlier: str) -> bool:
    """Whether two texts are the same but for case and, if they are long, an ending or two."""
    one, other = (re.findall(r"\w+", words.lower()) for words in (text, earlier))
    if len(one) < _FEWEST_SAME:
        return False
    differ = set(one) ^ set(other)
    return not differ or (len(one) >= _FEWEST_ALIKE and len(differ) <= _DIFFERENT and not any(map(str.isdigit, differ)))
