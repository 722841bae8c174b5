"""Meetings whose minutes name no body: which series of their folder they are of."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from minutextract.history.words import is_heading, key_of, shortens, slipped, undated

if TYPE_CHECKING:
    from minutextract.history.series import Held, Key

Found = Mapping["Key", Sequence[tuple["Held", str]]]
Folder = tuple[tuple[str, ...], ...]
Words = tuple[str, ...]


def adopt(bodiless: Iterable[Held], found: Found) -> dict[Key, list[tuple[Held, str]]]:
    """The series that each meeting without a body joins, or makes with others like it.

    Args:
        bodiless: meetings whose minutes name no body.
        found: the series of those that do.
    """
    by_folder: dict[Folder, list[Held]] = defaultdict(list)
    for one in bodiless:
        by_folder[one.place.folder].append(one)
    adopted: dict[Key, list[tuple[Held, str]]] = defaultdict(list)
    for folder, several in by_folder.items():
        here = {key: [one for one, _ in held if one.place.folder == folder] for key, held in found.items()}
        for one, key, how in _placed(folder, several, {key: held for key, held in here.items() if held}):
            adopted[key].append((one, how))
    return adopted


def _placed(
    folder: Folder, several: Sequence[Held], series: Mapping[Key, Sequence[Held]]
) -> Iterable[tuple[Held, Key, str]]:
    """The series of each meeting of a folder: one for all, unless two names recur at least."""
    labels, said = _labels(several)
    if not labels and len(series) < 2:
        key, how = next(((key, "the only body of its folder") for key in series), ((folder, ()), "its folder"))
        yield from ((one, key, how) for one in several)
        return
    for one in several:
        title = _title(one)
        own = labels[one.key] if labels else title or one.place.stem
        names = [name for name in (title, one.place.stem) if name]
        by_name = [key for key in series if any(_are_one(key[1], name) for name in names)]
        by_file = [
            key
            for key, held in series.items()
            if one.place.stem and one.place.stem in {other.place.stem for other in held}
        ]
        if len(by_name) == 1:
            yield one, by_name[0], "its title or the name of its file"
        elif len(by_file) == 1:
            yield one, by_file[0], "the name of its file"
        elif not own and len(series) == 1:
            yield one, next(iter(series)), "the only body of its folder"
        else:
            yield one, (folder, own), (said or "its title") if own else "its folder"


def _title(one: Held) -> Words:
    return () if one.title is None or is_heading(one.title) else key_of(undated(one.title))


def _are_one(name: Words, other: Words) -> bool:
    return name == other or slipped(name, other) or shortens(name, other) or shortens(other, name)


def _labels(several: Sequence[Held]) -> tuple[dict[int, Words], str]:
    """What tells the bodies of a folder apart: the names of files if one recurs, or titles if two do; else nothing."""
    files = {one.key: one.place.stem for one in several}
    titles = {one.key: _title(one) for one in several}
    for labels, said, few in ((files, "the name of its file", 0), (titles, "its title", 1)):
        times = Counter(label for label in labels.values() if label)
        full = {label: _fullest(label, times) for label in times}
        recurring = Counter(full[label] for label in labels.values() if label)
        if sum(count > 1 for count in recurring.values()) > few:
            return {key: full.get(label, ()) for key, label in labels.items()}, said
    return {}, ""


def _fullest(label: Words, times: Mapping[Words, int]) -> Words:
    """The name that a label is a spelling of, the one that is used most; a longer one yields to the end of it."""
    ends = [other for other in times if _ends(label, other)]
    alike = [other for other in times if other == label or slipped(other, label)]
    return min(ends, key=len) if ends else max(alike, key=lambda other: (times[other], other))


def _ends(label: Words, name: Words) -> bool:
    return len(name) < len(label) and label[-len(name) :] == name
