"""Praise as giver, receivers and reason: active, passive, as a noun, and in lists that inherit giver and verb."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutextract.document import Span
from minutextract.findings.commitments import trailing_owner
from minutextract.findings.lists import lead_ins
from minutextract.findings.material import Material
from minutextract.findings.owners import kind_of, parties, parts_of
from minutextract.findings.insights import speaker_flags
from minutextract.findings.praise_patterns import ACTIVE, BY, NOUN, PASSIVE, REASON, REASON_END, RECEIVERS_END, THANKING
from minutextract.people.context import SAYS
from minutextract.people.subjects import speakers, subject
from minutextract.record import Flag, Mention, Party, Praise, Sentence, finding_id

_PRONOUNS = frozenset("him her them it you this that these those which from very all's".split())


_BY_GROUP = re.compile(r"\s+by\s+((?:\w+\s+){0,3}?\w+)(?=\s+(?:for|on|at)\b|[.,;]|$)")


@dataclass(frozen=True, slots=True)
class _Parts:
    """Giver, receivers and reason as stretches of text; None where the words do not say."""

    by: tuple[Party, ...]
    to: tuple[Party, ...]
    reason: str | None
    flags: tuple[Flag, ...] = ()


def find_praise(material: Material) -> list[Praise]:
    """All praise of a meeting, in order."""
    leads = lead_ins(material.document, material.sentences)
    found: dict[str, Praise] = {}
    for sentence in material.sentences:
        if "praise" in sentence.labels:
            lead = leads.get(sentence.id)
            giver = found.get(lead.id) if lead else None
            found[sentence.id] = _praise(material, sentence, giver)
    return list(found.values())


def _praise(material: Material, sentence: Sentence, lead: Praise | None) -> Praise:
    parts = _listed(material, sentence.span, lead) if lead else None
    parts = (
        parts or _passive(material, sentence.span) or _active(material, sentence.span) or _noun(material, sentence.span)
    )
    parts = parts or _bare(material, sentence.span)
    flags = parts.flags if parts.by else (*parts.flags, Flag.UNKNOWN_GIVER)
    return Praise(
        id=finding_id(material.document, sentence.span, "praise"),
        span=sentence.span,
        sentence=sentence.id,
        # An item that completes a sentence of thanks is as sure as that sentence.
        score=max(sentence.scores.get("praise", 1.0), lead.score if lead else 0.0),
        item=sentence.item,
        flags=tuple(dict.fromkeys((*flags, *([] if lead else material.label_flags(sentence, "praise"))))),
        by=parts.by,
        to=parts.to,
        reason=parts.reason,
    )


def _listed(material: Material, span: Span, lead: Praise) -> _Parts | None:
    """An item that completes a sentence of thanks: "AB and CD for …"."""
    if ACTIVE.search(material.text, span.start, span.end):
        return None
    stop = RECEIVERS_END.search(material.text, span.start, span.end)
    head = Span(span.start, stop.start() if stop else span.end)
    to = _receivers(material, head, thanked=True)
    return (
        _Parts(lead.by, to, _reason(material.text, Span(head.end, span.end)), (Flag.INHERITED_GIVER,)) if to else None
    )


def _passive(material: Material, span: Span) -> _Parts | None:
    """ "AB was thanked (by CD) for …"."""
    found = PASSIVE.search(material.text, span.start, span.end)
    if not found:
        return None
    leading = subject(material.text, span, material.mentions_in(span))
    to = _receivers(material, Span(span.start, found.start()), thanked=True)
    to = parties(material, leading.mentions) if leading else to
    by = tuple(
        m
        for m in material.mentions_in(Span(found.end(), span.end))
        if BY.search(material.text[found.end() : m.span.start])
    )
    givers = parties(material, by) or _group_giver(material, Span(found.end(), span.end))
    return _Parts(givers, to, _reason(material.text, Span(found.end(), span.end)), speaker_flags(by))


def _group_giver(material: Material, span: Span) -> tuple[Party, ...]:
    """ "… was thanked by everyone for …"."""
    found = _BY_GROUP.match(material.text, span.start, span.end)
    return (Party(found[1]),) if found and kind_of(found[1]) != "unknown" else ()


def _active(material: Material, span: Span) -> _Parts | None:
    """ "AB thanked CD for …", "Members expressed thanks to CD …"."""
    found = ACTIVE.search(material.text, span.start, span.end)
    if not found:
        return None
    by, flags = _giver(material, Span(span.start, found.start()))
    if not by and found.start() == span.start:
        return None
    stop = RECEIVERS_END.search(material.text, found.end(), span.end)
    to_span = Span(found.end(), stop.start() if stop else span.end)
    reason = _reason(material.text, Span(to_span.end, span.end))
    to = _receivers(material, to_span, thanked=bool(THANKING.search(found[0])))
    to = tuple(dict.fromkeys((*to, *_further_receivers(material, Span(to_span.end, span.end)))))
    return _Parts(by, to, reason if reason or to else to_span.of(material.text), flags)


def _giver(material: Material, span: Span) -> tuple[tuple[Party, ...], tuple[Flag, ...]]:
    leading = subject(material.text, span, material.mentions_in(span))
    if leading:
        return parties(material, leading.mentions), speaker_flags(leading.mentions)
    own = material.mentions_in(span)
    if own and not material.text[own[-1].span.end : span.end].strip(" ,"):
        return parties(material, own[-1:]), speaker_flags((own[-1],))
    words = re.sub(r"[’']s?$", "", span.of(material.text).strip(" ,"))
    if words and kind_of(words) != "unknown":
        return (Party(words),), ()
    return (), ()


def _noun(material: Material, span: Span) -> _Parts | None:
    """ "Thanks were expressed to AB for …", "Thanks to AB …"."""
    found = NOUN.search(material.text, span.start, span.end)
    if not found:
        return None
    stop = RECEIVERS_END.search(material.text, found.end(), span.end)
    to = _receivers(material, Span(found.end(), stop.start() if stop else span.end), thanked=True)
    by_span = Span(found.start("by"), found.end("by")) if found["by"] else Span(span.start, found.start())
    by, flags = _giver(material, by_span)
    if not by:
        by, flags = _said_in_brackets(material, span)
    return _Parts(by, to, _reason(material.text, Span(stop.start() if stop else span.end, span.end)), flags)


def _bare(material: Material, span: Span) -> _Parts:
    """Approval in other words: who says it, or whom it is said of."""
    own = material.mentions_in(span)
    said_by: tuple[Mention, ...] = speakers(material.text, span, own)
    leading = subject(material.text, span, own)
    if leading and not SAYS.match(material.text, leading.end, span.end):
        by, flags = _said_in_brackets(material, Span(leading.end, span.end))
        return _Parts(by, parties(material, leading.mentions), None, flags)
    if said_by:
        return _Parts(parties(material, said_by), (), None, speaker_flags(said_by))
    by, flags = _said_in_brackets(material, span)
    return _Parts(by, (), None, flags)


def _said_in_brackets(material: Material, span: Span) -> tuple[tuple[Party, ...], tuple[Flag, ...]]:
    """ "Big thanks to the village (AB)": who says so stands in brackets behind it."""
    trailing = trailing_owner(material, span)
    said_by = tuple(material.mentions_in(trailing)) if trailing else ()
    return parties(material, said_by), speaker_flags(said_by)


def _receivers(material: Material, span: Span, *, thanked: bool = False) -> tuple[Party, ...]:
    """The people, groups and offices named in a stretch.

    Things can be praised but not thanked: behind a verb of thanks any short phrase is a receiver, else only those who
    are plainly people.
    """
    found: list[Party] = []
    for part in parts_of(material.text, span):
        own, words = material.mentions_in(part), part.of(material.text)
        if own and len(part) - len(own[0].span) <= 12:
            found += parties(material, own[:1])
        elif not own and (kind_of(words) != "unknown" or (thanked and _short_phrase(words))):
            found.append(Party(re.sub(r"^(?:all\s+)?(?:of\s+)?(?:the)\s+", "", words)))
    return tuple(dict.fromkeys(found))


def _further_receivers(material: Material, span: Span) -> tuple[Party, ...]:
    """ "… thanked AB for the notes and CD for the slides": CD."""
    text = material.text
    return parties(
        material,
        [
            mention
            for mention in material.mentions_in(span)
            if text[: mention.span.start].endswith((" and ", ", ")) and text.startswith(" for ", mention.span.end)
        ],
    )


def _short_phrase(words: str) -> bool:
    tokens = words.lower().split()
    return 0 < len(tokens) <= 7 and tokens[0] not in _PRONOUNS


def _reason(text: str, span: Span) -> str | None:
    found = REASON.search(text, span.start, span.end)
    if not found:
        return None
    said = REASON_END.split(text[found.end() : span.end], maxsplit=1)[0]
    return said.strip(" .;:,") or None
