"""What a question narrows the findings down to."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from minutextract.views.filters import Filter, iso, series_ids


@dataclass(frozen=True, slots=True)
class Filters(Filter):
    """Conditions on findings, beside those on meetings and people, that all have to hold; None is no condition.

    Attributes:
        item: words of the agenda item's title.
        flag: one of the flags.
        min_score: the least score.
    """

    item: str | None = None
    flag: str | None = None
    min_score: float | None = None


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
        values.append(iso(filters.first_day))
    if filters.until is not None:
        conditions.append("m.date <= ?")
        values.append(iso(filters.last_day))
    return conditions, values
