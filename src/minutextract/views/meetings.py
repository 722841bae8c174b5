"""The meetings of a store by series, in order of time."""

from __future__ import annotations

import json
import sqlite3

from minutextract.views.filters import Filter, iso, person_ids, series_ids
from minutextract.views.table import View

COLUMNS = (
    "series place date title body present apologies actions decisions praise insights next_meeting status path how "
    "series_id id"
).split()
SHOWN = "series place date title present apologies actions decisions praise insights".split()


def meetings_view(connection: sqlite3.Connection, limits: Filter) -> View:
    """One row a meeting.

    Raises:
        UsageError: a filter names what is not there.
    """
    series = series_ids(connection, limits.series) if limits.series else None
    keys = _attended(connection, person_ids(connection, limits.person)) if limits.person else None
    rows = [
        {name: row[name] for name in COLUMNS}
        for row in connection.execute(
            _QUERY.format(of_series="" if series is None else _OF_SERIES),
            {"since": iso(limits.first_day), "until": iso(limits.last_day), "series": json.dumps(sorted(series or ()))},
        )
        if (series is None or row["series_id"] in series) and (keys is None or row["key"] in keys)
    ]
    return View(COLUMNS, SHOWN, rows)


def _attended(connection: sqlite3.Connection, persons: set[str]) -> set[int]:
    rows = connection.execute(
        "SELECT pa.person, a.meeting FROM person_attendees pa JOIN attendees a ON a.key = pa.attendee "
        "WHERE a.attendance IN ('chair', 'present', 'in-attendance')"
    )
    return {row["meeting"] for row in rows if row["person"] in persons}


# Counts of the meetings of some series alone: those of all take long in a large store.
_OF_SERIES = (
    "WHERE meeting IN (SELECT meeting FROM series_meetings WHERE series IN (SELECT value FROM json_each(:series)))"
)
_QUERY = """
WITH lists AS (
    SELECT meeting,
        sum(attendance IN ('chair', 'present', 'in-attendance')) AS present,
        sum(attendance = 'apologies') AS apologies
    FROM attendees {of_series} GROUP BY meeting
), found AS (
    SELECT meeting, sum(kind = 'action') AS actions, sum(kind = 'decision') AS decisions,
        sum(kind = 'praise') AS praise, sum(kind = 'insight') AS insights
    FROM findings {of_series} GROUP BY meeting
)
SELECT m.key, m.id, m.date, m.title, m.body, m.next_meeting, m.status,
    s.name AS series, s.id AS series_id, sm.place, sm.how,
    coalesce(lists.present, 0) AS present, coalesce(lists.apologies, 0) AS apologies,
    coalesce(found.actions, 0) AS actions, coalesce(found.decisions, 0) AS decisions,
    coalesce(found.praise, 0) AS praise, coalesce(found.insights, 0) AS insights,
    (SELECT path FROM files WHERE files.document = m.document ORDER BY missing, path LIMIT 1) AS path
FROM meetings m
JOIN series_meetings sm ON sm.meeting = m.key
JOIN series s ON s.id = sm.series
LEFT JOIN lists ON lists.meeting = m.key
LEFT JOIN found ON found.meeting = m.key
WHERE (:since IS NULL OR m.date >= :since) AND (:until IS NULL OR m.date <= :until)
ORDER BY s.name, s.id, sm.place
"""
