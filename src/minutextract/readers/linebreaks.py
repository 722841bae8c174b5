"""Which line breaks were typed on purpose and which only wrap a paragraph; words broken at a line's end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_NARROWEST, _WIDEST = 45, 135
_LONGEST_WORD = 60
_ENDS = (".", "!", "?", ":", ";", "|")
_CLOSERS = "\"'”’)]*_"
_GOES_ON = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "but",
        "by",
        "for",
        "from",
        "has",
        "have",
        "in",
        "into",
        "is",
        "its",
        "of",
        "on",
        "or",
        "than",
        "that",
        "the",
        "their",
        "to",
        "was",
        "were",
        "which",
        "will",
        "with",
        "been",
        "being",
        "between",
        "could",
        "during",
        "should",
        "via",
        "whose",
        "within",
        "without",
        "would",
        "&",
    ]
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BROKEN_WORD = re.compile(r"(?<![^\W\d_])(?<![^\W\d_]-)([^\W\d_]++(?:-[^\W\d_]++)*)[-\u00ad\u2010]$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_FIRST_PARTS = frozenset("all cross follow full half high long low non off one part self short three two well".split())
_PREFIXES = frozenset("anti by co ex mid multi on out post pre re semi sub".split())
_OF_A_LINK = re.compile(r"\S*(?:://|www\.)")
# Tried once a word, not at each of its letters.
_BROKEN_WORDS = re.compile(r"(?<![^\W\d_])[^\W\d_]{1,40}[-\u00ad\u2010]\s{1,40}[^\W\d_]{1,40}")


def has_end(text: str) -> bool:
    """Whether a line ends as a sentence or a label does, closing brackets and quotation marks aside."""
    return text.rstrip(_CLOSERS).endswith(_ENDS)


def wrap_width(pairs: Sequence[tuple[int, int]]) -> int | None:
    """The column at which lines were wrapped, or None where breaks are the author's own.

    Args:
        pairs: of each line that another follows directly, its length and that of the next line's first word.
    """
    lengths = sorted(length for length, _ in pairs if length <= _WIDEST)
    if len(lengths) < max(2, len(pairs) * 0.7):
        return None
    width = lengths[int((len(lengths) - 1) * 0.96)]
    if width < _NARROWEST:
        return None
    # Lines far from the edge end paragraphs or are lists; they tell nothing.
    long = [(length, word) for length, word in pairs if width * 0.6 <= length <= _WIDEST]
    full = sum(length + 1 + word > width - 2 for length, word in long)
    needed = len(long) * (1.0 if len(long) < 3 else 0.6)
    return width if full >= needed and len(long) >= 2 else None


def runs_on(line: str, following: str, length: int, width: int | None) -> bool:
    """Whether a paragraph goes on across the break between two lines.

    Args:
        line: the text before the break.
        following: the text after it.
        length: of the line as it stands in the file, indentation included.
        width: where lines of this paragraph were wrapped, if they were.
    """
    if not line or not following:
        return False
    lower = following[0].islower()
    if has_end(line) and line.rstrip(_CLOSERS)[-1] in ":|":
        return lower and width is not None and length > width * 0.8
    if width is not None and length + 1 + len(following.split(None, 1)[0]) > width - 1:
        return True
    if has_end(line):
        return False
    last = line.rsplit(None, 1)[-1]
    if line.endswith(",") or (last.lower() if line.isupper() else last) in _GOES_ON:
        return True
    return lower and " " in line and not line.isupper() and not following.startswith(("http", "www."))


def vocabulary(text: str) -> frozenset[str]:
    """The words of a document in lower case, those with hyphens as one; tells how a broken word is written."""
    return frozenset(map(str.lower, {found[0] for found in _WORD.finditer(_BROKEN_WORDS.sub(" ", text))}))


def join(line: str, following: str, words: frozenset[str] = frozenset()) -> str:
    """One line out of two, neither empty; a word broken between them is made whole.

    A hyphen stays if the document has the word with it, or has both halves as words of their own, and in a link.
    """
    if line.endswith("-") and _OF_A_LINK.match(line.rsplit(None, 1)[-1]):
        return line + following
    broken, start = _BROKEN_WORD.search(line[-_LONGEST_WORD:]), _FIRST_WORD.match(following)
    if not broken or not start:
        return f"{line} {following}"
    head, tail = broken[1].lower(), start[0].lower()
    if start[0][0].isupper() or _keeps_hyphen(head, tail, words):
        return line + following
    return line[:-1] + following


def _keeps_hyphen(head: str, tail: str, words: frozenset[str]) -> bool:
    if head + tail in words:
        return False
    if f"{head}-{tail}" in words:
        return True
    return head in _FIRST_PARTS or (tail in words and (head in words or head in _PREFIXES))


def join_all(lines: Iterable[str], words: frozenset[str] = frozenset()) -> str:
    """A paragraph out of its lines."""
    parts: list[str] = []
    for line in lines:
        if parts:
            # Only the last line can change, so a long paragraph is not copied again for each line.
            parts[-1] = join(parts[-1], line, words)[: -len(line)]
        parts.append(line)
    return "".join(parts)
