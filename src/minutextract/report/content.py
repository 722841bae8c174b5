"""What an evidence page shows, whether it comes from records or from a store."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from minutextract.document import BlockKind, Span
from minutextract.record import Flag


class Kind(StrEnum):
    """The kinds of findings."""

    ACTION = "action"
    UPDATE = "update"
    DECISION = "decision"
    PRAISE = "praise"
    INSIGHT = "insight"


# What a finding is called, and the letter of its tag: "A1" is the first action of a meeting.
NAMES = {
    Kind.ACTION: ("Action", "A"),
    Kind.UPDATE: ("Earlier action", "E"),
    Kind.DECISION: ("Decision", "D"),
    Kind.PRAISE: ("Thanks", "T"),
    Kind.INSIGHT: ("Key point", "P"),
}


@dataclass(frozen=True, slots=True)
class Found:
    """A finding and where it stands.

    Attributes:
        anchor: unique in the page; "t-" before it is the place in the text, "s-" the line of the summary.
        tag: what readers see, unique within the meeting.
        kind: what it is.
        id: the finding's id in the record; two findings with the same words may share it.
        span: its words in the document's text.
        quote: those words, with single spaces.
        text: what it says.
        people: everybody who has to do with it, by name.
        item: a key of the agenda item, "" if it stands under none.
        flags: what to check.
        place: page or offsets, in words.
        who: of whom it is, in words.
        note: date, status and whatever else belongs to it, in words.
        repeats: other places that say the same.
        repeated: of such a place, the anchor of the finding; else "".
    """

    anchor: str
    tag: str
    kind: Kind
    id: str
    span: Span
    quote: str
    text: str
    people: tuple[str, ...] = ()
    item: str = ""
    flags: tuple[Flag, ...] = ()
    place: str = ""
    who: str = ""
    note: str = ""
    repeats: tuple[Span, ...] = ()
    repeated: str = ""

    @property
    def name(self) -> str:
        """What its kind is called."""
        return NAMES[self.kind][0]

    @property
    def line(self) -> str:
        """The anchor of the finding whose line tells of it."""
        return self.repeated or self.anchor

    @property
    def again(self) -> tuple[Found, ...]:
        """The other places, each with an anchor of its own."""
        return tuple(
            replace(self, anchor=f"{self.anchor}-again{number}", span=span, repeats=(), repeated=self.anchor)
            for number, span in enumerate(self.repeats, start=1)
        )


@dataclass(frozen=True, slots=True)
class Named:
    """Initials or other words for somebody, with who was understood and how that is known.

    `tells` is False for pronouns, which mean another one each time; `doubtful` asks for a check.
    """

    span: Span
    written: str
    meant: str
    how: str
    doubtful: bool = False
    tells: bool = True


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of the text that the same findings cover.

    Attributes:
        text: the words.
        found: the findings that cover them.
        opens: those of which it is the first piece.
        closes: those of which it is the last.
        named: whom the words stand for, if they are initials or the like.
        names: whether it is the first piece of these initials.
        separates: whether it parts two cells, and so is not seen.
    """

    text: str
    found: tuple[Found, ...] = ()
    opens: tuple[Found, ...] = ()
    closes: tuple[Found, ...] = ()
    named: Named | None = None
    names: bool = False
    separates: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the text; only a row has several cells.

    Attributes:
        kind: its shape.
        cells: the pieces of each.
        level: of a heading from 1, nesting of a list item from 0.
        page: where the format has pages.
        table: of a row, which table of the document it belongs to.
        numbered: whether a list item shows a number of its own.
    """

    kind: BlockKind
    cells: tuple[tuple[Piece, ...], ...]
    level: int = 0
    page: int | None = None
    table: int | None = None
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the summary; `target` is whether it is the line that the words in the text lead to."""

    text: str
    note: str
    found: Found | None = None
    target: bool = False


@dataclass(frozen=True, slots=True)
class EntryGroup:
    """Lines below one heading, which may be empty."""

    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class EntrySection:
    """A part of the summary; `empty` is said where there are no lines."""

    heading: str
    groups: tuple[EntryGroup, ...]
    empty: str = ""


@dataclass(frozen=True, slots=True)
class MeetingPart:
    """A meeting: its summary, and its text if the page has room for it.

    Attributes:
        anchor: unique in the page.
        title: which meeting.
        facts: what is known of it, as label and text.
        sections: the summary.
        more: findings that the summary leaves out.
        checks: what to check before the summary goes round.
        paragraphs: the text; empty where it is left out.
        found: all findings.
        items: agenda items as key and title.
        named: initials and the like, each with who was understood, once.
        source: which file, and what the page is not.
    """

    anchor: str
    title: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[EntrySection, ...]
    more: tuple[Entry, ...]
    checks: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]
    found: tuple[Found, ...]
    items: tuple[tuple[str, str], ...]
    named: tuple[Named, ...]
    source: str
