"""All the ways in which a name may be written, as one pattern that finds them in any text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from minutextract.people.names import PLACE_WORDS, fold_name, split_titles
from minutextract.people.vocabulary import HONORIFICS, PARTICLES, POSTNOMINALS, TITLE_PHRASES
from minutextract.privacy.contacts import Found

# Names that are words too. Alone they are masked only where the record knows that they stand for the person.
_WORDS_TOO = PLACE_WORDS | frozenset(
    (
        "january march april may june july august summer winter sunday will mark grant chase young old long short "
        "new day noon grace hope faith joy rose ivy bill art guy drew dean dale glen heath marsh ford wood woods hill "
        "rivers lake bridge gates green brown black white gray grey gold silver north south east west king prince "
        "duke baker cook carter mason potter smith farmer fisher miller taylor turner porter cooper archer knight "
        "good best bright sharp strong wise rich small little love case cross fox wolf bird lamb bull swift pope "
        "temple abbey castle bell ball read reading sales waters may-day board chair member clerk minutes action"
    ).split()
)
_TITLE = "|".join(sorted((*HONORIFICS, *TITLE_PHRASES), key=len, reverse=True))
_TITLES = re.compile(rf"(?<![^\W_])(?:(?:{_TITLE})\.?[\s_]{{1,2}}){{1,3}}$", re.IGNORECASE)
_LETTERS = re.compile(rf"(?:,?\s(?:{'|'.join(sorted(one.upper() for one in POSTNOMINALS))}|PhD|MSc|BSc)(?![^\W_]))+")
_GAP = r"[\s._\-]{1,3}"
_END = r"(?![^\W_])"
_WORD = re.compile(r"[^\W_]+")
# No title is longer than this.
_BEFORE = 60


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody with a name: `label` is what stands for it in public, "" if the name may be read."""

    name: str
    label: str
    initials: tuple[str, ...] = ()
    written: tuple[str, ...] = ()


def same_length_fold(text: str) -> str:
    """The text without accents and with one kind of apostrophe and space; every offset stays what it was."""
    if text.isascii():
        return text
    return "".join(map(_bare, text))


def _bare(character: str) -> str:
    if character in "‘’ʼ":
        return "'"
    if character in "‐‑‒–":
        return "-"
    plain = unicodedata.normalize("NFKD", character)
    return plain[0] if len(plain) > 1 and not plain[0].isspace() else character


@dataclass(frozen=True, slots=True)
class _Form:
    """One way to write a name: those of lower rank win, of these the longer."""

    rank: int
    pattern: str
    label: str
    only_titled: bool = False


class Forms:
    """The names of some people, ready to be looked for: by the first word of each form."""

    def __init__(self, people: Iterable[Named]) -> None:
        forms: dict[str, dict[str, _Form]] = {}
        for person in sorted(people, key=lambda one: not one.label):
            for first, form in _forms(person):
                forms.setdefault(first, {}).setdefault(form.pattern, form)
        self._forms = {
            first: sorted(own.values(), key=lambda one: (one.rank, -len(one.pattern))) for first, own in forms.items()
        }
        self._compiled: dict[str, re.Pattern[str]] = {}

    def find(self, text: str) -> Iterator[Found]:
        """The names in a text, the longest form of each; those that may be read come with an empty label."""
        folded, after = same_length_fold(text), 0
        for word in _WORD.finditer(folded):
            if word.start() < after:
                continue
            for form in self._forms.get(word[0].lower(), ()):
                if found := self._found(folded, form, word.start(), after):
                    yield found
                    after = found.end
                    break

    def _found(self, folded: str, form: _Form, start: int, after: int) -> Found | None:
        match = self._pattern(form.pattern).match(folded, start)
        if not match:
            return None
        before = folded[max(after, start - _BEFORE) : start]
        titles = _TITLES.search(before)
        if form.only_titled and not titles:
            return None
        letters = _LETTERS.match(folded, match.end())
        return Found(
            start - len(titles[0]) if titles else start, letters.end() if letters else match.end(), "name", form.label
        )

    def _pattern(self, pattern: str) -> re.Pattern[str]:
        if pattern not in self._compiled:
            self._compiled[pattern] = re.compile(f"(?:{pattern}){_END}")
        return self._compiled[pattern]


def _forms(person: Named) -> Iterator[tuple[str, _Form]]:
    """The forms of a name, each with its first word; parts of a name and initials only of those who are masked."""
    for first, pattern in _whole_names(person.name):
        yield first, _Form(0, pattern, person.label)
    if not person.label:
        # "Ms Smith" is the Smith who may be named, unless another Smith may not.
        yield from ((first, _Form(3, pattern, "", True)) for first, pattern, _ in _parts(person.name))
        return
    for first, pattern, only_titled in _parts(person.name):
        yield first, _Form(1, pattern, person.label, only_titled)
    for written in (*person.initials, *person.written):
        for first, pattern in _initials(written):
            yield first, _Form(2, pattern, person.label)


def _key(words: Sequence[str]) -> str:
    found = _WORD.search(same_length_fold(" ".join(words)))
    return found[0].lower() if found else ""


def _escaped(words: Iterable[str]) -> str:
    return _GAP.join(re.escape(same_length_fold(unicodedata.normalize("NFC", word))) for word in words)


def _whole_names(name: str) -> Iterator[tuple[str, str]]:
    """First name and surname in the orders and with the letters between them in which they are written."""
    split = split_titles(unicodedata.normalize("NFC", name))
    tokens = [token for token in (one.strip(".,()") for one in split.tokens) if token]
    surname = split.surname.split()
    if len(tokens) < 2 or not _key(surname):
        return
    last, first = _escaped(surname), _escaped(tokens[:1])
    yield _key(tokens), f"(?i:{_escaped(tokens)})"
    yield _key(tokens), f"(?i:{first}{_GAP}(?:[a-z]\\.?{_GAP}){{0,2}}{last})"
    yield _key(surname), f"(?i:{last},\\s?{first})"
    letter = same_length_fold(tokens[0])[:1].upper()
    yield letter.lower(), f"{re.escape(letter)}\\.?[\\s.]{{0,2}}(?:[A-Z]\\.?\\s?){{0,2}}{_cased(surname)}"


def _parts(name: str) -> Iterator[tuple[str, str, bool]]:
    """Surname, and first name, alone; True for surnames that are words too, and count only behind a title."""
    split = split_titles(unicodedata.normalize("NFC", name))
    surname = split.surname.split()
    if not _key(surname):
        return
    yield _key(surname), _cased(surname), _is_word(surname)
    # "Jo (Roe)" and "Jo R" stand for Jo Roe; "Victoria Road" for a place.
    first = split.tokens[0].strip(".()")
    if len(split.tokens) > 1 and len(first) > 1 and first.lower() not in PARTICLES and not _is_word([first]):
        letter = re.escape(same_length_fold(surname[-1])[:1].upper())
        yield _key([first]), f"{_cased([first])}(?:\\s{letter}\\.?{_END}|(?!\\s[A-Z][a-z]))", False


def _is_word(words: Sequence[str]) -> bool:
    return len(words) == 1 and fold_name(words[0]) in _WORDS_TOO


def _cased(words: Sequence[str]) -> str:
    """The words as written, in capitals, or with the first letters alone in capitals."""
    cases = ([*words], [word.upper() for word in words], [word.capitalize() for word in words])
    written = dict.fromkeys(map(_escaped, cases))
    return f"(?:{'|'.join(written)})"


def _initials(form: str) -> Iterator[tuple[str, str]]:
    """Initials as written, and capitals with full stops between them as well."""
    plain = same_length_fold(form)
    if not _key([plain]):
        return
    yield _key([plain]), re.escape(plain)
    if plain.isalpha() and plain.isupper() and len(plain) <= 4:
        yield plain[0].lower(), r"\.\s?".join(plain) + r"\.?"
