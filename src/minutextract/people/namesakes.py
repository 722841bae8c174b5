"""A listed person's first name that somebody else has too, whom the text names in full right before."""

from __future__ import annotations

import re
from bisect import bisect_left

from minutextract.people.given_names import GIVEN_NAMES
from minutextract.people.names import PLACE_WORDS, fold_name, looks_like_name, one_slip
from minutextract.people.register import Register

_FULL = re.compile(r"(?<![\w’'@\-])([A-Z][^\W\d_]+) ([A-Z][^\W\d_]+(?:['’\-][A-Z][^\W\d_]+)*)(?![\w’'])")

# So far back a full name is still who its first name means.
_NEAR = 2_000


class Namesakes:
    """Where a text names in full those who share a listed first name, listed themselves or not."""

    def __init__(self, text: str, register: Register) -> None:
        self._places: dict[str, list[tuple[int, bool]]] = {}
        words: frozenset[str] | None = None
        for found in _FULL.finditer(text):
            first = fold_name(found[1])
            people = register.first_names.get(first, [])
            if not people:
                continue
            listed = any(_is_surname_of(register.people[person].name, found[2]) for person in people)
            if not listed:
                words = frozenset(re.findall(r"\b[a-z]+", text)) if words is None else words
                surname = found[2].lower()
                is_word = surname in words or surname in PLACE_WORDS or surname in GIVEN_NAMES
                if is_word or not looks_like_name(found[0]):
                    continue
            self._places.setdefault(first, []).append((found.start(), listed))

    def is_another(self, first: str, at: int) -> bool:
        """Whether the last one of a (folded) first name who is named in full shortly before is not listed."""
        places = self._places.get(first, [])
        before = bisect_left(places, (at, False))
        return before > 0 and not places[before - 1][1] and at - places[before - 1][0] <= _NEAR


def _is_surname_of(name: str, written: str) -> bool:
    """Whether a word may be the surname of a listed name, as it stands, with a slip, or as its first letter."""
    form, own = fold_name(written), [fold_name(part).strip(".") for part in re.split(r"[\s\-‐]+", name)[1:]]
    parts = set(re.split(r"[\-‐]", form))
    return any(
        part in parts or one_slip(part, form) or (min(len(part), len(form)) == 1 and part[0] == form[0])
        for part in own
        if part
    )
