"""Where a document lies, without what says when: an archive that is laid out by years has one folder."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import PurePosixPath

from minutextract.dates.file_name import date_in_name
from minutextract.history.words import key_of, undated
from minutextract.months import MONTHS

_YEAR_AND_MONTH = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_. ]?(0[1-9]|1[0-2])(?!\d)")
_MONTH_AND_YEAR = re.compile(
    r"(?<![a-z])(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-_. ]*((?:19|20)\d\d)(?!\d)", re.IGNORECASE
)
_LETTERS = re.compile(r"[^\W\d_]+")
_MONTHS = tuple(month[:3] for month in MONTHS)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document lies.

    Attributes:
        folder: the words of its folders, those out that are dates or words for minutes.
        stem: what the file's name says besides its date.
        day: the date that the name gives, "2024-05" if there is no day in it; None if there is none.
    """

    folder: tuple[tuple[str, ...], ...]
    stem: tuple[str, ...]
    day: str | None


def places_of(paths: Iterable[str]) -> dict[str, Place]:
    """The places of files by their paths.

    Where long names were cut at their beginning, so that those of a folder open with endings of one word ("monthly",
    "onthly", "thly"), what is no whole word says nothing.
    """
    known = dict.fromkeys(paths)
    firsts: dict[tuple[str, str], set[str]] = defaultdict(set)
    for path in known:
        folder, first, second = _opening(path)
        firsts[folder, second].add(first)
    cut = {key: _endings(words) for key, words in firsts.items()}
    places: dict[str, Place] = {}
    for path in known:
        folder, first, second = _opening(path)
        place = place_of(path)
        is_cut = first in cut[folder, second] and place.stem[:1] == key_of((first,))
        places[path] = replace(place, stem=place.stem[1:]) if is_cut else place
    return places


def _opening(path: str) -> tuple[str, str, str]:
    """The folder of a file, and the first two words of its name."""
    pure = PurePosixPath(path.replace("\\", "/"))
    first, second, *_ = [*_LETTERS.findall(pure.stem.lower()), "", ""]
    return str(pure.parent), first, second


def _endings(words: set[str]) -> set[str]:
    """Those that are the end of another one; "art" beside "smart" may be a word, three of one word are none."""
    longer = defaultdict[str, set[str]](set)
    for word in words:
        for start in range(1, len(word)):
            if word[start:] in words:
                longer[word[start:]].add(word)
    shorter = Counter(word for several in longer.values() for word in several)
    return {word for word, several in longer.items() if len(several) + shorter[word] > 1}


@lru_cache(maxsize=16384)
def place_of(path: str) -> Place:
    """The place of a file by its path; a name that says nothing ("index.md") yields to its folder's."""
    pure = PurePosixPath(path.replace("\\", "/"))
    parts = [part for part in pure.parent.parts if part != "/"]
    name = pure.stem
    while not undated(name) and not any(letter.isdigit() for letter in name) and parts and _tells(parts[-1]):
        name = parts.pop()
    keys = (key_of(undated(part)) for part in parts)
    return Place(tuple(key for key in keys if key), key_of(undated(name)), _day(name, parts))


def _tells(part: str) -> bool:
    """Whether a folder is one document's own: its name has a date or says that it holds minutes of a meeting."""
    words = {word.lower() for word in re.findall(r"[^\W\d_]+", part)}
    return any(letter.isdigit() for letter in part) or bool(words & {"minutes", "meeting", "index", "main"})


def _day(name: str, parts: list[str]) -> str | None:
    for text in (name, "-".join([*parts[-3:], name])):
        found = date_in_name(text, day_first=None)
        if isinstance(found, date):
            return found.isoformat()
        if month := _YEAR_AND_MONTH.search(text):
            return f"{month[1]}-{month[2]}"
        if month := _MONTH_AND_YEAR.search(text):
            return f"{month[2]}-{_MONTHS.index(month[1].lower()) + 1:02}"
    return None
