"""spaCy factories over the same functions, for pipelines of one's own: `nlp.add_pipe("minutextract_…")`.

They write to standard places only: sentence starts, `doc.ents`, and span groups in `doc.spans` ("attendance",
"mentions", "action", "decision", "praise", "insight"), whose spans hold a label and, in `kb_id_`, the person's or
unit's name. A line of `doc.text` counts as one block, which is how `minutextract.read` lays a file out.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from minutextract import document as source
from minutextract.corpus import LABELS
from minutextract.findings.labelling import label_sentences
from minutextract.pipeline import cut_sentences, find_mentions, units_of
from minutextract.sentences import block_sentences
from minutextract.structure.frame import read_frame
from minutextract.tagger.location import default_model
from minutextract.tagger.tagger import Tagger

Component = Callable[[Doc], Doc]

_LINE = re.compile(r"[^\n]+")
_NUMBER = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*[.)]?|[a-z][.)])\s+(?=\S)")


def document_of(doc: Doc) -> source.Document:
    """The document that a spaCy Doc stands for: the same text, one block a line that is not blank."""
    digest = hashlib.sha256(doc.text.encode()).hexdigest()
    origin = source.Source("", digest, "text/plain", len(doc.text.encode()))
    blocks = tuple(_block(match) for match in _LINE.finditer(doc.text) if match[0].strip())
    return source.Document(origin, doc.text, blocks)


def _block(match: re.Match[str]) -> source.Block:
    start = match.start() + len(match[0]) - len(match[0].lstrip())
    end = match.start() + len(match[0].rstrip())
    number = _NUMBER.match(match.string, start, end)
    kind = source.BlockKind.ITEM if number else source.BlockKind.PARAGRAPH
    content = source.Span(number.end() if number else start, end)
    return source.Block(kind, source.Span(start, end), content, number=number[0].strip() if number else None)


@Language.factory("minutextract_sentencizer", assigns=["token.is_sent_start"])
def create_sentencizer(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """A component that starts sentences where the minutes do: at lines, and never after "Cllr." or "e.g."."""

    def sentencize(doc: Doc) -> Doc:
        document = document_of(doc)
        starts = {span.start for block in document.blocks for span in block_sentences(document, block)}
        starts |= {block.span.start for block in document.blocks}
        for token in doc:
            token.is_sent_start = token.i == 0 or token.idx in starts
        return doc

    return sentencize


@Language.factory("minutextract_people", assigns=["doc.ents", "doc.spans"])
def create_people(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """A component that reads attendance lists: PERSON entities, and how each attends as the label of "attendance"."""

    def read_people(doc: Doc) -> Doc:
        people = read_frame(document_of(doc)).meeting.people
        entries = [
            _span(doc, person.span.start, person.span.end, person.attendance.value, person.name) for person in people
        ]
        doc.spans["attendance"] = [entry for entry in entries if entry is not None]
        named = [span for person in people for span in _named(doc, person.span, person.name)]
        doc.ents = filter_spans([*named, *doc.ents])
        return doc

    return read_people


@Language.factory("minutextract_initials", assigns=["doc.spans"])
def create_initials(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """A component that resolves names and initials: label = how it was known, `kb_id_` = who ("" if unresolved)."""

    def resolve(doc: Doc) -> Doc:
        document = document_of(doc)
        frame = read_frame(document)
        names = {person.id: person.name for person in frame.meeting.people}
        names |= {unit.id: unit.name for unit in frame.meeting.units}
        mentions = find_mentions(document, frame, cut_sentences(document, frame))
        spans = [
            _span(doc, one.span.start, one.span.end, one.how.value, names.get(one.person or one.unit or "", ""))
            for one in mentions
        ]
        doc.spans["mentions"] = [span for span in spans if span is not None]
        return doc

    return resolve


@Language.factory("minutextract_tagger", assigns=["doc.spans"], default_config={"model": None})
def create_tagger(nlp: Language, name: str, model: str | None) -> Component:  # noqa: ARG001
    """A component that classifies sentences: a span group a label.

    Raises:
        ModelError: the model folder is incomplete or altered.
    """
    tagger = Tagger.load(Path(model) if model else default_model())

    def tag(doc: Doc) -> Doc:
        document = document_of(doc)
        frame = read_frame(document)
        sentences = cut_sentences(document, frame)
        mentions = find_mentions(document, frame, sentences)
        scores = tagger.scores(units_of(document, frame, sentences))
        labelled = label_sentences(document, sentences, mentions, scores, tagger.thresholds)
        for label in LABELS:
            chosen = (one.span for one in labelled if label in one.labels)
            spans = (_span(doc, span.start, span.end, label, "") for span in chosen)
            doc.spans[label] = [span for span in spans if span is not None]
        return doc

    return tag


def _named(doc: Doc, within: source.Span, name: str) -> Iterable[Span]:
    at = doc.text.find(name, within.start, within.end)
    span = _span(doc, at, at + len(name), "PERSON", name) if at >= 0 else None
    return [span] if span is not None else []


def _span(doc: Doc, start: int, end: int, label: str, kb_id: str) -> Span | None:
    return doc.char_span(start, end, label=label, kb_id=kb_id, alignment_mode="expand")
