"""Insights: the sentence, who said it, and what to check."""

from __future__ import annotations

from minutextract.findings.insight_words import kind_in
from minutextract.findings.material import Material
from minutextract.findings.owners import parties
from minutextract.people.subjects import speakers
from minutextract.record import Flag, Insight, Mention, Sentence, finding_id


def find_insights(material: Material) -> list[Insight]:
    """The points with content, in order, with those who made them."""
    return [_insight(material, sentence) for sentence in material.sentences if "insight" in sentence.labels]


def _insight(material: Material, sentence: Sentence) -> Insight:
    said_by = speakers(material.text, sentence.span, material.mentions_in(sentence.span))
    return Insight(
        id=finding_id(material.document, sentence.span, "insight"),
        span=sentence.span,
        sentence=sentence.id,
        score=sentence.scores.get("insight", 1.0),
        item=sentence.item,
        flags=(*speaker_flags(said_by), *material.label_flags(sentence, "insight")),
        by=parties(material, said_by),
        text=sentence.span.of(material.text).strip(),
        kind=kind_in(sentence.span.of(material.text)),
    )


def speaker_flags(mentions: tuple[Mention, ...]) -> tuple[Flag, ...]:
    """What to check about those who spoke, moved or gave thanks."""
    flags = [flag for mention in mentions for flag in mention.flags]
    if any(not (mention.person or mention.unit) for mention in mentions):
        flags.append(Flag.UNKNOWN_SPEAKER)
    return tuple(dict.fromkeys(flags))
