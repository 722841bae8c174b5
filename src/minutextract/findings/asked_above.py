"""What lines above a decision ask or apply for, and the words of such a line, cut to a sentence."""

from __future__ import annotations

import re

from minutextract.document import Block, BlockKind
from minutextract.findings.material import Material
from minutextract.record import Sentence
from minutextract.sentences import split_sentences

LONGEST = 240
# How far back a question of a dialogue or the form of an application may stand.
BLOCKS_BACK = 4
OBJECTS = re.compile(r"\b(?:no|any)\s+objections?\b", re.IGNORECASE)
_FORM = re.compile(
    r"^\W*(?:proposal|proposed\s+(?:development|works)|description|development|application)\s*:", re.IGNORECASE
)
_ASKS = re.compile(r"^\W*(?:should|shall|can\s+we|do\s+we|is|are|may)\s", re.IGNORECASE)
_LAST_ADDRESS = re.compile(r"[<(]?https?://[^\s<>()\"”]{1,300}[>)]?$")
# What leads on to words that stand below.
_LEADS_ON = re.compile(r"(?<=\w),\s[^,;:]{3,60}\s(?:of|from|to|as|with|for|in|on|by)$")
_AND_LEFT = re.compile(r"(?:[\s,:;(]|\band\b|\bor\b|\bsee\b){1,40}$")


def form_above(material: Material, sentence: Sentence) -> str | None:
    """The line of an application's form that tells what is applied for."""
    blocks = material.document.blocks[max(0, sentence.block - BLOCKS_BACK) : sentence.block]
    return next(
        (told_in(material, one) for one in reversed(blocks) if _FORM.match(one.content.of(material.text))),
        None,
    )


def question_above(material: Material, sentence: Sentence, *, only_beside: bool = False) -> str | None:
    """The question that a line answers: in the block before, in a dialogue some turns back unless `only_beside`."""
    reach = BLOCKS_BACK if material.is_transcript and not only_beside else 1
    for block in reversed(material.document.blocks[max(0, sentence.block - reach) : sentence.block]):
        if block.kind in (BlockKind.HEADING, BlockKind.ROW):
            return None
        words = block.content.of(material.text)
        asked = [words[start:end] for start, end in split_sentences(words) if words[start:end].endswith("?")]
        if not asked and (block.number and _ASKS.match(words)):
            asked = [words[slice(*split_sentences(words)[0])]]
        if asked:
            return clipped(words if len(words) <= LONGEST and not material.is_transcript else asked[0])
    return None


def asked_for(material: Material, sentence: Sentence) -> str | None:
    """What the block before asks for objections to."""
    words = question_above(material, sentence) or ""
    asked = [words[start:end] for start, end in split_sentences(words)]
    return next((one for one in reversed(asked) if OBJECTS.search(one)), None)


def told_in(material: Material, block: Block) -> str:
    """The words of a block; of a long one its first sentence."""
    words = block.content.of(material.text).strip()
    if len(words) > LONGEST and (cut := split_sentences(words)):
        words = words[slice(*cut[0])]
    return clipped(words)


def clipped(words: str) -> str:
    """What a decision is on, without the addresses that end it, and not longer than a sentence."""
    told = words.strip(" \n.;:–—-")
    while found := _LAST_ADDRESS.search(told):
        told = _AND_LEFT.sub("", told[: found.start()])
    words = _LEADS_ON.sub("", told) if any(map(str.isalpha, told)) else words.strip(" \n.;:–—-")
    return words if len(words) <= LONGEST else f"{words[: words.rfind(' ', 0, LONGEST)]} …"
