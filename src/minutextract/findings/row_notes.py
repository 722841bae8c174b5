"""What the news in a row of an action table leaves to do: by whom, and by which day."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutextract.document import Span
from minutextract.findings.commitments import Commitment, split_commitments
from minutextract.findings.due import due_of, revised_due
from minutextract.findings.material import Material
from minutextract.findings.owners import kind_of, owners_in
from minutextract.findings.standing import Standing
from minutextract.findings.tables import ActionRow
from minutextract.record import Due
from minutextract.structure.status import Progress

_SENTENCE = re.compile(r"[^.!?]+(?:[.!?](?!\s|$)[^.!?]*)*[.!?]?")


@dataclass(frozen=True, slots=True)
class LeftOver:
    """Who has what is left of a task (None if nobody does), whether that is doubtful, and its new day."""

    owner: Span | None
    doubtful: bool
    due: Due | None


def left_over(material: Material, row: ActionRow, standing: Standing | None) -> LeftOver | None:
    """What the notes of a row that is not over say anew; None if that is nothing."""
    if standing and standing.progress in (Progress.DONE, Progress.DROPPED):
        return None
    for cell in (row.note, row.status):
        if cell is None:
            continue
        day, left = revised_due(material, cell), _commitment(material, cell)
        if left is None or left.owner is None:
            if day:
                return LeftOver(row.owner, False, day)
            continue
        due, _ = due_of(material, left.span)
        due_or_day = due if due.date else day
        if row.owner is None or kind_of(row.owner.of(material.text)) == "group":
            return LeftOver(left.owner, False, due_or_day)
        same = _people(material, left.owner) == _people(material, row.owner)
        return LeftOver(row.owner, not same, due_or_day)
    return None


def _commitment(material: Material, cell: Span) -> Commitment | None:
    """The one thing that a cell puts on somebody whom it names."""
    found = [
        one
        for said in _SENTENCE.finditer(material.text, cell.start, cell.end)
        for one in split_commitments(material, _trimmed(material.text, Span(*said.span())))
        if one.owner and one.owner.start == one.span.start
    ]
    return found[0] if len(found) == 1 else None


def _trimmed(text: str, span: Span) -> Span:
    said = span.of(text)
    start = span.start + len(said) - len(said.lstrip())
    return Span(start, max(start, span.end))


def _people(material: Material, span: Span) -> set[str]:
    return {owner.person or owner.name for owner in owners_in(material, span)[0]}
