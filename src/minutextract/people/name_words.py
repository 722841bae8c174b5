"""First names that are words too ("Mark", "Grant") at the head of a line: names only where they act or speak."""

from __future__ import annotations

import re

from minutextract.people.context import MODAL_BEHIND

# As a label ("Mark: …") such a word stands for somebody; these label topics as well:
_TOPICS = frozenset("may grant bill art chase park hall bank read green brown white".split())
_SPEAKS = re.compile(
    r"\s+(?:said|says|asks|asked|thinks|thought|noted|suggest(?:s|ed)|explain(?:s|ed)|volunteer(?:s|ed)|thank(?:s|ed)|"
    r"wonder(?:s|ed)|mention(?:s|ed))\b"
)
# What only people do: "Grant to ask Jo", but "Grant to cover the roof".
_DOES = re.compile(
    r"\s+(?:to|will)\s+(?:also\s+)?(?:ask|call|check|chase|circulate|contact|draft|e-?mail|find\s+out|follow|liaise|look|"
    r"organi[sz]e|prepare|report|ring|send|speak|talk|update|write)\b"
)
TWO_LETTER_WORDS = frozenset(
    "ad ah am an as at be by do eh go he hi if in is it la ma me mr ms my no of oh ok on or pa so to up us we".split()
)


def is_used_as_name(text: str, word: re.Match[str], end: int) -> bool:
    """Whether the word that opens a block ending at `end` does or says what only people do."""
    return _does(text, word, end) or _speaks(text, word, end) or _acts(text, word)


def _does(text: str, word: re.Match[str], end: int) -> bool:
    return _DOES.match(text, word.end(), end) is not None


def _speaks(text: str, word: re.Match[str], end: int) -> bool:
    label = text.startswith(": ", word.end()) and word[0].lower() not in _TOPICS
    return label or bool(_SPEAKS.match(text, word.end(), end))


def _acts(text: str, word: re.Match[str]) -> bool:
    """Whether the word is to do something here ("Grant to paint"), and is nothing but a name elsewhere."""
    name = re.escape(word[0])
    if not MODAL_BEHIND.match(text, word.end()) or re.search(rf"\b{name.lower()}s?\b", text):
        return False
    return re.search(rf"(?:[a-z,;–—-] |[/&]){name}\b(?! [A-Z])", text) is not None
