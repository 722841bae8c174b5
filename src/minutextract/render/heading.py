"""The head of a summary: which meeting, when and where, who was there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import PurePath

from minutextract.meeting import Attendance, Meeting, Person
from minutextract.record import Record
from minutextract.render.names import with_affiliation
from minutextract.render.wording import capitalised, fold, joined, long_date

Fact = tuple[str, str]

_SMALL = frozenset({"a", "and", "at", "for", "in", "of", "on", "the", "to", "with"})


def title(record: Record) -> str:
    """ "Harbour Trust: summary of the meeting of 21 May 2024"; the file's name stands in where no body is named."""
    meeting, name = record.meeting, body_name(record)
    if meeting.date is None or str(meeting.date.year) in name:
        return f"{name}: summary"
    return f"{name}: summary of the meeting of {long_date(meeting.date)}"


def body_name(record: Record) -> str:
    """Who met: the body, else the title, else what the file's name says."""
    meeting = record.meeting
    return fold(meeting.body or meeting.title or "") or _from_file_name(record.document.source.name, meeting.date)


def _from_file_name(path: str, day: date | None) -> str:
    stem = PurePath(path).stem
    if day:
        stem = re.sub(rf"{day.year}[-_. ]?{day:%m}[-_. ]?{day:%d}", " ", stem)
    words = fold(re.sub(r"[_\-\s]+", " ", stem)).split()
    return " ".join(word if word in _SMALL else capitalised(word) for word in words) or "Minutes"


def facts(meeting: Meeting) -> tuple[Fact, ...]:
    """What is known of the meeting itself, as label and text."""
    heading = meeting.title if meeting.body and meeting.title != meeting.body else None
    optional = (("Title", fold(heading or "")), ("Status", meeting.status or ""))
    return (
        *((label, text) for label, text in optional if text),
        ("Date", _when(meeting)),
        ("Place", fold(meeting.place or "") or "not recorded"),
        *_people(meeting.people),
        ("Next meeting", fold(meeting.next_meeting or "") or "not recorded"),
    )


def _when(meeting: Meeting) -> str:
    day = long_date(meeting.date) if meeting.date else "not recorded"
    times = " to ".join(filter(None, (meeting.start, meeting.end)))
    return f"{day}, {times}" if times else day


def _people(people: tuple[Person, ...]) -> Iterator[Fact]:
    listed = {kind: [p for p in people if p.attendance is kind] for kind in Attendance}
    chairs, present = listed[Attendance.CHAIR], listed[Attendance.PRESENT]
    if chairs:
        yield "Chair" if len(chairs) == 1 else "Chairs", _names(chairs)
    yield "Present", _present([*chairs, *present], [p for p in people if p.attendance is not Attendance.MENTIONED])
    deputies = [p for p in people if p.deputising_for and p.attendance not in (Attendance.APOLOGIES, Attendance.ABSENT)]
    if deputies:
        yield "Deputies", joined(fold(f"{p.name} for {p.deputising_for}") for p in deputies)
    for label, kind in (("Apologies", Attendance.APOLOGIES), ("Absent", Attendance.ABSENT)):
        if listed[kind]:
            yield f"{label} ({len(listed[kind])})", joined(fold(p.name) for p in listed[kind])
    if listed[Attendance.IN_ATTENDANCE]:
        yield "In attendance", _names(listed[Attendance.IN_ATTENDANCE])


def _present(present: list[Person], listed: list[Person]) -> str:
    if not listed:
        return "no attendance list was found"
    return str(len(present)) if present else "none recorded"


def _names(people: list[Person]) -> str:
    return "; ".join(with_affiliation(person) for person in people)
