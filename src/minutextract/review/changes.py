"""One corrected field written into a finding, with the flags that it settles."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from minutextract.questions.names import folded_words

_OF_OWNERS = frozenset(
    "no-owner unknown-owner ambiguous-owner doubtful-owner owner-absent owner-not-member derived-initials "
    "unknown-initials ambiguous-initials ambiguous-name fuzzy-name".split()
)
_OF_DATES = frozenset({"no-due-date", "unclear-due-date", "ambiguous-date"})
_SETTLED = {
    "labels": frozenset({"uncertain-label"}),
    "confirmed": frozenset({"uncertain-label"}),
    "owners": _OF_OWNERS,
    "due_date": _OF_DATES,
}
_AWAY = frozenset({"apologies", "absent"})
_STRANGE = frozenset({"in-attendance", "mentioned"})


def change_field(connection: sqlite3.Connection, finding: sqlite3.Row, field: str, value: Any) -> None:
    """Write a correction into its finding and note that it is one.

    Args:
        connection: in a transaction.
        finding: the row as it was; flags and notes are read again.
        field: one that can be corrected.
        value: as `read_values` gives it.
    """
    key = finding["key"]
    settled = _SETTLED.get(field, frozenset())
    flags = [flag for flag in _flags(connection, key) if flag not in settled]
    if field == "owners":
        flags += _put_owners(connection, finding, value)
    elif field == "due_date":
        connection.execute("UPDATE findings SET due_date = ?, due_event = NULL WHERE key = ?", (value, key))
        flags += [] if value else ["no-due-date"]
    elif field in ("text", "status"):
        connection.execute(f"UPDATE findings SET {field} = ? WHERE key = ?", (value, key))
    [corrected] = connection.execute("SELECT corrected FROM findings WHERE key = ?", (key,)).fetchone()
    connection.execute(
        "UPDATE findings SET flags = ?, corrected = ? WHERE key = ?",
        (json.dumps(flags), json.dumps(sorted({*json.loads(corrected), field})), key),
    )


def _flags(connection: sqlite3.Connection, key: int) -> list[str]:
    [flags] = connection.execute("SELECT flags FROM findings WHERE key = ?", (key,)).fetchone()
    return list(json.loads(flags))


def _put_owners(connection: sqlite3.Connection, finding: sqlite3.Row, names: list[str]) -> list[str]:
    """Write the owners; whom the attendance list has under the name is that person. Returns what to flag."""
    attendees = connection.execute(
        "SELECT local, name, initials, attendance FROM attendees WHERE meeting = ?", (finding["meeting"],)
    ).fetchall()
    connection.execute("DELETE FROM parties WHERE finding = ? AND role = 'owner'", (finding["key"],))
    flags = [] if names else ["no-owner"]
    for place, name in enumerate(names):
        one = _attendee(attendees, name)
        connection.execute(
            "INSERT INTO parties (finding, role, place, name, written, kind, how, attendee) "
            "VALUES (?, 'owner', ?, ?, ?, ?, 'corrected', ?)",
            (finding["key"], place, one["name"] if one else name, name, "person" if one else "unknown",
             one["local"] if one else None),
        )  # fmt: skip
        if one and one["attendance"] in _AWAY:
            flags.append("owner-absent")
        if one and one["attendance"] in _STRANGE:
            flags.append("owner-not-member")
    return list(dict.fromkeys(flags))


def _attendee(attendees: list[sqlite3.Row], name: str) -> sqlite3.Row | None:
    """Who has the name or, if nobody has, the initials; nobody if several have."""
    wanted = folded_words(name)
    found = [one for one in attendees if folded_words(one["name"]) == wanted]
    found = found or [one for one in attendees if name in json.loads(one["initials"])]
    return found[0] if len(found) == 1 else None
