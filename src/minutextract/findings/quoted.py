"""Letters and messages that minutes quote: who writes to "you" there is nobody of the meeting."""

from __future__ import annotations

import re

from minutextract.findings.material import Material
from minutextract.record import Sentence

_WHOLE = re.compile(r"\W{0,6}?[“\"„«].*[”\"“»]\W{0,3}", re.DOTALL)
_TO_READER = re.compile(r"\byou(?:r|rs)?\b", re.IGNORECASE)
_FEWEST = 2


def is_of_letter(material: Material, sentence: Sentence) -> bool:
    """Whether a sentence is addressed to the reader of a text of several sentences that stands in quotation marks."""
    if not _TO_READER.search(sentence.span.of(material.text)):
        return False
    whole = _WHOLE.fullmatch(material.block(sentence).content.of(material.text))
    return whole is not None and len(material.sentences_of(sentence.block)) >= _FEWEST
