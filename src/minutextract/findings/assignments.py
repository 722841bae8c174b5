"""Who takes a task that stands in another line: "Jo will do this" behind it, a name under "Who …?", a list of teams."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutextract.document import BlockKind, Span
from minutextract.findings.doers import NAMES, ON
from minutextract.findings.material import Material
from minutextract.findings.owners import is_owner_phrase, names_people
from minutextract.record import Sentence

_TAKES = re.compile(
    rf"(?:So\s+)?(?P<names>{NAMES.pattern})\s+(?:(?:have|has)\s+)?(?:to|will|can|agreed\s+to|agrees\s+to|volunteer(?:s|ed)\s+to|offer(?:s|ed)\s+to|"
    r"(?:is|are)\s+(?:going\s+)?to)\s+(?:do|work\s+on|take(?:\s+on)?|handle|lead(?:\s+on)?|look\s+after|see\s+to|deal\s+with|sort)\s+"
    r"(?:this|it|that|these|them)\b(?=\W*$|[.,;!)]|\s+(?:and|by|before|at|for|with|next|together|from)\b)(?P<more>[^.;]*)"
)
_WHO = re.compile(
    r"(?:So\s+)?[Ww]ho\s+(?:(?:would\s+like|wants|is\s+going|is\s+happy|is\s+willing)\s+to|will|can|could)\s+"
    r"(?!(?:be|attend|come|vote|see|access|have|say|use)\b)(?=[a-z][^?]*\?\W*$)"
)
_TOPIC = re.compile(r"[^:]{2,80}:\s+")
# So many entries of one shape make a list of who is on what.
_FEWEST = 3


def taken_up_by(material: Material, sentence: Sentence) -> Span | None:
    """Those of whom the next sentence, or the bullet hung below, says that they will do it."""
    after = next(iter(material.following(sentence)), None) or _below(material, sentence)
    return _takers(material, after) if after else None


def takes_up(material: Material, sentence: Sentence) -> Span | None:
    """The names in a sentence that says of the one before no more than who will do it."""
    found = _TAKES.match(material.text, sentence.span.start, sentence.span.end)
    return _takers(material, sentence) if found and not found["more"].strip() else None


def answered_by(material: Material, sentence: Sentence) -> tuple[Span, Span] | None:
    """The name that answers "Who will …?" in the line below it, and the task that the question holds."""
    asked = _WHO.match(material.text, sentence.span.start, sentence.span.end)
    below = _below(material, sentence) if asked else None
    if asked is None or below is None or len(material.sentences_of(below.block)) > 1:
        return None
    said = below.span.of(material.text)
    name = Span(below.span.start, below.span.start + len(said.rstrip(" .!")))
    known = NAMES.fullmatch(material.text, name.start, name.end) and names_people(material, name)
    task = sentence.span.of(material.text).rstrip(" ?.!")
    return (name, Span(asked.end(), sentence.span.start + len(task))) if known else None


def team_of(material: Material, sentence: Sentence) -> Span | None:
    """The names in an entry of a list that says who is on what ("Jo and Lu on the roof", "Roof: Jo, Lu")."""
    names = _shape(material, sentence)
    if names is None:
        return None
    entries = [one for one in _siblings(material, sentence) if _shape(material, one)]
    listed = len(entries) >= _FEWEST and any("action" in one.labels for one in entries)
    return names if listed else None


def assigned(material: Material) -> Iterator[str]:
    """The ids of sentences that are tasks because another line says who takes them."""
    for sentence in material.sentences:
        if "action" in sentence.labels:
            continue
        if answered_by(material, sentence) or (_is_item(material, sentence) and team_of(material, sentence)):
            yield sentence.id


def _shape(material: Material, sentence: Sentence) -> Span | None:
    text, span = material.text, sentence.span
    names = NAMES.match(text, span.start, span.end)
    if names and ON.match(text, names.end(), span.end):
        return Span(*names.span()) if names_people(material, Span(*names.span())) else None
    topic = _TOPIC.match(text, span.start, span.end)
    rest = Span(topic.end(), span.end) if topic else None
    whole = rest and NAMES.fullmatch(text, rest.start, rest.end)
    return rest if rest and whole and names_people(material, rest) else None


def _takers(material: Material, sentence: Sentence) -> Span | None:
    found = _TAKES.match(material.text, sentence.span.start, sentence.span.end)
    names = Span(*found.span("names")) if found else None
    return names if names and (is_owner_phrase(material, names) or names_people(material, names)) else None


def _below(material: Material, sentence: Sentence) -> Sentence | None:
    """The first sentence of the bullet below, if no other sentence of the block comes nearer to it."""
    blocks, own = material.document.blocks, material.sentences_of(sentence.block)
    last = [one for one in own if "action" in one.labels] or own
    if sentence.id not in (last[-1].id, own[-1].id) or sentence.block + 1 >= len(blocks):
        return None
    block, below = blocks[sentence.block], blocks[sentence.block + 1]
    hangs = below.kind is BlockKind.ITEM and (block.kind is not BlockKind.ITEM or below.level > block.level)
    return next(iter(material.sentences_of(sentence.block + 1)), None) if hangs else None


def _is_item(material: Material, sentence: Sentence) -> bool:
    return material.block(sentence).kind is BlockKind.ITEM and material.first_of_block(sentence) is sentence


def _siblings(material: Material, sentence: Sentence) -> list[Sentence]:
    """The first sentences of the entries of a sentence's list, its own among them."""
    blocks, own = material.document.blocks, material.block(sentence)
    found = []
    for step in (-1, 1):
        at = sentence.block if step == 1 else sentence.block - 1
        while 0 <= at < len(blocks) and blocks[at].kind is BlockKind.ITEM and blocks[at].level >= own.level:
            if blocks[at].level == own.level:
                found += material.sentences_of(at)[:1]
            at += step
    return found
