"""The order of a body's meetings in time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from minutextract.history.series import Held


def in_order(several: Sequence[tuple[Held, str]]) -> list[tuple[Held, str]]:
    """Meetings by date; one without goes by the date in its file's name, or else behind the file before it."""
    placed: list[tuple[str, str, Held, str]] = []
    day = ""
    for one, how in sorted(several, key=lambda entry: (entry[0].path, entry[0].key)):
        if one.date is None:
            said = "date of the file's name" if one.place.day else "order of the file names"
            placed.append((one.place.day or day, one.path, one, f"{how}; without a date, placed by {said}"))
        else:
            placed.append((one.date, one.path, one, how))
        day = placed[-1][0]
    return [(one, how) for _, _, one, how in sorted(placed, key=lambda entry: (*entry[:2], entry[2].key))]
