"""Whose turn a sentence stands in: "AB: …" speaks to the end of the paragraph, "AB:" alone for the bullets below."""

from __future__ import annotations

import re

from minutextract.document import BlockKind, Span
from minutextract.findings.antecedents import bullets_above, is_name_alone
from minutextract.findings.material import Material
from minutextract.findings.point_shapes import has_label
from minutextract.people.subjects import subject
from minutextract.record import Mention, Sentence

_LABEL_END = re.compile(r"\s*(?:\([^()]{1,30}\)\s*)?(?::|\]\s*:?)(?=\s|$)")
# What somebody is or has; who says so is somebody else.
_STATE = re.compile(
    r"\s+(?:also\s+|still\s+)?(?:is|was|are|were|has|had|have|does|did|needs?|knows|owns|works|lives|runs|uses|makes|gets|plans|seems)\b"
    r"(?!\s+(?:also\s+|already\s+|since\s+)?(?:noted|reported|said|stated|asked|explained|confirmed|suggested|proposed|raised|expressed|"
    r"commented|mentioned|argued|added|requested|recommended|warned|advised|observed|emphasi[sz]ed|concerned|worried)\b)"
)

# A heading with the name of the one whose report stands below it, in the first person.
_REPORT = re.compile(r"\b(?:[Rr]eport|[Ss]tatement|[Aa]ddress|[Uu]pdate|REPORT|STATEMENT|UPDATE)\b")
_LONGEST_TITLE, _LONGEST_REPORT = 12, 40
_GOES_ON = re.compile(r"\s*(?:…|\.\.\.)\s*\w")
_MOST_CONTINUED = 12


def speaker_of_turn(material: Material, sentence: Sentence) -> tuple[Mention, ...]:
    """Who speaks where the sentence does not say it: the one whose label opens its block, or stands alone above it."""
    earlier = [one for one in material.sentences_of(sentence.block) if one.span.start < sentence.span.start]
    if earlier:
        if _GOES_ON.match(earlier[0].span.of(material.text)):
            return _continued(material, sentence.block)
        return _last_label(material, earlier)
    if _GOES_ON.match(sentence.span.of(material.text)):
        return _continued(material, sentence.block)
    for index in bullets_above(material, sentence.block):
        content = material.document.blocks[index].content
        words = content.of(material.text)
        if is_name_alone(words):
            return _labelled(material, content)
        if has_label(words):
            break
    return ()


def _continued(material: Material, index: int) -> tuple[Mention, ...]:
    """Whose line a scribe's "… and so on" continues: the last label's, with nothing but such lines between."""
    for block in reversed(material.document.blocks[max(0, index - _MOST_CONTINUED) : index]):
        if block.kind is BlockKind.HEADING:
            break
        words = block.content.of(material.text)
        if has_label(words):
            return _labelled(material, block.content)
        if not _GOES_ON.match(words):
            break
    return ()


def _last_label(material: Material, earlier: list[Sentence]) -> tuple[Mention, ...]:
    """The nearest label before a sentence in its block; behind a question somebody else may have the word."""
    for one in reversed(earlier):
        words = one.span.of(material.text)
        if words.endswith("?"):
            break
        if has_label(words):
            return _labelled(material, one.span)
    return ()


def _labelled(material: Material, span: Span) -> tuple[Mention, ...]:
    leading = subject(material.text, span, material.mentions_in(span))
    if leading is None or not _LABEL_END.match(material.text, leading.end):
        return ()
    known = all(mention.person or mention.unit for mention in leading.mentions)
    return leading.mentions if known else ()


def reporter(material: Material, sentence: Sentence) -> tuple[Mention, ...]:
    """Who is named at the end of the title of the report that a sentence stands in ("Treasurer's report – Jo Roe")."""
    for index in range(sentence.block - 1, max(0, sentence.block - _LONGEST_REPORT), -1):
        block = material.document.blocks[index]
        words = block.content.of(material.text).rstrip(" .)")
        if len(words.split()) <= _LONGEST_TITLE and _REPORT.search(words):
            named = [one for one in material.mentions_in(block.content) if one.person]
            ends = named and named[-1].span.end >= block.content.start + len(words)
            return (named[-1],) if ends and len({one.person for one in named}) == 1 else ()
        if block.kind is BlockKind.HEADING or index in material.headings:
            break
    return ()


def is_state(material: Material, sentence: Sentence, said_by: tuple[Mention, ...]) -> bool:
    """Whether the sentence says what those who lead it are or have, and not what they say."""
    return bool(said_by) and _STATE.match(material.text, said_by[-1].span.end, sentence.span.end) is not None
