"""The living log of an archive, from its store: the first record of each action, and the latest that was said of it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import PurePath

from minutextract.actionlog.from_records import full_name, item_label
from minutextract.actionlog.row import ActionLog, LogOwner, LogRow, LogSource, place_in, status_on, told_at
from minutextract.history.log_query import LoggedAction
from minutextract.record import Flag
from minutextract.render.wording import capitalised, fold

# In order of time, as the log follows a series; what tells of one mention stands together.
_ENTRIES = """
SELECT e.how, f.key, f.kind, f.quote, f."start", f."end", f.page, f.score, f.flags, f.due_text, f.due_date, f.due_event,
    f.detail, m.key AS meeting, m.date, m.document, m.body, m.text AS text_key, t.part, i.number, i.title,
    (SELECT path FROM files WHERE files.document = m.document ORDER BY missing, path LIMIT 1) AS path
FROM log_entries e
JOIN findings f ON f.key = e.finding
JOIN meetings m ON m.key = e.meeting
JOIN texts t ON t.key = m.text
LEFT JOIN items i ON i.meeting = m.key AND i.local = f.item
LEFT JOIN series_meetings s ON s.meeting = m.key
WHERE e.action = ?
ORDER BY s.place, m.date, m.id, e.how = 'with', f."start", f.kind, f.id
"""
_PARTIES = """
SELECT p.role, p.name, p.written, p.kind, a.organisation, coalesce(p.attendee, p.unit) IS NOT NULL AS known
FROM parties p JOIN findings f ON f.key = p.finding
LEFT JOIN attendees a ON a.meeting = f.meeting AND a.local = p.attendee
WHERE p.finding = ? AND p.role IN ('owner', 'with') ORDER BY p.role, p.place
"""
_UNOWNED = frozenset({Flag.NO_OWNER, Flag.UNKNOWN_OWNER})


def log_of_store(connection: sqlite3.Connection, actions: Sequence[LoggedAction], day: date) -> ActionLog:
    """The rows of some actions.

    Args:
        connection: a settled store.
        actions: as `find_actions` gives them.
        day: the day that "overdue" is asked of.
    """
    places = _Places(connection)
    rows = tuple(_row(connection, places, action, day) for action in actions)
    return ActionLog(rows, tuple(dict.fromkeys(row.source for row in rows)), day)


class _Places:
    """Where words stand; the text last asked for is kept, as actions of one meeting follow each other."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._text = lru_cache(maxsize=4)(
            lambda key: connection.execute("SELECT text FROM texts WHERE key = ?", (key,)).fetchone()["text"]
        )

    def of(self, entry: sqlite3.Row) -> str:
        """The page, or the paragraph."""
        text = "" if entry["page"] is not None else self._text(entry["text_key"])
        return place_in(text, entry["start"], entry["page"])


@dataclass(frozen=True, slots=True)
class _Parties:
    owners: tuple[LogOwner, ...]
    with_whom: tuple[str, ...]


def _row(connection: sqlite3.Connection, places: _Places, action: LoggedAction, day: date) -> LogRow:
    entries = connection.execute(_ENTRIES, (action.id,)).fetchall()
    first, told = entries[0], _latest(entries)
    said = _said(told, first) if told else ""
    parties = _parties(connection, entries, action.owners)
    source = _source(first, action.series)
    due, now = _day(first["due_date"]), _day(action.due)
    return LogRow(
        id=action.id,
        ref=fold(action.ref),
        source=source,
        item=item_label(first["number"], first["title"]) if first["title"] is not None else "",
        action=capitalised(fold(action.text)),
        owners=parties.owners,
        with_whom=parties.with_whom,
        due=due or now,
        due_as_written=fold(action.due_text or (first["due_event"] or "").replace("-", " ")),
        revised_due=now if due and now != due else None,
        status=status_on(action.status, now, day, action.silent_for),
        update=said,
        update_source=told_at(_day(told["date"]), _file(told), places.of(told)) if told and said else "",
        place=places.of(first),
        quote=fold(first["quote"]),
        start=first["start"],
        end=first["end"],
        confidence=round(first["score"], 3),
        flags=_flags(first, action, parties),
    )


def _source(entry: sqlite3.Row, series: str | None) -> LogSource:
    file = _file(entry)
    return LogSource(file, entry["document"], fold(series or entry["body"] or file), _day(entry["date"]))


def _file(entry: sqlite3.Row) -> str:
    return fold(entry["part"] or PurePath(entry["path"] or "").name)


def _latest(entries: Sequence[sqlite3.Row]) -> sqlite3.Row | None:
    """The last that says more than that there is the action: a later mention, or an update, if only of the first."""
    later = [one for one in entries[1:] if one["how"] != "with" or one["kind"] == "update"]
    return later[-1] if later else entries[0] if entries[0]["kind"] == "update" else None


def _said(told: sqlite3.Row, first: sqlite3.Row) -> str:
    """The sentence; where it is the action's own, the words for how that stands, if any."""
    apart = told["text_key"] != first["text_key"] or told["end"] <= first["start"] or first["end"] <= told["start"]
    return fold(told["quote"] if apart else json.loads(told["detail"]).get("note") or "")


def _parties(connection: sqlite3.Connection, entries: Sequence[sqlite3.Row], names: Sequence[str]) -> _Parties:
    """Owners as the log has them, each with what the mention that named them last says of them, and their company."""
    found = [_parties_of(connection, entry["key"]) for entry in entries]
    with_whom = next((one.with_whom for one in reversed(found) if one.with_whom), ())
    for one in reversed(found):
        if one.owners and [owner.name or owner.written for owner in one.owners] == list(map(fold, names)):
            return _Parties(one.owners, with_whom)
    return _Parties(tuple(LogOwner(fold(name), fold(full_name(name, ""))) for name in names), with_whom)


def _parties_of(connection: sqlite3.Connection, finding: int) -> _Parties:
    rows = connection.execute(_PARTIES, (finding,)).fetchall()
    owners = tuple(
        LogOwner(
            fold(row["written"] or row["name"]),
            fold(row["name"] if row["known"] else full_name(row["name"], row["kind"] or "")),
            fold(row["organisation"] or ""),
            row["kind"] != "unknown",
        )
        for row in rows
        if row["role"] == "owner"
    )
    return _Parties(owners, tuple(fold(row["name"]) for row in rows if row["role"] == "with"))


def _flags(first: sqlite3.Row, action: LoggedAction, parties: _Parties) -> tuple[str, ...]:
    """The flags of the first record, without those that a later one has settled."""
    owned = bool(parties.owners) and all(owner.clear for owner in parties.owners)
    settled = {Flag.NO_DUE_DATE} if action.due else set()
    settled |= _UNOWNED if owned else set()
    return tuple(flag for flag in json.loads(first["flags"]) if flag not in settled)


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
