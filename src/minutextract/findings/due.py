"""When an action is due, read from its own words."""

from __future__ import annotations

from minutextract.dates import find_due
from minutextract.document import Span
from minutextract.findings.material import Material
from minutextract.record import Due, Flag


def due_of(material: Material, span: Span) -> tuple[Due, list[Flag]]:
    """The due words of a commitment, with a date or an event where those are clear, and what to check."""
    due = find_due(span.of(material.text), material.meeting.date, day_first=material.day_first)
    if due is None:
        return Due(), [Flag.NO_DUE_DATE]
    return due, [] if due.date or due.event else [Flag.UNCLEAR_DUE_DATE]
