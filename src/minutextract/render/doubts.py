"""Doubts about who is meant: flagged names and initials in the words that a summary quotes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from minutextract.meeting import Attendance, Meeting
from minutextract.record import Finding, Flag, How, Mention, Record
from minutextract.render.names import person_of, unit_of
from minutextract.render.wording import fold, joined, quote_of

_FITS_NOBODY = "fits nobody in the attendance list"
_AMBIGUOUS = frozenset({Flag.AMBIGUOUS_INITIALS, Flag.AMBIGUOUS_NAME})


def flagged_mentions(record: Record, finding: Finding) -> list[Mention]:
    """Names and initials within a finding whose resolution needs a check; pronouns repeat what stands before them."""
    return [
        mention
        for mention in record.mentions
        if mention.flags and mention.how is not How.PRONOUN and mention.span.within(finding.span)
    ]


def mention_checks(record: Record, findings: Sequence[Finding]) -> Iterator[str]:
    """A sentence for each doubt about names or initials, with the agenda items where they stand.

    Several that fit nobody are told in one; where no list was found, nobody could fit, and nothing is said.
    """
    items = {item.id: item.number for item in record.meeting.items}
    doubts: dict[str, dict[str, dict[str, None]]] = {}
    for finding in sorted(findings, key=lambda finding: finding.span):
        for mention in flagged_mentions(record, finding):
            doubt = _doubt(record.meeting, mention)
            if doubt:
                written = quote_of(record.document.text, mention.span)
                numbers = doubts.setdefault(doubt, {}).setdefault(written, {})
                if number := items.get(finding.item or ""):
                    numbers[fold(number)] = None
    for doubt, places in doubts.items():
        who = [f"{written}{_in_items(numbers)}" for written, numbers in places.items()]
        if doubt == _FITS_NOBODY and len(who) > 1:
            yield f"{joined(who)} fit nobody in the attendance list."
        else:
            yield from (f"{one} {doubt}." for one in who)


def _in_items(numbers: dict[str, None]) -> str:
    return f" ({'item' if len(numbers) == 1 else 'items'} {joined(numbers)})" if numbers else ""


def _doubt(meeting: Meeting, mention: Mention) -> str:
    person = person_of(meeting, mention.person)
    taken = fold(person.name) if person else ""
    if _AMBIGUOUS & set(mention.flags):
        could_be = joined((_name(meeting, one) for one in mention.candidates), "or")
        return f"could be {could_be}; {f'taken as {taken}' if taken else 'left open'}"
    if Flag.DERIVED_INITIALS in mention.flags and person:
        called = f", whom the list calls {joined(map(fold, person.initials))}" if person.initials else ""
        return f"is not in the attendance list; taken as {taken}{called}"
    if Flag.FUZZY_NAME in mention.flags and person:
        return f"is not spelt as in the attendance list; taken as {taken}"
    listed = any(person.attendance is not Attendance.MENTIONED for person in meeting.people)
    return _FITS_NOBODY if listed and Flag.UNKNOWN_INITIALS in mention.flags else ""


def _name(meeting: Meeting, candidate: str) -> str:
    known = person_of(meeting, candidate) or unit_of(meeting, candidate)
    return fold(known.name if known else candidate)
