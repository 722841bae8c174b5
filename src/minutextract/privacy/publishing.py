"""A record as the public may read it, and what that took."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from minutextract.document import Span
from minutextract.errors import UsageError
from minutextract.meeting import Attendance, Person
from minutextract.people.names import is_initials
from minutextract.privacy.confidential import Closed, closed_stretches
from minutextract.privacy.forms import Named
from minutextract.privacy.masking import PERSON_LABEL, Masker, shortened
from minutextract.privacy.policy import OFFICE_HOLDERS, Policy
from minutextract.privacy.redactions import Redaction, Redactions
from minutextract.privacy.rewriting import masked_record, places
from minutextract.privacy.unlisted import unlisted_names
from minutextract.record import Finding, How, Record
from minutextract.render.content import Summary

_NOUNS = {
    Attendance.CHAIR: "a chair",
    Attendance.PRESENT: "a member",
    Attendance.APOLOGIES: "a member",
    Attendance.ABSENT: "a member",
    Attendance.IN_ATTENDANCE: "an attendee",
    Attendance.MENTIONED: "a person",
}
_KINDS = ("actions", "updates", "decisions", "praise", "insights")


@dataclass(frozen=True, slots=True)
class Publication:
    """What the public may read of a meeting, and what it may not; `redactions` are for the secretary alone."""

    record: Record
    redactions: Redactions


def publish(record: Record, policy: Policy | None = None) -> Publication:
    """The record without confidential items, the names of those who may not be named, and contact details.

    Raises:
        UsageError: a pattern of the policy is no regular expression.
    """
    policy = policy or Policy()
    closed = closed_stretches(record, policy.confidential)
    opened, left_out = _without(record, closed)
    labels = _labels(opened, [one for one in record.meeting.people if not policy.names(one)])
    masker = Masker(
        tuple(_named(record, policy, labels)), _compiled(policy.patterns), officers=OFFICE_HOLDERS in policy.named
    )
    masked = masked_record(opened, masker, labels, policy, _merged(closed))
    log = [*_left_out(record, closed, left_out), *_masked(opened, masker, labels)]
    return Publication(masked, Redactions(record.document.source.sha256, tuple(log)))


def without_checks(summary: Summary) -> Summary:
    """A public summary without what the secretary is to check, and "[3 members]" for three in a row of a list."""
    facts = tuple((label, shortened(text)) for label, text in summary.facts)
    return replace(summary, checks=(), facts=facts, options=replace(summary.options, checks=False))


def _labels(record: Record, hidden: Sequence[Person]) -> dict[str, str]:
    """What stands for each of those who are not to be named: "[member 2]" for the second whom a finding speaks of.

    Without numbers, what two of them did would read as one's. They follow the minutes, not the list of those present.
    """
    spans = sorted(span for kind in _KINDS for finding in getattr(record, kind) for span in _spans(finding))
    mentioned = (
        mention.person
        for mention in sorted(record.mentions, key=lambda one: one.span)
        if any(mention.span.within(span) for span in spans)
    )
    order = dict.fromkeys((*mentioned, *_acting(record)))
    nouns = {person.id: _NOUNS[person.attendance] for person in hidden}
    labels, numbers = {person: f"[{noun}]" for person, noun in nouns.items()}, Counter[str]()
    for person in order:
        if person in nouns:
            noun = nouns[person].split(maxsplit=1)[1]
            numbers[noun] += 1
            labels[person] = f"[{noun} {numbers[noun]}]"
    return labels


def _acting(record: Record) -> Iterator[str | None]:
    for kind in _KINDS:
        for finding in getattr(record, kind):
            for name in ("owners", "with_whom", "by", "to", "moved_by", "seconded_by"):
                yield from (one.person for one in getattr(finding, name, ()))


def _compiled(patterns: Sequence[str]) -> tuple[re.Pattern[str], ...]:
    compiled = []
    for pattern in patterns:
        try:
            compiled.append(re.compile(pattern))
        except re.error as error:
            raise UsageError(f"the pattern {pattern!r} is no regular expression: {error}", "Correct it.") from error
    return tuple(compiled)


def _named(record: Record, policy: Policy, labels: dict[str, str]) -> Iterator[Named]:
    """Everybody with a name, and by which short forms the text calls those who are not to be named."""
    short: dict[str, set[str]] = {}
    for mention in record.mentions:
        written = mention.span.of(record.document.text)
        if mention.person in labels and mention.how not in (How.PRONOUN, How.COLLECTIVE) and is_initials(written):
            short.setdefault(mention.person or "", set()).add(written)
    for person in record.meeting.people:
        label = labels.get(person.id, "")
        yield Named(person.name, label, person.initials if label else (), tuple(sorted(short.get(person.id, ()))))
        if person.deputising_for and not policy.lists(person.deputising_for):
            yield from _deputised(record, person)
    for name in unlisted_names(record):
        yield Named(name, "" if policy.lists(name) else PERSON_LABEL)


def _deputised(record: Record, person: Person) -> Iterator[Named]:
    name = person.deputising_for or ""
    if " " in name and all(one.name != name for one in record.meeting.people):
        yield Named(name, PERSON_LABEL)


def _without(record: Record, closed: Sequence[Closed]) -> tuple[Record, list[Finding]]:
    """The record without findings that touch what is closed, whose words are gone from its text too."""
    items = {one.id for one in record.meeting.items if _touches(one.span, closed, whole=True)}
    gone = [
        finding
        for kind in _KINDS
        for finding in getattr(record, kind)
        if finding.item in items or any(_touches(span, closed) for span in _spans(finding))
    ]
    ids = {finding.id for finding in gone}
    kept: dict[str, Any] = {kind: tuple(one for one in getattr(record, kind) if one.id not in ids) for kind in _KINDS}
    titles = tuple(
        replace(one, title="[confidential item]") if one.id in items else one for one in record.meeting.items
    )
    mentions = tuple(one for one in record.mentions if not _touches(one.span, closed))
    entities = tuple(one for one in record.entities if not _touches(one.span, closed))
    sentences = tuple(one for one in record.sentences if not _touches(one.span, closed))
    meeting = replace(record.meeting, items=titles)
    opened = replace(record, meeting=meeting, mentions=mentions, entities=entities, sentences=sentences, **kept)
    return opened, gone


def _merged(closed: Sequence[Closed]) -> list[Span]:
    """The stretches, those that overlap as one."""
    merged: list[Span] = []
    for one in sorted(closed, key=lambda one: one.span):
        if not len(one.span):
            continue
        if merged and one.span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, one.span.end))
        else:
            merged.append(one.span)
    return merged


def _spans(finding: Finding) -> Iterator[Span]:
    yield finding.span
    yield from getattr(finding, "repeats", ())
    if context := getattr(finding, "context", None):
        yield context


def _touches(span: Span, closed: Sequence[Closed], *, whole: bool = False) -> bool:
    if whole:
        return any(span.within(one.span) for one in closed)
    return any(span.start < one.span.end and one.span.start < span.end for one in closed)


def _left_out(record: Record, closed: Sequence[Closed], gone: Sequence[Finding]) -> Iterator[Redaction]:
    """One entry for each confidential stretch with what was found in it, each finding counted once."""
    left = list(gone)
    for one in closed:
        own = [finding for finding in left if any(_touches(span, [one]) for span in _spans(finding))]
        left = [finding for finding in left if finding not in own]
        where = one.item or _item_at(record, one.span)
        first, last = _line(record, one.span.start), _line(record, max(one.span.start, one.span.end - 1))
        words = " ".join(one.span.of(record.document.text).split())
        yield Redaction("confidential", len(own), where, first, last, one.reason, words)
    for finding in left:
        line = _line(record, finding.span.start)
        yield Redaction("confidential", 1, _item_at(record, finding.span), line, line, "it belongs to a closed item",
                        " ".join(finding.span.of(record.document.text).split()))  # fmt: skip


def _masked(record: Record, masker: Masker, labels: dict[str, str]) -> Iterator[Redaction]:
    """One entry for each masked word that the head of a summary, or a finding, could show."""
    shown = [span for kind in _KINDS for finding in getattr(record, kind) for span in _spans(finding)]
    shown += [person.span for person in record.meeting.people if person.attendance is not Attendance.MENTIONED]
    text = record.document.text
    counted: Counter[tuple[str, str, int, str, str]] = Counter()
    for one in places(record, masker, labels):
        if any(one.start < span.end and span.start < one.end for span in shown):
            span = Span(one.start, one.end)
            counted[one.kind, _item_at(record, span), _line(record, one.start), one.label, span.of(text)] += 1
    for (kind, item, line, label, words), count in counted.items():
        yield Redaction(kind, count, item, line, line, label, " ".join(words.split()))


def _item_at(record: Record, span: Span) -> str:
    items = [one for one in record.meeting.items if span.start < one.span.end and one.span.start < span.end]
    if not items:
        return "heading" if not record.meeting.items or span.start < record.meeting.items[0].span.start else ""
    return f"item {items[-1].number}" if items[-1].number else "an item without a number"


def _line(record: Record, place: int) -> int:
    return record.document.text.count("\n", 0, place) + 1
