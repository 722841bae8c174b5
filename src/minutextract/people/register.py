"""Everybody that a document names, with all the forms that could stand for them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from minutextract.meeting import Attendance, Person, Unit
from minutextract.people.names import derive_initials, fold_name, split_titles
from minutextract.people.vocabulary import OFFICES, POSITIONS

_WORD = re.compile(r"[\w’'\-]+")


@dataclass(frozen=True)
class Register:
    """Look-up tables from a form to the ids of those whom it may stand for."""

    people: Mapping[str, Person]
    units: Mapping[str, Unit]
    initials: Mapping[str, list[str]] = field(default_factory=dict)
    derived: Mapping[str, list[str]] = field(default_factory=dict)
    full_names: Mapping[str, list[str]] = field(default_factory=dict)
    surnames: Mapping[str, list[str]] = field(default_factory=dict)
    first_names: Mapping[str, list[str]] = field(default_factory=dict)
    unit_initials: Mapping[str, list[str]] = field(default_factory=dict)
    offices: Mapping[str, list[str]] = field(default_factory=dict)

    @cached_property
    def first_or_lone(self) -> list[tuple[str, tuple[str, ...]]]:
        """First names, and the only name of those who have one, in order; each with whose it is."""
        lone = [(fold_name(person.name), (person.id,)) for person in self.people.values() if " " not in person.name]
        return sorted([*lone, *((name, tuple(ids)) for name, ids in self.first_names.items())])


def build_register(people: Iterable[Person], units: Iterable[Unit]) -> Register:
    """Index people and units by every form of their names."""
    known, teams = {person.id: person for person in people}, {unit.id: unit for unit in units}
    initials, derived, full, surnames, first, offices = (defaultdict[str, list[str]](list) for _ in range(6))
    for person in known.values():
        name = split_titles(person.name)
        for written in person.initials:
            _put(initials, written, person.id)
        for form in derive_initials(name.full):
            _put(derived, form, person.id)
        _put(full, fold_name(name.full), person.id)
        if len(name.tokens) > 1 or name.honorifics or person.honorifics:
            _put(surnames, fold_name(name.surname), person.id)
        if len(name.tokens) > 1 and len(name.tokens[0].strip(".")) > 1:
            _put(first, fold_name(name.tokens[0]), person.id)
        for office in _offices(person):
            _put(offices, office, person.id)
    unit_initials = defaultdict[str, list[str]](list)
    for unit in teams.values():
        for written in unit.initials:
            _put(unit_initials, written, unit.id)
    return Register(known, teams, initials, derived, full, surnames, first, unit_initials, offices)


def _put(index: dict[str, list[str]], form: str, identity: str) -> None:
    if identity not in index[form]:
        index[form].append(identity)


def _offices(person: Person) -> set[str]:
    # The office of somebody from another body ("Chair, Parents' Forum") is no office of this meeting.
    held = set()
    if person.post and not person.organisation and len(person.post.split()) <= 4:
        words = [word.lower() for word in _WORD.findall(person.post)]
        if not {"vice", "deputy", "former", "past"} & set(words):
            held = {word for word in words if word in OFFICES and word != "chair"}
            held |= POSITIONS & set(words) if len(words) == 1 else set()
    if person.attendance is Attendance.CHAIR:
        held |= {"chair", "chairman", "chairperson", "chairwoman"}
    return held
