"""What a summary says, before any format: every renderer prints this and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import PurePath

from minutextract.meeting import Meeting
from minutextract.people.names import is_initials
from minutextract.record import Action, Decision, Due, Praise, Record, Update
from minutextract.render.checks import checks
from minutextract.render.heading import facts, title
from minutextract.render.names import NOT_CLEAR, owners_label, parties_label
from minutextract.render.points import Points, key_points
from minutextract.render.wording import capitalised, clip, fold, long_date, quote_of

NO_DATE = "no date recorded"


@dataclass(frozen=True, slots=True)
class Line:
    """One finding; `item` is the agenda item's number, else its title; `ref`, `due` and `status` are an action's."""

    text: str
    item: str = ""
    numbered: bool = False
    ref: str = ""
    due: str = ""
    status: str = ""

    @property
    def note(self) -> str:
        """When, and under which item, as it stands in brackets behind the text."""
        due = self.due if self.due in ("", NO_DATE) else f"due: {self.due}"
        where = f"item {self.item}" if self.numbered else f"under “{self.item}”"
        return "; ".join(filter(None, (self.status, due, self.item and where)))


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that belong to one owner, giver or agenda item; `heading` is empty where nothing groups them."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a summary; `empty` is said when there are no groups, `left_out` are findings not worth a line."""

    title: str
    groups: tuple[Group, ...]
    empty: str
    left_out: int = 0

    @property
    def count(self) -> int:
        """How many lines there are."""
        return sum(len(group.lines) for group in self.groups)

    @property
    def heading(self) -> str:
        """The title and how many lines there are, and how many only the record has."""
        more = f"; {self.left_out} more in the record" if self.left_out else ""
        return f"{self.title} ({self.count}{more})"

    @property
    def is_log(self) -> bool:
        """Whether the lines are actions, which have references, dates and statuses."""
        return any(line.ref or line.status for group in self.groups for line in group.lines)


@dataclass(frozen=True, slots=True)
class Summary:
    """The summary of one meeting; `remark` says so when nothing was found, and there are no sections then."""

    title: str
    facts: tuple[tuple[str, str], ...]
    remark: str
    sections: tuple[Section, ...]
    checks: tuple[str, ...]
    source: str

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


def summarize(record: Record) -> Summary:
    """The content of a record's summary, made of its words only."""
    found = record.actions or record.updates or record.decisions or record.praise or record.insights
    heading, known = title(record), facts(record.meeting)
    sections = [part for part in (_actions(record), _earlier(record), _decisions(record), _praise(record)) if part]
    said = [line.text for section in sections for group in section.groups for line in group.lines]
    taken = sum(len(text.split()) for text in (heading, *(text for _, text in known), *map(_words, sections)))
    points = key_points(record, said, taken)
    return Summary(
        heading,
        known,
        "" if found else "Nothing was found in this document: no actions, decisions, thanks or key points.",
        (*sections, _points(points)) if found else (),
        tuple(checks(record, points.shown)),
        _source(record),
    )


def _words(section: Section) -> str:
    lines = (f"{line.ref} {line.text} {line.note}" for group in section.groups for line in group.lines)
    return " ".join((section.title, *(group.heading for group in section.groups), *lines))


def _source(record: Record) -> str:
    source = record.document.source
    return (
        f"Extracted from {fold(PurePath(source.path).name)} (sha256 {source.sha256[:12]}); every line quotes the "
        "minutes at the place given in the record; not a substitute for the approved minutes."
    )


def _grouped(lines: Iterable[tuple[str, Line]]) -> tuple[Group, ...]:
    groups: dict[str, list[Line]] = {}
    for heading, line in lines:
        groups.setdefault(heading, []).append(line)
    return tuple(Group(heading, tuple(own)) for heading, own in groups.items())


def _actions(record: Record) -> Section:
    lines = (
        (owners_label(record.meeting, action.owners), _action(record.meeting, action))
        for action in record.actions
        if action.status == "open"
    )
    groups = sorted(_grouped(lines), key=lambda group: group.heading.startswith(NOT_CLEAR))
    return Section("Actions", tuple(groups), "none recorded")


def _earlier(record: Record) -> Section | None:
    """How earlier meetings' actions stand, by owner, the open ones first; None if the minutes tell of none."""
    told = {update.action: update for update in record.updates if update.action}
    lines = [
        (owners_label(record.meeting, action.owners), _still_open(record.meeting, action, told.get(action.id)))
        for action in record.actions
        if action.status != "open"
    ]
    lines += [
        (owners_label(record.meeting, update.owners), _update(record.meeting, update))
        for update in record.updates
        if update.action is None
    ]
    groups = sorted(_grouped(lines), key=lambda group: group.heading.startswith(NOT_CLEAR))
    return Section("Earlier actions", tuple(groups), "none recorded") if groups else None


def _still_open(meeting: Meeting, action: Action, update: Update | None) -> Line:
    moving = update is not None and update.status == "in-progress"
    return replace(_action(meeting, action), status="in progress" if moving else action.status)


def _update(meeting: Meeting, update: Update) -> Line:
    text = capitalised(fold(update.text))
    return Line(text, *_item(meeting, update.item), fold(update.ref), status=update.status.replace("-", " "))


def _action(meeting: Meeting, action: Action) -> Line:
    text = fold(action.text)
    others = [
        owner
        for owner in action.with_whom
        if not _has_words(text, owner.name) and (is_initials(owner.text) or not _has_words(text, owner.text))
    ]
    if others:
        text = f"{text} (with {owners_label(meeting, others)})"
    return Line(capitalised(text), *_item(meeting, action.item), fold(action.ref), _due(action.due))


def _has_words(text: str, words: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(fold(words))}(?!\w)", text, re.IGNORECASE) is not None


def _due(due: Due) -> str:
    words = fold(due.text or "")
    if due.date is None:
        return words or fold((due.event or NO_DATE).replace("-", " "))
    written = words and not any(character.isdigit() for character in words)
    return f"{long_date(due.date)}, “{words}”" if written else long_date(due.date)


def _item(meeting: Meeting, item_id: str | None) -> tuple[str, bool]:
    """An agenda item's number, else its title, and whether it is the number."""
    item = next((item for item in meeting.items if item.id == item_id), None)
    if item is None:
        return "", False
    return (fold(item.number), True) if item.number else (clip(fold(item.title), 40), False)


def _decisions(record: Record) -> Section:
    lines = (
        ("", Line(_decision(record.meeting, decision), *_item(record.meeting, decision.item)))
        for decision in record.decisions
    )
    return Section("Decisions", _grouped(lines), "none recorded")


def _decision(meeting: Meeting, decision: Decision) -> str:
    """ "Buy a boat (moved by Jane Roe, seconded by Sam Poe; carried, 5–0)"."""
    text = capitalised(fold(decision.text))
    names = [
        f"{verb} by {parties_label(meeting, who)}"
        for verb, who in (("moved", decision.moved_by), ("seconded", decision.seconded_by))
        if who
    ]
    outcome = decision.outcome.value if decision.outcome else ""
    vote = fold(decision.vote.text) if decision.vote else ""
    told = [part for part in (outcome, vote) if part and part.casefold() not in text.casefold()]
    notes = [part for part in (", ".join(names), ", ".join(told)) if part]
    return f"{text} ({'; '.join(notes)})" if notes else text


def _praise(record: Record) -> Section:
    meeting = record.meeting
    lines = (
        (
            f"From {parties_label(meeting, praise.by)}" if praise.by else "Giver not named",
            Line(_thanks(record, praise), *_item(meeting, praise.item)),
        )
        for praise in record.praise
    )
    return Section("Thanks and recognition", _grouped(lines), "none recorded")


def _thanks(record: Record, praise: Praise) -> str:
    """ "Jane Roe: for her work"; the whole quotation where receiver and reason are not both plain."""
    quote, reason = quote_of(record.document.text, praise.span).removesuffix("."), fold(praise.reason or "")
    if not praise.to:
        return capitalised(reason or quote)
    receivers = parties_label(record.meeting, praise.to)
    if not reason:
        return f"{receivers}: “{quote}”"
    before = quote[: quote.find(reason)].split()[-1:] if reason in quote else []
    preposition = f"{before[0].lower()} " if before and before[0].lower() in ("for", "on") else ""
    return f"{receivers}: {preposition}{reason}"


def _points(points: Points) -> Section:
    groups = _grouped((heading, Line(text)) for heading, text in points.lines)
    empty = f"none that stands alone; {points.left_out} in the record" if points.left_out else "none recorded"
    return Section("Key points", groups, empty, left_out=points.left_out)
