"""Which meetings are of one body, in order of time."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import permutations

from minutextract.history.aliases import NO_ALIASES, Aliases
from minutextract.history.bodiless import adopt
from minutextract.history.namesakes import parted, speak_of_one, speak_of_two
from minutextract.history.order import in_order
from minutextract.history.places import Place
from minutextract.history.words import GENERIC, is_generic, is_heading, key_of, shortens, slipped, spoken, undated


@dataclass(frozen=True, slots=True)
class Held:
    """A meeting: `key` is the store's, `path` its file's; `date` is None if the minutes give none.

    `people` are the names of its attendance list, folded.
    """

    key: int
    path: str
    place: Place
    body: str | None = None
    title: str | None = None
    date: str | None = None
    people: frozenset[str] = frozenset()


@dataclass(slots=True)
class Series:
    """The meetings of one body: with each, how it came to be one of them."""

    name: str
    id: str
    meetings: list[tuple[Held, str]] = field(default_factory=list)


# What a series is known by: its name's words, and the folder if the name alone may be that of others.
Words = tuple[str, ...]
Key = tuple[tuple[Words, ...], Words]
Found = dict[Key, list[tuple[Held, str]]]


def find_series(held: Iterable[Held], aliases: Aliases = NO_ALIASES) -> list[Series]:
    """Every meeting in one series, ordered by date within it.

    Args:
        held: all meetings of a store.
        aliases: what the secretary has settled; it goes before everything else.
    """
    found: Found = defaultdict(list)
    named: dict[Key, str] = {}
    bodiless: list[Held] = []
    for one in sorted(held, key=lambda one: (one.path, one.key)):
        words = key_of(undated(one.body or ""))
        if settled := aliases.series_of(one.path, one.body, one.title):
            named[((), key_of((settled,)))] = settled
            found[((), key_of((settled,)))].append((one, "alias file"))
        elif words:
            found[(one.place.folder if is_generic(words) else (), words)].append((one, "name of the body"))
        else:
            bodiless.append(one)
    united = _by_file_name(_unite(_by_title(_part(found)), named))
    for key, several in adopt(bodiless, united).items():
        united.setdefault(key, []).extend(several)
    return [_series(key, several, named.get(key)) for key, several in sorted(united.items())]


def _part(found: Found) -> Found:
    """Bodies that bear one name in one folder, each by itself; but for the largest, the key has its first file too."""
    apart: Found = {}
    for key, several in found.items():
        groups = parted(key[1], several) if key[1] and is_generic(key[1]) else [several]
        for n, group in enumerate(sorted(groups, key=lambda group: (-len(group), group[0][0].path))):
            own = (*key[0], key_of(undated(group[0][0].path.rpartition("/")[2])), (str(n),)) if n else key[0]
            doubt = "; other meetings of the folder with that name seem to be another body's" if n else ""
            apart[own, key[1]] = [(one, how + doubt) for one, how in group]
    return apart


def _by_title(found: Found) -> Found:
    """Names that a title has side by side, of meetings in one folder whose files are all named alike: one body's."""
    alike: dict[object, list[Key]] = defaultdict(list)
    for key, several in found.items():
        places = {(one.place.folder, one.place.stem) for one, _ in several}
        if len(places) == 1 and several[0][0].place.stem:
            alike[next(iter(places))].append(key)
    into: dict[Key, Key] = {}
    for keys in alike.values():
        for key, other in permutations(keys, 2):
            titles = [key_of(undated(one.title)) for one, _ in found[key] if one.title]
            if any(_has_both(title, key[1], other[1]) for title in titles):
                into.setdefault(key, other)
    return _joined(found, into, "a title that has both names")


def _has_both(title: Words, one: Words, other: Words) -> bool:
    """Whether a title has two names, one beside the other: of a society and its committee none stands in the other."""
    for first, second in ((one, other), (other, one)):
        for n in range(len(title) - len(first) + 1):
            if title[n : n + len(first)] == first and " ".join(second) in " ".join(title[n + len(first) :]):
                return True
    return False


def _unite(found: Found, settled: Mapping[Key, str]) -> Found:
    """One series of those of a folder whose names differ by a letter, or one of which shortens one other."""
    for pair in (slipped, shortens, _begins):
        folders = {key: {one.place.folder for one, _ in several} for key, several in found.items()}
        into: dict[Key, Key] = {}
        for key in sorted(set(found) - set(settled)):
            others = [other for other in found if other != key and other not in settled]
            near = [other for other in others if folders[key] & folders[other] and pair(key[1], other[1])]
            if is_generic(key[1]):
                near = [other for other in near if not speak_of_two(found[key], found[other])]
                near = [other for other in near if len(near) > 1 and speak_of_one(found[key], found[other])] or near
            if len(near) == 1 and not (pair is _begins and not _same_file_names(found[key], found[near[0]])):
                into[key] = near[0]
        found = _joined(found, into)
    return found


def _by_file_name(found: Found) -> Found:
    """Those who say no more than "Board" with the one series of the folder whose files are all named as theirs are."""
    united: Found = defaultdict(list)
    for key, several in found.items():
        named = [
            other
            for other, held in found.items()
            if other[1] and not is_generic(other[1])
            if len({one.place.folder for one, _ in (*several, *held)}) == 1 and _same_file_names(several, held)
        ]
        joins = bool(key[1]) and is_generic(key[1]) and len(named) == 1
        united[named[0] if joins else key] += [(one, "the name of its file" if joins else how) for one, how in several]
    return dict(united)


def _begins(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether a name that lacks a word for a body is the beginning of another: "Oakham" of "Oakham Parish Council"."""
    return len(short) < len(long) and tuple(long[: len(short)]) == tuple(short) and not set(short) & GENERIC


def _same_file_names(some: Sequence[tuple[Held, str]], others: Sequence[tuple[Held, str]]) -> bool:
    stems = {one.place.stem for one, _ in some}
    return len(stems) == 1 and stems == {one.place.stem for one, _ in others} and stems != {()}


def _joined(found: Found, into: Mapping[Key, Key], said: str = "a spelling of the body's name") -> Found:
    united: Found = defaultdict(list)
    for key, several in found.items():
        end, passed = key, {key}
        while (after := into.get(end)) is not None and after not in passed:
            end = after
            passed.add(end)
        if after is not None:
            # Two that are spelt alike point to each other: the one used more is the name.
            end = max({end, after}, key=lambda one: (len(found[one]), len(" ".join(one[1])), one))
        united[end] += [(one, how if end == key else said) for one, how in several]
    return dict(united)


def _series(key: Key, several: Sequence[tuple[Held, str]], settled: str | None) -> Series:
    held = [one for one, _ in several]
    bodies = Counter(spoken(one.body) for one in held if one.body and key_of(undated(one.body)) == key[1])
    titles = Counter(spoken(one.title) for one in held if one.title and not is_heading(one.title))
    titles = Counter({title: times for title, times in titles.items() if 2 * times > len(held)})
    names = bodies or titles
    best = max(names, key=lambda name: (names[name], not name.isupper(), name), default="")
    name = settled or best or " ".join(key[1] or (key[0][-1] if key[0] else ("minutes",))).capitalize()
    return Series(name, _id(key), in_order(several))


def _id(key: Key) -> str:
    named = "/".join(" ".join(words) for words in (*key[0], (), key[1]))
    return hashlib.sha256(named.encode("utf-8", "surrogatepass")).hexdigest()[:12]
