"""Which sentences tell of one motion: what was moved, by whom, and the lines with its vote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from minutextract.document import BlockKind
from minutextract.findings.material import Material
from minutextract.findings.motions import CUE, is_assent, is_between, is_outcome, is_tally, only_names, opens_motion
from minutextract.findings.wording import motion_text
from minutextract.record import Sentence

_MOST = 6


def motion_groups(material: Material) -> Iterator[Sequence[Sentence]]:
    """The sentences of the meeting, those that tell of one motion together."""
    sentences = material.sentences
    at = 0
    while at < len(sentences):
        end = at + 1
        if _may_lead(material, sentences, at):
            while (
                end < len(sentences) and end - at < _MOST and _continues(material, sentences[end - 1], sentences[end])
            ):
                end += 1
            while end > at + 1 and is_between(said_in(material, sentences[end - 1])):
                end -= 1
        yield sentences[at:end]
        at = end


def said_in(material: Material, sentence: Sentence) -> str:
    """The words of a sentence."""
    return sentence.span.of(material.text)


def _may_lead(material: Material, sentences: Sequence[Sentence], at: int) -> bool:
    """Whether the lines behind a sentence may tell how it was voted on."""
    said = said_in(material, sentences[at])
    if opens_motion(said):
        return True
    after = sentences[at + 1] if at + 1 < len(sentences) else None
    if after is None or said.endswith("?"):
        return False
    if is_outcome(said):
        # Counts one a line are one vote.
        return is_tally(said) and is_tally(said_in(material, after)) and after.block - sentences[at].block <= 1
    return _belongs(material, sentences[at], after)


def _belongs(material: Material, before: Sentence, after: Sentence) -> bool:
    """Whether a line that tells a vote stands right behind what it votes on: in its block, or as an item below it."""
    if before.item != after.item:
        return False
    if before.block == after.block:
        return True
    one, other = material.block(before), material.block(after)
    return (
        after.block - before.block == 1
        and other.kind is BlockKind.ITEM
        and (one.kind is BlockKind.ITEM and other.level > one.level)
    )


def _continues(material: Material, before: Sentence, sentence: Sentence) -> bool:
    if sentence.item != before.item or not 0 <= sentence.block - before.block <= 1:
        return False
    said = said_in(material, sentence)
    if only_names(said):
        return True
    if CUE.match(said):
        return False
    return is_outcome(said) or is_assent(said) or is_between(said) or _points_back(before, sentence, said)


def _points_back(before: Sentence, sentence: Sentence, said: str) -> bool:
    """Whether a sentence tells who moved what the one before it says ("… were approved. AB made the motion")."""
    return before.block == sentence.block and opens_motion(said) and motion_text([said]) is None
