"""The meetings of a store by series, in order of time."""

from __future__ import annotations

import json
import sqlite3

from minutextract.views.filters import Filter, meeting_limits, person_ids, series_ids
from minutextract.views.table import View

COLUMNS = (
    "series place date title body present apologies actions decisions praise insights next_meeting status path how "
    "series_id id"
).split()
SHOWN = "series place date title present apologies actions decisions praise insights".split()


def meetings_view(connection: sqlite3.Connection, limits: Filter, limit: int | None = None, offset: int = 0) -> View:
    """One row a meeting.

    Args:
        connection: of a settled store.
        limits: which.
        limit: the most that are given; None for all.
        offset: how many are passed over before.

    Raises:
        UsageError: a filter names what is not there.
    """
    series = series_ids(connection, limits.series) if limits.series else None
    where, values = meeting_limits(limits, series)
    if limits.person:
        where += f" AND {_ATTENDED}"
        values["persons"] = json.dumps(sorted(person_ids(connection, limits.person)))
    values |= {"limit": -1 if limit is None else limit, "offset": offset}
    rows = connection.execute(_QUERY.format(where=where), values)
    return View(COLUMNS, SHOWN, [{name: row[name] for name in COLUMNS} for row in rows])


_ATTENDED = (
    "m.key IN (SELECT a.meeting FROM json_each(:persons) AS given JOIN person_attendees pa ON pa.person = given.value "
    "JOIN attendees a ON a.key = pa.attendee WHERE a.attendance IN ('chair', 'present', 'in-attendance'))"
)
# First the page, then what is counted of its meetings: counts of all take long in a large store.
_QUERY = """
WITH page AS MATERIALIZED (
    SELECT m.key, s.name AS series, s.id AS series_id, sm.place, sm.how
    FROM series s CROSS JOIN series_meetings sm ON sm.series = s.id CROSS JOIN meetings m ON m.key = sm.meeting
    WHERE {where}
    ORDER BY s.name, s.id, sm.place LIMIT :limit OFFSET :offset
)
SELECT m.id, m.date, m.title, m.body, m.next_meeting, m.status,
    page.series, page.series_id, page.place, page.how,
    (SELECT count(*) FROM attendees a WHERE a.meeting = m.key
        AND a.attendance IN ('chair', 'present', 'in-attendance')) AS present,
    (SELECT count(*) FROM attendees a WHERE a.meeting = m.key AND a.attendance = 'apologies') AS apologies,
    (SELECT count(*) FROM findings f WHERE f.kind = 'action' AND f.meeting = m.key) AS actions,
    (SELECT count(*) FROM findings f WHERE f.kind = 'decision' AND f.meeting = m.key) AS decisions,
    (SELECT count(*) FROM findings f WHERE f.kind = 'praise' AND f.meeting = m.key) AS praise,
    (SELECT count(*) FROM findings f WHERE f.kind = 'insight' AND f.meeting = m.key) AS insights,
    (SELECT path FROM files WHERE files.document = m.document ORDER BY missing, path LIMIT 1) AS path
FROM page CROSS JOIN meetings m ON m.key = page.key
ORDER BY page.series, page.series_id, page.place
"""
