"""The links and joins that the archive only proposes, as lines of a review, and what is judged of them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from minutextract.history.judged import LINK, PERSON, person_key, place_key
from minutextract.review.values import WrongValue

# Beside the weights of flags: a missing link leaves a task open that is done; two halves of a person scatter what
# is known.
LINK_WEIGHT, PERSON_WEIGHT = 4, 3
_YES, _NO = frozenset({"yes", "y", "same", "true", "1"}), frozenset({"no", "n", "other", "false", "0"})
_PATH = "(SELECT path FROM files WHERE files.document = m.document ORDER BY missing, path LIMIT 1)"
_LINKS = (
    'SELECT f.quote, f.page, f."start", f."end", m.date, m.key AS meeting, p.score, p.reason, p.action '
    "FROM log_proposals p JOIN findings f ON f.key = p.finding JOIN meetings m ON m.key = f.meeting "
    'UNION ALL SELECT t.quote, NULL, t."start", t."end", m.date, m.key, t.score, t.reason, t.action '
    "FROM log_told t JOIN meetings m ON m.key = t.meeting WHERE NOT t.certain"
)


def proposed_links(connection: sqlite3.Connection) -> Iterator[dict[str, Any]]:
    """One row a link that waits to be confirmed: the later words, and the action that they may be about."""
    for row in connection.execute(
        f"SELECT p.*, {_PATH} AS path, b.body, a.ref, a.text, a.status, a.due_date, f.quote AS first, "
        "fm.date AS opened, "
        "(SELECT json_group_array(name) FROM (SELECT name FROM log_owners WHERE action = a.id ORDER BY place)) "
        "AS owners "
        f"FROM ({_LINKS}) p JOIN log_actions a ON a.id = p.action JOIN meetings m ON m.key = p.meeting "
        "JOIN meetings fm ON fm.key = a.first_meeting "
        "JOIN findings f ON f.id = a.finding AND f.meeting = a.first_meeting "
        "LEFT JOIN meeting_bodies b ON b.meeting = m.key ORDER BY p.score DESC, m.date DESC, a.ref, p.quote"
    ):
        yield {
            "id": f"{LINK}:{place_key(row['date'], row['quote'])}:{place_key(row['opened'], row['first'])}",
            "kind": LINK,
            "why": [row["reason"]],
            "score": row["score"],
            "date": row["date"],
            "body": row["body"],
            "sentence": row["quote"],
            "quote": row["quote"],
            "candidate": f"{row['ref']} ({row['opened'] or 'undated'}): {row['first']}",
            "owners": json.loads(row["owners"]),
            "due_date": row["due_date"],
            "status": row["status"],
            "start": row["start"],
            "end": row["end"],
            "page": row["page"],
            "path": row["path"],
        }


def proposed_people(connection: sqlite3.Connection) -> Iterator[dict[str, Any]]:
    """One row a pair of people who may be one."""
    for row in connection.execute(
        "SELECT p.reason, a.name, b.name AS other, "
        "(SELECT s.name FROM person_attendees pa JOIN attendees t ON t.key = pa.attendee "
        "JOIN series_meetings sm ON sm.meeting = t.meeting JOIN series s ON s.id = sm.series "
        "WHERE pa.person = p.person ORDER BY sm.series, sm.place, t.key LIMIT 1) AS series, "
        "(SELECT s.name FROM person_attendees pa JOIN attendees t ON t.key = pa.attendee "
        "JOIN series_meetings sm ON sm.meeting = t.meeting JOIN series s ON s.id = sm.series "
        "WHERE pa.person = p.other ORDER BY sm.series, sm.place, t.key LIMIT 1) AS others "
        "FROM person_proposals p JOIN persons a ON a.id = p.person JOIN persons b ON b.id = p.other "
        "ORDER BY a.name, b.name, series, others"
    ):
        keys = [person_key(row["name"], row["series"]), person_key(row["other"], row["others"])]
        yield {
            "id": f"{PERSON}:{json.dumps(keys, ensure_ascii=False)}",
            "kind": PERSON,
            "why": [row["reason"]],
            "body": row["series"],
            "sentence": row["name"],
            "quote": row["name"],
            "candidate": f"{row['other']} ({row['others']})",
        }


def is_judgement(line: Mapping[str, str]) -> bool:
    """Whether a line that comes back is about a link or two people."""
    return line.get("id", "").startswith((f"{LINK}:", f"{PERSON}:"))


def take_judgement(connection: sqlite3.Connection, line: Mapping[str, str]) -> bool | None:
    """Keep what a line says; returns whether that is new, None if it says nothing.

    Raises:
        WrongValue: it says neither yes nor no, or its id was changed.
    """
    said = (line.get("new_same") or line.get("ok") or "").strip().casefold()
    if not said:
        return None
    if said not in _YES | _NO:
        raise WrongValue(f"{said!r} in the column new_same: write yes or no")
    finding, field = _parts(line["id"])
    kind, _, _ = line["id"].partition(":")
    value = json.dumps(said in _YES)
    known = connection.execute(
        "SELECT value FROM corrections WHERE finding = ? AND field = ?", (finding, field)
    ).fetchone()
    if known and known["value"] == value:
        return False
    connection.execute(
        "INSERT INTO corrections (finding, kind, quote_sha256, path, field, value, made_at) "
        "VALUES (?, ?, '', ?, ?, ?, ?) "
        "ON CONFLICT (finding, field) DO UPDATE SET value = excluded.value, made_at = excluded.made_at",
        (finding, kind, line.get("path", ""), field, value, datetime.now(UTC).isoformat(timespec="seconds")),
    )
    return True


def _parts(id: str) -> tuple[str, str]:
    kind, _, rest = id.partition(":")
    try:
        if kind == LINK:
            later, action = rest.split(":")
            return later, f"link:{action}"
        one, other = json.loads(rest)
        json.loads(one), json.loads(other)
        return one, f"same:{other}"
    except ValueError:
        raise WrongValue(f"{id} is no id that `review export` wrote") from None
