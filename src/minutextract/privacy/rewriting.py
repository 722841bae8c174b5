"""A record over the text in which parts were replaced: every span moved, every other word masked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from pathlib import PurePath
from typing import Any, TypeVar

from minutextract.document import Span
from minutextract.meeting import Person
from minutextract.people.names import is_initials
from minutextract.privacy.contacts import Found
from minutextract.privacy.masking import PERSON_LABEL, Masker, Shift, is_name, replaced
from minutextract.privacy.policy import Policy
from minutextract.record import Finding, How, Mention, Owner, Party, Record
from minutextract.structure.doubts import UNREAD

# What is no text of the minutes: ids, and words of our own.
_OURS = frozenset(
    (
        "id sentence item kind status sha256 media_type person unit action how attendance label number start end event"
    ).split()
)
_T = TypeVar("_T")


def masked_record(
    record: Record, masker: Masker, labels: dict[str, str], policy: Policy, closed: Sequence[Span] = ()
) -> Record:
    """The record in which nobody with a label, by id, is named, and no contact detail stands.

    Spans are offsets into the new text; ids of findings stay those of the record, so that each can be looked up there.
    """
    withheld = [Found(span.start, span.end, "confidential", "[withheld]") for span in closed]
    open_places = (one for one in places(record, masker, labels) if not any(map(one.overlaps, withheld)))
    found = sorted([*withheld, *open_places], key=lambda one: one.start)
    shift = Shift(found)
    text = replaced(record.document.text, found)
    rewriter = _Rewriter(masker, shift, labels, policy)
    source = record.document.source
    path = masker.mask_file_name(PurePath(source.path).name)
    document = replace(rewriter.moved(record.document, masker), text=text, source=replace(source, path=path))
    parts: dict[str, Any] = {}
    for name in ("actions", "updates", "decisions", "praise", "insights"):
        parts[name] = tuple(rewriter.finding(record, one) for one in getattr(record, name))
    meeting = rewriter.moved(record.meeting, masker)
    # The place in the list would tell who is who.
    listed = sorted(record.meeting.people, key=lambda one: _order(labels.get(one.id, "")))
    people = tuple(rewriter.person(one, labels.get(one.id, "")) for one in listed)
    others = {name: rewriter.moved(getattr(record, name), masker) for name in ("entities", "mentions", "sentences")}
    # A line in which nobody was recognised may name somebody all the same.
    warnings = tuple(masker.mask(warning) for warning in record.warnings if not warning.startswith(UNREAD))
    meeting = replace(meeting, people=people)
    return replace(record, document=document, meeting=meeting, warnings=warnings, **others, **parts)


def _order(label: str) -> tuple[bool, int]:
    digits = "".join(filter(str.isdigit, label))
    return bool(label), int(digits or 0)


def places(record: Record, masker: Masker, labels: dict[str, str]) -> list[Found]:
    """What to replace in the text itself: what the masker finds, and the mentions of those with a label."""
    text = record.document.text
    found = masker.find(text)
    taken = sorted(found, key=lambda one: one.start)
    mentions: list[Found] = []
    at = 0
    for mention in sorted(record.mentions, key=lambda one: one.span):
        while at < len(taken) and taken[at].end <= mention.span.start:
            at += 1
        label = _label(mention, labels)
        one = Found(mention.span.start, mention.span.end, "name", label)
        near = taken[at] if at < len(taken) else None
        free = near is None or not near.overlaps(one)
        if label and free and (not mentions or not mentions[-1].overlaps(one)):
            mentions.append(one)
    return sorted([*taken, *mentions], key=lambda one: one.start)


def _label(mention: Mention, labels: dict[str, str]) -> str:
    """What stands for a mention in public, "" if it may be read: pronouns and groups name nobody."""
    if mention.how in (How.PRONOUN, How.COLLECTIVE) or mention.unit:
        return ""
    if mention.person:
        return labels.get(mention.person, "")
    hidden = [labels[one] for one in mention.candidates if one in labels]
    if hidden:
        return hidden[0]
    return PERSON_LABEL if mention.how is How.UNKNOWN else ""


class _Rewriter:
    """Moves spans and masks words, with each finding's own short forms of names."""

    def __init__(self, masker: Masker, shift: Shift, labels: dict[str, str], policy: Policy) -> None:
        self._masker = masker
        self._shift = shift
        self._labels = labels
        self._policy = policy

    def finding(self, record: Record, finding: Finding) -> Any:
        """A finding, in which forms are masked too that stand for somebody only where it stands."""
        masker = self._masker
        for mention in record.mentions:
            if mention.span.within(finding.span) and (label := _label(mention, self._labels)):
                words = mention.span.of(record.document.text)
                masker = masker if masker.mask(words) != words else masker.also([words], label)
        return self.moved(finding, masker)

    def person(self, person: Person, label: str) -> Person:
        """Somebody of the attendance list, in whose place the label stands, if there is one."""
        deputised = person.deputising_for
        if deputised and not self._policy.lists(deputised):
            masked = self._masker.mask(deputised)
            deputised = (
                PERSON_LABEL if masked == deputised and is_name(deputised) and not self._is_open(deputised) else masked
            )
        moved = self.moved(person, self._masker)
        if not label:
            return replace(moved, name=person.name, initials=person.initials, deputising_for=deputised)
        return replace(moved, name=label, initials=(), honorifics=(), deputising_for=deputised)

    def _is_open(self, name: str) -> bool:
        return any(one.name == name and not one.label for one in self._masker.people)

    def moved(self, value: _T, masker: Masker) -> _T:
        """A value of the record, rewritten down to its last word."""
        return self._rewritten(value, masker)  # type: ignore[no-any-return]

    def _rewritten(self, value: Any, masker: Masker) -> Any:
        if isinstance(value, Span):
            return Span(self._shift.start(value.start), self._shift.end(value.end))
        if isinstance(value, Owner):
            return self._owner(value, masker)
        if isinstance(value, Party):
            return self._party(value, masker)
        if type(value) is str:
            return masker.mask(value)
        if isinstance(value, tuple):
            return tuple(self._rewritten(one, masker) for one in value)
        if is_dataclass(value) and not isinstance(value, type):
            new = {
                field.name: self._rewritten(getattr(value, field.name), masker)
                for field in fields(value)
                if field.name not in _OURS
            }
            return replace(value, **new)
        return value

    def _owner(self, owner: Owner, masker: Masker) -> Owner:
        label = self._instead(owner.person, owner.unit, owner.name)
        if label:
            return replace(owner, text=label, name=label)
        text = PERSON_LABEL if owner.kind == "unknown" and is_initials(owner.text) else masker.mask(owner.text)
        name = text if owner.name == owner.text else masker.mask(owner.name)
        return replace(owner, text=text, name=name)

    def _party(self, party: Party, masker: Masker) -> Party:
        label = self._instead(party.person, party.unit, party.name)
        return replace(party, name=label or masker.mask(party.name))

    def _instead(self, person: str | None, unit: str | None, name: str) -> str:
        """The label for somebody who acts, thanks or speaks; "" for units, groups and those who may be named."""
        if person:
            return self._labels.get(person, "")
        nobody = unit or self._policy.lists(name) or self._is_open(name)
        return PERSON_LABEL if not nobody and (is_initials(name) or is_name(name)) else ""
