"""Attendance lists that stand side by side in one table, each with columns of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutextract.meeting import Attendance
from minutextract.structure.labels import ROLE_LABELS, attendance_label
from minutextract.structure.lines import Listed, is_chair, people_in, standing
from minutextract.structure.tables import with_beside


def list_heads(cells: Sequence[str]) -> list[Attendance | None]:
    """The list that begins in each column, None for one that goes on with the list to its left.

    Args:
        cells: the words of a row.

    Returns:
        Nothing unless the row heads several lists and says nothing else.
    """
    labels = [attendance_label(cell) for cell in cells]
    heads = all(label or not cell.strip() for label, cell in zip(labels, cells, strict=True))
    return labels if heads and labels and labels[0] and sum(map(bool, labels)) > 1 else []


def read_lists(cells: Sequence[tuple[int, str]], kinds: list[Attendance | None]) -> Iterator[Listed]:
    """The people of a row, a name in the first column of each list, what is said of them in its others.

    Args:
        cells: where each cell begins, and its words.
        kinds: the list that begins in each column; a label within the columns of one puts another in its place.
    """
    starts = [at for at, kind in enumerate(kinds) if kind]
    for start, end in zip(starts, [*starts[1:], len(kinds)], strict=True):
        if start >= len(cells):
            return
        (offset, words), beside = cells[start], [cell for _, cell in cells[start + 1 : end] if cell.strip()]
        if (label := attendance_label(words)) and not beside:
            kinds[start] = label
            continue
        kind = kinds[start] or Attendance.PRESENT
        found = list(people_in(words, kind, several=not beside, lone=True)) if words.strip() else []
        if len(found) == 1 and beside:
            entry = with_beside(found[0].entry, beside)
            found = [Listed(entry, standing(entry, kind))]
        for one in found:
            yield _moved(one, offset)


def people_of_cells(cells: Sequence[tuple[int, str]], kinds: Sequence[Attendance | None]) -> Iterator[Listed]:
    """The people of a row's cells, each a list of its own; a cell that holds an office labels the next.

    Args:
        cells: where each cell begins, and its words.
        kinds: the list that each cell is part of.
    """
    role = ""
    for (offset, words), kind in zip(cells, kinds, strict=True):
        if words.strip(" :").lower() in ROLE_LABELS:
            role = words.strip(" :")
            continue
        found = list(people_in(words, kind or Attendance.PRESENT, several=True, lone=True)) if words else []
        if role and found:
            first = found[0].entry
            post = replace(first, post=first.post or role, chairs=first.chairs or is_chair(role))
            found[0] = Listed(post, standing(post, found[0].attendance))
        for one in found:
            yield _moved(one, offset)


def _moved(one: Listed, offset: int) -> Listed:
    return replace(one, entry=replace(one.entry, start=one.entry.start + offset, end=one.entry.end + offset))
