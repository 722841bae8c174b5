"""When an action is due, read from its own words or from its cell in a table."""

from __future__ import annotations

from minutextract.dates import find_due, is_ambiguous
from minutextract.document import Span
from minutextract.findings.material import Material
from minutextract.record import Due, Flag


def due_of(material: Material, span: Span, *, is_cell: bool = False) -> tuple[Due, list[Flag]]:
    """The due words of a commitment, with a date or an event where those are clear, and what to check."""
    said = span.of(material.text)
    # A cell in a column of due dates holds the date alone; the cue that prose needs is the column's head.
    due = find_due(f"by {said}" if is_cell else said, material.meeting.date, day_first=material.day_first)
    if is_cell:
        due = Due(said, due.date if due else None, due.event if due else None)
    if due is None:
        return Due(), [Flag.NO_DUE_DATE]
    if due.date or due.event:
        return due, []
    return due, [Flag.AMBIGUOUS_DATE if is_ambiguous(due.text or "", material.day_first) else Flag.UNCLEAR_DUE_DATE]
