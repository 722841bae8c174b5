"""One decision that the minutes tell twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from zlib import crc32

from minutextract.document import Span
from minutextract.findings.material import Material
from minutextract.record import Decision, finding_id

_EFFECT = re.compile(
    r"\W*(?:effective\s+(?:immediately|today|from|as\s+of)|with\s+(?:immediate\s+)?effect|as\s+of\s+(?:now|today)|from\s+now\s+on)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
# Of the words of the shorter of two texts, the share that makes them one decision.
_SHARED = 0.7
# So many words do not come twice by chance; of longer texts a tense or an ending may differ.
_FEWEST_SAME, _FEWEST_ALIKE, _DIFFERENT = 7, 20, 4


def without_repeats(material: Material, found: Sequence[Decision]) -> list[Decision]:
    """Join a motion with the line right before or behind it that says in other words what it settled.

    What is written word for word a second time, as where a committee's report is put to the meeting, is one decision.
    """
    kept: list[Decision] = []
    # Of all that are kept but the last, which may still be joined.
    settled, own = Texts(), Texts()
    for decision in found:
        tells = not (decision.moved_by or decision.vote)
        again = settled.have(decision.text) and own.have(_own_words(decision))
        if tells and kept and (again or _is_same(decision, kept[-1])):
            continue
        if kept and _is_effect(material, kept[-1], decision):
            kept.append(replace(_joined(material, kept.pop(), decision), text=decision.text))
            continue
        if kept and _repeats(material, kept[-1], decision):
            kept.append(_joined(material, kept.pop(), decision))
            continue
        if kept and not kept[-1].vote:
            settled.add(kept[-1].text)
            own.add(_own_words(kept[-1]))
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


def _is_effect(material: Material, motion: Decision, decision: Decision) -> bool:
    """Whether a line says what comes of the motion right before it ("Effective immediately, the year is …")."""
    between = material.text[motion.span.end : decision.span.start].strip(" \n|.*_")
    return bool((motion.seconded_by or motion.vote or motion.outcome) and not between and _EFFECT.match(decision.text))


def _is_same(decision: Decision, earlier: Decision) -> bool:
    if earlier.vote:
        return False
    whole, own = Texts(), Texts()
    whole.add(earlier.text)
    own.add(_own_words(earlier))
    return whole.have(decision.text) and own.have(_own_words(decision))


def _own_words(decision: Decision) -> str:
    """What a decision says itself, without what it is on where it says enough: two on one matter are two."""
    _, dash, own = decision.text.partition(" – ")
    return own if dash and len(_WORD.findall(own)) >= _FEWEST_SAME else decision.text


class Texts:
    """Texts of one meeting, kept so that a further one is compared with few of them."""

    def __init__(self) -> None:
        """Begin without any."""
        self._words: set[frozenset[str]] = set()
        self._names: set[str] = set()
        self._by_part: dict[tuple[int, frozenset[str]], list[frozenset[str]]] = defaultdict(list)

    def add(self, text: str) -> None:
        """Keep one."""
        words = frozenset(_WORD.findall(text.lower()))
        self._names |= _capitalised(text)
        if words not in self._words:
            self._words.add(words)
            for part in _parts(words):
                self._by_part[part].append(words)

    def have(self, text: str) -> bool:
        """Whether one is the same as this but for case and, if this is long, an ending or two."""
        said = _WORD.findall(text.lower())
        words = frozenset(said)
        if len(said) < _FEWEST_SAME:
            return False
        if words in self._words:
            return True
        alike = (other for part in _parts(words) for other in self._by_part.get(part, ()))
        names = _capitalised(text)
        return len(said) >= _FEWEST_ALIKE and any(
            _hardly_differ(words ^ other) and not self._names_others(words, other, names) for other in alike
        )

    def _names_others(self, words: frozenset[str], other: frozenset[str], names: set[str]) -> bool:
        """Whether each of two texts has a name that the other lacks: one wording for two people."""
        return bool((words - other) & names and (other - words) & self._names)


def _capitalised(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text)[1:] if word[0].isupper()}


def _parts(words: frozenset[str]) -> Iterator[tuple[int, frozenset[str]]]:
    """The words in one part more than two texts may differ in words: they have one part in common at least."""
    parts: list[set[str]] = [set() for _ in range(_DIFFERENT + 1)]
    for word in words:
        parts[crc32(word.encode("utf-8", "surrogatepass")) % len(parts)].add(word)
    return enumerate(map(frozenset, parts))


def _hardly_differ(words: frozenset[str]) -> bool:
    return len(words) <= _DIFFERENT and not any(map(str.isdigit, words))
