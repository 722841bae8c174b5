"""People whom no list names, and who share a first name with one who is listed: "Jo Poe of the bank", not Jo Roe."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from minutextract.document import Span
from minutextract.people.given_names import GIVEN_NAMES
from minutextract.people.names import fold_name, looks_like_name, one_slip
from minutextract.people.register import Register

_PAIR = re.compile(r"(?<![\w’'@.\-])([A-Z][^\W\d_]+) ([A-Z][^\W\d_]{2,}(?:-[A-Z][^\W\d_]+)?)(?![\w@])")
# Surnames that begin alike are one, misspelt.
_SAME = 4
# What stands behind a full name, and hardly behind a first name and another word with a capital.
_TOLD = re.compile(
    r"\s*(?:\((?!\d)|,?\s+(?:of|from|at)\s+(?:the\s+)?[A-Z]|,?\s+(?:who|joined|gave|shared|presented|spoke|reported|said|"
    r"explained|introduced|asked|has|is|was|will)\b)"
)


@dataclass(frozen=True)
class Namesakes:
    """Those of one document; `text` is all of it, `extent` the part that is this meeting's."""

    text: str
    extent: Span
    register: Register

    def may_be_meant(self, word: str, at: int, candidates: Sequence[str]) -> bool:
        """Whether a first name alone may mean a namesake: the last full name before it is theirs.

        Args:
            word: the first name, folded.
            at: where it stands.
            candidates: the ids of those listed who have it.
        """
        before = [other for other in self._told.get(word, ()) if other < at]
        if not before or len(candidates) != 1:
            return False
        return self.text.rfind(self.register.people[candidates[0]].name, 0, at) < before[-1]

    @cached_property
    def _told(self) -> Mapping[str, Sequence[int]]:
        found = defaultdict[str, list[int]](list)
        for pair in _PAIR.finditer(self.text, self.extent.start, self.extent.end):
            people = self.register.first_names.get(fold_name(pair[1]), [])
            told = len(people) == 1 and _TOLD.match(self.text, pair.end(), self.extent.end) is not None
            if told and _is_another(pair[2], self.register.people[people[0]].name) and looks_like_name(pair[0]):
                found[fold_name(pair[1])].append(pair.start())
        return found


def _is_another(surname: str, name: str) -> bool:
    """Whether a surname is none that the listed person has, however it may be misspelt."""
    word, own = fold_name(surname), fold_name(name).split()
    alike = any(
        word in other or other in word or word[:_SAME] == other[:_SAME] or one_slip(word, other)
        for other in own
        if len(other) > 1
    )
    return not alike and word not in GIVEN_NAMES
