"""What a summary is made of, before any format: sections of groups of lines, each line with its evidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from minutextract.document import Document, Span
from minutextract.record import Finding
from minutextract.render.options import DEFAULT, SummaryOptions
from minutextract.render.wording import quote_of

NO_DATE = "no date recorded"
# Between what a decision is on and what was decided.
LEAD = " – "


@dataclass(frozen=True, slots=True)
class Line:
    """One finding as the summary words it, and where the minutes say so.

    Attributes:
        text: the words.
        item: the agenda item's number, else its title.
        numbered: whether `item` is the number.
        ref: an action's reference.
        due: when an action is due, in words.
        status: how an earlier meeting's action stands; "agreed" of a new one that the meeting agreed in so many words.
        finding: the id of the finding in the record.
        start: where its words begin in the document's text, in characters.
        end: where they end, exclusive.
        quote: `text[start:end]` of the document up to white space.
        headed: whether the heading above the line is its item, so that its note does not say it again.
        context: words elsewhere that the line repeats so that it stands alone, if it needs any.
    """

    text: str
    item: str = ""
    numbered: bool = False
    ref: str = ""
    due: str = ""
    status: str = ""
    finding: str = ""
    start: int = 0
    end: int = 0
    quote: str = ""
    headed: bool = False
    context: Span | None = None

    @property
    def note(self) -> str:
        """When, and under which item, as it stands in brackets behind the text."""
        due = self.due if self.due in ("", NO_DATE) else f"due: {self.due}"
        where = f"item {self.item}" if self.numbered else f"under “{self.item}”"
        return "; ".join(filter(None, (self.status, due, where if self.item and not self.headed else "")))


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that belong to one owner, giver or agenda item; `heading` is empty where nothing groups them."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a summary.

    Attributes:
        key: what part it is: actions, decisions, earlier, thanks or points.
        title: its heading in words.
        groups: the lines, under headings.
        empty: said when there are no groups.
        left_out: how many findings of the record have no line.
    """

    key: str
    title: str
    groups: tuple[Group, ...]
    empty: str = "none recorded"
    left_out: int = 0

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines of all groups."""
        return tuple(line for group in self.groups for line in group.lines)

    @property
    def count(self) -> int:
        """How many lines there are."""
        return len(self.lines)

    @property
    def heading(self) -> str:
        """The title and how many lines there are, and how many only the record has."""
        more = f"; {self.left_out} more in the record" if self.left_out else ""
        return f"{self.title} ({self.count}{more})"

    @property
    def is_log(self) -> bool:
        """Whether the lines are actions, which have references, dates and statuses."""
        return any(line.ref or line.status for line in self.lines)


@dataclass(frozen=True, slots=True)
class Summary:
    """The summary of one meeting.

    Attributes:
        title: which meeting.
        facts: what is known of it, as label and text.
        remark: says so when nothing was found (there are no sections then), or when lines had to be cut short.
        sections: the findings.
        checks: what the secretary should look at; not for circulation.
        source: the line that names the file and says what the summary is not.
        options: what was asked for.
        logo: a line of the house above the title, "" for none.
        contact: a line of the house at the foot, such as where corrections go, "" for none.
    """

    title: str
    facts: tuple[tuple[str, str], ...]
    remark: str
    sections: tuple[Section, ...]
    checks: tuple[str, ...]
    source: str
    options: SummaryOptions = DEFAULT
    logo: str = ""
    contact: str = ""

    @property
    def text(self) -> str:
        """As plain text for a mail."""
        from minutextract.render.text import render_text

        return render_text([self])

    @property
    def markdown(self) -> str:
        """As Markdown."""
        from minutextract.render.markdown import render_markdown

        return render_markdown([self])

    @property
    def html(self) -> str:
        """As a page of its own."""
        from minutextract.render.html import render_html

        return render_html([self])

    def __str__(self) -> str:
        return self.text

    def _repr_markdown_(self) -> str:
        """What a notebook shows."""
        return self.markdown


def located(line: Line, document: Document, finding: Finding) -> Line:
    """The line with where the finding stands in the document."""
    span = finding.span
    quote = quote_of(document.text, span)
    return replace(line, finding=finding.id, start=span.start, end=span.end, quote=quote)


def grouped(lines: Iterable[tuple[str, Line]]) -> tuple[Group, ...]:
    """Lines with their headings as groups, in the order in which the headings first come."""
    groups: dict[str, list[Line]] = {}
    for heading, line in lines:
        groups.setdefault(heading, []).append(line)
    return tuple(Group(heading, tuple(own)) for heading, own in groups.items())
