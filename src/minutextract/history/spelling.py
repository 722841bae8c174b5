"""Two spellings of names: what kind of name each is, and whether they may be one person's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from minutextract.history.first_names import SHORT_FORMS
from minutextract.people.given_names import GIVEN_NAMES
from minutextract.people.names import derive_initials, fold_name, is_initials, is_postnominal, one_slip, split_titles

# Letters that take no accent away when they are decomposed.
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"})
_JOINTS = re.compile(r"[-‐‑.·_]+")
_DOTTED = re.compile(r"(?:[A-Z]\. ?){2,4}|(?:[A-Z] ){1,3}[A-Z]")
_DOTS = re.compile(r"[. ]")
_MARKS = re.compile(r"['’‘`\"“”()\[\]*]")
_FEWEST_LETTERS = 5


class Kind(IntEnum):
    """How much a name says, the most telling first."""

    FULL = 0
    LETTER_FIRST = 1
    LETTER_LAST = 2
    SINGLE = 3
    INITIALS = 4


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name without titles, accents, capitals, hyphens and dots; `titled` if it is one word behind an honorific."""

    words: tuple[str, ...]
    kind: Kind
    titled: bool = False

    @property
    def first(self) -> str:
        """The first word."""
        return self.words[0]

    @property
    def last(self) -> str:
        """The last word."""
        return self.words[-1]


@lru_cache(maxsize=65536)
def spelling_of(name: str, *, titled: bool = False) -> Spelling:
    """A name as it is compared; "Surname, First" is turned round."""
    plain = _MARKS.sub("", name).strip(" ,;:")
    if _DOTTED.fullmatch(plain):
        plain = _DOTS.sub("", plain)
    if is_initials(plain) and len(plain) <= 4:
        return Spelling((plain.upper(),), Kind.INITIALS)
    before, comma, after = plain.partition(",")
    turned = bool(comma and after.strip() and "," not in after and len(before.split()) <= 3)
    if turned and not any(map(is_postnominal, after.split())):
        plain = f"{after.strip()} {before.strip()}"
    bare = split_titles(plain)
    words = tuple(_JOINTS.sub(" ", fold_name(bare.full).translate(_LETTERS)).replace(",", " ").split()) or ("?",)
    kind = _kind(words)
    return Spelling(words, kind, kind is Kind.SINGLE and (titled or bool(bare.honorifics)))


def _kind(words: tuple[str, ...]) -> Kind:
    if len(words) == 1:
        return Kind.SINGLE
    if len(words[-1]) == 1:
        return Kind.LETTER_LAST
    return Kind.LETTER_FIRST if len(words[0]) == 1 else Kind.FULL


def meeting_points(name: Spelling) -> set[tuple[str, ...]]:
    """Keys of which two full names share one at least if `same_person` has anything to say of them."""
    first, *rest = name.words
    # A slip spares the beginning of a surname, or its end.
    ends = {(first, name.last[:2], "…"), (first, "…", name.last[-2:])}
    return ends | {(first, word) for word in rest} | {("", *rest), tuple(sorted(name.words))}


def same_person(one: Spelling, other: Spelling) -> tuple[str, bool] | None:
    """Why two full names may be one person's, and whether that is enough; None if nothing speaks for it."""
    if one.first == other.first and one.last == other.last:
        return ("middle names", True) if _middles_agree(one.words[1:-1], other.words[1:-1]) else None
    if one.words == other.words[::-1] or (*one.words[1:], one.first) == other.words:
        return "surname first", True
    if one.words[1:] == other.words[1:]:
        return _first_names(one.first, other.first)
    if one.first == other.first and one.words[:-1] == other.words[:-1] and one_slip(one.last, other.last):
        return "a letter of the surname", min(len(one.last), len(other.last)) >= _FEWEST_LETTERS
    short, long = sorted((one, other), key=lambda name: len(name.words))
    if short.first == long.first and len(short.words) < len(long.words) and _within(short.words, long.words):
        return "part of the surname", True
    return None


def _middles_agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if not one or not other:
        return True
    return all(
        mine == theirs or (1 in (len(mine), len(theirs)) and mine[0] == theirs[0])
        for mine, theirs in zip(one, other, strict=False)
    )


def _first_names(one: str, other: str) -> tuple[str, bool] | None:
    short, long = sorted((one, other), key=len)
    if long in SHORT_FORMS.get(short, ()):
        return "a short form of the first name", True
    if one_slip(one, other):
        both_known = one in GIVEN_NAMES and other in GIVEN_NAMES
        return "a letter of the first name", len(short) >= _FEWEST_LETTERS and not both_known
    if len(short) >= 2 and long.startswith(short):
        return "the beginning of the first name", False
    return None


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    rest = iter(long)
    return all(word in rest for word in short)


def fits(short: Spelling, full: Spelling) -> bool:
    """Whether a first name, a surname, or a name with a letter may stand for a fuller one."""
    match short.kind:
        case Kind.LETTER_FIRST:
            return full.kind is Kind.FULL and short.last == full.last and _letters_begin(short.words[:-1], full.words)
        case Kind.LETTER_LAST:
            return (
                full.kind is Kind.FULL
                and short.words[:-1] == full.words[: len(short.words) - 1]
                and any(word.startswith(short.last) for word in full.words[len(short.words) - 1 :])
            )
        case Kind.SINGLE:
            surname = short.first in full.words[1:] and full.kind is not Kind.LETTER_LAST
            return surname or (not short.titled and full.first == short.first and full.kind is not Kind.LETTER_FIRST)
        case Kind.INITIALS:
            return full.kind is Kind.FULL and short.first in {
                letters.upper() for letters in derive_initials(" ".join(full.words))
            }
        case _:
            return False


def _letters_begin(letters: tuple[str, ...], words: tuple[str, ...]) -> bool:
    if not words[0].startswith(letters[0]):
        return False
    rest = iter(words[1:-1])
    middles = words[1:-1]
    return not middles or all(any(word.startswith(letter) for word in rest) for letter in letters[1:])
