"""Who is who over all meetings of a store: the people of each series, joined across series where that is sure."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from minutextract.history.aliases import NO_ALIASES, Aliases
from minutextract.history.clusters import Attendee, Cluster
from minutextract.history.spelling import Kind, spelling_of
from minutextract.history.within import people_of_series
from minutextract.history.words import GENERIC, key_of
from minutextract.people.names import fold_name

Folder = tuple[tuple[str, ...], ...]
# What names of places and bodies that have nothing to do with each other begin with.
_SHARED = frozenset("north south east west new old great little upper lower royal national saint".split())


@dataclass(frozen=True, slots=True)
class Home:
    """What tells whether two series are of one organisation: their names, and the folders of their documents."""

    name: str
    folders: frozenset[Folder] = frozenset()


@dataclass(slots=True)
class Person:
    """Somebody, with the attendees' keys: with each, how it came to be one and whether that is certain."""

    name: str
    id: str
    attendees: list[tuple[int, str, bool]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two people, by id, who may be one, and why."""

    person: str
    other: str
    reason: str


def find_persons(
    attendees: Iterable[Attendee], homes: Mapping[str, Home], aliases: Aliases = NO_ALIASES
) -> tuple[list[Person], list[Proposal]]:
    """Everybody in the attendance lists of a store, once each.

    Args:
        attendees: the entries of all lists.
        homes: each series by its id.
        aliases: what the secretary has settled; it goes before everything else.

    Returns:
        The people, and pairs that may be one person but are not joined.
    """
    by_series: dict[str, list[Attendee]] = defaultdict(list)
    settled: dict[int, int] = {}
    for one in attendees:
        if aliases.is_no_person(one.name):
            continue
        by_series[one.series].append(one)
        entry = aliases.person_of(one.name, homes[one.series].name, one.day)
        if entry is not None:
            settled[one.key] = entry
    clusters: list[Cluster] = []
    pairs: list[tuple[Cluster, Cluster, str]] = []
    for _, several in sorted(by_series.items()):
        found = people_of_series(several, settled)
        clusters += found.clusters
        pairs += found.proposals
    united, more = _across(clusters, homes)
    order = {one.key: (one.series, one.place, one.key) for several in by_series.values() for one in several}
    persons = {id(several[0]): _person(several, aliases) for several in united}
    of = {id(cluster): persons[id(several[0])] for several in united for cluster in several}
    _make_ids_unique(list(persons.values()), order)
    return sorted(persons.values(), key=lambda one: one.id), _proposals(pairs + more, of)


def _across(
    clusters: Sequence[Cluster], homes: Mapping[str, Home]
) -> tuple[list[list[Cluster]], list[tuple[Cluster, Cluster, str]]]:
    """The same full name in several series: one person within an organisation, else perhaps."""
    common = _common_folder(homes.values())
    groups = {id(cluster): [cluster] for cluster in clusters}
    alike: dict[object, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        if cluster.settled is not None:
            # What the alias file leaves out of an entry's series and time is not this person.
            alike[cluster.settled].append(cluster)
            continue
        for words in {name.words for name in cluster.spellings if name.kind is Kind.FULL}:
            alike[words].append(cluster)
    doubtful: list[tuple[Cluster, Cluster, str]] = []
    for _, several in sorted(alike.items(), key=lambda entry: str(entry[0])):
        for n, one in enumerate(several):
            for other in several[:n]:
                mine, theirs = groups[id(one)], groups[id(other)]
                if mine is theirs:
                    continue
                if not all(first.may_be(second) for first in mine for second in theirs):
                    continue
                settled = one.settled is not None and one.settled == other.settled
                if settled or _of_one_body(one, other, homes, common):
                    theirs += mine
                    groups |= {id(cluster): theirs for cluster in mine}
                else:
                    doubtful.append((one, other, "the same name in another series"))
    return list({id(several): several for several in groups.values()}.values()), doubtful


def _of_one_body(one: Cluster, other: Cluster, homes: Mapping[str, Home], common: Folder) -> bool:
    mine, theirs = homes[one.members[0][0].series], homes[other.members[0][0].series]
    if _organisations(one) & _organisations(other):
        return True
    if _organisation_words(mine.name) == _organisation_words(theirs.name) != ():
        return True
    return any(_near(a, b, common) for a in mine.folders for b in theirs.folders)


def _organisation_words(name: str) -> tuple[str, ...]:
    """The word or two that the name of a body begins with, if they are an organisation's own."""
    words = key_of(name.split())
    own = words[: 2 if words[:1] and words[0] in _SHARED else 1]
    return () if set(own) & GENERIC or len("".join(own)) <= 2 else own


def _near(one: Folder, other: Folder, common: Folder) -> bool:
    """Whether two folders are one, or lie in one below the archive's own."""
    return one == other or (len(one) > len(common) < len(other) and one[len(common)] == other[len(common)])


def _common_folder(homes: Iterable[Home]) -> Folder:
    folders = [folder for home in homes for folder in home.folders]
    if not folders:
        return ()
    low, high = min(folders), max(folders)
    same = next(
        (n for n, (one, two) in enumerate(zip(low, high, strict=False)) if one != two), min(len(low), len(high))
    )
    return low[:same]


def _organisations(cluster: Cluster) -> set[str]:
    return {fold_name(one.organisation) for one, _, _ in cluster.members if one.organisation}


def _person(clusters: Sequence[Cluster], aliases: Aliases) -> Person:
    members = [member for cluster in clusters for member in cluster.members]
    entry = next((cluster.settled for cluster in clusters if cluster.settled is not None), None)
    name = aliases.persons[entry].name if entry is not None else _best_name([one.name for one, _, _ in members])
    series = min(one.series for one, _, _ in members)
    first = "" if entry is None else f"alias:{series}:{aliases.persons[entry].since}"
    named = f"{first or series}:{' '.join(spelling_of(name).words)}"
    identity = hashlib.sha256(named.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    members.sort(key=lambda member: (member[0].series, member[0].place, member[0].key))
    return Person(name, identity, [(one.key, how, certain) for one, how, certain in members])


def _best_name(names: Sequence[str]) -> str:
    """The spelling that is used most among those that say most; one that shouts only if there is no other."""
    times = Counter(names)
    return max(times, key=lambda name: (-spelling_of(name).kind, not name.isupper(), times[name], len(name), name))


def _make_ids_unique(persons: Sequence[Person], order: Mapping[int, tuple[str, int, int]]) -> None:
    """Two of one name in one series, as by their middle letters, are told apart by their first entry."""
    taken: set[str] = set()
    for one in sorted(persons, key=lambda one: (one.id, order[one.attendees[0][0]])):
        while one.id in taken:
            one.id = hashlib.sha256(f"{one.id}+".encode()).hexdigest()[:12]
        taken.add(one.id)


def _proposals(pairs: Iterable[tuple[Cluster, Cluster, str]], of: Mapping[int, Person]) -> list[Proposal]:
    found: dict[tuple[str, str], str] = {}
    for one, other, reason in pairs:
        first, second = sorted((of[id(one)].id, of[id(other)].id))
        if first != second:
            found.setdefault((first, second), reason)
    return [Proposal(*pair, reason) for pair, reason in sorted(found.items())]
