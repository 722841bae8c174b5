"""A record as a part of the page: the summary, each line tied to its words, and the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutextract.document import Block, BlockKind
from minutextract.record import Record
from minutextract.render.content import Section, Summary
from minutextract.render.options import Length, SummaryOptions
from minutextract.render.summary import summarize
from minutextract.render.wording import capitalised, clip, fold
from minutextract.report.content import Entry, EntryGroup, EntrySection, Found, MeetingPart, Named
from minutextract.report.findings import findings_of, summed_up
from minutextract.report.pieces import paragraphs
from minutextract.report.resolution import named_in


def meeting_part(record: Record, number: int, *, with_text: bool = True) -> MeetingPart:
    """The part of the page for one record.

    Args:
        record: of the meeting.
        number: of the meeting in the page, from 1.
        with_text: whether the page has room for the text.
    """
    anchor = f"m{number}"
    summary = summarize(record, SummaryOptions(length=Length.FULL))
    found = findings_of(record, anchor)
    named = named_in(record)
    sections = tuple(_sections(summary, found))
    told = {entry.found.anchor for section in sections for group in section.groups
            for entry in group.entries if entry.found}  # fmt: skip
    document = record.document
    return MeetingPart(
        anchor=anchor,
        title=summary.title,
        facts=summary.facts,
        sections=sections,
        more=tuple(left_out(found, told)),
        checks=summary.checks,
        paragraphs=paragraphs(document.text, _with_headings(record), found, named) if with_text else (),
        found=found,
        items=tuple((f"{anchor}-{item.id}", _item(item.number, item.title)) for item in record.meeting.items),
        named=once([one for one in named if one.tells]),
        source=summary.source,
    )


def _with_headings(record: Record) -> list[Block]:
    """The blocks; those that open an agenda item are headings, whatever the format has them as."""
    openings = {item.span.start for item in record.meeting.items}
    return [
        replace(block, kind=BlockKind.HEADING, level=2)
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM)
        and block.span.start in openings
        and len(block.span) < 200
        else block
        for block in record.document.blocks
    ]


def _sections(summary: Summary, found: Sequence[Found]) -> Iterator[EntrySection]:
    by_id: dict[str, list[Found]] = {}
    for one in found:
        by_id.setdefault(one.id, []).append(one)
    for section in summary.sections:
        # What the summary leaves out is in this page as well, so its heading need not count that.
        heading = f"{section.title} ({section.count})" if section.groups else section.title
        yield EntrySection(heading, _groups(section, by_id), section.empty)
    if summary.remark:
        yield EntrySection("", (), summary.remark)


def _groups(section: Section, by_id: dict[str, list[Found]]) -> tuple[EntryGroup, ...]:
    groups = []
    for group in section.groups:
        entries = []
        for line in group.lines:
            waiting = by_id.get(line.finding, [])
            one = waiting.pop(0) if waiting else None
            note = "; ".join(filter(None, (line.ref, line.note)))
            entries.append(Entry(line.text, note, one, target=one is not None))
        groups.append(EntryGroup(group.heading, tuple(entries)))
    return tuple(groups)


def left_out(found: Sequence[Found], told: set[str]) -> Iterator[Entry]:
    """A line for each finding that the summary has none for."""
    for one in found:
        if one.anchor not in told:
            yield Entry(capitalised(clip(summed_up(one), 400)), one.note, one, target=True)


def once(named: Sequence[Named]) -> tuple[Named, ...]:
    """Initials and the like with each meaning once, by what is written."""
    unlike = {(one.written, one.meant, one.how): one for one in reversed(named)}
    return tuple(sorted(unlike.values(), key=lambda one: (one.written.casefold(), one.span)))


def _item(number: str | None, title: str) -> str:
    return clip(fold(f"{number.rstrip('.')}. {title}" if number else title), 80)
