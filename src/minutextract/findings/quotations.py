"""Words of others that minutes quote: where these say "we", it is not the meeting that speaks."""

from __future__ import annotations

import re

from minutextract.document import BlockKind
from minutextract.findings.material import Material
from minutextract.record import Sentence

_OF_ITSELF = re.compile(r"\b(?:we|us|our|ours|I|my|me)\b|\b(?:we|I)[’'](?:re|ve|ll|d|m)\b", re.IGNORECASE)
# A copied chat: "kit| Is the pier open? HM| It is.".
_CHAT = re.compile(r"(?:^|\s)[A-Za-z]\w{0,14}\|\s+(?=[A-Z])")
_FEWEST_TURNS = 2
# What leads in the copy of a letter, if nothing else stands beside it.
_LETTER = re.compile(
    r"\b(?:e-?mail|letter|message|statement|reply|response|answer)\s+(?:\w+\s+)?(?:from|by|of|to)\b[^.:]{0,80}:\s*$|"
    r"\b(?:wrote|writes|replied|reads\s+as\s+follows|stated\s+as\s+follows)\s*:\s*$",
    re.IGNORECASE,
)


def is_anothers(material: Material, sentence: Sentence) -> bool:
    """Whether a sentence says "we" or "I" in words that the minutes quote from somebody else."""
    if not _OF_ITSELF.search(sentence.span.of(material.text)):
        return False
    content = material.block(sentence).content
    block = content.of(material.text)
    before = material.text[content.start : sentence.span.start]
    if (
        len(_CHAT.findall(block)) >= _FEWEST_TURNS
        or before.count("“") > before.count("”")
        or before.count('"') % 2 == 1
    ):
        return True
    above = sentence.block - 1
    if above < 0 or material.block(sentence).kind is not BlockKind.PARAGRAPH:
        return False
    return _LETTER.search(material.document.blocks[above].content.of(material.text)) is not None
