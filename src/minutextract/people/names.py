"""The shape of a person's name: titles and letters stripped, surname found, initials derived."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from minutextract.people.given_names import GIVEN_NAMES
from minutextract.people.vocabulary import (
    ACRONYMS,
    BODY_WORDS,
    GROUP_WORDS,
    HONORIFICS,
    OFFICES,
    PARTICLES,
    POST_WORDS,
    POSTNOMINALS,
    TITLE_PHRASES,
)

_NOT_NAMES = (BODY_WORDS | GROUP_WORDS | POST_WORDS) | frozenset(
    (
        "ask invite remind need plan unless if when once while although apologies present absent attendance "
        "minutes meeting agenda item action actions update report the and "
        "from with none nil n/a tbc also for via of online remotely zoom teams date time venue location place "
        "subject notes monday tuesday wednesday thursday friday saturday sunday january february march april june "
        "july august september october november december welcome introduction project community local national "
        "new no yes not our this that there their these decision decisions approved discussion quorum next "
        "previous review website street road lane hall house park village planning finance budget issue "
        "groups teams users user one two three four five six seven eight nine ten spouse wife husband partner name "
        "reports individual dive currently additionally meanwhile hopefully lastly recently"
    ).split()
)
# What a list says beside a name of how somebody came, or of those whom it does not name.
_OF_PRESENCE = frozenset(
    "late early left leaving joined joining arrived arriving remote virtual only here there away absent excused "
    "observing presenting visiting resigned other others more several many few some any rest everyone everybody all "
    "another both plus founding regular usual unknown anonymous dialled dialed called call phone by until after before "
    "briefly partly people persons".split()
)
# Words for bodies, places and times that are surnames behind a first name.
PLACE_WORDS = frozenset(
    (
        "church park hall house lane street bank law press english head parish march day warden ranger constable "
        "vicar priest bishop page post forest banks field"
    ).split()
)
# Of these, surnames behind an initial ("I. Church"); the others may head a lettered part ("B. Parish").
_BEHIND_INITIAL = PLACE_WORDS - frozenset("parish bank press law warden ranger constable vicar street lane".split())
PLACES_TOO = frozenset("victoria albert alexandra florence elizabeth george grace hope faith".split())
# First names that in a list of such are no months.
MONTHS_TOO = frozenset({"April", "May", "June"})
# "Lord Roe of Oakham": peers may be called after a place; in front of these words "Lord" begins an office.
_PEERS = frozenset("lord lady baron baroness viscount viscountess earl countess".split())
_LORDS_OFFICES = frozenset("mayor lieutenant chancellor advocate speaker justice provost".split())
_TITLE_STARTS = tuple(phrase + " " for phrase in TITLE_PHRASES)
_LETTER = re.compile(r"[A-Z]\.?|(?:[A-Z]\.){2,4}")
_WORD = re.compile(r"[^\W\d_][^\W\d_'’.\-‐‑]*(?:['’\-‐‑][^\W\d_]+)*\.?")
_INITIALS = re.compile(r"[A-Z][A-Za-z]{0,3}[A-Za-z]")
# "J.Roe": an initial that no blank parts from the surname.
_CLOSE_INITIAL = re.compile(r"(?<!\w)((?:[A-Z]\.){1,3})(?=[A-Z][a-z’'])")


@dataclass(frozen=True, slots=True)
class Name:
    """A name without titles, and the titles and letters that stood around it."""

    full: str
    honorifics: tuple[str, ...]

    @property
    def tokens(self) -> list[str]:
        """The words of the name."""
        return self.full.split()

    @property
    def surname(self) -> str:
        """The last word with the particles before it ("de Souza"), of a peer's name the one before its place."""
        tokens = self.tokens
        if "of" in tokens[1:-1]:
            tokens = tokens[: tokens.index("of", 1)]
        start = len(tokens) - 1
        while start > 1 and tokens[start - 1].lower() in PARTICLES:
            start -= 1
        return " ".join(tokens[start:])


def fold_name(text: str) -> str:
    """Lower case, no accents, one kind of apostrophe: what two spellings of a name must share to be equal."""
    if text.isascii():
        return " ".join(text.lower().split())
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").replace("‘", "'"))
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).lower().split())


def one_slip(word: str, other: str) -> bool:
    """Whether one letter more, less or changed, or two that changed places, make one word the other."""
    shared = min(len(word), len(other))
    same = next((n for n in range(shared) if word[n] != other[n]), shared)
    rest, others = word[same:], other[same:]
    swapped = len(rest) > 1 and rest[:2] == others[1::-1] and rest[2:] == others[2:]
    return swapped or rest[1:] == others[1:] or rest[1:] == others or rest == others[1:]


def split_titles(text: str) -> Name:
    """Part a name from the titles before it and the letters after it."""
    rest, honorifics = _CLOSE_INITIAL.sub(r"\1 ", text.strip(" ,.;:-–—*")), list[str]()
    while rest:
        taken = _leading_title(rest)
        if not taken or len(taken) == len(rest):
            break
        honorifics.append(rest[: len(taken)].strip())
        rest = rest[len(taken) :].lstrip(" .,")
    tokens, after = rest.split(), list[str]()
    while len(tokens) > 1 and is_postnominal(tokens[-1]):
        after.insert(0, tokens.pop().strip(",."))
    return Name(" ".join(tokens).rstrip(","), tuple(honorifics + after))


def is_postnominal(token: str) -> bool:
    """Whether these are letters behind a name (MP, CBE, PhD)."""
    plain = token.strip(",.()")
    return plain.lower() in POSTNOMINALS and (plain.isupper() or plain in ("PhD", "MSc", "BSc", "Esq", "Jr", "Sr"))


def _leading_title(text: str) -> str:
    lower = text.lower()
    if lower.startswith(_TITLE_STARTS):
        return next(text[: len(phrase)] for phrase in TITLE_PHRASES if lower.startswith(phrase + " "))
    first = text.split(maxsplit=1)[0]
    return first if first.rstrip(".").lower() in HONORIFICS and first[0].isupper() else ""


def looks_like_name(text: str, *, single: bool = False) -> bool:
    """Whether the words, titles taken off, have the shape of a person's name.

    Args:
        text: the words, without brackets.
        single: whether one word alone will do, as in a list of first names or surnames.
    """
    name = split_titles(text)
    tokens = _without_place(name)
    if not 1 <= len(tokens) <= 5 or (len(tokens) == 1 and not (single or name.honorifics)):
        return False
    if len(tokens) == 5 and not any(len(token.strip(".")) == 1 or token.lower() in PARTICLES for token in tokens):
        return False
    if any(token.lower().strip(".,") in _NOT_NAMES for token in tokens) and not _has_odd_surname(tokens):
        return False
    if (
        len(name.full) > 4
        and len(tokens) > 1
        and name.full.isupper()
        and not any(token in ACRONYMS for token in tokens)
    ):
        return all(_WORD.fullmatch(token) or _LETTER.fullmatch(token) for token in tokens)
    return all(map(_name_token, tokens)) and any(len(token) > 1 and token[0].isupper() for token in tokens)


def _without_place(name: Name) -> list[str]:
    """The words of a name, without "of" between a peer's name and place."""
    tokens = name.tokens
    peer = any(title.lower() in _PEERS for title in name.honorifics)
    if peer and "of" in tokens[1:-1] and tokens[0].lower() not in _LORDS_OFFICES:
        return [token for token in tokens if token != "of"]
    return tokens


def _has_odd_surname(tokens: list[str]) -> bool:
    """Whether a first name or initial stands before one word that is a surname too: "Jo Church", "K. Hall"."""
    if len(tokens) != 2:
        return False
    initial = len(tokens[0]) == 2 and tokens[0][0].isupper() and tokens[0][1] == "."
    if initial and tokens[1][0].isupper() and tokens[1].lower() in _BEHIND_INITIAL:
        return True
    return _may_bear_it(tokens[0]) and tokens[1].lower() in PLACE_WORDS


def _may_bear_it(first: str) -> bool:
    return is_given_name(first) and first.lower() not in PLACES_TOO


def is_given_name(word: str) -> bool:
    """Whether the word is a common first name; many first names are not among these."""
    return word.lower() in GIVEN_NAMES and word[:1].isupper()


def shows_a_person(name: str) -> bool:
    """Whether a name's own words tell that it is somebody's: a title, an initial or a common first name opens it."""
    first = name.partition(" ")[0].rstrip(".")
    if (len(first) == 1 and first.isalpha()) or first.lower() in HONORIFICS or first.lower() in OFFICES:
        return True
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", first) if not unicodedata.combining(letter))
    return is_given_name(first) or is_given_name(plain.partition("-")[0])


def _name_token(token: str) -> bool:
    if token.lower() in PARTICLES or _LETTER.fullmatch(token):
        return True
    if not _WORD.fullmatch(token):
        return False
    return token[0].isupper() and (not token.isupper() or len(token) <= 2 or len(token) > 4)


def with_capitals(words: str, *, rare: bool = False) -> str:
    """A first name and another, written small ("jo roe", "Jo roe"), with capitals; other words as they are.

    Args:
        words: a part of a list of names.
        rare: whether the first name need not be a common one, as all the other parts are names.
    """
    tokens = words.split()
    plain = len(tokens) == 2 and all(map(str.isalpha, tokens)) and tokens[1].islower() and len(tokens[1]) > 1
    small = plain and tokens[1] not in _OF_PRESENCE | PARTICLES
    known = small and tokens[0].lower() in GIVEN_NAMES
    fits = known or (small and rare and words.islower() and len(tokens[0]) > 2 and tokens[0] not in _OF_PRESENCE)
    return words.title() if fits else words


def is_initials(text: str) -> bool:
    """Two to five letters that begin with a capital and hold another: `PD`, `PWh`, `RdS`, `MCa`, `AHop`."""
    return bool(_INITIALS.fullmatch(text)) and sum(c.isupper() for c in text) >= 2


def derive_initials(name: str) -> frozenset[str]:
    """The initials that a name would have: first letters, with and without particles, double names as one or two."""
    tokens = [token for token in name.replace("’", "'").split() if token[0].isalpha()]
    if len(tokens) < 2:
        return frozenset()
    plain = unicodedata.normalize("NFKD", name)
    if any(map(unicodedata.combining, plain)):
        bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
        return derive_initials(bare) | _forms(tokens)
    return _forms(tokens)


def _forms(tokens: list[str]) -> frozenset[str]:
    strong = [token for token in tokens if token.lower() not in PARTICLES or token[0].isupper()]
    forms = {
        "".join(token[0] for token in tokens),
        "".join(token[0].upper() for token in tokens),
        "".join(token[0].upper() for token in strong),
        (tokens[0][0] + tokens[-1][0]).upper(),
        "".join(part[0].upper() for token in strong for part in token.split("-") if part),
    }
    return frozenset(form for form in forms if len(form) >= 2)


def fits_name(initials: str, name: str) -> bool:
    """Whether letters can stand for a name; two letters may hold a slip, more must follow the name."""
    plain = split_titles(name).full
    if initials in derive_initials(plain):
        return True
    firsts = {token[0].upper() for token in plain.split()}
    if len(initials) <= 2:
        return initials[0] in firsts
    words = plain.split()
    if len(initials) == 3 and len(words) > 1 and (initials[0], initials[2]) == (words[0][0], words[-1][0]):
        return True
    letters = iter(plain.lower())
    if not all(letter.lower() in letters for letter in initials):
        return False
    if len(initials) == 3 and initials.isupper():
        return initials[0] == words[0][0].upper() and initials not in ACRONYMS
    capitals = [letter for letter in initials if letter.isupper()]
    return len(capitals) >= 2 and set(capitals) <= firsts
