"""Questions and their answers, told line by line as "Q: …" and "A: …"."""

from __future__ import annotations

import re

from minutextract.findings.material import Material
from minutextract.record import Sentence

_QUESTION = re.compile(r"\W*(?:Q|Question)\s?\d{0,2}\s?[:.]\s+\S")
_ANSWER = re.compile(r"\W*(?:A|Answer)\s?\d{0,2}\s?[:.]\s+\S")
_MOST_BETWEEN = 3


def answers_question(material: Material, sentence: Sentence) -> bool:
    """Whether a sentence stands in an answer, which tells whoever asked what they may do."""
    blocks, text = material.document.blocks, material.text
    own = blocks[sentence.block].content
    if not _ANSWER.match(text, own.start, own.end):
        return False
    before = (blocks[at].content for at in range(max(0, sentence.block - _MOST_BETWEEN), sentence.block))
    return any(_QUESTION.match(text, one.start, one.end) for one in before)
