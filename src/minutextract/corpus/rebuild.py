"""Stand-off labels and documents to annotated units."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from minutextract.corpus.places import exact_words, find_places, in_sequence, with_signs
from minutextract.corpus.standoff import StandoffDocument, StandoffUnit
from minutextract.corpus.units import AnnotatedUnit, Unit, squeeze
from minutextract.document import BlockKind, Document, Span
from minutextract.sentences import block_sentences


@dataclass(frozen=True, slots=True)
class Found:
    """A unit that was found again; `verbatim` says that its words are the annotated ones to the sign."""

    unit: AnnotatedUnit
    verbatim: bool


def rebuild_document(labels: StandoffDocument, document: Document) -> list[Found | None]:
    """Each unit of the stand-off document, or None where the document's text does not have it.

    Heading and neighbours are those of the document as it is read and cut today.
    """
    found = find_places(document.text, [one.fingerprint for one in labels.units])
    places = in_sequence([found.get(one.fingerprint.key, []) for one in labels.units])
    surroundings = _Surroundings.of(document)
    return [
        _found(labels, one, document.text, place, surroundings) if place else None
        for one, place in zip(labels.units, places, strict=True)
    ]


def _found(labels: StandoffDocument, one: StandoffUnit, text: str, place: Span, surroundings: _Surroundings) -> Found:
    span = with_signs(text, place)
    exact = exact_words(text, place, one.fingerprint)
    unit = Unit(exact or squeeze(span.of(text)), *surroundings.at(place))
    extra = {"pick": one.pick} if one.pick is not None else {}
    return Found(AnnotatedUnit(unit, one.labels, labels.doc, labels.source, one.id, extra), exact is not None)


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What stands around any place of a document: its sentences, and the headings that part them."""

    text: str
    sentences: Sequence[Span]
    headings: Sequence[Span]

    @classmethod
    def of(cls, document: Document) -> _Surroundings:
        headed = [(block.kind is BlockKind.HEADING or block.bold, block) for block in document.blocks]
        sentences = [span for heads, block in headed if not heads for span in block_sentences(document, block)]
        return cls(document.text, sentences, [block.span for heads, block in headed if heads])

    def at(self, place: Span) -> tuple[str | None, str | None, str | None]:
        """The heading above, and under the same heading the sentence before and the sentence behind."""
        before = bisect_right(self.sentences, place.start, key=lambda span: span.end) - 1
        after = bisect_left(self.sentences, place.end, key=lambda span: span.start)
        below = bisect_right(self.headings, place.start, key=lambda span: span.start)
        top = self.headings[below - 1].start if below else 0
        bottom = self.headings[below].start if below < len(self.headings) else len(self.text)
        return (
            self.headings[below - 1].of(self.text) if below else None,
            self._sentence(before, top, bottom),
            self._sentence(after, top, bottom),
        )

    def _sentence(self, index: int, top: int, bottom: int) -> str | None:
        if not 0 <= index < len(self.sentences):
            return None
        span = self.sentences[index]
        return span.of(self.text) if top <= span.start < bottom else None
