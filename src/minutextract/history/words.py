"""What is left of the name of a body, a title, a folder or a file once everything is gone that says when it was."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutextract.months import MONTHS
from minutextract.people.names import fold_name, one_slip
from minutextract.people.vocabulary import BODY_WORDS

_MONTHS = " ".join((*MONTHS, "jan feb mar apr jun jul aug sep sept oct nov dec"))
_DAYS = "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun"
# Words for the record, the kind of meeting and its circumstances: never the name of who met.
_OF_A_MEETING = (
    "minute minutes minuted meeting meetings note notes record records summary agenda agendas held on at dated date "
    "the a an of from for in and to by with to be last next previous draft drafts final approved unapproved confirmed "
    "unconfirmed signed version copy add addendum addenda appendix rev week term year quarter session "
    "ordinary extraordinary annual general special regular monthly weekly biweekly fortnightly quarterly inaugural "
    "public virtual online agm egm sgm apm am pm st nd rd th no nr number index readme main utc ut gmt bst cet "
    "cest pt et pst pdt est edt"
)
_NOISE = frozenset(f"{_MONTHS} {_DAYS} {_OF_A_MEETING}".split())
# Of a title "Annual General Meeting" only the folder tells whose it was; "Annual Parish Meeting" is another body's.
_KEPT_IN_NAMES = frozenset({"annual"})
# Words that many organisations' bodies share: alone they name none.
GENERIC = (
    BODY_WORDS
    | _NOISE
    | frozenset(
        (
            "steering technical scientific executive governing management advisory finance audit budget planning staff "
            "directors trustees governors members membership project programme program community user users "
            "developer developers core communications outreach governance policy strategy security legal tech "
            "standing working sub subcommittee working-group open full joint plenary plenum senate assembly collective "
            "cabinet presidency exec wg sig tsc"
        ).split()
    )
)
_TOKEN = re.compile(r"[^\W_]+(?:['’‘`][^\W_]+)*")
_LETTERS = re.compile(r"\b(?:[A-Za-z]\.){2,}")
# Headings that a list begins with are taken for a title now and then.
_HEADINGS = frozenset(
    "attendees attendance attending present participants apologies topics discussion discussed todays call content "
    "page welcome actions recap skip".split()
)
_DATED = re.compile(r"\d+(?:st|nd|rd|th)?|q[1-4]|v\d+", re.IGNORECASE)
# "Working Group 2", "Ward 3": the number is part of the name.
_NUMBERED = frozenset("group panel ward area district region team troop branch lodge committee wg".split())
_FEWEST_LETTERS = 7
_CLOSING = tuple(')]"”')
_APOSTROPHES = re.compile(r"['’‘`]")


def undated(text: str) -> list[str]:
    """The words of a name as they are written, without dates, numbers and words for records and kinds of meetings."""
    return [_APOSTROPHES.sub("", found[0]) for found in _kept(text)]


def spoken(text: str) -> str:
    """A name as it is written, from its first to its last word that is no date and no word for a record."""
    kept, plain = _kept(text), _plain(text)
    if not kept:
        return ""
    end = kept[-1].end()
    return " ".join(plain[kept[0].start() : end + (plain[end : end + 1] in _CLOSING)].split())


def is_heading(text: str) -> bool:
    """Whether a title has no words but those of a heading: "Attendees", "Topics discussed"."""
    return not set(key_of(undated(text))) - _HEADINGS


def _plain(text: str) -> str:
    return _LETTERS.sub(lambda found: found[0].replace(".", ""), text)


def _kept(text: str) -> list[re.Match[str]]:
    found = list(_TOKEN.finditer(_plain(text)))
    tokens = [_APOSTROPHES.sub("", one[0]) for one in found]
    return [one for at, one in enumerate(found) if not _is_noise(tokens, at)]


def _is_noise(tokens: Sequence[str], at: int) -> bool:
    token = fold_name(tokens[at])
    if token.isdigit() and len(token) < 3 and at and fold_name(tokens[at - 1]) in _NUMBERED and at + 1 == len(tokens):
        return False
    if token in _KEPT_IN_NAMES and at + 1 < len(tokens) and fold_name(tokens[at + 1]) not in _NOISE:
        return False
    return token in _NOISE or bool(_DATED.fullmatch(token)) or _is_month_and_year(token)


def _is_month_and_year(token: str) -> bool:
    letters, digits = token.rstrip("0123456789"), token.lstrip("0123456789")
    return (letters != token and letters in _NOISE) or (digits != token and digits in _NOISE)


def key_of(words: Sequence[str]) -> tuple[str, ...]:
    """What two spellings of a name share."""
    return tuple(fold_name(word) for word in words)


def is_generic(key: Sequence[str]) -> bool:
    """Whether bodies of many organisations may bear the name: "Board", "Finance Committee", letters alone ("TSC")."""
    return all(word in GENERIC or word.isdigit() for word in key) or (len(key) == 1 and len(key[0]) <= 5)


def shortens(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether a name is another one with letters for words, or without the words for whose body it is.

    "TWG" and "Parish Council" shorten "Oakham Technical Working Group" and "Oakham Parish Council"; "Committee" alone
    may be the main one, and so shortens nothing.
    """
    for start in range(len(long)):
        lead = long[:start]
        if lead and (set(lead) & GENERIC or (len(short) == 1 and short[0] in GENERIC)):
            return False
        if _abbreviates(short, long[start:]):
            return tuple(short) != tuple(long)
    return False


def slipped(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names differ by a letter of one long word."""
    if len(one) != len(other):
        return False
    pairs = [(mine, theirs) for mine, theirs in zip(one, other, strict=True) if mine != theirs]
    return len(pairs) == 1 and min(map(len, pairs[0])) >= _FEWEST_LETTERS and one_slip(*pairs[0])


def _abbreviates(short: Sequence[str], long: Sequence[str]) -> bool:
    if not short or not long:
        return not short and not long
    if short[0] == long[0] and _abbreviates(short[1:], long[1:]):
        return True
    size = len(short[0])
    letters = "".join(word[0] for word in long[:size])
    return size > 1 and letters == short[0] and _abbreviates(short[1:], long[size:])
