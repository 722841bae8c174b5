"""Praise as giver, receivers and reason: active, passive, as a noun, and in lists that inherit giver and verb."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutextract.document import Span
from minutextract.findings.clauses import phrase_before
from minutextract.findings.givers import (
    NOBODY,
    Given,
    for_whom,
    giver_behind,
    named_giver,
    received_from,
    reporter,
    signed,
    spoken_part,
    whose_thanks,
)
from minutextract.findings.insights import speaker_flags
from minutextract.findings.lists import lead_ins
from minutextract.findings.material import Material
from minutextract.findings.owners import parties
from minutextract.findings.praise_antecedents import left_out, meant_before
from minutextract.findings.praise_parts import each_once, thanks_in
from minutextract.findings.praise_patterns import (
    ACTIVE,
    ALSO_THANKED,
    ASKED,
    DENIES,
    ITS_OWN,
    NOUN,
    PASSIVE,
    PRESENTED,
    REASON,
    REASON_END,
    THANKING,
    TO_BE_THANKED,
    TO_THANK,
    WEAK,
    WORK_OF,
)
from minutextract.findings.praise_speakers import speaker, spoke_before
from minutextract.findings.quoted import is_of_letter
from minutextract.findings.receivers import OPEN, called, further_receivers, praised, receivers_in, stretch_of
from minutextract.meeting import Attendance
from minutextract.people.context import SAYS
from minutextract.people.subjects import speakers, subject
from minutextract.record import Flag, Party, Praise, Sentence, finding_id

_HALF_CLAUSE = re.compile(r"\s*(?:to|that|you|how|what|we|they)\b", re.IGNORECASE)
_TOLD = re.compile(r"(?:thank|congratulat)ed\b", re.IGNORECASE)
_AWAY = (Attendance.APOLOGIES, Attendance.ABSENT)


@dataclass(frozen=True, slots=True)
class _Parts:
    """Giver, receivers and reason; empty or None where the words do not say."""

    given: Given
    to: tuple[Party, ...]
    reason: str | None
    flags: tuple[Flag, ...] = ()


def find_praise(material: Material) -> list[Praise]:
    """All praise of a meeting, in order."""
    leads = lead_ins(material.document, material.sentences)
    found: dict[str, Praise] = {}
    given = list[Praise]()
    for sentence in material.sentences:
        if "praise" in sentence.labels and not is_of_letter(material, sentence):
            lead = leads.get(sentence.id)
            giver = found.get(lead.id) if lead else None
            given += [_praise(material, part, giver) for part in thanks_in(material, sentence)]
            found[sentence.id] = given[-1]
    return each_once(material, given)


def _praise(material: Material, sentence: Sentence, lead: Praise | None) -> Praise:
    parts = (_listed(material, sentence.span, lead) if lead else None) or _parts(material, sentence)
    by, flags = parts.given
    if not by:
        flags = (*flags, Flag.UNKNOWN_GIVER)
    flags = (*flags, *_receiver_flags(material, parts.to))
    return Praise(
        id=finding_id(material.document, sentence.span, "praise"),
        span=sentence.span,
        sentence=sentence.id,
        # An item that completes a sentence of thanks is as sure as that sentence.
        score=max(sentence.scores.get("praise", 1.0), lead.score if lead else 0.0),
        item=sentence.item,
        flags=tuple(dict.fromkeys((*parts.flags, *flags, *([] if lead else material.label_flags(sentence, "praise"))))),
        by=by,
        to=parts.to,
        reason=parts.reason,
    )


def _receiver_flags(material: Material, to: tuple[Party, ...]) -> list[Flag]:
    people = [material.meeting.person(party.person) for party in to if party.person]
    flags = [Flag.RECEIVER_ABSENT] if any(person.attendance in _AWAY for person in people) else []
    return [Flag.UNKNOWN_RECEIVER, *flags] if any(party.name.lower() in OPEN for party in to) else flags


def _listed(material: Material, span: Span, lead: Praise) -> _Parts | None:
    """An item that completes a sentence of thanks: "AB and CD for …"."""
    if ACTIVE.search(material.text, span.start, span.end):
        return None
    head = stretch_of(material.text, span.start, span.end)
    to = receivers_in(material, head, thanked=True)
    if not to:
        return None
    return _Parts((lead.by, ()), to, _reason(material.text, Span(head.end, span.end)), (Flag.INHERITED_GIVER,))


def _parts(material: Material, sentence: Sentence) -> _Parts:
    span = spoken_part(material, sentence.span)
    forms = [(PASSIVE, _passive), (ACTIVE, _active)]
    # What is said first is what the sentence is about ("AB thanked her and said that it was much appreciated").
    forms.sort(key=lambda form: _place(form[0], material.text, span))
    found = (read(material, span) for read in (_asked_for, *(read for _, read in forms), _noun, _others))
    parts = next((parts for parts in found if parts), None) or _bare(material, span)
    given = whose_thanks(material, span)
    given = given if given[0] else parts.given
    for source in (signed, received_from, reporter):
        given = given if given[0] else source(material, span)
    # "I" is whoever speaks, where that is plain.
    if not given[0] or all(party.name == "I" for party in given[0]):
        said_by = speaker(material, sentence)
        given = said_by if said_by[0] else given
    to = parts.to or tuple(dict.fromkeys((*called(material, span), *praised(material, span))))
    to = tuple(party for party in to if party not in given[0])
    to = to or tuple(party for party in left_out(material, span) if party not in given[0])
    to = to or _owned(material, span, given)
    to = to or tuple(party for party in spoke_before(material, sentence) if party not in given[0])
    thanks = None if parts.reason else THANKING.search(material.text, span.start, span.end)
    reason = _reason(material.text, Span(thanks.end(), span.end)) if thanks else parts.reason
    # "Thanks for those who came": whom the thanks are for is no reason.
    return _Parts(given, to, None if reason in [party.name for party in to] else reason, parts.flags)


def _owned(material: Material, span: Span, given: Given) -> tuple[Party, ...]:
    """Whose work a sentence praises that says "her work": the one named before it."""
    found = ITS_OWN.search(material.text, span.start, span.end)
    meant = meant_before(material, found.start("who")) if found else ()
    return tuple(party for party in meant if party not in given[0])


def _place(pattern: re.Pattern[str], text: str, span: Span) -> int:
    found = pattern.search(text, span.start, span.end)
    return found.start() if found else span.end


def _others(material: Material, span: Span) -> _Parts | None:
    """Receivers that no verb governs: those called by name, those of whom something good is said."""
    to = called(material, span) or praised(material, span)
    if not to:
        return None
    awarded = PRESENTED.search(material.text, span.start, span.end)
    said_by = speakers(material.text, span, material.mentions_in(span))
    given = (parties(material, said_by), speaker_flags(said_by))
    if awarded and not given[0]:
        given = named_giver(material, span, awarded.start())
    named = any(party in to for party in given[0])
    return _Parts(NOBODY if named else given, to, _reason(material.text, span))


def _passive(material: Material, span: Span) -> _Parts | None:
    """ "AB was thanked (by CD) for …"."""
    found = PASSIVE.search(material.text, span.start, span.end)
    if not found:
        return None
    before, behind = Span(span.start, found.start()), Span(found.end(), span.end)
    leading = subject(material.text, before, material.mentions_in(before))
    phrase = phrase_before(material, span.start, found.start())
    # Things are appreciated too; only people are thanked.
    to = receivers_in(material, phrase or before, thanked="appreciated" not in found[0].lower())
    if leading and not material.text[leading.end : found.start()].strip(" ,"):
        to = parties(material, leading.mentions)
    return _Parts(
        giver_behind(material, behind), (*to, *_more_thanks(material, behind)), _reason(material.text, behind)
    )


def _asked_for(material: Material, span: Span) -> _Parts | None:
    """ "AB asked that the crew be thanked for …"."""
    found = TO_BE_THANKED.search(material.text, span.start, span.end)
    if not found:
        return None
    to = receivers_in(material, Span(*found.span("who")), thanked=True)
    if not to:
        return None
    given = named_giver(material, span, found.start())
    return _Parts(given, to, _reason(material.text, Span(found.end(), span.end)))


def _active(material: Material, span: Span) -> _Parts | None:
    """ "AB thanked CD for …", "Members expressed thanks to CD …"."""
    found = _verb(material.text, span)
    if not found:
        return None
    asked = TO_THANK.search(material.text, span.start, found.end())
    given = received_from(material, span) if "ing " in found[0] else for_whom(found[0])
    given = given if given[0] else named_giver(material, span, asked.start() if asked else found.start())
    # "Thank the hosts" asks for it; "Thanked the hosts" tells it, as a log does, without who did.
    if not given[0] and found.start() == span.start and not _TOLD.match(found[0]):
        return None
    to_span = stretch_of(material.text, found.end(), span.end)
    rest = Span(to_span.end, span.end)
    reason = _reason(material.text, rest)
    work = WORK_OF.search(material.text, to_span.start, span.end)
    if work and not THANKING.search(found[0]):
        to_span = stretch_of(material.text, work.end(), span.end)
        rest = Span(to_span.end, span.end)
    to = receivers_in(material, to_span, thanked=bool(work or THANKING.search(found[0])))
    if found[0].split()[-1].lower() == "for":
        to, reason = (), to_span.of(material.text)
    to = tuple(dict.fromkeys((*to, *_more_thanks(material, rest))))
    words = to_span.of(material.text)
    # "… happy to go on", "… likes that it goes on": half a clause is no reason.
    return _Parts(given, to, reason if reason or to or _HALF_CLAUSE.match(words) else words or None)


def _verb(text: str, span: Span) -> re.Match[str] | None:
    """The verb of thanks or approval; approval gives way to thanks behind it ("welcomed CD and thanked FG")."""
    first = ACTIVE.search(text, span.start, span.end)
    if first and WEAK.search(first[0]):
        return next((one for one in ACTIVE.finditer(text, first.end(), span.end) if THANKING.search(one[0])), first)
    return first


def _noun(material: Material, span: Span) -> _Parts | None:
    """ "Thanks were expressed to AB for …", "Thanks to AB …"."""
    found = NOUN.search(material.text, span.start, span.end)
    if not found:
        return None
    to_span = stretch_of(material.text, found.end(), span.end)
    rest = Span(to_span.end, span.end)
    to = (*receivers_in(material, to_span, thanked=True), *_more_thanks(material, rest))
    asked = ASKED.search(material.text, span.start, found.start())
    given = named_giver(material, span, asked.start()) if asked else NOBODY
    if found["by"]:
        by = tuple(material.mentions_in(Span(found.start("by"), found.end("by"))))
        given = (parties(material, by), speaker_flags(by)) if by else ((Party(found["by"]),), ())
    return _Parts(given, tuple(dict.fromkeys(to)), _reason(material.text, rest))


def _more_thanks(material: Material, rest: Span) -> tuple[Party, ...]:
    """Those whom the rest of a sentence of thanks adds: "and to AB for …", "– special thanks to CD"."""
    found = list(further_receivers(material, rest))
    again_thanked = (
        *NOUN.finditer(material.text, rest.start, rest.end),
        *ALSO_THANKED.finditer(material.text, rest.start, rest.end),
    )
    for again in again_thanked:
        found += receivers_in(material, stretch_of(material.text, again.end(), rest.end), thanked=True)
    return tuple(found)


def _bare(material: Material, span: Span) -> _Parts:
    """Approval in other words: who says it, or whom it is said of."""
    own = material.mentions_in(span)
    said_by = speakers(material.text, span, own)
    leading = subject(material.text, span, own)
    if leading and not SAYS.match(material.text, leading.end, span.end):
        return _Parts(NOBODY, parties(material, leading.mentions), None)
    return _Parts((parties(material, said_by), speaker_flags(said_by)), (), None)


def _reason(text: str, span: Span) -> str | None:
    reasons = REASON.finditer(text, span.start, span.end)
    found = next((one for one in reasons if not DENIES.search(text, span.start, one.start())), None)
    if not found:
        return None
    said = REASON_END.split(text[found.end() : span.end], maxsplit=1)[0]
    return said.strip(" .;:,!") or None
