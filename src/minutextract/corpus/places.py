"""Where a document says the words of fingerprints, independent of how it is cut into sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from minutextract.corpus.fingerprint import Fingerprint, key_of, letters_in, sha256_of
from minutextract.corpus.units import squeeze
from minutextract.document import Span

# Quotes, brackets, full stops and the like that may go with a unit on either side of its letters.
_MARGIN = 8
# What readers take off an item and annotators saw.
_OPENINGS = ("", "[x] ", "[X] ", "[ ] ", "[] ", "o ", "- ", "* ", "• ", "● ")


@dataclass(frozen=True, slots=True)
class _Letters:
    """The letters of a text: `origin` has the character that each comes from, `starts` and `ends` are word edges."""

    text: str
    origin: list[int]
    starts: list[int]
    ends: frozenset[int]


def _letters(text: str) -> _Letters:
    parts: list[str] = []
    origin: list[int] = []
    starts: list[int] = []
    ends: set[int] = set()
    inside = False
    for at, character in enumerate(text):
        own = letters_in(character)
        if own and not inside:
            starts.append(len(origin))
        elif inside and not own:
            ends.add(len(origin))
        inside = bool(own)
        parts.append(own)
        origin += [at] * len(own)
    return _Letters("".join(parts), origin, starts, frozenset({*ends, len(origin)}))


def find_places(text: str, marks: Iterable[Fingerprint]) -> dict[str, list[Span]]:
    """The stretches of a text, from first to last letter, that have one of the keys; by key, in order.

    Each stretch from a word's start to a word's end is hashed that has as many letters as one of the fingerprints: at
    most as many hashes as the text has words, for each length that occurs.
    """
    wanted: dict[int, set[str]] = {}
    for mark in marks:
        if mark.letters > 0:
            wanted.setdefault(mark.letters, set()).add(mark.key)
    letters = _letters(text)
    found: dict[str, list[Span]] = {}
    for length, keys in wanted.items():
        for start in letters.starts:
            end = start + length
            if end in letters.ends and (key := key_of(letters.text[start:end])) in keys:
                found.setdefault(key, []).append(Span(letters.origin[start], letters.origin[end - 1] + 1))
    return found


def in_sequence(places: Sequence[Sequence[Span]]) -> list[Span | None]:
    """One place for each unit, given that units stand in the order of the text.

    Where words stand several times, it is the first place that is not before the unit found last.
    """
    chosen: list[Span | None] = []
    reached = 0
    for candidates in places:
        later = [span for span in candidates if span.start >= reached]
        place = next(iter(later or candidates), None)
        if place and later:
            reached = place.end
        chosen.append(place)
    return chosen


def exact_words(text: str, place: Span, mark: Fingerprint) -> str | None:
    """The very words of the fingerprint's `sha256` at a place, white space normalised; None if they differ in signs."""
    first = _reach(text, place.start, -1)
    last = _reach(text, place.end, 1)
    for start in range(place.start, first - 1, -1):
        for end in range(place.end, last + 1):
            words = squeeze(text[start:end])
            for opening in _OPENINGS:
                if len(opening) + len(words) == mark.chars and sha256_of(opening + words) == mark.sha256:
                    return opening + words
    return None


def _reach(text: str, at: int, step: int) -> int:
    """How far a unit that ends at a letter may go on: over what is no letter, and not far."""
    for _ in range(_MARGIN):
        beyond = at - 1 if step < 0 else at
        if not 0 <= beyond < len(text) or letters_in(text[beyond]):
            break
        at += step
    return at


def with_signs(text: str, place: Span) -> Span:
    """A place with the signs that touch it: the bracket before, the full stop behind."""
    start, end = place.start, place.end
    while start > 0 and not text[start - 1].isspace() and not letters_in(text[start - 1]):
        start -= 1
    while end < len(text) and not text[end].isspace() and not letters_in(text[end]):
        end += 1
    return Span(start, end)
