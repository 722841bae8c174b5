"""Where a text says what the public should not read, and the text without it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from minutextract.people.names import looks_like_name, split_titles
from minutextract.people.vocabulary import HONORIFICS
from minutextract.privacy.contacts import Found, contact_details
from minutextract.privacy.forms import Forms, Named
from minutextract.privacy.policy import OFFICE_TITLES

PERSON_LABEL = "[a person]"
_TITLE = "|".join(one.capitalize() for one in sorted(HONORIFICS, key=len, reverse=True))
_TITLED = re.compile(
    rf"(?<![^\W_])(?P<title>{_TITLE})\.?\s{{1,2}}"
    r"(?P<name>(?:[A-Z]\.?\s){0,2}[A-Z][^\W\d_]+(?:[-'’][A-Z]?[^\W\d_]+)?(?:\s[A-Z][^\W\d_]+(?:[-'’][A-Z]?[^\W\d_]+)?)?)"
)
# These stand before other words as well: "Major Projects", "Minister for Schools", "Constable of the Tower".
_NOT_ALONE = frozenset(
    "major minister constable judge general captain colonel canon father sergeant inspector hon pc".split()
)
# "[a member], [a member] and [a member]": how many there are is all that it says.
_RUN = re.compile(r"\[an? ([a-z ]{4,12})\](?:(?:, | and |, and |; )\[an? \1\](?! \())+(?! \()")


@dataclass(frozen=True)
class Masker:
    """Finds and replaces, in one text after the other, what the public should not read.

    Attributes:
        people: everybody with a name, those who may be named with an empty label.
        patterns: further words to mask.
        officers: whether somebody unknown with the title of a public office may be named.
    """

    people: Sequence[Named]
    patterns: Sequence[re.Pattern[str]] = ()
    officers: bool = True

    @cached_property
    def _forms(self) -> Forms:
        return Forms(self.people)

    def also(self, words: Iterable[str], label: str) -> Masker:
        """A masker that takes these words for a person's name, too."""
        more = tuple(sorted(set(words)))
        return replace(self, people=(*self.people, Named("", label, written=more))) if more else self

    def find(self, text: str) -> list[Found]:
        """What to mask, in order and without overlaps; contact details come before names."""
        taken: list[Found] = []
        starts: list[int] = []
        for found in self._candidates(text):
            # What is taken does not overlap, so that only the neighbours can be in the way.
            at = bisect_right(starts, found.start)
            if not any(map(found.overlaps, taken[max(0, at - 1) : at + 1])):
                taken.insert(at, found)
                starts.insert(at, found.start)
        return [found for found in taken if found.label]

    def _candidates(self, text: str) -> Iterator[Found]:
        for pattern in self.patterns:
            for match in pattern.finditer(text):
                if match.end() > match.start():
                    yield Found(match.start(), match.end(), "pattern", "[withheld]")
        yield from contact_details(text)
        yield from self._forms.find(text)
        for match in _TITLED.finditer(text):
            title = match["title"].lower()
            if title in OFFICE_TITLES and self.officers:
                continue
            if title not in _NOT_ALONE or looks_like_name(match["name"]):
                yield Found(match.start(), match.end(), "name", PERSON_LABEL)

    def mask(self, text: str) -> str:
        """The text with labels in place of what the public should not read."""
        return replaced(text, self.find(text))

    def mask_file_name(self, name: str) -> str:
        """As `mask`, whatever letters are capitals: file names have their own habits."""
        found = self.find(name)
        for written in (name.title(), name.upper()):
            if len(written) == len(name):
                found += [one for one in self.find(written) if not any(map(one.overlaps, found))]
        return replaced(name, sorted(found, key=lambda one: one.start))


def replaced(text: str, found: Sequence[Found]) -> str:
    """The text with a label in each place, which must be in order and not overlap."""
    parts, at = list[str](), 0
    for one in found:
        parts += (text[at : one.start], one.label)
        at = one.end
    return "".join((*parts, text[at:]))


def shortened(text: str) -> str:
    """The text with "[3 members]" for three of the same label in a row."""
    return _RUN.sub(_counted, text)


def _counted(match: re.Match[str]) -> str:
    noun = {"person": "people", "chair": "chairs"}.get(match[1], f"{match[1]}s")
    return f"[{match[0].count('[')} {noun}]"


def is_name(words: str) -> bool:
    """Whether words that name an owner or a giver have the shape of a person's name, or of one name of it."""
    return looks_like_name(words, single=True) and split_titles(words).full[:1].isupper()


@dataclass(frozen=True)
class Shift:
    """Where the places of a text are in the one in which parts of it were replaced."""

    found: Sequence[Found]

    @cached_property
    def _starts(self) -> list[int]:
        return [one.start for one in self.found]

    @cached_property
    def _gains(self) -> list[int]:
        """By how much places behind each replacement moved."""
        gains, gain = list[int](), 0
        for one in self.found:
            gain += len(one.label) - (one.end - one.start)
            gains.append(gain)
        return gains

    def start(self, place: int) -> int:
        """The new place of what begins here: of words within a replacement, its beginning."""
        return self._moved(place, to_end=False)

    def end(self, place: int) -> int:
        """The new place of what ends here: of words within a replacement, its end."""
        return self._moved(place, to_end=True)

    def _moved(self, place: int, *, to_end: bool) -> int:
        number = bisect_right(self._starts, place - 1 if to_end else place) - 1
        if number < 0:
            return place
        one, before = self.found[number], self._gains[number - 1] if number else 0
        if place >= one.end:
            return place + self._gains[number]
        return one.start + before + (len(one.label) if to_end else 0)
