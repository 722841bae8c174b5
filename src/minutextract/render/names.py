"""How people, units and groups are called in a summary: in full, by initials, or by their part in the meeting."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from minutextract.meeting import Attendance, Meeting, Person, Unit
from minutextract.people.names import is_given_name, looks_like_name
from minutextract.record import Owner, Party
from minutextract.render.options import Attribution
from minutextract.render.wording import capitalised, clip, fold, joined

NOT_CLEAR = "Owner not clear"
# Behind initials that the minutes do not give.
MADE = "*"
_LONGEST = 50
_ANYBODY = {
    Attendance.IN_ATTENDANCE: "somebody in attendance",
    Attendance.MENTIONED: "somebody not in the attendance list",
}
_TO_TELL = {
    Attendance.APOLOGIES: "absent: needs telling",
    Attendance.ABSENT: "absent: needs telling",
    Attendance.IN_ATTENDANCE: "not a member: needs telling",
}
_AWAY = (Attendance.APOLOGIES, Attendance.ABSENT)
_ARTICLE = re.compile(r"(?:the|an?|somebody)\b", re.IGNORECASE)


def person_of(meeting: Meeting, person_id: str | None) -> Person | None:
    """The person with this id, or None."""
    return next((person for person in meeting.people if person.id == person_id), None)


def unit_of(meeting: Meeting, unit_id: str | None) -> Unit | None:
    """The unit with this id, or None."""
    return next((unit for unit in meeting.units if unit.id == unit_id), None)


def is_clear(owner: Owner) -> bool:
    """Whether the words name somebody, a group or an office."""
    return owner.kind != "unknown"


_PART = re.compile(
    r"\W*(?:chair(?:ing)?|minut(?:es|ing)|minute[\s-]tak(?:er|ing)|note[\s-]?tak(?:er|ing)|notes|scrib(?:e|ing)|facilitat(?:or|ing)|"
    r"host(?:ing)?|online|remote(?:ly)?|virtual(?:ly)?|in\s+person|by\s+(?:phone|telephone|video)|via\s+(?:zoom|teams|skype)|late|"
    r"(?:arrived|left)\s+[\w: ]{2,20})\W*",
    re.IGNORECASE,
)


class Names:
    """What a summary calls people.

    Whoever is to act is always told apart from the others: where people go by their part in the meeting and it fits
    several, an owner goes by initials.
    """

    def __init__(self, meeting: Meeting, attribution: Attribution = Attribution.NAMED, *, to_tell: bool = True) -> None:
        self.meeting = meeting
        self.attribution = attribution
        self._to_tell = to_tell
        self._people = {person.id: person for person in meeting.people}
        self._units = {unit.id: unit for unit in meeting.units}
        self._has_list = any(person.attendance is not Attendance.MENTIONED for person in meeting.people)
        self.initials = _all_initials(meeting.people)
        self._roles = Counter(map(self._role, meeting.people))

    @property
    def hides(self) -> bool:
        """Whether nobody is to be named."""
        return self.attribution in (Attribution.ROLE, Attribution.NONE)

    def person(self, person: Person) -> str:
        """What a person is called within a sentence."""
        if self.attribution is Attribution.NAMED:
            return fold(person.name)
        if self.attribution is Attribution.INITIALS:
            return self.initials[person.id]
        return self._role(person) if self.attribution is Attribution.ROLE else self._anybody(person)

    def reference(self, person_id: str | None, unit_id: str | None) -> str | None:
        """What a person or unit with this id is called within a sentence; None if there is neither."""
        person, unit = self._people.get(person_id or ""), self._units.get(unit_id or "")
        return self.person(person) if person else fold(unit.name) if unit else None

    def with_affiliation(self, person: Person) -> str:
        """A person with the organisation, or else the post, in brackets, unless nobody is to be named."""
        if self.hides:
            return _bare(self.person(person))
        name = fold(person.name)
        if self.attribution is Attribution.INITIALS:
            name = f"{name}, {self.initials[person.id]}"
        affiliation = _organisation(person) or fold(person.post or "")
        return f"{name} ({affiliation})" if affiliation else name

    def owners(self, owners: Sequence[Owner], *, to_tell: bool = True) -> str:
        """Who is to act: "Jane Roe (Harbour Trust) and members"; what names nobody is called not clear.

        Args:
            owners: of one action.
            to_tell: whether to mark those who were absent or are no members.
        """
        unclear = joined(f"“{self._written(owner)}”" for owner in owners if not is_clear(owner))
        clear = [self._owner(owner, to_tell=to_tell) for owner in owners if is_clear(owner)]
        if not clear:
            return f"{NOT_CLEAR} (written {unclear})" if unclear else NOT_CLEAR
        return capitalised(joined([*clear, f"{unclear} (not clear)"] if unclear else clear))

    def parties(self, parties: Sequence[Party], *, to_tell: bool = False) -> str:
        """Those who give or receive thanks, or move a motion: "Jane Roe and members"."""
        called = Counter(self._party(party, to_tell=to_tell) for party in parties)
        return capitalised(joined(_several(name, count) for name, count in called.items()))

    def speakers(self, parties: Sequence[Party], text: str) -> str:
        """Those who made a point, without those whom its text names already."""
        if self.attribution is Attribution.NONE:
            return ""
        named, beginning = text.casefold(), re.findall(r"[^\s:;,/&]+", text)[:4]
        units = [self._units.get(party.unit or "") for party in parties]
        names = [
            fold(unit.name) if unit else _bare(self._party(party)) for unit, party in zip(units, parties, strict=True)
        ]
        return joined(
            name
            for name in dict.fromkeys(names)
            if name.casefold() not in named
            and not {name.split()[0], name.split()[-1]}.intersection(beginning)
            and not (beginning and _is_short_for(beginning[0], name.split()[0]))
        )

    def _owner(self, owner: Owner, *, to_tell: bool) -> str:
        person, unit = self._people.get(owner.person or ""), self._units.get(owner.unit or "")
        if person is None:
            return _unit_label(unit, owner.name) if unit else self._written(owner)
        name = self._owner_name(person)
        organisation = _organisation(person)
        notes = [_short_of(organisation)] if organisation and not self.hides else []
        if to_tell and self._to_tell and self._has_list and person.attendance in _TO_TELL:
            notes.append(_TO_TELL[person.attendance])
        return f"{name} ({'; '.join(notes)})" if notes else name

    def _owner_name(self, person: Person) -> str:
        if not self.hides:
            return self.person(person)
        role = self._role(person)
        alone = self._roles[role] == 1 and not role.startswith(("somebody", "a member", "a participant"))
        return _bare(role) if alone else self.initials[person.id]

    def _written(self, owner: Owner) -> str:
        """An owner whom no list has: a person's own name is not shown where names are not wanted."""
        named = owner.kind in ("person", "unknown") and self._is_name(owner.name)
        return _made(owner.name) if named else fold(owner.name)

    def _party(self, party: Party, *, to_tell: bool = False) -> str:
        person, unit = self._people.get(party.person or ""), self._units.get(party.unit or "")
        if person:
            away = to_tell and self._to_tell and person.attendance in _AWAY
            return f"{self.person(person)} (absent: tell them)" if away else self.person(person)
        if unit:
            return _unit_label(unit, party.name)
        if not self._is_name(party.name):
            return fold(party.name)
        return _made(party.name) if self.attribution is Attribution.INITIALS else "somebody"

    def _is_name(self, words: str) -> bool:
        return self.attribution is not Attribution.NAMED and looks_like_name(words)

    def _role(self, person: Person) -> str:
        """The post, the organisation, or the part in the meeting."""
        post, organisation = fold(person.post or ""), _short_of(person.organisation or "")
        if post:
            article = "" if _ARTICLE.match(post) else "the "
            return f"{article}{post}{f' ({organisation})' if organisation else ''}"
        if organisation:
            return f"a representative ({organisation})"
        if person.attendance is Attendance.CHAIR:
            alone = sum(one.attendance is Attendance.CHAIR for one in self.meeting.people) == 1
            return "the Chair" if alone else "a Chair"
        return self._anybody(person)

    def _anybody(self, person: Person) -> str:
        if not self._has_list:
            return "a participant"
        return _ANYBODY.get(person.attendance, "a member")


def _organisation(person: Person) -> str:
    """Where somebody comes from; what he did at the meeting, or how he came to it, is no organisation."""
    written = fold(person.organisation or "")
    return "" if _PART.fullmatch(written) else written


def _bare(label: str) -> str:
    """A label as it stands in a heading or a list: without its article."""
    return capitalised(label.removeprefix("the "))


def _short_of(organisation: str) -> str:
    """An organisation, a long one without what "and" joins to it."""
    name = fold(organisation)
    if len(name) <= _LONGEST:
        return name
    clipped = clip(name, _LONGEST)
    first = clipped.rpartition(" and ")[0]
    return f"{first} …" if len(first) > _LONGEST // 3 else clipped


def _several(name: str, count: int) -> str:
    """ "2 members" for two of whom each is "a member"; names stay as they are."""
    noun = re.fullmatch(r"an? ([a-z]+)((?: \(absent: tell them\))?)", name)
    return f"{count} {noun[1]}s{noun[2]}" if noun and count > 1 else name


def _unit_label(unit: Unit, written: str) -> str:
    name, short = fold(unit.name), fold(written)
    return name if short.casefold() in name.casefold() else f"{name} ({short})"


def _made(name: str) -> str:
    letters = [word[0] for word in re.split(r"[\s-]+", fold(name)) if word[:1].isalpha()]
    return f"{''.join(letters)}{MADE}"


def _all_initials(people: Sequence[Person]) -> dict[str, str]:
    """Initials for each person: the minutes' own, else the name's, longer where two would have the same."""
    found = {person.id: fold(person.initials[0]) for person in people if person.initials}
    for person in people:
        if person.id not in found:
            found[person.id] = _unlike(person, {*found.values(), *(one.rstrip(MADE) for one in found.values())})
    return found


def _unlike(person: Person, taken: set[str]) -> str:
    made, surname = _made(person.name).rstrip(MADE), fold(person.name).split()[-1:] or [""]
    for more in range(1, max(len(surname[0]), 2)):
        longer = made[:-1] + surname[0][:more]
        if longer not in taken:
            return f"{longer}{MADE}"
    return f"{made}{person.id}{MADE}"


def _is_short_for(word: str, first: str) -> bool:
    """Whether a word is a first name or its beginning: "Ed" for Edgar, but not "The" for Theo."""
    if _ARTICLE.fullmatch(word):
        return False
    return word == first or (is_given_name(word) and first.startswith(word))
