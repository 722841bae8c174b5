"""The secretary's alias file: who is who and which body is which, whatever the documents make of it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from minutextract.errors import UsageError
from minutextract.history.spelling import spelling_of
from minutextract.history.words import key_of, undated
from minutextract.people.names import fold_name


class AliasError(UsageError):
    """An alias file says something that cannot be understood."""

    code = "bad-aliases"


@dataclass(frozen=True, slots=True)
class PersonAlias:
    """A person and the names that stand for this person, within a series and a time if these are given."""

    name: str
    also: tuple[str, ...] = ()
    series: str | None = None
    since: str | None = None
    until: str | None = None

    def covers(self, series: str, day: str | None) -> bool:
        """Whether the entry goes for a meeting; one without a date is within no given time."""
        if self.series is not None and key_of(undated(self.series)) != key_of(undated(series)):
            return False
        if self.since is None and self.until is None:
            return True
        return day is not None and (self.since or day) <= day <= (self.until or day)


@dataclass(frozen=True, slots=True)
class SeriesAlias:
    """A body, the names that it goes by, and the folders that hold its minutes."""

    name: str
    also: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Aliases:
    """An alias file as it was read."""

    persons: tuple[PersonAlias, ...] = ()
    series: tuple[SeriesAlias, ...] = ()
    not_people: frozenset[str] = frozenset()

    def series_of(self, path: str, body: str | None, title: str | None) -> str | None:
        """The name of the series that the file puts a meeting into: by its body, else its title, else its folder."""
        for text in (body, title):
            key = key_of(undated(text or ""))
            for one in self.series:
                if key and key in {key_of(undated(name)) for name in (one.name, *one.also)}:
                    return one.name
        folder = f"/{path.rpartition('/')[0].strip('/')}/"
        fitting = [one for one in self.series for part in one.folders if f"/{part.strip('/')}/" in folder]
        return fitting[0].name if fitting else None

    def person_of(self, name: str, series: str, day: str | None) -> int | None:
        """The number of the entry whose a name in a meeting is; one for a series or a time goes before one for all."""
        if not self.persons:
            return None
        fitting = [
            n for n in _entries_by_name(self).get(spelling_of(name).words, ()) if self.persons[n].covers(series, day)
        ]
        return min(fitting, key=lambda n: (_openness(self.persons[n]), n), default=None)

    def is_no_person(self, name: str) -> bool:
        """Whether the file says that a name is nobody's."""
        return fold_name(name) in self.not_people


NO_ALIASES = Aliases()


@lru_cache(maxsize=4)
def _entries_by_name(aliases: Aliases) -> dict[tuple[str, ...], list[int]]:
    entries: dict[tuple[str, ...], list[int]] = {}
    for n, one in enumerate(aliases.persons):
        for words in {spelling_of(name).words for name in (one.name, *one.also)}:
            entries.setdefault(words, []).append(n)
    return entries


def _openness(one: PersonAlias) -> int:
    return (one.series, one.since, one.until).count(None)


_TEXTS = {"person": ("name", "series", "since", "until"), "series": ("name",)}
_LISTS = {"person": ("also",), "series": ("also", "folders")}
_HEAD = re.compile(r"\s*\[\[\s*(person|series)\s*\]\]")


def read_aliases(content: str, path: str) -> Aliases:
    """An alias file from its content.

    Raises:
        AliasError: it is no TOML, or has something that is not understood; the message has the line.
    """
    try:
        whole = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        where = f"{path}:{found[1]}" if found else path
        raise AliasError(
            f"{where}: {str(error).partition(' (at')[0]}", "docs/archive.md shows how it is written"
        ) from None
    return _Reading(content, path).aliases(whole)


class _Reading:
    """Checks what a file holds, and tells the line of what is wrong."""

    def __init__(self, content: str, path: str) -> None:
        self._lines = content.splitlines()
        self._path = path

    def aliases(self, whole: dict[str, Any]) -> Aliases:
        for name in whole:
            if name not in ("person", "series", "not_people"):
                self._fail(name, 0, f"there is no “{name}” here", "Known are [[person]], [[series]] and not_people.")
        persons = [self._entry("person", n, entry) for n, entry in enumerate(self._tables(whole, "person"))]
        series = [self._entry("series", n, entry) for n, entry in enumerate(self._tables(whole, "series"))]
        nobody = self._names(whole.get("not_people", []), "not_people", 0)
        read = Aliases(
            tuple(PersonAlias(**entry) for entry in persons),
            tuple(SeriesAlias(**entry) for entry in series),
            frozenset(map(fold_name, nobody)),
        )
        self._refuse_contradictions(read.persons)
        return read

    def _tables(self, whole: dict[str, Any], kind: str) -> Sequence[Any]:
        tables = whole.get(kind, [])
        if not isinstance(tables, list) or not all(isinstance(one, dict) for one in tables):
            self._fail(kind, 0, f"“{kind}” is no list of entries", f"Begin each entry with [[{kind}]].")
        return list(tables)

    def _entry(self, kind: str, at: int, entry: dict[str, Any]) -> dict[str, Any]:
        start = self._head(kind, at)
        known = (*_TEXTS[kind], *_LISTS[kind])
        for name in entry:
            if name not in known:
                self._fail(name, start, f"an entry has no “{name}”", f"Known are {', '.join(known)}.")
        if "name" not in entry:
            self._fail("", start, f"this [[{kind}]] has no name", 'Write name = "…" below it.')
        read: dict[str, Any] = {name: self._text(entry[name], name, start) for name in _TEXTS[kind] if name in entry}
        return read | {name: self._names(entry[name], name, start) for name in _LISTS[kind] if name in entry}

    def _text(self, value: Any, name: str, start: int) -> str:
        if name in ("since", "until"):
            text = value.isoformat() if isinstance(value, date) else value
            try:
                return date.fromisoformat(text).isoformat()
            except (TypeError, ValueError):
                self._fail(name, start, f"“{name}” is no date", "Write it like 2019-05-01.")
        if not isinstance(value, str) or not value.strip():
            self._fail(name, start, f"“{name}” is no name", f'Write {name} = "…".')
        return str(value)

    def _names(self, value: Any, name: str, start: int) -> tuple[str, ...]:
        if not isinstance(value, list) or not all(isinstance(one, str) and one.strip() for one in value):
            self._fail(name, start, f"“{name}” is no list of names", f'Write {name} = ["…", "…"].')
        return tuple(value)

    def _refuse_contradictions(self, persons: Sequence[PersonAlias]) -> None:
        owners: dict[tuple[object, ...], int] = {}
        for at, one in enumerate(persons):
            for name in sorted({one.name, *one.also}):
                first = owners.setdefault((spelling_of(name).words, one.series, one.since, one.until), at)
                if first != at:
                    other = self._head("person", first) + 1
                    remedy = "Give them a series or a time (since, until), or take it out of one."
                    self._fail("", self._head("person", at), f"“{name}” is also in the entry of line {other}", remedy)

    def _head(self, kind: str, at: int) -> int:
        heads = [n for n, line in enumerate(self._lines) if (found := _HEAD.match(line)) and found[1] == kind]
        return heads[at] if at < len(heads) else 0

    def _fail(self, name: str, start: int, cause: str, remedy: str) -> None:
        lines = range(start, len(self._lines))
        at = next((n for n in lines if name and re.match(rf"\s*\W*{re.escape(name)}\b", self._lines[n])), start)
        raise AliasError(f"{self._path}:{at + 1}: {cause}", remedy)
