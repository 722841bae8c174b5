"""Which line above puts the proposal of which a later one tells how it ended."""

from __future__ import annotations

import re

from minutextract.document import Block, BlockKind
from minutextract.findings.material import Material
from minutextract.record import Sentence

_PUTS = re.compile(
    r"^\W*(?:(?<![\w’'.])[\w’'.]++\s+){0,4}?(?:proposed|moved|proposes|moves|motioned)\s+(?:that|to|we|\w+ing)\b|\b(?:proposed|moved|proposes)\s*:\s*\S|"
    r"^\W*shall\s+we\b|^\W*(?:proposal|motion)\s*:\s*\S",
    re.IGNORECASE,
)
_PUT_BACK = 6
_OF_MOTION = re.compile(r"\bthe\s+(?:motion|proposal|resolution|amendment)\b", re.IGNORECASE)
# So far back a proposal may stand that goes over several lines.
_PROPOSAL_BACK = 15
_PROPOSAL_IS = re.compile(
    r"^\W*(?:(?:the|my|our|his|her|their)|(?-i:[A-Z][\w-]+)[’']s)\s+(?:proposal|suggestion)\s+(?:is|was)\s+(?:to|that)\s",
    re.IGNORECASE,
)
_PROPOSES = re.compile(r"^\W*(?:[^\W\d][^:.?]{0,40}:\s+)?(?:proposal|proposed|motion)\s*:\s*\w", re.IGNORECASE)
# What stands below such a line is what was put, wherever the vote is told.
_FOLLOWS = re.compile(r"\bthe\s+following\s+(?:resolution|motion|proposal|amendment)\b[^.:]{0,90}:\W*$", re.IGNORECASE)
_INTRODUCED_BACK = 60


def put_above(material: Material, sentence: Sentence, words: str) -> Sentence | None:
    """The line above that puts the motion of which a sentence of another block speaks."""
    if not _OF_MOTION.search(words) or material.before(sentence):
        return None
    at = material.place_of(sentence)
    earlier = material.sentences[max(0, at - _PUT_BACK) : at]
    return next(
        (one for one in reversed(earlier) if one.item == sentence.item and _PUTS.search(one.span.of(material.text))),
        _only_one_put(material, at),
    )


def _only_one_put(material: Material, at: int) -> Sentence | None:
    """What stands below "the following resolution …:", if the lines above introduce no other so."""
    first = max(0, at - _INTRODUCED_BACK)
    earlier = enumerate(material.sentences[first:at], start=first)
    leads = [place for place, one in earlier if _FOLLOWS.search(one.span.of(material.text).rstrip())]
    return material.sentences[leads[0] + 1] if len(leads) == 1 and leads[0] + 1 < at else None


def proposal_beside(material: Material, sentence: Sentence) -> Block | None:
    """The line marked as a proposal a little above one that only tells its outcome, in the same list or talk."""
    if material.before(sentence):
        return None
    own = material.block(sentence)
    for back, block in enumerate(
        reversed(material.document.blocks[max(0, sentence.block - _PROPOSAL_BACK) : sentence.block]), start=1
    ):
        if block.kind is not own.kind or (block.kind is BlockKind.ITEM and block.level < own.level):
            return None
        words = block.content.of(material.text)
        puts = _PROPOSAL_IS.match(words) or (back <= _PUT_BACK and _PROPOSES.match(words))
        if block.level == own.level and puts:
            return block
    return None
