"""One action sentence to its commitments: "AB to write, and CD to call" is two."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutextract.document import Span
from minutextract.findings.material import Material
from minutextract.findings.owners import is_owner_phrase, parts_of

# What stands between an owner and the task, up to the task's first word.
_MODAL = re.compile(
    r"\s*(?:[’']ll|,?\s+(?:(?:also|both|each|then|kindly|now|once|again|jointly|is|are|was|were|be|been|has|have|had|will|"
    r"would|shall)\s+){0,4}"
    r"(?:to|(?:has/|is/)?will|shall|would|should|must|(?:tasked|charged)\s+with(?=\s+\w+ing\b)|need(?:s|ed)?\s+to|(?:agree[sd]?|AGREED)\s+to|offer(?:s|ed)\s+to|undertook\s+to|undertaken\s+to|"
    r"volunteer(?:s|ed)\s+to|promise[sd]\s+to|commit(?:s|ted)\s+to|(?:asked|ASKED)\s+to|requested\s+to|instructed\s+to|tasked\s+to|"
    r"authorised\s+to|nominated\s+to|(?:took|takes|accepted)\s+(?:an|the)\s+action\s+to|(?:happy|willing|due)\s+to|going\s+to))\s+(?=[a-z“\"])"
)
_CLAUSE = re.compile(
    r"\b(?:asked|requested|instructed|urged|encouraged|reminded|invited|[Aa]sk|[Ii]nvite|[Rr]emind)\s+(?=[a-z]|[A-Z]+\b)|"
    r"(?<=\w)\s+(?=the\s+(?:Clerk|Chair|Chairman|Chairwoman|Chairperson|Secretary|Treasurer|Convenor|President)\s)|"
    r"[,;]\s+(?:(?:and|while|whilst|with|then)\s+)?|\s+(?:and|while|whilst)\s+|\bthat\s+|[.:]\s+|\s[-–—]\s+"
)
_OBJECT_BEFORE = re.compile(
    r"\b(?:to|with|for|from|of|by|let|help|allow|enable|via|at|on|if|whether|unless|when|once|until|because|whom|except)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# "The fence to be mended": who is named before it has something done to them.
_DONE_TO = re.compile(r"be\s+(?:\w+ly\s+)?\w+(?:ed|en|ne|nt|wn|ght|ld|ut|de|pt|id)\b")
_CONDITION = re.compile(r"(?:unless|if|when|once|while|although|as|since|after|before|because)\b", re.IGNORECASE)
_ASKED = re.compile(
    r"\b(?:asked?|asks|requested|instructed|invited|nominated|tasked|urged|encouraged|reminded)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# Somebody nothing resolves, and a modal right behind: no verb stands between ("wished to", "were meant to").
_UNNAMED = re.compile(r"(?:[Tt]he\s+)?(?:(?!\w+ed\b|\w+s\s+to\b|meant\b)[\w’'&/-]+\s+){1,4}(?:to|will)\s+[a-z]")
_HELPED = re.compile(
    r",?\s+(?:(?:together|along|jointly)\s+)?with\s+(?:(?:the\s+)?(?:help|support|assistance|input)\s+(?:from|of)\s+)?|"
    r",?\s+(?:assisted|helped|supported)\s+by\s+",
)
# "Liaise with Tarn and …": the list of those whom a preposition leads to goes on.
_OBJECT_LIST = re.compile(
    r"\b(?:with|from|for|by)\s+(?:the\s+)?[A-Z][\w’'&.-]{0,30}(?:(?:\s*,\s*|\s+)[A-Z][\w’'&.-]{0,30}){0,5}"
    r"(?:,?\s+and\s+|\s*[/&]\s*)(?:the\s+)?$"
)
_JOINT = re.compile(r"\s*(?:,|/|\+|&|,?\s+and)\s*(?:the\s+)?$")
_LONGEST_OWNER = 90


@dataclass(frozen=True, slots=True)
class Commitment:
    """A task within a sentence: what to quote, who is to do it (None if unsaid), the task, and who is to help."""

    span: Span
    owner: Span | None
    task: Span
    helpers: Span | None = None


def split_commitments(material: Material, content: Span) -> list[Commitment]:
    """Split at each clause that names its own owner; at least one commitment, the whole content if nobody is named."""
    heads = _heads(material, content)
    if not heads:
        return [Commitment(content, None, content)]
    first = _unnamed_before(material, content, heads[0])
    if first:
        rest = split_commitments(material, Span(heads[0].clause, content.end))
        return [Commitment(first, None, first), *rest]
    starts = [content.start, *(head.clause for head in heads[1:])]
    ends = [*(_trim_joint(material.text, head.clause) for head in heads[1:]), content.end]
    return [
        Commitment(Span(start, end), head.owner, Span(min(head.task, end), end), head.helpers)
        for start, end, head in zip(starts, ends, heads, strict=True)
    ]


def _unnamed_before(material: Material, content: Span, head: _Head) -> Span | None:
    """A commitment of somebody whom nothing resolves, before the first head: "The Hands to paint it, AB to help"."""
    text = material.text
    end = _trim_joint(text, head.clause)
    before = text[content.start : end]
    if _CONDITION.match(before) or end == head.clause or text[end] not in ",;" or len(before.split()) < 4:
        return None
    return Span(content.start, end) if _UNNAMED.match(before) else None


@dataclass(frozen=True, slots=True)
class _Head:
    clause: int
    owner: Span
    task: int
    helpers: Span | None = None


def _heads(material: Material, content: Span) -> list[_Head]:
    """Where an owner and a modal stand together, in order; an owner within another's phrase counts once."""
    text = material.text
    found: dict[int, _Head] = {}
    for start in _clause_starts(text, content):
        modal = _MODAL.search(text, start, min(content.end, start + _LONGEST_OWNER))
        if modal and not _DONE_TO.match(text, modal.end()) and not _goes_on_a_list(text[content.start : start]):
            head = _headed(material, Span(start, modal.start()), modal.end())
            if head:
                found.setdefault(modal.end(), head)
    for mention in material.mentions_in(content):
        modal = _MODAL.match(text, mention.span.end, content.end)
        if modal and modal.end() not in found and not _DONE_TO.match(text, modal.end()):
            start = _chain_start(material, content, mention.span.start)
            if _may_act(text[content.start : start]):
                found[modal.end()] = _Head(start, Span(start, mention.span.end), modal.end())
    return _without_nested([found[task] for task in sorted(found)], material)


def _headed(material: Material, phrase: Span, task: int) -> _Head | None:
    """A head if the phrase names who acts, and perhaps with whose help ("AB, with help from CD, will …")."""
    if is_owner_phrase(material, phrase):
        return _Head(phrase.start, phrase, task)
    helped = _HELPED.search(material.text, phrase.start, phrase.end)
    if helped is None:
        return None
    owner, helpers = Span(phrase.start, helped.start()), Span(helped.end(), phrase.end)
    named = is_owner_phrase(material, owner) and is_owner_phrase(material, helpers)
    return _Head(phrase.start, owner, task, helpers) if named else None


def _chain_start(material: Material, content: Span, at: int) -> int:
    """Where a list of names that ends in the one at this place begins ("AB, CD and EF will …")."""
    before = [one.span for one in material.mentions_in(Span(content.start, at))]
    while before and _JOINT.fullmatch(material.text, before[-1].end, at):
        at = before.pop().start
    return at


def _clause_starts(text: str, content: Span) -> list[int]:
    return [content.start, *(match.end() for match in _CLAUSE.finditer(text, content.start, content.end))]


def _goes_on_a_list(before: str) -> bool:
    """Whether what follows belongs to those whom a preposition leads to, nobody having been told to act so far."""
    return bool(_OBJECT_LIST.search(before[-80:])) and not _MODAL.search(before)


def _may_act(before: str) -> bool:
    """Whether a mention in mid-sentence acts, rather than being what a preposition or verb leads to."""
    if _ASKED.search(before[-40:]):
        return True
    return not (_OBJECT_BEFORE.search(before[-40:]) or _OBJECT_LIST.search(before[-80:]))


def _without_nested(heads: list[_Head], material: Material) -> list[_Head]:
    """Drop the first of two heads where it only asks the second ("AB will ask CD to …" stays AB's)."""
    kept: list[_Head] = []
    for head in heads:
        between = material.text[kept[-1].task : head.clause] if kept else ""
        if kept and re.fullmatch(r"(?:ask|request|invite|remind|get|tell|encourage|contact)\s+(?:the\s+)?", between):
            continue
        if kept and len(between.split()) < 1:
            continue
        kept.append(head)
    return kept


def _trim_joint(text: str, clause: int) -> int:
    """The end of the clause before: the comma and the "and" between two commitments belong to neither."""
    joint = re.search(
        r"(?:[,;.]?\s+(?:and|while|whilst|then)\s+|[,;]\s+|[.:]?\s+)$", text[max(0, clause - 12) : clause]
    )
    return clause - (len(joint[0]) if joint else 0)


def trailing_owner(material: Material, content: Span) -> Span | None:
    """Owners behind the task: "… (AB/CD)", "… [AB]", or initials after the last full stop."""
    said = content.of(material.text)
    bracket = re.search(r"[(\[]([^()\[\]]{2,60})[)\]]\s*[.;]?\s*$", said)
    if bracket:
        span = Span(content.start + bracket.start(1), content.start + bracket.end(1))
        parts = parts_of(material.text, span)
        if parts and any(material.mentions_in(part) for part in parts) and is_owner_phrase(material, span):
            return span
    own = material.mentions_in(content)
    if (
        own
        and own[-1].span.end == content.end
        and re.search(r"[.!?]\s+$", material.text[content.start : own[-1].span.start])
    ):
        return own[-1].span
    return None
