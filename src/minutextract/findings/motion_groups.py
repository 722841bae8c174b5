"""Which sentences tell of one motion: what was moved, by whom, and the lines with its vote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutextract.document import BlockKind, Span
from minutextract.findings.material import Material
from minutextract.findings.motions import (
    CUE,
    is_assent,
    is_between,
    is_outcome,
    is_tally,
    mover_in,
    only_names,
    opens_motion,
    seconder_in,
    tells_end,
    tells_seconder,
)
from minutextract.findings.wording import motion_text
from minutextract.record import Sentence

_MOST = 6
# Words in front of somebody's name that are neither a title nor another name beside it.
_NO_TITLE = re.compile(
    r"(?:the\s+)?(?!(?:Mr|Mrs|Ms|Dr|Prof\w*|Rev\w*|Sir|Dame|Lady|Lord|The|Ald\w*|Cll?rs?|Council\w*|Vice|Deputy|Chair\w*|"
    r"President|Secretary|Treasurer|Clerk|Mayor|Trustee|Director|Supervisor|Commissioner|Captain|Past|Junior|Senior)\b)"
    r"(?:[A-Z][\w’'-]*\s+)+"
)


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
    """The words of a sentence, as long as they are: ";" is set where a full stop before a mover's name is missing."""
    said = sentence.span.of(material.text)
    for clause in (mover_in(said), seconder_in(said)):
        name = clause.name if clause and clause.name and clause.start == clause.name[0] else None
        if name and (at := _listed_within(material, sentence.span.start, said, name)):
            return f"{said[: at - 1]};{said[at:]}"
    return said


def _listed_within(material: Material, start: int, said: str, name: tuple[int, int]) -> int:
    """Where the full name of somebody listed begins in what looks like a longer name ("the Pier Grant Ann Bell")."""
    for one in material.mentions_in(Span(start + name[0], start + name[1])):
        at = one.span.start - start
        if one.person and at > name[0] and " " in one.span.of(material.text) and _NO_TITLE.fullmatch(said, name[0], at):
            return at
    return 0


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
    if only_names(said) or (before.block == sentence.block and (tells_seconder(said) or tells_end(said))):
        return True
    if CUE.match(said):
        return False
    return is_outcome(said) or is_assent(said) or is_between(said) or _points_back(before, sentence, said)


def _points_back(before: Sentence, sentence: Sentence, said: str) -> bool:
    """Whether a sentence tells who moved what the one before it says ("… were approved. AB made the motion")."""
    return before.block == sentence.block and opens_motion(said) and motion_text([said]) is None
