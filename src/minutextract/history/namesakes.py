"""Meetings of bodies that bear the same name as many others ("Board of Trustees"): which are of one organisation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from minutextract.history.clusters import DAYS_AROUND
from minutextract.history.words import GENERIC, is_heading, key_of, undated

if TYPE_CHECKING:
    from minutextract.history.series import Held

Meetings = Sequence[tuple["Held", str]]
# So many names make a list of which another one should have somebody, if both are of one body at about the same time.
_A_LIST = 3
# Two of one name may be two people; two pairs of one name are hardly four.
_IN_COMMON = 2
_PROGRAMS = frozenset({"google", "docs", "word", "microsoft", "scanned"})


def parted(name: Sequence[str], several: Meetings) -> list[list[tuple[Held, str]]]:
    """The meetings of a folder that have a body's name in common, by the organisations that they seem to be of.

    Args:
        name: the words of the body's name, which many organisations' bodies may bear.
        several: all meetings of the folder that have it.
    """
    if not set(name) <= GENERIC:
        # Letters alone ("OPA") are an organisation's often: the folder is enough, unless the lists speak against it.
        return _by_lists(several)
    alike: dict[frozenset[str], list[tuple[Held, str]]] = defaultdict(list)
    for one, how in several:
        alike[own_words(one.place.stem)].append((one, how))
    return _united([*_by_lists(alike.pop(frozenset(), [])), *alike.values()])


def own_words(name: Iterable[str]) -> frozenset[str]:
    """The words of a name that many bodies do not share."""
    return frozenset(word for word in name if word.isalpha() and len(word) > 1) - GENERIC - _PROGRAMS


def speak_of_two(some: Meetings, others: Meetings) -> bool:
    """Whether two groups of meetings seem to be of two organisations: other files and titles, and nobody in common."""
    mine, theirs = _organisations(some), _organisations(others)
    return bool(mine and theirs) and not speak_of_one(some, others)


def speak_of_one(some: Meetings, others: Meetings) -> bool:
    """Whether two groups of meetings name the same organisation, or two people at least attend both."""
    return _name_one(some, others) or len(_people(some) & _people(others)) >= _IN_COMMON


def _organisations(several: Meetings) -> set[frozenset[str]]:
    names = [one.place.stem for one, _ in several]
    names += [key_of(undated(one.title)) for one, _ in several if one.title and not is_heading(one.title)]
    return {words for name in names if (words := own_words(name))}


def _people(several: Meetings) -> set[str]:
    return {name for one, _ in several for name in one.people if " " in name}


def _united(groups: Sequence[list[tuple[Held, str]]]) -> list[list[tuple[Held, str]]]:
    """Those groups as one whose files or titles name the same organisation, or in which the same people meet."""
    united: list[list[tuple[Held, str]]] = []
    for group in groups:
        near = [other for other in united if speak_of_one(group, other)]
        united = [other for other in united if not any(other is one for one in near)]
        united.append([meeting for part in (*near, group) for meeting in part])
    return united


def _name_one(some: Meetings, others: Meetings) -> bool:
    mine, theirs = _organisations(some), _organisations(others)
    return any(one <= other or other <= one for one in mine for other in theirs)


def _by_lists(several: Meetings) -> list[list[tuple[Held, str]]]:
    """All as one, unless lists of about the same time have nobody in common; then those apart, and the rest."""
    circles = _circles([entry for entry in several if len(entry[0].people) >= _A_LIST])
    if any(_at_one_time(one, other) for n, one in enumerate(circles) for other in circles[:n]):
        groups = [*circles, [entry for entry in several if len(entry[0].people) < _A_LIST]]
    else:
        groups = [list(several)]
    return [group for group in groups if group]


def _circles(listed: Sequence[tuple[Held, str]]) -> list[list[tuple[Held, str]]]:
    """Meetings tied to each other by a name in their lists."""
    circle_of: dict[str, int] = {}
    circles: dict[int, list[tuple[Held, str]]] = {}
    words: dict[int, set[str]] = {}
    for n, entry in enumerate(listed):
        mine = {word for name in entry[0].people for word in name.split() if len(word) > 1}
        circles[n], words[n] = [entry], mine
        for other in {circle_of[word] for word in mine if word in circle_of}:
            circles[n] = circles.pop(other) + circles[n]
            words[n] |= words.pop(other)
        circle_of |= dict.fromkeys(words[n], n)
    return list(circles.values())


def _at_one_time(some: Meetings, others: Meetings) -> bool:
    mine, theirs = _days(some), _days(others)
    if not mine or not theirs:
        return True
    return min(mine) - DAYS_AROUND <= max(theirs) and min(theirs) - DAYS_AROUND <= max(mine)


def _days(several: Meetings) -> list[int]:
    return [date.fromisoformat(one.date).toordinal() for one, _ in several if one.date]
