"""What the document says about the meeting itself: when and where, who was there, what was on the agenda."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from minutextract.document import Span


class Attendance(StrEnum):
    """How a person stands in the attendance list; `mentioned` is somebody whom only the body names."""

    CHAIR = "chair"
    PRESENT = "present"
    APOLOGIES = "apologies"
    IN_ATTENDANCE = "in-attendance"
    ABSENT = "absent"
    MENTIONED = "mentioned"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom the document names; `span` covers the entry or words that it was read from."""

    id: str
    name: str
    span: Span
    attendance: Attendance
    honorifics: tuple[str, ...] = ()
    initials: tuple[str, ...] = ()
    post: str | None = None
    organisation: str | None = None
    deputising_for: str | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """A team, office or unnamed official that the document gives initials to."""

    id: str
    name: str
    span: Span
    initials: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """An agenda item: `span` runs from its heading to the next item's, and holds those of the topics within it.

    `number` is as shown, without the full stop; a lettered topic has its section's in front ("4b").
    """

    id: str
    number: str | None
    title: str
    span: Span
    owners: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """The frame of the minutes; what the document does not say is None."""

    body: str | None = None
    title: str | None = None
    date: date | None = None
    start: str | None = None
    end: str | None = None
    place: str | None = None
    next_meeting: str | None = None
    status: str | None = None
    people: tuple[Person, ...] = ()
    units: tuple[Unit, ...] = ()
    items: tuple[Item, ...] = ()

    def person(self, person_id: str) -> Person:
        """The person with this id; raises KeyError if there is none."""
        for person in self.people:
            if person.id == person_id:
                return person
        raise KeyError(person_id)
