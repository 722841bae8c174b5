"""Names for a unit's words that do not tell them: two digests, over two normal forms.

`sha256` is over the text with each run of white space as one space, in UTF-8: the words exactly as annotated.

`key` is over the letters alone: each character is decomposed (NFKD) and case-folded on its own, and of the result
letters and digits are kept. What opens the text as a check box or a bullet mark does not count. Markup, punctuation,
accents, hyphens and line ends thus make no difference, and the form of a stretch is a stretch of the text's form.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from minutextract.corpus.units import squeeze

# A key is compared within one document only: two of its stretches share 48 bits by chance in one of 10^7 documents.
_KEY_DIGITS = 12
_OPENING = re.compile(r"\s*(?:\[[ xX]?\]\s*|[-*o•▪●‣◦]\s+)")


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What finds a unit again in a document.

    Attributes:
        sha256: of the white-space-normalised text, in hexadecimal.
        chars: characters of that text.
        key: the first 48 bits of the SHA-256 of the letters, in hexadecimal.
        letters: how many letters and digits there are.
    """

    sha256: str
    chars: int
    key: str
    letters: int


def fingerprint(text: str) -> Fingerprint:
    """The fingerprint of a unit's text."""
    words = squeeze(text)
    opening = _OPENING.match(words)
    bare = letters_of(words[opening.end() :] if opening else words)
    return Fingerprint(sha256_of(words), len(words), key_of(bare), len(bare))


def sha256_of(words: str) -> str:
    """The digest of a text whose white space is normal already."""
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def key_of(letters: str) -> str:
    """The digest of letters."""
    return hashlib.sha256(letters.encode("utf-8", "surrogatepass")).hexdigest()[:_KEY_DIGITS]


def letters_of(text: str) -> str:
    """The letters and digits of a text."""
    return "".join(map(letters_in, text))


@lru_cache(maxsize=4096)
def letters_in(character: str) -> str:
    """What one character contributes: usually itself in lower case, or nothing."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKD", character).casefold()))
