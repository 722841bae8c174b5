"""Insights: the sentence, what it leans on, who said it, and what to check."""

from __future__ import annotations

import re
from dataclasses import replace

from minutextract.document import BlockKind
from minutextract.findings.antecedents import context_of, is_duty_or_draft, stands_below_title
from minutextract.findings.choices import is_one_of_sums, is_part_of_choice
from minutextract.findings.insight_words import kind_in
from minutextract.findings.material import Material
from minutextract.findings.owners import parties
from minutextract.findings.point_shapes import (
    has_label,
    is_fragment,
    is_torn,
    lacks_subject,
    leans,
)
from minutextract.findings.point_speakers import is_state, reporter, speaker_of_turn
from minutextract.findings.quotations import is_anothers
from minutextract.findings.sequels import asks_of_this, is_of_picture, turns_round
from minutextract.people.subjects import speakers
from minutextract.record import Flag, How, Insight, Mention, Sentence, finding_id

_CORRECTS = re.compile(
    r"\W*(?:(?i:update|correction|edit|corrected|erratum)\s*(?:\([^()]{1,20}\)\s*)?:|"
    r"(?:\w+\s+){0,4}actually\b)"
)
_FIGURE = re.compile(r"\d")
# "I have ordered …" says nothing to those who cannot see who speaks.
_NO_NUMERAL = "".join(
    rf"(?<!\b{one} )" for one in "Phase Part War Appendix Grade Stage Section Type Title Class Level Annex Tier".split()
)
_FIRST_PERSON = re.compile(rf"\b(?:[Mm]y|myself)\b|{_NO_NUMERAL}\bI(?:[’'](?:m|d|ll|ve)\b|\s+[a-z])")
_QUOTATION = re.compile(r"[\"“]")
_NEAR = 2
# Of more than this a summary would show a torn half.
LONGEST_CONTEXT = 300


def find_insights(material: Material) -> list[Insight]:
    """The points with content, in order, with those who made them; words that stand there twice count once."""
    found: dict[tuple[str, str], Insight] = {}
    for index, sentence in enumerate(material.sentences):
        turned = _turned_round(material, sentence)
        if not ("insight" in sentence.labels or turned):
            continue
        if is_duty_or_draft(material, sentence) or _is_corrected(material, index):
            continue
        insight = _insight(material, sentence)
        if turned and "insight" not in sentence.labels:
            insight = replace(insight, score=turned.scores.get("insight", 1.0), flags=())
        context = insight.context.of(material.text) if insight.context else ""
        found.setdefault((" ".join(insight.text.casefold().split()), context), insight)
    return list(found.values())


def _insight(material: Material, sentence: Sentence) -> Insight:
    said = sentence.span.of(material.text)
    said_by = speakers(material.text, sentence.span, material.mentions_in(sentence.span))
    if is_state(material, sentence, said_by):
        said_by = ()
    context = context_of(material, sentence)
    if context and context.end - context.start > LONGEST_CONTEXT:
        context = None
    by = parties(material, said_by or speaker_of_turn(material, sentence) or _reporter(material, sentence, said))
    led = f"{context.of(material.text)} {said}" if context else said
    nobodys = not by and not has_label(led) and _speaks_of_self(led)
    return Insight(
        id=finding_id(material.document, sentence.span, "insight"),
        span=sentence.span,
        sentence=sentence.id,
        score=sentence.scores.get("insight", 1.0),
        item=sentence.item,
        flags=(*speaker_flags(said_by), *material.label_flags(sentence, "insight")),
        by=by,
        text=said.strip(),
        kind=kind_in(said),
        context=context,
        complete=not (is_torn(said) or nobodys or is_anothers(material, sentence) or _is_part(material, sentence))
        and (context is not None or _stands_alone(material, sentence, said)),
    )


def _is_part(material: Material, sentence: Sentence) -> bool:
    return is_part_of_choice(material, sentence) or is_one_of_sums(material, sentence)


def _stands_alone(material: Material, sentence: Sentence, said: str) -> bool:
    """Whether a point needs no words before it; a pronoun that is resolved to somebody stands for its name."""
    opening = material.mentions_in(sentence.span)[:1]
    if opening and opening[0].how is How.PRONOUN and opening[0].span.start == sentence.span.start:
        return True
    if is_fragment(said) or is_of_picture(said) or asks_of_this(said):
        return False
    return not leans(said) or (lacks_subject(said) and stands_below_title(material, sentence))


def _speaks_of_self(said: str) -> bool:
    return _FIRST_PERSON.search(said) is not None and not _QUOTATION.search(said)


def _reporter(material: Material, sentence: Sentence, said: str) -> tuple[Mention, ...]:
    return reporter(material, sentence) if _speaks_of_self(said) else ()


def _turned_round(material: Material, sentence: Sentence) -> Sentence | None:
    """The point that an unlabelled sentence takes back or limits ("However, the bid is gone"): half without it."""
    if sentence.labels and sentence.labels != ("insight",):
        return None
    if material.block(sentence).kind is BlockKind.ROW or not turns_round(sentence.span.of(material.text)):
        return None
    before = material.before(sentence)
    return before if before and before.labels == ("insight",) else None


def _is_corrected(material: Material, index: int) -> bool:
    """Whether one of the next sentences takes a point back ("UPDATE: …", "We are actually on 44")."""
    said = material.sentences[index].span.of(material.text)
    for after in material.sentences[index + 1 : index + 1 + _NEAR]:
        words = after.span.of(material.text)
        found = _CORRECTS.match(words)
        if found and ("actually" not in found[0] or (_FIGURE.search(said) and _FIGURE.search(words))):
            return True
    return False


def speaker_flags(mentions: tuple[Mention, ...]) -> tuple[Flag, ...]:
    """What to check about those who spoke, moved or gave thanks."""
    flags = [flag for mention in mentions for flag in mention.flags]
    if any(not (mention.person or mention.unit) for mention in mentions):
        flags.append(Flag.UNKNOWN_SPEAKER)
    return tuple(dict.fromkeys(flags))
