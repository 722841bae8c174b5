"""What a summary says, before any format: every renderer prints this and nothing else."""

from __future__ import annotations

from pathlib import PurePath

from minutextract.record import Record
from minutextract.render.checks import checks
from minutextract.render.content import NO_DATE, Group, Line, Section, Summary, grouped
from minutextract.render.heading import facts, title
from minutextract.render.options import DEFAULT, SummaryOptions
from minutextract.render.outcomes import decisions
from minutextract.render.points import Points, key_points
from minutextract.render.recognition import recognition
from minutextract.render.tasks import earlier_actions, open_actions
from minutextract.render.wording import fold

__all__ = ["NO_DATE", "Group", "Line", "Section", "Summary", "summarize"]


def summarize(record: Record, options: SummaryOptions = DEFAULT) -> Summary:
    """The content of a record's summary, made of its words only."""
    found = record.actions or record.updates or record.decisions or record.praise or record.insights
    heading, known = title(record), facts(record.meeting)
    parts = (open_actions(record), earlier_actions(record), decisions(record), recognition(record))
    sections = [part for part in parts if part]
    said = [line.text for section in sections for line in section.lines]
    taken = sum(len(text.split()) for text in (heading, *(text for _, text in known), *map(_words, sections)))
    points = key_points(record, said, taken)
    return Summary(
        heading,
        known,
        "" if found else "Nothing was found in this document: no actions, decisions, thanks or key points.",
        (*sections, _points(points)) if found else (),
        tuple(checks(record, points.shown)),
        _source(record),
        options,
    )


def _words(section: Section) -> str:
    lines = (f"{line.ref} {line.text} {line.note}" for line in section.lines)
    return " ".join((section.title, *(group.heading for group in section.groups), *lines))


def _source(record: Record) -> str:
    source = record.document.source
    return (
        f"Extracted from {fold(PurePath(source.path).name)} (sha256 {source.sha256[:12]}); every line quotes the "
        "minutes at the place given in the record; not a substitute for the approved minutes."
    )


def _points(points: Points) -> Section:
    empty = f"none that stands alone; {points.left_out} in the record" if points.left_out else "none recorded"
    return Section("Key points", grouped(points.lines), empty, left_out=points.left_out, key="points")
