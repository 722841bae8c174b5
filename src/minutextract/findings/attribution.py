"""Where the owner of a task stands: in the clause, in the mark, before a colon, behind the task, in the margin."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutextract.document import Span
from minutextract.findings.commitments import Commitment, trailing_owner
from minutextract.findings.cues import Cue
from minutextract.findings.doers import doer
from minutextract.findings.material import Material
from minutextract.findings.owners import is_owner_phrase, kind_of
from minutextract.people.subjects import subject
from minutextract.record import Sentence

_PASSIVE = re.compile(r"\b(?:be|been|being|is|are)\s+\w+\s+by\s+$")
_LABEL = re.compile(r"([A-Z@][^:]{0,40}?)\s*:\s+(?=\w)")
_FIRST_PERSON = re.compile(
    r"(?:(?:yes|ok|okay|sure|so|well|right)[,.]?\s+)?I(?:[’']ll|\s+(?:will|can|shall|am\s+going\s+to|agree\s+to|volunteer))\b",
    re.IGNORECASE,
)
_LEADING_BRACKET = re.compile(r"\W{0,2}[(\[]([^()\[\]]{2,60})[)\]]\s*[:\-–—]?\s*(?=\w)")


@dataclass(frozen=True, slots=True)
class Owned:
    """A task, the words that name its owner (None if no words do), and those that name who is to help."""

    owner: Span | None
    task: Span
    helpers: Span | None = None


def attribute(material: Material, sentence: Sentence, cue: Cue | None, commitment: Commitment, *, first: bool) -> Owned:
    """Find the owner of a commitment; `first` says that it opens its sentence."""
    if commitment.owner and not (first and cue and cue.owner and _moves(material, cue.owner, commitment)):
        fuller = _fuller_list(material, commitment) or _fuller_margin(material, sentence, commitment.owner)
        return Owned(fuller or commitment.owner, commitment.task, commitment.helpers)
    if commitment.owner:
        commitment = Commitment(commitment.span, None, commitment.span)
    if cue and cue.owner and _names_somebody(material, cue.owner):
        return Owned(cue.owner, commitment.task)
    if front := _in_front(material, sentence, cue, commitment.span, first=first):
        return front
    if (leads := doer(material, commitment.span)) and (first or leads.divided):
        return Owned(leads.owner, Span(leads.task, commitment.span.end))
    if trailing := trailing_owner(material, commitment.span):
        return Owned(trailing, Span(commitment.span.start, _before_bracket(material.text, trailing.start)))
    if by := _passive_owner(material, commitment.span):
        return Owned(by, commitment.task)
    if cue and cue.owner:
        return Owned(cue.owner, commitment.task)
    margin = material.margins.get(sentence.block)
    if margin is None or not (margin.sure or sentence.span.end == material.block(sentence).content.end):
        return Owned(None, commitment.task)
    return Owned(margin.owners, commitment.task)


def _in_front(material: Material, sentence: Sentence, cue: Cue | None, span: Span, *, first: bool) -> Owned | None:
    """An owner in brackets or before a colon; in a transcript that is who speaks, and owns what they take on."""
    bracket = _LEADING_BRACKET.match(material.text, span.start, span.end)
    if bracket and is_owner_phrase(material, Span(*bracket.span(1))):
        return Owned(Span(*bracket.span(1)), Span(bracket.end(), span.end))
    label = _LABEL.match(material.text, span.start, span.end)
    if label and first and _is_spoken(material, sentence, cue):
        speaks = _FIRST_PERSON.match(material.text, label.end(), span.end)
        return Owned(Span(*label.span(1)) if speaks else None, Span(label.end(), span.end))
    if label and is_owner_phrase(material, Span(*label.span(1))):
        return Owned(Span(*label.span(1)), Span(label.end(), span.end))
    return None


def _fuller_list(material: Material, commitment: Commitment) -> Span | None:
    """Owners in brackets behind the task, if they repeat the one in front and add to it ("AB to ask CD. (AB/CD)")."""
    trailing = trailing_owner(material, commitment.span)
    if trailing is None or commitment.owner is None:
        return None
    named = {mention.person for mention in material.mentions_in(commitment.owner)}
    listed = {mention.person for mention in material.mentions_in(trailing)}
    return trailing if None not in named and named < listed else None


def _before_bracket(text: str, at: int) -> int:
    while at > 0 and text[at - 1] in " ([":
        at -= 1
    return at


def _passive_owner(material: Material, span: Span) -> Span | None:
    """ "… to be circulated by AB"."""
    for mention in material.mentions_in(span):
        if _PASSIVE.search(material.text[span.start : mention.span.start]) and mention.person:
            return mention.span
    return None


def _names_somebody(material: Material, span: Span) -> bool:
    return is_owner_phrase(material, span) or kind_of(span.of(material.text)) != "unknown"


def _is_spoken(material: Material, sentence: Sentence, cue: Cue | None) -> bool:
    """Whether a name before a colon tells who speaks: in a transcript, outside marks, tables and lists of actions."""
    return material.is_transcript and cue is None and sentence.block not in material.sections


def _moves(material: Material, marked: Span, commitment: Commitment) -> bool:
    """Whether the marked owner is only to get somebody to do something ("Action AB: ask CD to call")."""
    inside = commitment.owner is not None and commitment.owner.start > commitment.span.start
    return inside and is_owner_phrase(material, marked)


def _fuller_margin(material: Material, sentence: Sentence, owner: Span) -> Span | None:
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
