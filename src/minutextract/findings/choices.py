"""Options side by side: one of them alone reads as if it were what was wanted."""

from __future__ import annotations

from minutextract.document import BlockKind
from minutextract.findings.antecedents import bullet_above
from minutextract.findings.lead_ins import offers_choice
from minutextract.findings.material import Material
from minutextract.record import Sentence


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
