"""Everybody in a store, with everything that is known of them."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from minutextract.views.filters import Filter, meeting_limits, person_ids, series_ids
from minutextract.views.table import View

COLUMNS = (
    "name spellings initials posts organisations series first last meetings chaired apologies absent actions "
    "actions_done actions_open thanks_given thanks_received doubts perhaps id"
).split()
SHOWN = (
    "name initials posts series first last meetings apologies actions actions_open thanks_given thanks_received perhaps"
).split()
_THERE = frozenset({"chair", "present", "in-attendance"})


def people_view(connection: sqlite3.Connection, limits: Filter, limit: int | None = None, offset: int = 0) -> View:
    """One row a person, by name; what is counted, and from when to when, keeps to the limits.

    Args:
        connection: of a settled store.
        limits: what counts.
        limit: the most that are given; None for all.
        offset: how many are passed over before.

    Raises:
        UsageError: a filter names what is not there.
    """
    series = series_ids(connection, limits.series) if limits.series else None
    within, values = meeting_limits(limits, series)
    persons = _page(connection, limits, (within, values), limit, offset)
    values["persons"] = json.dumps([row["id"] for row in persons])
    counts = {row["person"]: row for row in connection.execute(_COUNTED.format(within=within), values)}
    perhaps = _perhaps(connection, values["persons"])
    entries: dict[str, list[sqlite3.Row]] = defaultdict(list)
    for row in connection.execute(_ENTRIES.format(within=within), values):
        entries[row["person"]].append(row)
    rows = []
    for person in persons:
        row = _row(person["name"], person["id"], entries[person["id"]])
        if counted := counts.get(person["id"]):
            row |= {column: counted[column] for column in _COUNTED_COLUMNS}
        rows.append({**row, "perhaps": perhaps.get(person["id"], [])})
    return View(COLUMNS, SHOWN, [{column: row.get(column, 0) for column in COLUMNS} for row in rows])


# Up to so many meetings, those who attended them are looked up and sorted; else people are walked through by name.
_FEW_MEETINGS = 2_000
_OF_MEETINGS = """
SELECT DISTINCT p.id, p.name FROM meetings m CROSS JOIN series_meetings sm ON sm.meeting = m.key
CROSS JOIN attendees a ON a.meeting = m.key CROSS JOIN person_attendees pa ON pa.attendee = a.key
CROSS JOIN persons p ON p.id = pa.person WHERE {within} {given} ORDER BY p.name, p.id LIMIT :limit OFFSET :offset
"""
_BY_NAME = """
SELECT p.id, p.name FROM persons p WHERE {given} AND EXISTS (
    SELECT 1 FROM person_attendees pa CROSS JOIN attendees a ON a.key = pa.attendee
    CROSS JOIN meetings m ON m.key = a.meeting CROSS JOIN series_meetings sm ON sm.meeting = m.key
    WHERE pa.person = p.id AND {within}
) ORDER BY p.name, p.id LIMIT :limit OFFSET :offset
"""
_ENTRIES = """
SELECT pa.person, a.name, a.initials, a.post, a.organisation, a.attendance, pa.certain, pa.how, m.date,
    s.name AS series
FROM json_each(:persons) AS given
CROSS JOIN person_attendees pa ON pa.person = given.value
CROSS JOIN attendees a ON a.key = pa.attendee
CROSS JOIN meetings m ON m.key = a.meeting
CROSS JOIN series_meetings sm ON sm.meeting = m.key
CROSS JOIN series s ON s.id = sm.series
WHERE {within}
ORDER BY m.date, m.id, a.local
"""
_COUNTED_COLUMNS = ("actions", "actions_done", "actions_open", "thanks_given", "thanks_received")
_COUNTED = f"""
SELECT c.person, {", ".join(f"sum(c.{column}) AS {column}" for column in _COUNTED_COLUMNS)}
FROM json_each(:persons) AS given CROSS JOIN person_counts c ON c.person = given.value
CROSS JOIN meetings m ON m.key = c.meeting CROSS JOIN series_meetings sm ON sm.meeting = m.key
WHERE {{within}} GROUP BY c.person
"""


def _page(
    connection: sqlite3.Connection,
    limits: Filter,
    where: tuple[str, dict[str, object]],
    limit: int | None,
    offset: int,
) -> list[sqlite3.Row]:
    """Those who stand in a list within the limits, by name."""
    within, values = where
    values = {**values, "limit": -1 if limit is None else limit, "offset": offset}
    source, given = _BY_NAME, "1"
    if limits.person:
        values["given"] = json.dumps(sorted(person_ids(connection, limits.person)))
        given = "p.id IN (SELECT value FROM json_each(:given))"
    elif within != "1":
        counted = (
            "SELECT count(*) FROM (SELECT 1 FROM meetings m JOIN series_meetings sm ON sm.meeting = m.key "
            f"WHERE {within} LIMIT {_FEW_MEETINGS + 1})"
        )
        [meetings] = connection.execute(counted, values).fetchone()
        if meetings <= _FEW_MEETINGS:
            source, given = _OF_MEETINGS, ""
    return connection.execute(source.format(within=within, given=given), values).fetchall()


def _row(name: str, id: str, entries: Sequence[sqlite3.Row]) -> dict[str, Any]:
    days = [row["date"] for row in entries if row["date"]]
    attended = Counter(row["attendance"] for row in entries)
    return {
        "name": name,
        "id": id,
        "spellings": [spelling for spelling, _ in Counter(row["name"] for row in entries).most_common()],
        "initials": _periods((letters, row["date"]) for row in entries for letters in json.loads(row["initials"])),
        "posts": _periods((row["post"], row["date"]) for row in entries),
        "organisations": _periods((row["organisation"], row["date"]) for row in entries),
        "series": sorted({row["series"] for row in entries}),
        "first": min(days, default=None),
        "last": max(days, default=None),
        "meetings": sum(times for kind, times in attended.items() if kind in _THERE),
        "chaired": attended["chair"],
        "apologies": attended["apologies"],
        "absent": attended["absent"],
        "doubts": sorted({row["how"] for row in entries if not row["certain"]}),
    }


def _periods(dated: Iterable[tuple[str | None, str | None]]) -> list[dict[str, str | None]]:
    """What somebody was called or was, with the first and the last day on which a document says so."""
    found: dict[str, list[str]] = {}
    for value, day in dated:
        if value:
            found.setdefault(value, []).extend([day] if day else [])
    return [
        {"value": value, "since": min(days, default=None), "until": max(days, default=None)}
        for value, days in found.items()
    ]


# As each document has them: an action that three meetings carry forward counts three times.
_COUNTS = """
INSERT INTO person_counts (person, meeting, actions, actions_done, actions_open, thanks_given, thanks_received)
SELECT * FROM (
    SELECT person, meeting,
        sum(kind = 'action' AND role = 'owner') AS actions,
        sum(kind = 'update' AND role = 'owner' AND status IS 'done') AS actions_done,
        coalesce(sum(kind = 'action' AND role = 'owner' AND status IN ('open', 'carried')), 0) AS actions_open,
        sum(kind = 'praise' AND role = 'by') AS thanks_given,
        sum(kind = 'praise' AND role = 'to') AS thanks_received
    FROM (
        SELECT DISTINCT pa.person, f.meeting, pr.role, f.kind, f.status, f.key
        FROM findings f
        CROSS JOIN parties pr ON pr.finding = f.key AND pr.role IN ('owner', 'by', 'to')
        CROSS JOIN attendees a ON a.meeting = f.meeting AND a.local = pr.attendee
        CROSS JOIN person_attendees pa ON pa.attendee = a.key
        WHERE f.kind IN ('action', 'update', 'praise')
    )
    GROUP BY person, meeting
) WHERE actions OR actions_done OR thanks_given OR thanks_received
"""


def count_people(connection: sqlite3.Connection) -> None:
    """Count everybody's actions and thanks anew; a step of `settle`."""
    connection.execute("DELETE FROM person_counts")
    connection.execute(_COUNTS)


def _perhaps(connection: sqlite3.Connection, persons: object) -> dict[str, list[dict[str, str]]]:
    """For each of these persons (a JSON list of ids) those who may be the same, and why."""
    found: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in connection.execute(
        "SELECT given.value AS person, o.id, o.name, pp.reason FROM json_each(?1) AS given "
        "JOIN (SELECT person, other, reason FROM person_proposals UNION ALL "
        "SELECT other, person, reason FROM person_proposals) pp ON pp.person = given.value "
        "JOIN persons o ON o.id = pp.other ORDER BY o.name, o.id",
        (persons,),
    ):
        found[row["person"]].append({"name": row["name"], "reason": row["reason"], "id": row["id"]})
    return found
