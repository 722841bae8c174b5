"""Everybody in the attendance lists, once each, however often and in whatever spelling they are listed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from minutextract.document import Span
from minutextract.meeting import Attendance, Person
from minutextract.people.names import fold_name, one_slip
from minutextract.structure.chair import settle_chairs
from minutextract.structure.labels import ROLE_LABELS
from minutextract.structure.lines import Listed
from minutextract.structure.posts import chairs_meeting

_ORDER = (Attendance.CHAIR, Attendance.PRESENT, Attendance.IN_ATTENDANCE, Attendance.APOLOGIES, Attendance.ABSENT,
          Attendance.MENTIONED)  # fmt: skip
_AWAY = (Attendance.APOLOGIES, Attendance.ABSENT)
_FEWEST_LETTERS = 6


def people_of(listed: Sequence[Listed]) -> list[Person]:
    """The people of the lists, in the order in which they are first listed."""
    people: dict[str, Person] = {}
    firsts: dict[str, Listed] = {}
    sittings: dict[str, int] = {}
    came: set[str] = set()
    for one in _offices_after_names(listed):
        key = _known_as(one, people, sittings) or fold_name(one.entry.name)
        if key in people:
            people[key] = _merge(people[key], one, firsts[key])
        else:
            people[key], firsts[key] = _person(one, len(people) + 1), one
            sittings[key] = one.sitting
        if not one.roll and one.attendance in (Attendance.PRESENT, Attendance.CHAIR):
            came.add(key)
    rolls = {key for key, one in firsts.items() if one.roll}
    if len(came & rolls) > max(1, len(came) // 2):
        # A roll of the members beside a list of those of them who came.
        missing = [key for key in rolls - came if people[key].attendance is Attendance.PRESENT]
        people |= {key: replace(people[key], attendance=Attendance.ABSENT) for key in missing}
    return settle_chairs(_present_if_no_other_list(list(people.values())))


def _offices_after_names(listed: Sequence[Listed]) -> list[Listed]:
    """The entries, with one name that an office labels ("Chair: Jo") behind the only full name that fits it, if any.

    The label stands above the list more often than below it; a list that has the short name as well is of two people.
    """
    names = [fold_name(one.entry.name) for one in listed]
    placed = list(listed)
    for at, one in enumerate(listed):
        if " " in names[at] or not _is_of_office(one) or names.count(names[at]) > 1:
            continue
        sitting = [name for other, name in zip(listed, names, strict=True) if other.sitting == one.sitting]
        fitting = {name for name in sitting if " " in name and names[at] in (name.split()[0], name.split()[-1])}
        first = names.index(fitting.pop()) if len(fitting) == 1 else -1
        if first > at:
            placed.remove(one)
            placed.insert(placed.index(listed[first]) + 1, one)
    return placed


def _is_of_office(one: Listed) -> bool:
    return one.attendance is Attendance.CHAIR or (one.entry.post or "").lower() in ROLE_LABELS


def _known_as(listed: Listed, people: Mapping[str, Person], sittings: Mapping[str, int]) -> str | None:
    """The one person listed before who is listed again under a shorter or misspelt name.

    An office's label may repeat a first name ("Secretary: Jo" for Jo Roe), and so may the list of another sitting,
    which may also misspell a name by a letter.
    """
    entry, name = listed.entry, fold_name(listed.entry.name)
    office = _is_of_office(listed)
    if name in people:
        return name
    if " " not in name and entry.honorifics and listed.attendance is Attendance.APOLOGIES:
        fitting = [full for full in people if name == full.split()[-1]]
        return fitting[0] if len(fitting) == 1 else None
    if " " not in name:
        fitting = [
            full
            for full in people
            if (office and name in (full.split()[0], full.split()[-1]))
            or (sittings[full] != listed.sitting and " " in full and name == full.split()[0])
        ]
    else:
        fitting = [full for full in people if sittings[full] != listed.sitting and _misspelt(name, full)]
    return fitting[0] if len(fitting) == 1 else None


def _misspelt(name: str, other: str) -> bool:
    """Whether two long names differ by one letter of the surname, or by two that changed places."""
    first, _, surname = name.partition(" ")
    theirs, _, other_surname = other.partition(" ")
    return (
        first == theirs
        and min(len(surname), len(other_surname)) >= _FEWEST_LETTERS
        and one_slip(surname, other_surname)
    )


def _person(listed: Listed, number: int) -> Person:
    entry = listed.entry
    return Person(
        f"p{number}", entry.name, Span(entry.start, entry.end), listed.attendance, entry.honorifics,
        tuple(dict.fromkeys(entry.initials)), entry.post, entry.organisation, entry.deputising_for,
    )  # fmt: skip


def _merge(person: Person, listed: Listed, first: Listed) -> Person:
    """Somebody listed twice: what the first entry leaves out comes from the second.

    The chair stays the chair; a member whom the roll names and who sent apologies was not there.
    """
    entry = listed.entry
    kinds = (person.attendance, listed.attendance)
    attendance = min(kinds, key=_ORDER.index)
    member = first.roll and first.sitting == listed.sitting and person.attendance is first.attendance
    if member and attendance is not Attendance.CHAIR and listed.attendance in _AWAY:
        attendance = listed.attendance
    elif listed.roll and person.attendance in _AWAY:
        attendance = person.attendance
    return replace(
        person,
        attendance=attendance,
        initials=tuple(dict.fromkeys((*person.initials, *entry.initials))),
        post=person.post or entry.post,
        organisation=person.organisation or entry.organisation,
        deputising_for=person.deputising_for or entry.deputising_for,
    )


def _present_if_no_other_list(people: list[Person]) -> list[Person]:
    """Where "In attendance" is the only list, it lists those present."""
    if any(person.attendance in (Attendance.CHAIR, Attendance.PRESENT) for person in people):
        return people
    return [
        replace(person, attendance=Attendance.CHAIR if chairs_meeting(person.post or "") else Attendance.PRESENT)
        if person.attendance is Attendance.IN_ATTENDANCE
        else person
        for person in people
    ]
