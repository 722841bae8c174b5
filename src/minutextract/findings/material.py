"""What the finders work on: the sentences of one meeting with their labels, and the mentions in them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import takewhile

from minutextract.document import Block, BlockKind, Document, Span
from minutextract.findings.margins import Margin, margin_owners
from minutextract.findings.planned_lines import agenda_lines, planned_lines
from minutextract.findings.raisers import raised_lines
from minutextract.findings.sections import ActionSection, action_sections
from minutextract.findings.standing import Standings, read_standings
from minutextract.findings.tables import ActionRow, action_rows
from minutextract.meeting import Item, Meeting
from minutextract.people.subjects import inside
from minutextract.record import Entity, Finding, Flag, Mention, Sentence

# Who speaks in a transcript: a name or initials before a colon.
SPEAKER = re.compile(r"([A-Z][\w.’'-]{0,20}(?: [A-Z][\w.’'-]{0,20}){0,2}):\s+(?=\w)")
# So many lines by two or more who speak again and again make a transcript.
_FEWEST_LINES = 12


@dataclass(frozen=True)
class Material:
    """One meeting, ready for the finders.

    Attributes:
        document: the minutes.
        meeting: their frame.
        sentences: of the body, in order, with labels.
        mentions: of the body, in order.
        sure: the calibrated probability from which a label needs no second look.
        thresholds: a label's threshold.
        day_first: order of numeric dates, if known.
        entities: named entities of the text; None if nothing looked for them.
        recognise: finds those within a stretch of the text, where they were not looked for beforehand.
    """

    document: Document
    meeting: Meeting
    sentences: Sequence[Sentence]
    mentions: Sequence[Mention]
    thresholds: dict[str, float]
    sure: float = 0.6
    day_first: bool | None = None
    entities: Sequence[Entity] | None = None
    recognise: Callable[[Span], Sequence[Entity]] | None = None

    def relabelled(self, sentences: Sequence[Sentence]) -> Material:
        """The same with other labels on its sentences; what was read for it depends on no label, and stays."""
        other = replace(self, sentences=sentences)
        read = {
            name: value for name, value in vars(self).items() if isinstance(vars(Material).get(name), cached_property)
        }
        vars(other).update(read)
        return other

    @cached_property
    def action_rows(self) -> dict[int, ActionRow | None]:
        """The rows of action tables, by index of their block."""
        return action_rows(self.document)

    @cached_property
    def organisations(self) -> frozenset[str]:
        """Whom the people of the attendance list are from, in lower case; "" for those of nobody's."""
        return frozenset((person.organisation or "").lower() for person in self.meeting.people)

    @cached_property
    def headings(self) -> frozenset[int]:
        """The blocks that agenda items begin with, by index."""
        starts = {item.span.start for item in self.meeting.items}
        return frozenset(n for n, block in enumerate(self.document.blocks) if block.span.start in starts)

    @cached_property
    def sections(self) -> dict[int, ActionSection]:
        """The kind of action list that a block stands in, by its index."""
        return action_sections(self.document)

    @cached_property
    def standings(self) -> Standings:
        """How the tasks that the minutes look back on stand."""
        return read_standings(self.document, self.sentences, self.action_rows, self.sections)

    @cached_property
    def planned(self) -> frozenset[int]:
        """The blocks that list what was planned or wanted beforehand, by index."""
        return planned_lines(self.document)

    @cached_property
    def agenda(self) -> frozenset[int]:
        """The blocks of an agenda beside which notes were taken elsewhere, by index."""
        return agenda_lines(self.document)

    @cached_property
    def raised(self) -> dict[int, bool]:
        """The blocks whose names in brackets may be those of who raises a topic, and whether each is a numbered one."""
        known = {one.span.start for one in self.mentions if one.person or one.candidates}
        return raised_lines(self.document, self.sections.keys() | self.action_rows.keys(), known)

    @cached_property
    def margins(self) -> dict[int, Margin]:
        """The owners in the margin beside a block, by its index."""
        return margin_owners(self.document, self.mentions)

    def before(self, sentence: Sentence) -> Sentence | None:
        """The sentence before one in its block."""
        earlier = [one for one in self.sentences_of(sentence.block) if one.span.start < sentence.span.start]
        return earlier[-1] if earlier else None

    def following(self, sentence: Sentence) -> list[Sentence]:
        """The sentences behind one in its block."""
        return [one for one in self.sentences_of(sentence.block) if one.span.start > sentence.span.start]

    def place_of(self, sentence: Sentence) -> int:
        """Where a sentence stands among all."""
        return self._places[sentence.id]

    def first_of_item(self, sentence: Sentence) -> Sentence:
        """The first sentence under the agenda item of one."""
        return self.sentences[self._firsts[sentence.item]]

    def item_of(self, sentence: Sentence | Finding) -> Item | None:
        """The agenda item of a sentence or a finding."""
        return self._items.get(sentence.item) if sentence.item else None

    def up_to(self, offset: int, most: int) -> Sequence[Sentence]:
        """The last sentences, so many at most, that begin before an offset."""
        end = bisect_left(self.sentences, offset, key=lambda one: one.span.start)
        return self.sentences[max(0, end - most) : end]

    def titles_above(self, block: int) -> Iterator[Block]:
        """Headings and openings of items above a block, by its index, the nearest first; never the first block."""
        for at in range(bisect_left(self._titles, block) - 1, -1, -1):
            yield self.document.blocks[self._titles[at]]

    @cached_property
    def _titles(self) -> list[int]:
        blocks = self.document.blocks
        return [n for n in range(1, len(blocks)) if blocks[n].kind is BlockKind.HEADING or n in self.headings]

    @cached_property
    def _places(self) -> dict[str, int]:
        return {one.id: at for at, one in enumerate(self.sentences)}

    @cached_property
    def _firsts(self) -> dict[str | None, int]:
        return {one.item: len(self.sentences) - at for at, one in enumerate(reversed(self.sentences), start=1)}

    @cached_property
    def _items(self) -> dict[str, Item]:
        return {item.id: item for item in reversed(self.meeting.items)}

    def sentences_of(self, block: int) -> list[Sentence]:
        """The sentences of a block, by its index."""
        at = bisect_left(self.sentences, block, key=lambda one: one.block)
        return list(
            takewhile(lambda one: one.block == block, (self.sentences[n] for n in range(at, len(self.sentences))))
        )

    def first_of_block(self, sentence: Sentence) -> Sentence:
        """The sentence that opens the block of one."""
        return self.sentences_of(sentence.block)[0]

    @property
    def text(self) -> str:
        """The document's text."""
        return self.document.text

    def mentions_in(self, span: Span) -> list[Mention]:
        """The mentions that lie within a span, in order."""
        return inside(self.mentions, span)

    @cached_property
    def _person_entities(self) -> list[Span]:
        return _people(self.entities or ())

    @cached_property
    def _people_of_blocks(self) -> dict[int, list[Span]]:
        return {}

    def _people_around(self, span: Span) -> list[Span]:
        """What spaCy takes for people in the blocks that a span touches."""
        if self.recognise is None:
            return self._person_entities
        blocks, known = self.document.blocks, self._people_of_blocks
        found: list[Span] = []
        first = max(0, bisect_right(blocks, span.start, key=lambda one: one.span.start) - 1)
        for at in range(first, bisect_left(blocks, span.end, key=lambda one: one.span.start)):
            if at not in known:
                known[at] = _people(self.recognise(blocks[at].span))
            found += known[at]
        return found

    def names_person(self, span: Span, *, by_shape: bool) -> bool:
        """Whether an unlisted name stands for a person: spaCy says so, or, where it was not asked, the shape does."""
        if self.entities is None and self.recognise is None:
            return by_shape
        people = self._people_around(span)
        first = bisect_left(people, span.start, key=lambda one: one.end)
        return any(one.start < span.end and len(one) <= len(span) + 3 for one in people[first : first + 2])

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(re.findall(r"\w+", self.text))

    @cached_property
    def _proper(self) -> frozenset[str]:
        return frozenset(re.findall(r"(?<=[a-z,] )[A-Z][a-z]{2,}\b", self.text))

    @cached_property
    def openings(self) -> Counter[str]:
        """How often each name or pair of capitals stands before a colon at the head of a line."""
        return Counter(
            found[1]
            for block in self.document.blocks
            if (found := SPEAKER.match(self.text, block.content.start, block.content.end))
        )

    @cached_property
    def is_transcript(self) -> bool:
        """Whether lines open with who speaks ("AB: I think …"), so that a name before a colon owns nothing."""
        lines = [count for count in self.openings.values() if count > 1]
        return len(lines) > 1 and sum(lines) >= _FEWEST_LINES

    def is_proper_name(self, word: str) -> bool:
        """Whether a word stands with a capital in mid-sentence somewhere, and nowhere without one."""
        return word in self._proper and word.lower() not in self._words

    def is_no_word(self, name: str) -> bool:
        """Whether no word of a name stands anywhere without its capital."""
        return not any(word.lower() in self._words for word in re.findall(r"\w+", name))

    def block(self, sentence: Sentence) -> Block:
        """The block that a sentence stands in."""
        return self.document.blocks[sentence.block]

    def label_flags(self, sentence: Sentence, label: str) -> list[Flag]:
        """A flag if the classifier gave a label without being sure; markup that gives one against it is certain."""
        doubtful = self.thresholds[label] <= sentence.scores.get(label, 1.0) < self.sure
        return [Flag.UNCERTAIN_LABEL] if doubtful else []


def _people(entities: Sequence[Entity]) -> list[Span]:
    return [one.span for one in entities if one.label == "PERSON"]
