"""A meeting of a store as a part of the page; a store keeps no blocks, so its text is shown by lines."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from pathlib import PurePath
from typing import Any

from minutextract.document import CELL_SEPARATOR, Block, BlockKind, Span
from minutextract.questions.evidence import file_of, item_of
from minutextract.questions.findings import rows_of
from minutextract.record import Flag
from minutextract.render.wording import capitalised, clip, fold, joined, long_date, sentence
from minutextract.report.content import NAMES, Entry, EntryGroup, EntrySection, Found, Kind, MeetingPart
from minutextract.report.findings import summed_up
from minutextract.report.pieces import paragraphs

_MEETING = (
    "SELECT m.key, m.id, m.date, m.title, m.place, m.status, m.next_meeting, m.warnings, m.document, "
    "m.text AS text_key, b.body, t.text, t.part, "
    "(SELECT path FROM files WHERE files.document = m.document ORDER BY missing, path LIMIT 1) AS path "
    "FROM meetings m JOIN meeting_bodies b ON b.meeting = m.key JOIN texts t ON t.key = m.text WHERE m.key = ?"
)
_HEADINGS = {
    Kind.ACTION: "Actions",
    Kind.UPDATE: "Earlier actions",
    Kind.DECISION: "Decisions",
    Kind.PRAISE: "Thanks and recognition",
    Kind.INSIGHT: "Key points",
}
# A heading may have a number before the item's title, and little else.
_BESIDE_TITLE = 12


def stored_part(connection: sqlite3.Connection, key: int, number: int) -> MeetingPart:
    """The part of the page for a meeting, by its key; `number` is that of the meeting in the page, from 1."""
    row = connection.execute(_MEETING, (key,)).fetchone()
    anchor = f"m{number}"
    found = found_in(connection, key, anchor)
    items = connection.execute("SELECT local, number, title FROM items WHERE meeting = ?", (key,)).fetchall()
    return MeetingPart(
        anchor=anchor,
        title=title_of(row["body"] or row["title"], row["date"], row["path"]),
        facts=tuple(_facts(connection, row)),
        sections=tuple(_section(kind, found) for kind in Kind if kind is not Kind.UPDATE or _has(kind, found)),
        more=(),
        checks=tuple(sentence(fold(warning)) for warning in json.loads(row["warnings"])),
        paragraphs=paragraphs(row["text"], _lines(connection, row, [item["title"] for item in items]), found, ()),
        found=found,
        items=tuple((f"{anchor}-{one['local']}", clip(fold(item_title(one)), 80)) for one in items),
        named=(),
        source=(
            f"From {fold(PurePath(file_of(row) or '').name)} (sha256 {row['document'][:12]}) as the store has it; "
            "not a substitute for the approved minutes."
        ),
    )


def title_of(name: str | None, day: str | None, path: str | None) -> str:
    """A meeting's body and date, as far as they are known."""
    return ", ".join(filter(None, (fold(name or "") or fold(PurePath(path or "").stem) or "Minutes", day)))


def item_title(row: sqlite3.Row) -> str:
    """An agenda item with its number."""
    return " ".join(filter(None, (row["number"], row["title"])))


def found_in(connection: sqlite3.Connection, meeting: int, anchor: str) -> tuple[Found, ...]:
    """Every finding of a meeting, in the order of the text."""
    keys = [key for (key,) in connection.execute(
        'SELECT key FROM findings WHERE meeting = ? ORDER BY "start", "end" DESC, id', (meeting,)
    )]  # fmt: skip
    locals_ = dict(connection.execute("SELECT key, item FROM findings WHERE meeting = ?", (meeting,)).fetchall())
    numbers: Counter[Kind] = Counter()
    found: list[Found] = []
    for row, parties in rows_of(connection, keys):
        kind = Kind(row["kind"])
        numbers[kind] += 1
        detail = json.loads(row["detail"])
        text, who, note = _told(kind, row, detail, parties)
        local = locals_[row["key"]]
        found.append(
            Found(
                anchor=f"{anchor}-{row['id']}",
                tag=f"{NAMES[kind][1]}{numbers[kind]}",
                kind=kind,
                id=row["id"],
                span=Span(row["start"], row["end"]),
                quote=fold(row["quote"]),
                text=text,
                people=tuple(dict.fromkeys(fold(name) for names in parties.values() for name in names)),
                item=f"{anchor}-{local}" if local else "",
                flags=flags_of(row["flags"]),
                place=f"characters {row['start']} to {row['end']}" if row["page"] is None else f"page {row['page']}",
                who=who,
                note="; ".join(filter(None, (note, clip(fold(item_of(row) or ""), 40)))),
                repeats=tuple(Span(one["start"], one["end"]) for one in detail.get("repeats", ())),
            )
        )
    return tuple(found)


def flags_of(stored: str) -> tuple[Flag, ...]:
    """The flags of a row; those of another version are left out."""
    return tuple(Flag(name) for name in json.loads(stored) if name in frozenset(Flag))


def _told(
    kind: Kind, row: sqlite3.Row, detail: Mapping[str, Any], parties: Mapping[str, Sequence[str]]
) -> tuple[str, str, str]:
    """What a finding says, of whom, and what else belongs to it."""
    text = fold(row["text"])
    names = {role: joined(map(fold, names)) for role, names in parties.items()}
    match kind:
        case Kind.ACTION | Kind.UPDATE:
            status = (row["status"] or "").replace("-", " ")
            due = long_day(row["due_date"]) or fold(row["due_event"] or row["due_text"] or "").replace("-", " ")
            known = (status if status != "open" else "", f"due: {due}" if due else "")
            return text, names.get("owner", "") or "Owner not clear", "; ".join(filter(None, known))
        case Kind.DECISION:
            vote = fold((detail.get("vote") or {}).get("text") or "")
            return text, names.get("mover", ""), "; ".join(filter(None, (detail.get("outcome"), vote)))
        case Kind.PRAISE:
            to, giver = names.get("to", ""), names.get("by", "")
            said = fold(detail.get("for") or "") or fold(row["quote"])
            return f"{to}: {said}" if to else said, f"From {giver}" if giver else "Giver not named", ""
        case Kind.INSIGHT:
            return text, names.get("by", ""), detail.get("kind") or ""


def long_day(day: str | None) -> str:
    """A day in ISO form as a letter has it; "" if there is none."""
    return long_date(date.fromisoformat(day)) if day else ""


def _has(kind: Kind, found: Sequence[Found]) -> bool:
    return any(one.kind is kind for one in found)


def _section(kind: Kind, found: Sequence[Found]) -> EntrySection:
    own = [one for one in found if one.kind is kind]
    if not own:
        return EntrySection(_HEADINGS[kind], (), "none recorded")
    grouped: dict[str, list[Entry]] = {}
    for one in own:
        heading = "" if kind in (Kind.INSIGHT, Kind.DECISION) else one.who
        text = summed_up(one) if not heading else one.text
        grouped.setdefault(heading, []).append(Entry(capitalised(clip(text, 400)), one.note, one, target=True))
    groups = tuple(EntryGroup(heading, tuple(entries)) for heading, entries in grouped.items())
    return EntrySection(f"{_HEADINGS[kind]} ({len(own)})", groups)


def _facts(connection: sqlite3.Connection, row: sqlite3.Row) -> Iterator[tuple[str, str]]:
    for label, column in (("Title", "title"), ("Status", "status"), ("Place", "place")):
        if row[column] and row[column] != row["body"]:
            yield label, fold(row[column])
    yield "Date", long_day(row["date"]) or "not recorded"
    told = {"chair": "Chair", "present": "Present", "in-attendance": "In attendance", "apologies": "Apologies"}
    for attendance, label in told.items():
        names = [fold(name) for (name,) in connection.execute(
            "SELECT name FROM attendees WHERE meeting = ? AND attendance = ? ORDER BY key", (row["key"], attendance)
        )]  # fmt: skip
        if names:
            yield f"{label} ({len(names)})", joined(names)
    if row["next_meeting"]:
        yield "Next meeting", fold(row["next_meeting"])


def _lines(connection: sqlite3.Connection, row: sqlite3.Row, titles: Sequence[str]) -> list[Block]:
    """The lines of a meeting's text as blocks: rows of tables, agenda items' titles, and paragraphs."""
    text: str = row["text"]
    extent = _extent(connection, row)
    headings = {fold(title).casefold() for title in titles}
    ends = [-1, *(at for at, character in enumerate(text) if character == "\n"), len(text)]
    blocks: list[Block] = []
    for before, end in pairwise(ends):
        span = Span(before + 1, end)
        line = fold(span.of(text))
        if not line or span.start < extent.start or span.end > extent.end:
            continue
        if CELL_SEPARATOR in span.of(text):
            follows = bool(blocks) and blocks[-1].kind is BlockKind.ROW and blocks[-1].span.end == before
            table = blocks[-1].table if follows else len(blocks)
            blocks.append(Block(BlockKind.ROW, span, span, cells=_cells(text, span), table=table))
            continue
        folded = line.casefold()
        is_title = any(folded.endswith(title) and len(line) <= len(title) + _BESIDE_TITLE for title in headings)
        blocks.append(Block(BlockKind.HEADING if is_title else BlockKind.PARAGRAPH, span, span, level=2))
    return blocks


def _cells(text: str, row: Span) -> tuple[Span, ...]:
    """The cells of a row as it stands in a document's text."""
    found, at = [], row.start
    for cell in row.of(text).split(CELL_SEPARATOR):
        found.append(Span(at, at + len(cell)))
        at += len(cell) + len(CELL_SEPARATOR)
    return tuple(found)


def _extent(connection: sqlite3.Connection, row: sqlite3.Row) -> Span:
    """Where a meeting's text begins and ends: all of it, unless other meetings stand in the same text."""
    extents = connection.execute(
        'SELECT s.meeting, min(s."start") AS first, max(s."end") AS last FROM sentences s JOIN meetings m '
        "ON m.key = s.meeting WHERE m.text = ? GROUP BY s.meeting ORDER BY first",
        (row["text_key"],),
    ).fetchall()
    before, end = 0, len(row["text"])
    if len(extents) > 1:
        for one in extents:
            if one["meeting"] == row["key"]:
                return Span(before, one["last"])
            before = one["last"]
    return Span(before, end)
