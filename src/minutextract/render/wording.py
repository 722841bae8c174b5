"""Small matters of wording that every part of a summary shares: white space, dates, lists of names, quotation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from minutextract.document import Span

# "https://…", "np.types", "user_id", "iBook": another letter would make another thing of it.
_IDENTIFIER = re.compile(r"[a-z][\w-]+(?:[._/:][\w/]+|_)+|[a-z]{1,4}[A-Z]")
_HALF_DAY = re.compile(r"\b((?<=[\d ])[ap]\.m)(?![.\w])", re.IGNORECASE)
# Words that a text does not end with.
_HANGING = frozenset(
    (
        "to of the a an and or but for with from in on at by as that which who is are was were be been will would "
        "should has have had their its his her our than if because"
    ).split()
)
# What XML and terminals cannot bear, and the two characters that turn the rest of a line round.
_HARMFUL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202d\u202e\ud800-\udfff\ufffe\uffff]")


def fold(text: str) -> str:
    """One space for each run of white space, and U+FFFD for control characters that no format should carry."""
    return _HARMFUL.sub("\ufffd", " ".join(text.split()))


def quote_of(text: str, span: Span) -> str:
    """The words of a span, folded."""
    return fold(span.of(text))


def long_date(day: date) -> str:
    """A date as a letter has it: "21 May 2024"."""
    return f"{day.day} {day:%B %Y}"


def joined(parts: Iterable[str], last: str = "and") -> str:
    """A list as a sentence has it: "A, B and C"."""
    *rest, end = [*parts] or [""]
    return f"{', '.join(rest)} {last} {end}" if rest else end


def capitalised(text: str) -> str:
    """The text with its first letter in upper case, the rest untouched; addresses and identifiers stay as they are."""
    if _IDENTIFIER.match(text):
        return text
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """The text with a capital and a full stop, unless it ends in punctuation already."""
    return capitalised(text if text.endswith((".", "!", "?")) else f"{text}.")


def clip(text: str, limit: int) -> str:
    """The text, cut behind a word if it is longer than the limit; what would be cut within brackets goes whole."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    cut = cut.rsplit(" ", 1)[0] or cut
    opened = max(cut.rfind(" ("), cut.rfind(" “"))
    if opened > limit // 3 and not any(closing in cut[opened:] for closing in ")”"):
        cut = cut[:opened]
    cut = cut.rstrip(" ,;:–—-(")
    while " " in cut and cut.rpartition(" ")[2].strip(",") in _HANGING:
        cut = cut.rpartition(" ")[0].rstrip(" ,")
    return f"{cut} …"


def finished(text: str) -> str:
    """The text with the last stop of "p.m.", which goes where a sentence's own is taken off."""
    return _HALF_DAY.sub(r"\1.", text)


def quoted(text: str, limit: int = 90) -> str:
    """The text in quotation marks, clipped, without its full stop."""
    return f"“{clip(text.removesuffix('.'), limit)}”"


def first_of(lines: Sequence[str], most: int = 10) -> list[str]:
    """At most so many lines; the rest becomes "and n more"."""
    rest = len(lines) - most
    return [*lines[:most], f"… and {rest} more of this kind."] if rest > 0 else list(lines)


def count_words(text: str) -> int:
    """How many words there are; rules, bullets and dashes are none."""
    return sum(any(map(str.isalnum, word)) for word in text.split())
