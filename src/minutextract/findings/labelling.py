"""The classifier's scores to labels, united with markup that leaves no doubt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from minutextract.corpus import LABELS
from minutextract.document import Document, Span
from minutextract.findings.cues import is_done, read_cue
from minutextract.findings.lists import lead_ins
from minutextract.record import Mention, Sentence


def label_sentences(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    scores: Sequence[Mapping[str, float]],
    thresholds: Mapping[str, float],
) -> list[Sentence]:
    """Attach scores and labels.

    A label is given where its score reaches the threshold. "Action:" and an open check box make an action whatever the
    score says, and a ticked box or "Done" never is one; "AB for …" in a list that thanks lead in is praise.
    """
    labelled = [
        replace(sentence, scores=dict(score), labels=_labels(document, sentence, score, thresholds))
        for sentence, score in zip(sentences, scores, strict=True)
    ]
    return _inherit_praise(document, labelled, mentions)


def _labels(
    document: Document, sentence: Sentence, score: Mapping[str, float], thresholds: Mapping[str, float]
) -> tuple[str, ...]:
    labels = {label for label in LABELS if score[label] >= thresholds[label]}
    block = document.blocks[sentence.block]
    cue = read_cue(document, block, sentence.span)
    if cue and cue.label == "action":
        labels.add("action")
    if block.checked or (cue and is_done(sentence.span.of(document.text))):
        labels.discard("action")
    return tuple(label for label in LABELS if label in labels)


def _inherit_praise(document: Document, sentences: list[Sentence], mentions: Sequence[Mention]) -> list[Sentence]:
    leads = lead_ins(document, sentences)
    praise = {sentence.id for sentence in sentences if "praise" in sentence.labels}
    starts = {mention.span.start: mention for mention in mentions if mention.person or mention.unit}
    return [
        replace(sentence, labels=tuple(label for label in LABELS if label in {*sentence.labels, "praise"}))
        if (lead := leads.get(sentence.id)) and lead.id in praise and _names_somebody(document, sentence.span, starts)
        else sentence
        for sentence in sentences
    ]


def _names_somebody(document: Document, span: Span, starts: Mapping[int, Mention]) -> bool:
    mention = starts.get(span.start)
    return mention is not None and " for " in document.text[mention.span.end : mention.span.end + 80]
