"""What a digest calls people: the names of the store, or initials or posts, as the attribution has it."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from minutextract.digest.meetings import Met
from minutextract.document import Span
from minutextract.meeting import Attendance, Meeting, Person
from minutextract.people.names import fold_name, is_initials, looks_like_name, split_titles
from minutextract.privacy.forms import Forms, Named
from minutextract.privacy.masking import replaced
from minutextract.record import How, Owner, Party
from minutextract.render.names import Names
from minutextract.render.options import Attribution
from minutextract.render.wording import fold, joined

# Whoever was there more than once goes by the part that tells most.
_PARTS = tuple(Attendance[name] for name in "CHAIR PRESENT IN_ATTENDANCE APOLOGIES ABSENT MENTIONED".split())
_AT_ONCE = 500


class Called:
    """What the people of some meetings are called, in lists and within sentences.

    Within sentences a full name is replaced, and a first name, surname or initials alone where only one of all the
    people has it: as in a summary of one meeting, nothing is replaced by guess.
    """

    def __init__(self, people: Sequence[Person], spellings: dict[str, str], attribution: Attribution) -> None:
        self._names = Names(Meeting(people=tuple(people)), attribution, to_tell=False)
        self._ids = spellings
        self._named = attribution is Attribution.NAMED
        self._people = people
        self._forms = Forms(()) if self._named else Forms(self._written())

    @property
    def nobody(self) -> bool:
        """Whether not even a part in the meeting is told of those who speak or move."""
        return self._names.attribution is Attribution.NONE

    def owners(self, names: Sequence[str]) -> str:
        """Those who are to act, told apart from each other at every attribution."""
        return joined(map(fold, names)) if self._named else self._names.owners([*map(self._owner, names)])

    def parties(self, names: Sequence[str]) -> str:
        """Those who give or receive thanks, or move a motion."""
        if self._named:
            return joined(map(fold, names))
        return self._names.parties([Party(name, self._ids.get(fold_name(name))) for name in names])

    def speakers(self, names: Sequence[str], text: str) -> str:
        """Those who made a point, without those whom its text names already."""
        if self._named:
            by = joined(map(fold, names))
            return "" if by.casefold() in text.casefold() else by
        return self._names.speakers([Party(name, self._ids.get(fold_name(name))) for name in names], text)

    def words(self, text: str) -> str:
        """A sentence of the minutes with those whom it names called as everywhere."""
        return text if self._named else replaced(text, [found for found in self._forms.find(text) if found.label])

    def _owner(self, name: str) -> Owner:
        person = self._ids.get(fold_name(name))
        kind = "person" if person or looks_like_name(name) or is_initials(name) else "group"
        return Owner(name, name, kind, How.NAME, person)

    def _written(self) -> Iterable[Named]:
        words, letters = defaultdict[str, set[str]](set), Counter[str]()
        for name, one in self._ids.items():
            for word in name.split():
                words[word].add(one)
        for person in self._people:
            letters.update(set(person.initials))
        for person in self._people:
            label = self._names.person(person)
            shorts = tuple(form for form in person.initials if letters[form] == 1) if self._names.hides else ()
            alone = all(len(words[word]) == 1 for word in fold_name(split_titles(person.name).full).split())
            yield Named(person.name, label, shorts) if alone else Named("", label, written=(person.name, *shorts))


def called(connection: sqlite3.Connection, meetings: Sequence[Met], attribution: Attribution) -> Called:
    """What the people of these meetings are called; each goes by the spelling that is used most.

    Args:
        connection: of the settled store.
        meetings: those whose attendance is asked.
        attribution: how people are named.
    """
    people: dict[str, Person] = {}
    spellings: dict[str, str] = {}
    for row in _attendees(connection, [met.id for met in meetings]):
        person = _person(row)
        known = people.get(person.id)
        people[person.id] = _together(known, person) if known else person
        for name in (row["name"], person.name):
            spellings.setdefault(fold_name(name), person.id)
    return Called(tuple(people.values()), spellings, attribution)


def _attendees(connection: sqlite3.Connection, ids: Sequence[str]) -> Iterable[sqlite3.Row]:
    for first in range(0, len(ids), _AT_ONCE):
        some = ids[first : first + _AT_ONCE]
        yield from connection.execute(
            "SELECT a.key, a.name, a.initials, a.post, a.organisation, a.attendance, p.id AS person, p.name AS settled "
            "FROM attendees a JOIN meetings m ON m.key = a.meeting "
            "LEFT JOIN person_attendees x ON x.attendee = a.key AND x.certain LEFT JOIN persons p ON p.id = x.person "
            f"WHERE m.id IN ({', '.join('?' * len(some))}) ORDER BY m.date, a.key",
            some,
        )


def _person(row: sqlite3.Row) -> Person:
    return Person(
        row["person"] or f"attendee {row['key']}",
        row["settled"] or row["name"],
        Span(0, 0),
        Attendance(row["attendance"]),
        initials=tuple(json.loads(row["initials"])),
        post=row["post"],
        organisation=row["organisation"],
    )


def _together(known: Person, later: Person) -> Person:
    """One person of two meetings: the later post and organisation, all the initials."""
    return replace(
        known,
        attendance=min(known.attendance, later.attendance, key=_PARTS.index),
        initials=tuple(dict.fromkeys((*known.initials, *later.initials))),
        post=later.post or known.post,
        organisation=later.organisation or known.organisation,
    )
