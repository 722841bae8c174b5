"""Where a finding or a sentence stands: its meeting, its agenda item, its file."""

from __future__ import annotations

import sqlite3
from pathlib import PurePath
from typing import Any

# For meetings `m`, with `b` of `meeting_bodies`; of several files with the same bytes, the first by path.
MEETING_COLUMNS = (
    "m.id AS meeting, b.body AS body, m.date AS date, t.part AS part, "
    "(SELECT path FROM files WHERE files.document = m.document ORDER BY missing, path LIMIT 1) AS path"
)
MEETING_TABLES = (
    "JOIN meetings m ON m.key = {meeting} JOIN meeting_bodies b ON b.meeting = m.key JOIN texts t ON t.key = m.text"
)


def item_of(row: sqlite3.Row) -> str | None:
    """The agenda item with its number, from columns `item_number` and `item_title`."""
    if row["item_title"] is None:
        return None
    return " ".join(filter(None, (row["item_number"], row["item_title"])))


def file_of(row: sqlite3.Row) -> str | None:
    """The path of the file, with the name of the document within it, from columns `path` and `part`."""
    return f"{row['path']}!{row['part']}" if row["part"] else row["path"]


def evidence(row: sqlite3.Row) -> dict[str, Any]:
    """What lets a reader find the words in the file; offsets are characters of the file's text."""
    source = row["part"] or PurePath(row["path"] or "").name
    if row["page"] is not None:
        source += f", page {row['page']}"
    return {"file": file_of(row), "page": row["page"], "start": row["start"], "end": row["end"], "source": source}
