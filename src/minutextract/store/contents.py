"""What a store says, in an order of its own: two stores of one archive are equal, however each came about."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

# Without keys, which depend on the order of writing, and without claims and times, which are of a run.
_QUESTIONS = {
    "documents": "SELECT sha256, media_type, size, state, code, cause, remedy, made_by FROM documents",
    "files": "SELECT path, document, size, missing FROM files",
    "texts": "SELECT document, part, sha256, text FROM texts",
    "meetings": "SELECT m.id, m.document, t.part, m.body, m.title, m.date, m.starts, m.ends, m.place, m.next_meeting, "
    "m.status, m.warnings FROM meetings m JOIN texts t ON t.key = m.text",
    "attendees": "SELECT m.id, a.local, a.name, a.initials, a.honorifics, a.post, a.organisation, a.attendance, "
    'a.deputising_for, a."start", a."end" FROM attendees a JOIN meetings m ON m.key = a.meeting',
    "items": "SELECT m.id, i.local, i.number, i.title FROM items i JOIN meetings m ON m.key = i.meeting",
    "sentences": 'SELECT m.id, s.local, s.item, s."start", s."end", s.text, s.labels '
    "FROM sentences s JOIN meetings m ON m.key = s.meeting",
    "findings": "SELECT m.id, f.id, f.kind, f.sentence, f.item, f.text, f.quote, "
    'f."start", f."end", f.page, f.score, f.flags, f.ref, f.status, f.due_text, f.due_date, f.due_event, f.detail '
    "FROM findings f JOIN meetings m ON m.key = f.meeting",
    "parties": "SELECT m.id, f.id, p.role, p.place, p.name, p.written, p.kind, p.how, p.attendee, p.unit "
    "FROM parties p JOIN findings f ON f.key = p.finding JOIN meetings m ON m.key = f.meeting",
}


def contents(connection: sqlite3.Connection) -> Iterator[tuple[str, tuple[object, ...]]]:
    """Every row of documents and findings, as the name of its table and its values; sorted within each table."""
    for table, question in _QUESTIONS.items():
        columns = question.split(" FROM ")[0].count(",") + 1
        order = ", ".join(str(n + 1) for n in range(columns))
        for row in connection.execute(f"{question} ORDER BY {order}"):
            yield table, tuple(row)
