"""Groups of attendees that are one person, as they grow together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from minutextract.history.spelling import Spelling

# How far from a person's known meetings a name may still be that person's.
DAYS_AROUND = 400
PLACES_AROUND = 12


@dataclass(frozen=True, slots=True)
class Attendee:
    """An entry of a meeting's list: `key` and `meeting` are the store's, `place` is the meeting's in its series.

    `titled` is whether an honorific stands before the name: behind one, a single name is a surname.
    """

    key: int
    meeting: int
    series: str
    place: int
    name: str
    initials: tuple[str, ...] = ()
    organisation: str | None = None
    day: str | None = None
    titled: bool = False


@dataclass(slots=True)
class Period:
    """From when to when somebody is known to have been about."""

    days: tuple[int, int] | None = None
    places: tuple[int, int] = (0, 0)

    @classmethod
    def of(cls, attendees: Iterable[Attendee]) -> Period:
        """The period that meetings span."""
        several = list(attendees)
        days = [date.fromisoformat(one.day).toordinal() for one in several if one.day]
        places = [one.place for one in several]
        return cls((min(days), max(days)) if days else None, (min(places), max(places)))

    def is_near(self, other: Period) -> bool:
        """Whether two periods overlap or nearly do."""
        mine, theirs, slack = self.places, other.places, PLACES_AROUND
        if self.days and other.days:
            mine, theirs, slack = self.days, other.days, DAYS_AROUND
        return mine[0] - slack <= theirs[1] and theirs[0] - slack <= mine[1]

    def with_period(self, other: Period) -> Period:
        """The period that spans both."""
        days = [*(self.days or ()), *(other.days or ())]
        places = (*self.places, *other.places)
        return Period((min(days), max(days)) if days else None, (min(places), max(places)))


@dataclass(eq=False, slots=True)
class Cluster:
    """Attendees of one series that are one person.

    Attributes:
        spellings: what the person is called there, for comparison.
        members: the attendees, each with how it came to be one and whether that is certain.
        settled: the entry of the alias file that it rests on.
    """

    spellings: set[Spelling]
    members: list[tuple[Attendee, str, bool]] = field(default_factory=list)
    settled: int | None = None
    meetings: set[int] = field(default_factory=set)
    period: Period = field(default_factory=Period)

    def add(self, attendees: Iterable[Attendee], how: str, *, certain: bool = True) -> None:
        """Take attendees in."""
        several = list(attendees)
        new = Period.of(several)
        self.period = self.period.with_period(new) if self.members else new
        self.members += [(one, how, certain) for one in several]
        self.meetings |= {one.meeting for one in several}

    def absorb(self, other: Cluster, how: str) -> None:
        """Take in all of another cluster."""
        self.period = self.period.with_period(other.period)
        self.members += [(one, how, certain) for one, _, certain in other.members]
        self.meetings |= other.meetings
        self.spellings |= other.spellings
        self.settled = self.settled if self.settled is not None else other.settled

    def may_be(self, other: Cluster) -> bool:
        """Whether nothing forbids that two are one: they never attend the same meeting, and no alias parts them."""
        parted = None not in (self.settled, other.settled) and self.settled != other.settled
        return not parted and not self.meetings & other.meetings
