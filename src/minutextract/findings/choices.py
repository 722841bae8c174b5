"""Options and sums side by side: one of them alone reads as if it were what was wanted, or all there is."""

from __future__ import annotations

import re

from minutextract.document import BlockKind
from minutextract.findings.antecedents import bullet_above
from minutextract.findings.lead_ins import offers_choice
from minutextract.findings.material import Material
from minutextract.findings.point_shapes import lacks_verb
from minutextract.record import Sentence

# As in "Savings account (2) £4,000.00".
_SUM = re.compile(r"[^.:;£$€]{3,60}[:=]?\s*[£$€]\s?\d[\d,]*(?:\.\d\d)?\W*")


def is_one_of_sums(material: Material, sentence: Sentence) -> bool:
    """Whether a point is one sum of an account, and one beside it is no point and would be missed."""
    if not _is_sum(material, sentence.block):
        return False
    beside = (sentence.block - 1, sentence.block + 1)
    return any(_is_sum(material, one) and not _has_point(material, one) for one in beside)


def _is_sum(material: Material, index: int) -> bool:
    own = material.sentences_of(index)
    if len(own) != 1 or material.block(own[0]).kind is BlockKind.ROW:
        return False
    said = own[0].span.of(material.text).strip()
    return lacks_verb(said) and _SUM.fullmatch(said) is not None


def is_part_of_choice(material: Material, sentence: Sentence) -> bool:
    """Whether a point is an option, and another beside it is no point and would be missed."""
    blocks = material.document.blocks
    own = blocks[sentence.block]
    above = bullet_above(material, sentence.block) if own.kind is BlockKind.ITEM else None
    if above is None or not offers_choice(blocks[above].content.of(material.text)):
        return False
    for index in range(above + 1, len(blocks)):
        other = blocks[index]
        if other.kind is not BlockKind.ITEM or other.level < own.level or index in material.headings:
            return False
        if other.level == own.level and not _has_point(material, index):
            return True
    return False


def _has_point(material: Material, index: int) -> bool:
    return any("insight" in one.labels for one in material.sentences_of(index))
