"""Who speaks in a sentence: the mentions that lead it, or those behind "by"; pronouns where only one can be meant."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from minutextract.document import Span
from minutextract.people.context import VERB
from minutextract.record import How, Mention

_LEAD_IN = re.compile(r"^[\W_]*(?:(?:[Tt]he\b|[Ii]n response,?|[Aa]ction\b|ACTION\b)[\s:]*)?$")
_BETWEEN = re.compile(r"\s*(?:,|,?\s*\band\b|&|/|\+|,\s*and)\s*")
_BY = re.compile(r"\bby\s+(?:the\s+)?$")
_PRONOUN = re.compile(r"(?:He|She|They)(?=\s)")
_NEUTRAL = re.compile(r"\s*[-–—:]\s")


@dataclass(frozen=True, slots=True)
class Subject:
    """The mentions that a sentence is about, and where they end."""

    mentions: tuple[Mention, ...]
    end: int


def inside(mentions: Sequence[Mention], span: Span) -> list[Mention]:
    """The mentions within a span, in order; those given are in order too."""
    first = bisect_left(mentions, span.start, key=lambda one: one.span.start)
    last = bisect_left(mentions, span.end, first, key=lambda one: one.span.start)
    return [mention for mention in mentions[first:last] if mention.span.end <= span.end]


def subject(text: str, sentence: Span, mentions: Sequence[Mention]) -> Subject | None:
    """The mentions that lead the sentence ("AB and CD reported …", "AB: …"), or None if it leads with other words."""
    own = inside(mentions, sentence)
    if not own or not _LEAD_IN.match(text[sentence.start : own[0].span.start]):
        return None
    chain = [own[0]]
    for mention in own[1:]:
        between = text[chain[-1].span.end : mention.span.start]
        if not _BETWEEN.fullmatch(between):
            break
        chain.append(mention)
    return Subject(tuple(chain), chain[-1].span.end)


def speakers(text: str, sentence: Span, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Who says what the sentence records; empty if that is not plain."""
    leading = subject(text, sentence, mentions)
    if leading:
        rest = text[leading.end : sentence.end]
        if VERB.match(rest) or _NEUTRAL.match(rest) or re.match(r"\s+[a-z]+(?:ed|s)\b", rest):
            return leading.mentions
        return ()
    own = inside(mentions, sentence)
    return tuple(one for one in own if _BY.search(text[sentence.start : one.span.start]))


def resolve_pronoun(
    text: str,
    sentence: Span,
    before: Sequence[Span],
    mentions: Sequence[Mention],
    genders: Mapping[str, str] | None = None,
) -> Mention | None:
    """A pronoun that opens a sentence, if the sentence before in the same block leads with the only one it can mean.

    Args:
        text: the document's text.
        sentence: the sentence.
        before: the sentences before it in its block, the nearest first.
        mentions: of the document.
        genders: "he" or "she" by a person's id, where titles say so.
    """
    found = _PRONOUN.match(text, sentence.start, sentence.end)
    if not found or not before:
        return None
    said, span, told = found[0].lower(), Span(*found.span()), genders or {}
    earlier = subject(text, before[0], mentions)
    if earlier is None or len(earlier.mentions) != 1:
        return None
    meant = earlier.mentions[0]
    if told.get(meant.person or "", said) != said and said != "they":
        return _only_one_called(said, span, [one for part in before[:2] for one in inside(mentions, part)], told)
    others = {(m.person, m.unit) for m in inside(mentions, before[0])} - {(meant.person, meant.unit)}
    # "They" behind one person's words may be anybody.
    sure = not others and (meant.unit if said == "they" else meant.person) is not None
    return Mention(span, How.PRONOUN, meant.person, meant.unit, flags=meant.flags) if sure else None


def _only_one_called(said: str, span: Span, named: Sequence[Mention], told: Mapping[str, str]) -> Mention | None:
    """A pronoun that the nearest subject's title rules out: the one other person named whom it fits."""
    if any(one.person is None or one.person not in told for one in named):
        return None
    fitting = {one.person for one in named if one.person and told[one.person] == said}
    return Mention(span, How.PRONOUN, fitting.pop()) if len(fitting) == 1 else None
