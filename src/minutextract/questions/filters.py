"""What a question narrows the findings down to."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass
from datetime import date

from minutextract.errors import UsageError
from minutextract.views.filters import series_ids

_PERIOD = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class Filters:
    """Conditions that all have to hold; None stands for no condition.

    Attributes:
        series: a body, by the id of its series, its name, or words of that.
        person: words of a person's name, or the person's id.
        since: the first day, month or year, in ISO form.
        until: the last one.
        item: words of the agenda item's title.
        flag: one of the flags.
        min_score: the least score.
    """

    series: str | None = None
    person: str | None = None
    since: str | None = None
    until: str | None = None
    item: str | None = None
    flag: str | None = None
    min_score: float | None = None

    def __post_init__(self) -> None:
        for name, value in (("since", self.since), ("until", self.until)):
            if value is not None and not _is_period(value):
                raise UsageError(f"--{name} {value} is no day, month or year", "Write 2024-03-01, 2024-03 or 2024.")


def meeting_conditions(connection: sqlite3.Connection, filters: Filters) -> tuple[list[str], list[object]]:
    """Conditions on meetings `m` and their names `b` (of `meeting_bodies`), with the values for their marks.

    Raises:
        UsageError: there is no such body.
    """
    conditions: list[str] = []
    values: list[object] = []
    if filters.series is not None:
        ids = sorted(series_ids(connection, filters.series))
        conditions.append(f"b.series IN ({', '.join('?' * len(ids))})")
        values += ids
    if filters.since is not None:
        conditions.append("m.date >= ?")
        values.append(filters.since)
    if filters.until is not None:
        # Every day of the month or year compares below this.
        conditions.append("m.date <= ?")
        values.append(f"{filters.until}~")
    return conditions, values


def _is_period(text: str) -> bool:
    if not _PERIOD.fullmatch(text):
        return False
    try:
        date.fromisoformat(text + "-01" * ((10 - len(text)) // 3))
    except ValueError:
        return False
    return True
