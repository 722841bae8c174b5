"""Everybody in a store, with everything that is known of them."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from minutextract.views.filters import Filter, iso, person_ids, series_ids
from minutextract.views.table import View

COLUMNS = (
    "name spellings initials posts organisations series first last meetings chaired apologies absent actions "
    "actions_done actions_open thanks_given thanks_received doubts perhaps id"
).split()
SHOWN = (
    "name initials posts series first last meetings apologies actions actions_open thanks_given thanks_received perhaps"
).split()
_THERE = frozenset({"chair", "present", "in-attendance"})


def people_view(connection: sqlite3.Connection, limits: Filter) -> View:
    """One row a person; what is counted, and from when to when, keeps to the limits.

    Raises:
        UsageError: a filter names what is not there.
    """
    series = series_ids(connection, limits.series) if limits.series else None
    persons = person_ids(connection, limits.person) if limits.person else None
    counts = _counts(connection, limits, series)
    perhaps = _perhaps(connection)
    entries: dict[tuple[str, str], list[sqlite3.Row]] = defaultdict(list)
    for row in connection.execute(_ENTRIES, {"since": iso(limits.first_day), "until": iso(limits.last_day)}):
        if (series is None or row["series_id"] in series) and (persons is None or row["id"] in persons):
            entries[row["person"], row["id"]].append(row)
    rows = [
        {**_row(name, id, several), **counts.get(id, Counter()), "perhaps": perhaps.get(id, [])}
        for (name, id), several in sorted(entries.items())
    ]
    return View(COLUMNS, SHOWN, [{column: row.get(column, 0) for column in COLUMNS} for row in rows])


_ENTRIES = """
SELECT p.id, p.name AS person, a.name, a.initials, a.post, a.organisation, a.attendance, pa.certain, pa.how, m.date,
    s.name AS series, s.id AS series_id
FROM persons p
JOIN person_attendees pa ON pa.person = p.id
JOIN attendees a ON a.key = pa.attendee
JOIN meetings m ON m.key = a.meeting
JOIN series_meetings sm ON sm.meeting = m.key
JOIN series s ON s.id = sm.series
WHERE (:since IS NULL OR m.date >= :since) AND (:until IS NULL OR m.date <= :until)
ORDER BY m.date, m.id, a.local
"""


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
_PARTIES = """
SELECT pa.person, pr.role, f.kind, f.status, f.key, sm.series
FROM parties pr
JOIN findings f ON f.key = pr.finding
JOIN meetings m ON m.key = f.meeting
JOIN series_meetings sm ON sm.meeting = m.key
JOIN attendees a ON a.meeting = f.meeting AND a.local = pr.attendee
JOIN person_attendees pa ON pa.attendee = a.key
WHERE pr.role IN ('owner', 'by', 'to')
    AND (:since IS NULL OR m.date >= :since) AND (:until IS NULL OR m.date <= :until)
"""


def _counts(connection: sqlite3.Connection, limits: Filter, series: set[str] | None) -> Mapping[str, Counter[str]]:
    """Actions and thanks by person: each finding once, as its document has it."""
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    seen: set[tuple[str, str, int]] = set()
    for row in connection.execute(_PARTIES, {"since": iso(limits.first_day), "until": iso(limits.last_day)}):
        one = (row["person"], row["role"], row["key"])
        if one in seen or (series is not None and row["series"] not in series):
            continue
        seen.add(one)
        for column in _columns(row["kind"], row["role"], row["status"]):
            counted[row["person"]][column] += 1
    return counted


def _columns(kind: str, role: str, status: str | None) -> Iterable[str]:
    match kind, role:
        case "action", "owner":
            return ("actions", "actions_open") if status in ("open", "carried") else ("actions",)
        case "update", "owner":
            return ("actions_done",) if status == "done" else ()
        case "praise", "by":
            return ("thanks_given",)
        case "praise", "to":
            return ("thanks_received",)
    return ()


def _perhaps(connection: sqlite3.Connection) -> dict[str, list[dict[str, str]]]:
    """For each person those who may be the same, and why."""
    found: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in connection.execute(
        "SELECT pp.person, pp.other, pp.reason, p.name AS name, o.name AS other_name FROM person_proposals pp "
        "JOIN persons p ON p.id = pp.person JOIN persons o ON o.id = pp.other ORDER BY p.name, o.name, p.id, o.id"
    ):
        found[row["person"]].append({"name": row["other_name"], "reason": row["reason"], "id": row["other"]})
        found[row["other"]].append({"name": row["name"], "reason": row["reason"], "id": row["person"]})
    return found
