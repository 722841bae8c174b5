"""Decisions that the form of the lines makes certain: counts of votes, settled lists, nominations without a rival."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutextract.document import Span
from minutextract.findings.elections import counts_of_votes
from minutextract.findings.material import Material
from minutextract.findings.settled_lists import settled_lists
from minutextract.record import Decision, Sentence, finding_id

_NOMINATES = re.compile(r"\bnominat(?:ed|es)\b", re.IGNORECASE)
_UNCONTESTED = re.compile(
    r"\b(?:no|without)\s+(?:further|other|more|additional)\s+(?:nominations?|nominees?|candidates?)\b[^;]*",
    re.IGNORECASE,
)
# "AB seconded the motion. CD accepts and there were no further nominations."
_MOST_BEHIND = 3


def certain_decisions(material: Material) -> dict[str, Decision]:
    """Those decisions, by the id of the sentence that each begins with."""
    return {one.sentence: one for one in (*_counts(material), *_lists(material), *_uncontested(material))}


def _counts(material: Material) -> Iterator[Decision]:
    """Counts of votes for the candidates for a post; who is elected by them, the minutes tell or not."""
    blocks = material.document.blocks
    for block, (first, last) in counts_of_votes(material.document).items():
        if sentences := material.sentences_of(block):
            lines = [one.content.of(material.text).strip(" .;") for one in blocks[block : last + 1]]
            text = f"{blocks[first].content.of(material.text).strip(' .:')} – {', '.join(lines)}"
            yield _certain(material, sentences[0], blocks[last].content.end, text)


def _lists(material: Material) -> Iterator[Decision]:
    """Lists that the sentence above them settles as a whole."""
    by_id = {one.id: one for one in material.sentences}
    for lead, whole in settled_lists(material.document, material.sentences).items():
        yield _certain(material, by_id[lead], material.document.blocks[whole.last].content.end, whole.text)


def _uncontested(material: Material) -> Iterator[Decision]:
    """Nominations behind which the same lines say that there was no other."""
    sentences = material.sentences
    for at, sentence in enumerate(sentences):
        if not _NOMINATES.search(sentence.span.of(material.text)):
            continue
        for one in sentences[at : at + _MOST_BEHIND + 1]:
            said = one.span.of(material.text)
            if one.block != sentence.block or (one is not sentence and _NOMINATES.search(said)):
                break
            if found := _UNCONTESTED.search(said):
                end = one.span.start + found.end()
                yield _certain(material, sentence, end, material.text[sentence.span.start : end].strip(" .;:,"))
                break


def _certain(material: Material, sentence: Sentence, end: int, text: str) -> Decision:
    """A decision from a sentence to an offset, which no score is needed for."""
    span = Span(sentence.span.start, end)
    return Decision(
        id=finding_id(material.document, span, "decision"),
        span=span,
        sentence=sentence.id,
        score=1.0,
        item=sentence.item,
        flags=(),
        text=text,
    )
