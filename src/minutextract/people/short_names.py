"""Names shorter than the list's: the beginning of a first name or handle, or a first name and the surname's letter."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import takewhile

from minutextract.document import Block, Span
from minutextract.people.context import VERB
from minutextract.people.given_names import GIVEN_NAMES
from minutextract.people.names import fold_name, split_titles
from minutextract.people.register import Register
from minutextract.record import Flag, How, Mention

_CAPITALISED_NEXT = re.compile(r"[ \-]+[A-Z][^\W\d_]*|['’]?\w")
# Where a first name that is known as one stands for somebody: "moved by Alex", "Alex: …", "… and Alex".
_BEFORE = re.compile(r"\b(?:by|with|from|to|and|for|thank|thanked|asked)\s+$")
_AFTER = re.compile(r"\s*(?::\s|['’]s\b|\s(?:and|&)\s|,\s+[A-Z][a-z]+(?:,|\s+and)\s)")
_FIRST_AND_LETTER = re.compile(r"(?<![\w’'@\-])([A-Z][^\W\d_]+(?:-[A-Z][^\W\d_]+)?) ([A-Z])(?![\w’'])\.?")
# A first name and a surname, or a handle.
_FIRST_AND_SURNAME = re.compile(
    r"(?<![\w’'@\-])([A-Z][^\W\d_]{2,}) ([A-Z][^\W\d_]+(?:['’\-][A-Z][^\W\d_]+)*)(?![\w’'])|"
    r"(?<![\w@/.])@([a-z][\w-]{2,})(?![\w@/])"
)
_WORDS_TOO = frozenset("AI")
_SHORTEST_HANDLE = 3
_SHORTEST_FIRST = 2
# Words of grammar, which are nobody's name however a sentence goes on behind them.
_FUNCTION_WORDS = frozenset(
    (
        "and but for nor not yet the this that these those them then than they there thus she her his him how who "
        "why when what where can could may might will would shall must has had have are was were did does let get "
        "got one any all also both each some such our out off per via are see new old now non too own once only "
        "over even ever just most more many much very well yes"
    ).split()
)


def short_for(register: Register, text: str, start: int, end: int, limit: int) -> str | None:
    """The one person whose first name begins with a word ("Norm" for Norman), where the word stands for somebody.

    Args:
        register: everybody named.
        text: the document's text.
        start: where the word begins.
        end: where it ends.
        limit: where its block ends.
    """
    word = text[start:end]
    if len(word) < 3 or word.isupper() or word.lower() in _FUNCTION_WORDS:
        return None
    fitting = _beginning_with(register, fold_name(word))
    if len(fitting) != 1:
        return None
    before = text[max(0, start - 12) : start]
    if _labels_line(text, start, end, before) and _is_handle(register, text, word, min(fitting)):
        return fitting.pop()
    named = word.lower() in GIVEN_NAMES and not _CAPITALISED_NEXT.match(text, end, limit)
    near = bool(_BEFORE.search(before) or _AFTER.match(text, end, limit))
    return fitting.pop() if VERB.match(text, end, limit) or (named and near) else None


def _labels_line(text: str, start: int, end: int, before: str) -> bool:
    """Whether a word and a colon open a line."""
    opens = start == 0 or before.rstrip(" *_\t>-").endswith("\n")
    return opens and end - start > _SHORTEST_HANDLE and text.startswith(": ", end)


def _is_handle(register: Register, text: str, word: str, person: str) -> bool:
    """Whether the list calls somebody by a handle that begins with a word, which the text has as nothing else."""
    name = register.people[person].name
    return name.islower() and " " not in name and re.search(rf"\b{word.lower()}\b(?!-)", text) is None


def _beginning_with(register: Register, word: str) -> set[str]:
    """Everybody whose first or only name goes on behind the word."""
    names = register.first_or_lone
    longer = takewhile(lambda at: names[at][0].startswith(word), range(bisect_left(names, (word,)), len(names)))
    return {person for at in longer if names[at][0] != word for person in names[at][1]}


def partial_names(text: str, register: Register, block: Block) -> Iterator[Mention]:
    """Who is written with a surname's letter, with a shorter or longer first name, or with part of a handle."""
    for match in _FIRST_AND_LETTER.finditer(text, block.content.start, block.content.end):
        fitting = _with_letter(register, match[1], match[2], text[match.end(2) : block.span.end])
        if len(fitting) == 1:
            yield Mention(Span(match.start(), match.end(2)), How.NAME, fitting[0])
    for match in _FIRST_AND_SURNAME.finditer(text, block.content.start, block.content.end):
        person = _handle_for(register, match[3]) if match[3] else _short_of(register, match[1], match[2])
        if person:
            span = Span(*(match.span(3) if match[3] else match.span()))
            yield Mention(span, How.FUZZY, person, None, (person,), (Flag.FUZZY_NAME,))


def _short_of(register: Register, first: str, surname: str) -> str | None:
    """The one person of a surname whose first name begins with the one written, or is its beginning."""
    form = fold_name(first)
    named = {
        person: split_titles(register.people[person].name) for person in register.surnames.get(fold_name(surname), [])
    }
    firsts = {person: fold_name(name.tokens[0]) for person, name in named.items() if len(name.tokens) > 1}
    if form in firsts.values():
        return None
    fitting = [
        person
        for person, own in firsts.items()
        if min(len(own), len(form)) > _SHORTEST_FIRST
        and (own.startswith(form) or form.startswith(own))
        # "Dana" is no longer form of "Dan", nor "Paula" of "Paul".
        and abs(len(own) - len(form)) > 1
    ]
    return fitting[0] if len(fitting) == 1 else None


def _handle_for(register: Register, written: str) -> str | None:
    """The one person listed by a handle that begins with the one written ("@kit" for @kitloomis)."""
    form = fold_name(written)
    fitting = {person for person in _beginning_with(register, form) if " " not in register.people[person].name}
    exact = any(fold_name(person.name) == form for person in register.people.values())
    return fitting.pop() if len(fitting) == 1 and not exact else None


def _with_letter(register: Register, first: str, letter: str, after: str) -> list[str]:
    """Those with a first name and a surname that begins with a letter ("Sean L" for Sean Looper)."""
    if letter in _WORDS_TOO and not after.startswith((":", ",", ")", ".")):
        return []
    people = register.first_names.get(fold_name(first), [])
    surnames = {person: split_titles(register.people[person].name) for person in people}
    return [person for person, name in surnames.items() if len(name.tokens) > 1 and name.surname[:1] == letter]
