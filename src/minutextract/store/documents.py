"""Writing what was found in a document: all of it in the caller's transaction, in place of what was there."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from minutextract.document import Document
from minutextract.record import Record
from minutextract.serialize import record_json

if TYPE_CHECKING:
    from minutextract.schema import FindingJson, OwnerJson, PartyJson, RecordJson

# What every kind of finding has a column for; the rest goes into `detail`.
_COLUMNS = frozenset(
    (
        "id quote start end page item sentence score flags text ref status due owners with by to moved_by seconded_by"
    ).split()
)
_KINDS = {"actions": "action", "updates": "update", "decisions": "decision", "praise": "praise", "insights": "insight"}
_ROLES = {
    "owners": "owner",
    "with": "with",
    "by": "by",
    "to": "to",
    "moved_by": "mover",
    "seconded_by": "seconder",
}


def put_records(connection: sqlite3.Connection, document: str, records: Sequence[Record]) -> None:
    """Write the records of a document; what an earlier run wrote of it goes.

    Args:
        connection: in a transaction.
        document: SHA-256 of the file.
        records: one for each meeting in it.
    """
    remove_records(connection, document)
    texts: dict[str, tuple[int, str]] = {}
    for record in records:
        path = record.document.source.path
        if path not in texts:
            texts[path] = _put_text(connection, document, record.document, {part for _, part in texts.values()})
        _put_record(connection, document, *texts[path], record)


def _put_text(connection: sqlite3.Connection, document: str, read: Document, taken: Collection[str]) -> tuple[int, str]:
    # A message whose name does not end as messages' names do tells its attachments apart by their whole names.
    part = read.source.part if read.source.part not in taken else PurePath(read.source.path).name
    values = {
        "document": document,
        "part": part,
        "sha256": hashlib.sha256(read.text.encode("utf-8", "surrogatepass")).hexdigest(),
        "text": read.text,
    }
    return _insert(connection, "texts", values), part


def remove_records(connection: sqlite3.Connection, document: str) -> None:
    """Take everything out that was found in a document."""
    connection.execute("DELETE FROM meetings WHERE document = ?", (document,))
    connection.execute("DELETE FROM texts WHERE document = ?", (document,))


def _put_record(connection: sqlite3.Connection, document: str, text: int, part: str, record: Record) -> None:
    found = record_json(record)
    meeting = _put_meeting(connection, document, text, part, record, found)
    _put_frame(connection, meeting, found)
    connection.executemany(
        'INSERT INTO sentences (meeting, local, item, "start", "end", text, labels) VALUES (?, ?, ?, ?, ?, ?, ?)',
        (
            (meeting, one["id"], one["item"], one["start"], one["end"], one["text"], json.dumps(one["labels"]))
            for one in found["sentences"]
        ),
    )
    for several, kind in _KINDS.items():
        for finding in found[several]:  # type: ignore[literal-required]
            _put_finding(connection, meeting, kind, finding)


def _put_meeting(
    connection: sqlite3.Connection, document: str, text: int, part: str, record: Record, found: RecordJson
) -> int:
    meeting = found["meeting"]
    extent = record.document.extent
    named = f"{document}:{part}:{extent.start}:{extent.end}"
    return _insert(
        connection,
        "meetings",
        {
            "id": hashlib.sha256(named.encode("utf-8", "surrogatepass")).hexdigest()[:12],
            "document": document,
            "text": text,
            "body": meeting["body"],
            "title": meeting["title"],
            "date": meeting["date"],
            "starts": meeting["start"],
            "ends": meeting["end"],
            "place": meeting["place"],
            "next_meeting": meeting["next_meeting"],
            "status": meeting["status"],
            "warnings": json.dumps(found["warnings"], ensure_ascii=False),
        },
    )


def _put_frame(connection: sqlite3.Connection, meeting: int, found: RecordJson) -> None:
    for person in found["meeting"]["people"]:
        _insert(
            connection,
            "attendees",
            {
                "meeting": meeting,
                "local": person["id"],
                "name": person["name"],
                "initials": json.dumps(person["initials"], ensure_ascii=False),
                "honorifics": json.dumps(person["honorifics"], ensure_ascii=False),
                "post": person["post"],
                "organisation": person["organisation"],
                "attendance": person["attendance"],
                "deputising_for": person["deputising_for"],
                "start": person["start"],
                "end": person["end"],
            },
        )
    connection.executemany(
        "INSERT INTO items (meeting, local, number, title) VALUES (?, ?, ?, ?)",
        ((meeting, item["id"], item["number"], item["title"]) for item in found["meeting"]["items"]),
    )


def _put_finding(connection: sqlite3.Connection, meeting: int, kind: str, finding: FindingJson) -> None:
    values: Mapping[str, Any] = finding
    due = values.get("due") or {}
    key = _insert(
        connection,
        "findings",
        {
            "id": finding["id"],
            "kind": kind,
            "meeting": meeting,
            "sentence": finding["sentence"],
            "item": finding["item"],
            "text": values.get("text") or finding["quote"],
            "quote": finding["quote"],
            "start": finding["start"],
            "end": finding["end"],
            "page": finding["page"],
            "score": finding["score"],
            "flags": json.dumps(finding["flags"]),
            "ref": values.get("ref"),
            "status": values.get("status"),
            "due_text": due.get("text"),
            "due_date": due.get("date"),
            "due_event": due.get("event"),
            "detail": json.dumps({name: values[name] for name in values if name not in _COLUMNS}, ensure_ascii=False),
        },
    )
    for several, role in _ROLES.items():
        _put_parties(connection, key, role, values.get(several) or ())


def _put_parties(
    connection: sqlite3.Connection, finding: int, role: str, parties: Iterable[OwnerJson | PartyJson]
) -> None:
    connection.executemany(
        "INSERT INTO parties (finding, role, place, name, written, kind, how, attendee, unit) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                finding,
                role,
                n,
                one["name"],
                one.get("text"),
                one.get("kind"),
                one.get("how"),
                one["person"],
                one["unit"],
            )
            for n, one in enumerate(parties)
        ),
    )


def _insert(connection: sqlite3.Connection, table: str, values: Mapping[str, object]) -> int:
    """Insert a row; table and column names are ours, never a document's."""
    names = ", ".join(f'"{name}"' for name in values)
    marks = ", ".join("?" * len(values))
    cursor = connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(values.values()))
    key = cursor.lastrowid
    assert key is not None
    return key
