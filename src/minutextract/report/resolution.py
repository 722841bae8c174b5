"""Whom initials and short names stand for, and how that is known."""

from __future__ import annotations

from minutextract.meeting import Attendance
from minutextract.record import Flag, How, Mention, Record
from minutextract.render.names import Names, person_of, unit_of
from minutextract.render.wording import fold, joined, quote_of
from minutextract.report.content import Named

_KNOWN = {
    How.ROSTER: "as the attendance list has it",
    How.NAME: "by the name",
    How.SURNAME: "by the surname, which one person there has",
    How.DERIVED: "not in the attendance list; fits this name alone",
    How.FUZZY: "spelt otherwise than in the attendance list",
    How.PRONOUN: "named just before",
    How.COLLECTIVE: "a group",
    How.UNKNOWN: "fits nobody in the attendance list",
}
_ATTENDANCE = {
    Attendance.APOLOGIES: "sent apologies",
    Attendance.ABSENT: "absent",
    Attendance.IN_ATTENDANCE: "in attendance",
    Attendance.MENTIONED: "not in the attendance list",
}
_OPEN = frozenset({Flag.AMBIGUOUS_INITIALS, Flag.AMBIGUOUS_NAME})


def named_in(record: Record) -> list[Named]:
    """Words that stand for somebody without naming them in full, and those in doubt; in order and apart."""
    names = Names(record.meeting)
    found: list[Named] = []
    for mention in sorted(record.mentions, key=lambda one: (one.span.start, -one.span.end)):
        written = quote_of(record.document.text, mention.span)
        meant = _meant(names, mention)
        tells = bool(mention.flags) or (meant and mention.how not in (How.NAME, How.COLLECTIVE, How.UNKNOWN))
        if tells and (not found or found[-1].span.end <= mention.span.start):
            doubtful, tells = bool(mention.flags), mention.how is not How.PRONOUN
            meant = meant or "nobody known"
            found.append(Named(mention.span, written, meant, _how(record, mention), doubtful, tells))
    return found


def _meant(names: Names, mention: Mention) -> str:
    meeting = names.meeting
    person = person_of(meeting, mention.person)
    if person:
        status = _ATTENDANCE.get(person.attendance, "")
        name = names.with_affiliation(person)
        return f"{name}, {status}" if status else name
    unit = unit_of(meeting, mention.unit)
    return fold(unit.name) if unit else ""


def _how(record: Record, mention: Mention) -> str:
    if not _OPEN & set(mention.flags):
        return _KNOWN[mention.how]
    names = (person_of(record.meeting, one) or unit_of(record.meeting, one) for one in mention.candidates)
    could_be = joined((fold(one.name) for one in names if one), "or")
    return f"could be {could_be}" if could_be else "fits several people"
