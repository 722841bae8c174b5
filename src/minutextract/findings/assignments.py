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
# The same said otherwise: "Jo volunteered", "Jo has been given the job", "Jo is on it".
_TAKEN = re.compile(
    rf"(?:So\s+|Action\s*:\s*)?(?P<names>{NAMES.pattern})\s+(?:(?:has|have|had|was|were|kindly|also)\s+){{0,2}}(?:"
    r"(?:volunteers|volunteered|offers|offered|stepped\s+up|steps\s+up|agreed)(?:\s+(?:for\s+(?:this|it|that)|to\s+(?:take\s+(?:(?:the|this)\s+(?:lead|on|job|task)|it\s+on)|"
    r"do\s+(?:so|this|it|that)|help(?:\s+with\s+(?:this|it))?)))?|"
    r"(?:offered|volunteered|offers|volunteers)\s+(?:(?:his|her|their|some)\s+)?(?:assistance|help|support)(?:\s+with\s+(?:this|it))?|"
    r"(?:been\s+)?(?:delegated|assigned|given|allocated)\s+(?:this|it|that|(?:the|this)\s+(?:job|task|action|work))|"
    r"(?:is|are)\s+on\s+(?:it|this)|(?:took|takes|taken)\s+(?:this|it)\s+on|(?:will|to)\s+take\s+the\s+lead)\W*(?P<more>)$"
)
# Alone behind a task, or in the cell beside it: "[Action: Jo, waiting for the mill]".
_BRACKETED = re.compile(
    rf"\W*[\[(](?:ACTIONS?|Actions?|AIs?|AP)\s*:\s*(?P<names>{NAMES.pattern})(?!\s*[,;–-]\s*(?i:done|completed?|closed|dropped|finished|cancell?ed)\b)"
    r"(?:\s*[,;–-][^\[\]()]{0,60})?[\])]\W*(?P<more>)$"
)
# A call that whoever comes forward in the lines below answers.
_CALL = re.compile(
    r"(?:(?:[Ww]e\s+)?(?:still\s+)?[Nn]eeds?|[Ll]ooking\s+for|[Ww]anted\s*:|[Rr]equire)\s+(?:someone|somebody|a\s+volunteer|(?:some\s+)?volunteers|anyone)\s+to\s+(?=[a-z])"
)
# What lacks something, which whoever comes forward behind it sees to.
_LACKS = re.compile(
    r"\b(?:is|are)\s+(?:now\s+|still\s+|also\s+)?in\s+(?:\w+\s+)?need\s+of\b|\bneeds?\s+(?!\w+thing\b)\w{3,}ing\b(?!.{0,200}\?)"
)
_MOST_BELOW = 4
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
    taken = _takers(material, after) if after else None
    return taken or _came_forward(material, sentence)


def called_for(material: Material, span: Span) -> int | None:
    """Where the task begins in a call for somebody to do it ("Need someone to …")."""
    found = _CALL.match(material.text, span.start, span.end)
    return found.end() if found else None


def _came_forward(material: Material, sentence: Sentence) -> Span | None:
    """Those who came forward in one of the next lines of a list for what a line of it calls for."""
    own = material.block(sentence)
    if own.kind is not BlockKind.ITEM or called_for(material, sentence.span) is None:
        return None
    for at in range(sentence.block + 1, min(sentence.block + 1 + _MOST_BELOW, len(material.document.blocks))):
        block, below = material.document.blocks[at], material.sentences_of(at)
        if block.kind is not BlockKind.ITEM or block.level < own.level or not below:
            return None
        if called_for(material, below[0].span) is not None:
            return None
        if names := _takers(material, below[0]):
            return names
    return None


def takes_up(material: Material, sentence: Sentence) -> Span | None:
    """The names in a sentence that says of the one before no more than who will do it."""
    found = _takes(material, sentence)
    return _takers(material, sentence) if found and not found["more"].strip() else None


def _takes(material: Material, sentence: Sentence) -> re.Match[str] | None:
    span = sentence.span
    found = _TAKES.match(material.text, span.start, span.end) or _TAKEN.match(material.text, span.start, span.end)
    return found or _BRACKETED.match(material.text, span.start, span.end)


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
        if (
            answered_by(material, sentence)
            or (_is_item(material, sentence) and team_of(material, sentence))
            or _is_seen_to(material, sentence)
        ):
            yield sentence.id


def _is_seen_to(material: Material, sentence: Sentence) -> bool:
    """Whether a sentence says what lacks something, and the next one only who will see to it."""
    if _LACKS.search(sentence.span.of(material.text)) is None:
        return False
    after = next(iter(material.following(sentence)), None)
    return after is not None and takes_up(material, after) is not None


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
    found = _takes(material, sentence)
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
