"""Turns of a discussion, told as "@kit: …" or "@kit - …" a line: what one of them says puts no task on the speaker."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from minutextract.document import Document
from minutextract.findings.cues import read_cue
from minutextract.findings.sections import ActionSection
from minutextract.record import Sentence

_TURN = re.compile(r"\W*@[\w-]+(?:\s*:|\s+[-–—])?\s+(?P<said>\S.*)", re.DOTALL)
_LABELLED = re.compile(r"\W*@[\w-]+(?:\s*:|\s+[-–—])\s+\S")
# What the speaker takes on, or is told to do.
_TAKES_ON = re.compile(
    r"\b(?:will|shall|should|must|needs?|please|volunteer\w*|going\s+to|todo|action)\b|[’']ll\b|^to\s", re.IGNORECASE
)
_FEWEST = 4


def without_turns(
    document: Document, sentences: Sequence[Sentence], sections: Mapping[int, ActionSection]
) -> list[Sentence]:
    """The sentences, without the actions that are turns: most lines behind a handle are no tasks."""
    turns = [
        one
        for one in sentences
        if one.block not in sections
        and one.span.start == document.blocks[one.block].content.start
        and _TURN.match(one.span.of(document.text))
    ]
    tasks = [one for one in turns if "action" in one.labels]
    if len(turns) < _FEWEST or 2 * len(tasks) >= len(turns):
        return list(sentences)
    over = {one.id for one in tasks if _is_turn(document, one)}
    return [
        replace(one, labels=tuple(label for label in one.labels if label != "action")) if one.id in over else one
        for one in sentences
    ]


def _is_turn(document: Document, sentence: Sentence) -> bool:
    said = sentence.span.of(document.text)
    turn, block = _TURN.match(said), document.blocks[sentence.block]
    if turn is None or not _LABELLED.match(said) or _TAKES_ON.search(turn["said"]):
        return False
    return block.checked is None and read_cue(document, block, sentence.span) is None
