"""File to record: read, frame, sentences, mentions, labels, findings."""

from __future__ import annotations

import gc
from bisect import bisect_right, insort
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from minutextract.corpus import Unit
from minutextract.document import Block, Document, Span
from minutextract.errors import NoMinutes
from minutextract.findings.actions import find_actions
from minutextract.findings.decisions import find_decisions
from minutextract.findings.insights import find_insights
from minutextract.findings.labelling import label_sentences
from minutextract.findings.material import Material
from minutextract.findings.plans import settle_actions
from minutextract.findings.praise import find_praise
from minutextract.findings.updates import find_updates
from minutextract.meeting import Attendance, Item
from minutextract.people.genders import pronouns_of
from minutextract.people.register import build_register
from minutextract.people.resolve import Resolver
from minutextract.people.subjects import resolve_pronoun
from minutextract.readers import read_all
from minutextract.record import Entity, Mention, Record, Sentence
from minutextract.sentences import block_sentences
from minutextract.structure.frame import Frame, read_frame
from minutextract.structure.meetings import split_meetings
from minutextract.structure.other_papers import is_other_paper
from minutextract.tagger.tagger import Scorer

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass(frozen=True)
class Pipeline:
    """Everything that is loaded once and used for every document.

    Attributes:
        tagger: gives sentences their scores.
        nlp: finds named entities; None leaves them out.
        read: gives every document of a file; that of a `Sandbox` reads in another process.
        all_entities: give the record every named entity. Findings need those of few blocks, and are the same without.
    """

    tagger: Scorer
    nlp: Language | None = None
    read: Callable[[Path], tuple[Document, ...]] = read_all
    all_entities: bool = True

    @classmethod
    def load(
        cls,
        *,
        model: Path | None = None,
        spacy_pipeline: str | None = None,
        read: Callable[[Path], tuple[Document, ...]] = read_all,
    ) -> Pipeline:
        """Load the classifier and the spaCy pipeline.

        Raises:
            ModelError: the model folder is incomplete or altered.
            MissingProgram: there is no spaCy pipeline of that name.
        """
        from minutextract.engine import load_spacy
        from minutextract.tagger.location import default_model
        from minutextract.tagger.tagger import Tagger

        with _without_collection():
            return cls(Tagger.load(model or default_model()), load_spacy(spacy_pipeline), read)

    def process(self, path: Path) -> Record:
        """Read a file that holds the minutes of one meeting; of several, the first one's are given.

        Raises:
            ReadError: the file cannot be read, or holds no minutes.
        """
        return self.process_all(path)[0]

    def process_all(self, path: Path) -> tuple[Record, ...]:
        """Read a file and find everything in it: a record for each meeting, in the order of the file.

        An e-mail message gives those of its own text, then those of each attached document.

        Raises:
            ReadError: the file cannot be read, or holds no minutes.
        """
        records = tuple(record for document in self.read(path) for record in self.analyse_all(document))
        if not records:
            raise NoMinutes(
                "no minutes were found: no date, no attendance list, no agenda item, nothing done, decided or said",
                "Check that it is the right file.",
            )
        return records

    def analyse_all(self, document: Document) -> tuple[Record, ...]:
        """The records of all meetings in a document that has been read; they share its text, and so all offsets."""
        records = [self.analyse(part.document, part.date, part.roster) for part in split_meetings(document)]
        body = records[0].meeting.body
        return tuple(
            replace(record, meeting=replace(record.meeting, body=record.meeting.body or body))
            for record in records
            if _is_of_a_meeting(record)
        )

    def analyse(self, document: Document, day: date | None = None, roster: Span | None = None) -> Record:
        """Find everything in a document that has been read and holds one meeting.

        Args:
            document: the minutes.
            day: the date of the meeting, if that is known beforehand.
            roster: what only says who belongs to the body, not who was there.
        """
        frame = read_frame(document, day, roster)
        sentences = cut_sentences(document, frame)
        mentions = find_mentions(document, frame, sentences)
        scores = self.tagger.scores(units_of(document, frame, sentences))
        labelled = label_sentences(document, sentences, mentions, scores, self.tagger.thresholds)
        entities = self._entities(document, [block.span for block in document.blocks]) if self.all_entities else None
        material = Material(
            document,
            frame.meeting,
            labelled,
            mentions,
            self.tagger.thresholds,
            day_first=frame.day_first,
            entities=entities,
            recognise=self._recognise(document),
        )
        material = material.relabelled(settle_actions(material))
        actions = find_actions(material)
        return Record(
            document=document,
            meeting=frame.meeting,
            entities=entities or (),
            mentions=tuple(mentions),
            sentences=tuple(material.sentences),
            actions=tuple(actions),
            updates=tuple(find_updates(material, actions)),
            decisions=tuple(find_decisions(material)),
            praise=tuple(find_praise(material)),
            insights=tuple(find_insights(material)),
            warnings=_warnings(frame, material.sentences),
        )

    def _entities(self, document: Document, spans: Sequence[Span]) -> tuple[Entity, ...] | None:
        if self.nlp is None:
            return None
        from minutextract.engine import find_entities

        return find_entities(self.nlp, document, spans)

    def _recognise(self, document: Document) -> Callable[[Span], Sequence[Entity]] | None:
        if self.nlp is None or self.all_entities:
            return None
        return lambda span: self._entities(document, [span]) or ()


@contextmanager
def _without_collection() -> Iterator[None]:
    """Hold the garbage collector back: while modules load, it walks again and again through what stays anyway."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if running:
            gc.enable()


def _is_of_a_meeting(record: Record) -> bool:
    meeting = record.meeting
    found = record.actions or record.decisions or record.praise or record.insights
    if not meeting.people and is_other_paper(record.document):
        return False
    return bool(meeting.date or meeting.people or meeting.items or found)


def cut_sentences(document: Document, frame: Frame) -> list[Sentence]:
    """The sentences of the body, with the agenda item that each stands under."""
    sentences: list[Sentence] = []
    items = frame.meeting.items
    starts = [item.span.start for item in items]
    for index in frame.body:
        block = document.blocks[index]
        item = _item_at(items, bisect_right(starts, block.span.start), block)
        for span in block_sentences(document, block):
            sentences.append(Sentence(f"s{len(sentences) + 1}", span, index, item.id if item else None))
    return sentences


def _item_at(items: Sequence[Item], end: int, block: Block) -> Item | None:
    """The innermost of the first items, up to `end`: topics stand behind the section that they are part of."""
    return next((items[at] for at in range(end - 1, -1, -1) if block.span.within(items[at].span)), None)


def units_of(document: Document, frame: Frame, sentences: Sequence[Sentence]) -> list[Unit]:
    """What the classifier sees of each sentence: its text, the heading above, the sentences around."""
    texts = [sentence.span.of(document.text) for sentence in sentences]
    headings = {item.id: f"{item.number}. {item.title}" if item.number else item.title for item in frame.meeting.items}
    return [
        Unit(
            text,
            headings.get(sentence.item) if sentence.item else None,
            texts[at - 1] if at else None,
            texts[at + 1] if at + 1 < len(texts) else None,
        )
        for at, (sentence, text) in enumerate(zip(sentences, texts, strict=True))
    ]


def find_mentions(document: Document, frame: Frame, sentences: Sequence[Sentence]) -> list[Mention]:
    """Names, initials and offices in the body, and the pronouns that can only stand for one of them."""
    register = build_register(frame.meeting.people, frame.meeting.units)
    resolver = Resolver(document, register, frame.not_people)
    blocks = [block for index, block in enumerate(document.blocks) if index not in frame.lists]
    mentions = resolver.mentions(blocks)
    genders = pronouns_of(document.text, frame.meeting.people, mentions)
    for at, sentence in enumerate(sentences):
        earlier = [one.span for one in reversed(sentences[max(0, at - 2) : at]) if one.block == sentence.block]
        pronoun = resolve_pronoun(document.text, sentence.span, earlier, mentions, genders)
        if pronoun:
            insort(mentions, pronoun, key=lambda mention: mention.span)
    return mentions


def _warnings(frame: Frame, sentences: Sequence[Sentence]) -> tuple[str, ...]:
    warnings = [*frame.warnings]
    if all(person.attendance is Attendance.MENTIONED for person in frame.meeting.people):
        warnings.append("no attendance list was found")
    elif {person.attendance for person in frame.meeting.people} <= {Attendance.APOLOGIES, Attendance.ABSENT}:
        warnings.append("only those who were not there are listed: no list of those present was found")
    if frame.meeting.date is None:
        warnings.append("no meeting date was found")
    if not sentences:
        warnings.append("no sentences were found below the header")
    return tuple(warnings)
