"""The people of one series: one cluster a person, and pairs that may be one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from minutextract.history.clusters import Attendee, Cluster, Period
from minutextract.history.spelling import Kind, Spelling, fits, meeting_points, same_person, spelling_of

_HOW = {
    Kind.FULL: "full name",
    Kind.LETTER_FIRST: "letter and surname",
    Kind.LETTER_LAST: "first name and letter",
    Kind.SINGLE: "single name",
    Kind.INITIALS: "initials",
}
_ALIAS = "alias file"


@dataclass(slots=True)
class SeriesPeople:
    """The clusters of a series, and pairs of them that may be one person, each with the reason."""

    clusters: list[Cluster] = field(default_factory=list)
    proposals: list[tuple[Cluster, Cluster, str]] = field(default_factory=list)
    _by_word: dict[str, list[Cluster]] = field(default_factory=lambda: defaultdict(list))

    def add(self, cluster: Cluster) -> None:
        """Take a cluster in, to be found by the words of its names."""
        self.clusters.append(cluster)
        for word in {word for name in cluster.spellings for word in name.words}:
            self._by_word[word].append(cluster)

    def with_word(self, name: Spelling) -> list[Cluster]:
        """The clusters of whose names one has the word that a short name is made of."""
        return self._by_word.get(name.last if name.kind is Kind.LETTER_FIRST else name.first, [])


def people_of_series(attendees: Iterable[Attendee], settled: Mapping[int, int]) -> SeriesPeople:
    """Who is who in one series.

    Args:
        attendees: those of all its meetings.
        settled: the alias entry of each attendee that has one, by the attendee's key.
    """
    people = SeriesPeople()
    groups: dict[Spelling, list[Attendee]] = defaultdict(list)
    aliased: dict[int, list[Attendee]] = defaultdict(list)
    for one in sorted(attendees, key=lambda one: (one.place, one.key)):
        if one.key in settled:
            aliased[settled[one.key]].append(one)
        else:
            groups[_spelling(one)].append(one)
    known = [
        _cluster(set(map(_spelling, several)), several, _ALIAS, entry) for entry, several in sorted(aliased.items())
    ]
    for name in [name for name in groups if name.titled]:
        # A surname behind a title is one without it too.
        groups[name] += groups.pop(replace(name, titled=False), [])
    by_kind = sorted(groups.items(), key=lambda group: (group[0].kind, group[0].words, group[0].titled))
    full = [_cluster({name}, several, _HOW[Kind.FULL]) for name, several in by_kind if name.kind is Kind.FULL]
    _unite_spellings(known, full, people)
    for name, several in by_kind:
        if name.kind is not Kind.FULL:
            _place(name, several, people)
    return people


def _spelling(one: Attendee) -> Spelling:
    return spelling_of(one.name, titled=one.titled)


def _cluster(names: set[Spelling], several: Sequence[Attendee], how: str, settled: int | None = None) -> Cluster:
    cluster = Cluster(names, settled=settled)
    cluster.add(several, how)
    return cluster


def _unite_spellings(known: Sequence[Cluster], full: Sequence[Cluster], people: SeriesPeople) -> None:
    """Full names of one person in several spellings; of two possible ones, neither."""
    everybody = [*known, *full]
    merged: dict[int, Cluster] = {}

    def now(cluster: Cluster) -> Cluster:
        while id(cluster) in merged:
            cluster = merged[id(cluster)]
        return cluster

    related = _related(everybody)
    for cluster in sorted(full, key=lambda one: (len(one.members), sorted(name.words for name in one.spellings))):
        mine = now(cluster)
        others: dict[int, tuple[Cluster, str, bool]] = {}
        for other, how, enough in related.get(id(cluster), ()):
            there = now(other)
            if there is not mine and there.may_be(mine):
                others.setdefault(id(there), (there, how, enough and there.period.is_near(mine.period)))
        if len(others) == 1 and (found := next(iter(others.values())))[2]:
            keep, gone = (mine, found[0]) if mine.settled is not None else (found[0], mine)
            keep.absorb(gone, found[1])
            merged[id(gone)] = keep
        else:
            people.proposals += [(mine, other, how) for other, how, _ in others.values()]
    for cluster in everybody:
        if id(cluster) not in merged:
            people.add(cluster)
    people.proposals = [
        (now(one), now(other), how) for one, other, how in people.proposals if now(one) is not now(other)
    ]


def _related(clusters: Sequence[Cluster]) -> dict[int, list[tuple[Cluster, str, bool]]]:
    """For each cluster those with a name like its own; only names that share a key are compared."""
    sharing: dict[tuple[str, ...], list[tuple[Cluster, Spelling]]] = defaultdict(list)
    for cluster in clusters:
        for name in sorted(cluster.spellings, key=lambda name: (name.words, name.titled)):
            for key in meeting_points(name) if name.kind is Kind.FULL else ():
                sharing[key].append((cluster, name))
    related: dict[int, list[tuple[Cluster, str, bool]]] = defaultdict(list)
    for _, several in sorted(sharing.items()):
        for cluster, name in several:
            for other, theirs in several:
                # The same words twice: the alias file has parted them.
                if other is not cluster and name != theirs and (found := same_person(name, theirs)):
                    related[id(cluster)].append((other, *found))
    return related


def _place(name: Spelling, several: Sequence[Attendee], people: SeriesPeople) -> None:
    """Entries of one short name: each to the one person whom it fits at that time, else to somebody of their own."""
    fitting = _fitting(name, people)
    meetings = {one.meeting for one in several}
    free = [one for one in fitting if not one.meetings & meetings]
    rest = list(several)
    # Where somebody whom the name fits stands beside it, the name is another one's, or the list is doubtful.
    if len(free) == len(fitting):
        rest = _joined(name, several, free)
    if not rest:
        return
    own = Cluster({name})
    own.add(rest, _doubt(name, free) if free else _HOW[name.kind], certain=not free)
    alike = [one for one in people.with_word(name) if _letters_agree(name, one) and one.may_be(own)]
    people.add(own)
    people.proposals += [(own, one, _HOW[name.kind]) for one in free]
    people.proposals += [(own, one, "letters and the same surname") for one in alike]
    if len(fitting) == 1 and not free and 2 * len(own.meetings & fitting[0].meetings) <= len(own.meetings):
        people.proposals.append((own, fitting[0], f"{_HOW[name.kind]}, beside that person in some lists only"))


def _letters_agree(name: Spelling, other: Cluster) -> bool:
    """Whether both have letters before one surname, the same as far as both have them: "C.", "C. E."."""
    if name.kind is not Kind.LETTER_FIRST:
        return False
    return any(
        known.kind is Kind.LETTER_FIRST
        and known.last == name.last
        and all(mine == theirs for mine, theirs in zip(known.words[:-1], name.words[:-1], strict=False))
        for known in other.spellings
    )


def _doubt(name: Spelling, free: Sequence[Cluster]) -> str:
    known = sorted({min(one.members, key=lambda member: (member[0].place, member[0].key))[0].name for one in free})
    if len(free) == 1:
        return f"{_HOW[name.kind]}: fits {known[0]}, who is not known of at that time or stands beside it"
    return f"{_HOW[name.kind]}: fits {', '.join(known[:3])}{' and others' if len(known) > 3 else ''}"


def _fitting(name: Spelling, people: SeriesPeople) -> list[Cluster]:
    """Whom a short name may stand for; of initials, those whom a list gives them, or else whose name has them."""
    if name.kind is Kind.INITIALS:
        given = {
            id(one): {letters.upper() for member, _, _ in one.members for letters in member.initials}
            for one in people.clusters
        }
        if bearers := [one for one in people.clusters if name.first in given[id(one)]]:
            return bearers
        others = [one for one in people.clusters if not given[id(one)]]
        return [one for one in others if any(fits(name, other) for other in one.spellings)]
    return [one for one in people.with_word(name) if any(fits(name, other) for other in one.spellings)]


def _joined(name: Spelling, several: Sequence[Attendee], free: Sequence[Cluster]) -> list[Attendee]:
    """Give entries to the one person about at that time, the nearest first; return those that are left."""
    rest, before = list(several), -1
    periods = [one.period for one in free]
    while rest and len(rest) != before:
        before, left = len(rest), []
        for one in rest:
            when = Period.of([one])
            about = [n for n, period in enumerate(periods) if period.is_near(when)]
            if len(about) == 1:
                [n] = about
                free[n].add([one], f"{_HOW[name.kind]}: fits one person of the series at that time")
                periods[n] = periods[n].with_period(when)
            else:
                left.append(one)
        rest = left
    return rest
