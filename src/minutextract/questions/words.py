"""What somebody types into a search, as a query that FTS5 never stumbles over."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from minutextract.errors import UsageError

# "several words" as they stand; a word, with a star for all that begin so.
_TERM = re.compile(r'"([^"]*)"?(\*?)|([^\s"]+)')
# How many characters before a hit are shown where there is little room.
_BEFORE = 30
_WORD = re.compile(r"[^\W_]+")
# Typographic quotation marks come out of word processors.
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand together, folded; of a beginning, the last one may go on."""

    words: tuple[str, ...]
    begins: bool = False


def read_terms(typed: str) -> list[Term]:
    """What has to occur in a sentence, in any order; words in quotation marks stand together.

    Nothing else is syntax: AND, hyphens, brackets and colons are words, or part what they stand between.

    Raises:
        UsageError: there is no letter or digit to look for.
    """
    terms = [_term(*found.groups()) for found in _TERM.finditer(typed.translate(_QUOTES))]
    if not any(term.words for term in terms):
        raise UsageError("there is nothing to look for", "Give a word at least.")
    return [term for term in terms if term.words]


def match_query(terms: Sequence[Term]) -> str:
    """The terms as a query of FTS5."""
    return " AND ".join(f'"{" ".join(term.words)}"{"*" if term.begins else ""}' for term in terms)


def mark_hits(text: str, terms: Sequence[Term], opening: str, closing: str) -> str:
    """The text with marks around each occurrence of a term."""
    words = _placed(text)
    spans: list[tuple[int, int]] = []
    for first in range(len(words)):
        ends = [words[first + len(term.words) - 1][2] for term in terms if _stands_at(term, words, first)]
        if ends and (not spans or words[first][1] >= spans[-1][1]):
            spans.append((words[first][1], max(ends)))
    for start, end in reversed(spans):
        text = f"{text[:start]}{opening}{text[start:end]}{closing}{text[end:]}"
    return text


def has_all(text: str, terms: Sequence[Term]) -> bool:
    """Whether each term occurs in a text."""
    words = _placed(text)
    return all(any(_stands_at(term, words, first) for first in range(len(words))) for term in terms)


def around(marked: str, opening: str) -> str:
    """The text from some words before its first mark on."""
    first = marked.find(opening)
    if first <= _BEFORE:
        return marked
    return "… " + marked[first - _BEFORE :].partition(" ")[2]


def _placed(text: str) -> list[tuple[str, int, int]]:
    """The words as the store's index has them, with where they stand."""
    return [(folded, *found.span()) for found in _WORD.finditer(text) for folded in _words(found[0])]


def _stands_at(term: Term, words: Sequence[tuple[str, int, int]], first: int) -> bool:
    here = [word for word, _, _ in words[first : first + len(term.words)]]
    if len(here) < len(term.words) or here[:-1] != [*term.words[:-1]]:
        return False
    return here[-1].startswith(term.words[-1]) if term.begins else here[-1] == term.words[-1]


def _term(phrase: str | None, star: str, word: str | None) -> Term:
    if word is not None:
        phrase, star = word, word[-1:]
    return Term(tuple(_words(phrase or "")), begins=star == "*")


def _words(text: str) -> list[str]:
    """The words as the store's index has them: in lower case, without accents, letters otherwise as they are."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return _WORD.findall(bare.lower())
