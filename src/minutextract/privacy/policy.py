"""Who may be named in public, and what else a body keeps to itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutextract.meeting import Attendance, Person
from minutextract.people.names import fold_name, split_titles

CHAIR, OFFICE_HOLDERS, MEMBERS = "chair", "office-holders", "members"
GROUPS = (CHAIR, OFFICE_HOLDERS, MEMBERS)

# Titles and letters that go with public office, or with a seat in a parliament or council.
OFFICE_TITLES = frozenset(
    (
        "cllr cllrs councillor councillors cr lord lady baroness baron minister provost bailie ald alderman judge "
        "justice"
    ).split()
)
_OFFICE_PHRASES = frozenset(
    (
        "the rt hon,rt hon,the hon,hon,honourable,community councillor,county councillor,district councillor,"
        "borough councillor,parish councillor,mp,msp,ms,mla"
    ).split(",")
)
# "Ms" is a title of everybody as well; only letters behind the name are of the Senedd.
_LETTERS_ONLY = frozenset({"MS"})
_OFFICE_POST = re.compile(r"\b(?:Minister|Mayor|Secretary of State|Councillor|Member of Parliament)\b")
_SEATED = frozenset({Attendance.PRESENT, Attendance.APOLOGIES, Attendance.ABSENT})


@dataclass(frozen=True, slots=True)
class Policy:
    """What the public version of a summary may show.

    Attributes:
        named: names of people, and the groups "chair", "office-holders" and "members".
        confidential: numbers or titles of agenda items that are left out.
        patterns: regular expressions for words that are masked.
    """

    named: tuple[str, ...] = (CHAIR, OFFICE_HOLDERS)
    confidential: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()

    def names(self, person: Person) -> bool:
        """Whether a person may be named."""
        if CHAIR in self.named and person.attendance is Attendance.CHAIR:
            return True
        if OFFICE_HOLDERS in self.named and holds_office(person):
            return True
        if MEMBERS in self.named and person.attendance in _SEATED:
            return True
        return self.lists(person.name)

    def lists(self, name: str) -> bool:
        """Whether somebody of this name is among those named one by one, titles apart."""
        wanted = fold_name(split_titles(name).full)
        return any(fold_name(split_titles(one).full) == wanted for one in self.named if one not in GROUPS)


def holds_office(person: Person) -> bool:
    """Whether the list gives a person a title or letters of public office, or such a post."""
    for title in person.honorifics:
        plain = title.strip(".,").lower()
        if title in _LETTERS_ONLY or (plain != "ms" and plain in _OFFICE_PHRASES | OFFICE_TITLES):
            return True
    return bool(person.post and _OFFICE_POST.match(person.post))
