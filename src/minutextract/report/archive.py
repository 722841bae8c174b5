"""A store as a page: its figures, what is open, its findings as tables, and the newest meetings with their text."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from minutextract.history.log_query import LoggedAction
from minutextract.questions import findings as questions
from minutextract.questions.evidence import MEETING_COLUMNS, MEETING_TABLES, evidence
from minutextract.questions.filters import Filters, meeting_conditions
from minutextract.questions.names import marks
from minutextract.questions.selection import select_findings
from minutextract.record import Flag
from minutextract.render.wording import capitalised, clip, fold, joined
from minutextract.report import figures
from minutextract.report.charts import Chart
from minutextract.report.content import Kind, MeetingPart
from minutextract.report.stored import long_day, stored_part
from minutextract.views.filters import Filter

_OPEN = ("open", "in-progress", "carried")


@dataclass(frozen=True, slots=True)
class Bounds:
    """How large a page may grow: meetings with their text, characters of all texts, rows of a table."""

    texts: int = 12
    characters: int = 400_000
    rows: int = 1_000


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where words stand: in the page, if their meeting's text is there (`anchor`), and in which file."""

    anchor: str
    label: str
    quote: str
    source: str


@dataclass(frozen=True, slots=True)
class OpenAction:
    """A line of the list of what is open."""

    ref: str
    text: str
    owners: tuple[str, ...]
    due: str
    status: str
    opened: str
    heard_of: str
    silent_for: int
    series: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A line of a table of findings."""

    date: str
    body: str
    text: str
    who: str
    people: tuple[str, ...]
    flags: tuple[Flag, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class FoundTable:
    """The newest findings of a kind, and how many there are in all."""

    kind: Kind
    title: str
    who: str
    rows: tuple[FoundRow, ...]
    total: int


@dataclass(frozen=True, slots=True)
class ArchivePart:
    """What a page says of a store."""

    facts: tuple[tuple[str, str], ...]
    notices: tuple[str, ...]
    charts: tuple[Chart, ...]
    open_actions: tuple[OpenAction, ...]
    tables: tuple[FoundTable, ...]
    meetings: tuple[MeetingPart, ...]


def archive_part(connection: sqlite3.Connection, limits: Filter, bounds: Bounds, today: date) -> ArchivePart:
    """A store within the limits, as it stands on a day.

    Raises:
        UsageError: a filter names what is not there.
    """
    filters = Filters(limits.series, limits.person, limits.since, limits.until)
    keys = _meetings(connection, filters)
    shown = list(_with_text(connection, keys, bounds))
    parts = tuple(stored_part(connection, key, number) for number, key in enumerate(shown, start=1))
    places = {key: part.anchor for key, part in zip(shown, parts, strict=True)}
    actions = figures.actions_of(connection, limits, today)
    owners = figures.owners_of(connection)
    waiting = [row for row in actions if row.status in _OPEN]
    waiting.sort(key=lambda row: (not row.overdue, row.due or "9", row.opened or ""))
    tables = tuple(_tables(connection, filters, bounds, places))
    return ArchivePart(
        facts=tuple(_facts(connection, keys, actions, waiting, tables)),
        notices=tuple(_notices(len(keys), len(shown), len(waiting), tables, bounds)),
        charts=(
            figures.by_owner(actions, owners),
            figures.over_time(connection, actions),
            figures.recognition(connection, limits),
            figures.insight_kinds(connection, filters),
        ),
        open_actions=tuple(_open_actions(connection, waiting[: bounds.rows], owners, places)),
        tables=tables,
        meetings=parts,
    )


def _meetings(connection: sqlite3.Connection, filters: Filters) -> list[int]:
    """The keys of the meetings, newest first; with a person, of those in which something has to do with the person."""
    conditions, values = meeting_conditions(connection, filters)
    keys = [key for (key,) in connection.execute(
        "SELECT m.key FROM meetings m JOIN meeting_bodies b ON b.meeting = m.key "
        f"WHERE {' AND '.join(conditions) or '1'} ORDER BY m.date DESC, m.id", values
    )]  # fmt: skip
    if filters.person is None:
        return keys
    found = select_findings(connection, [kind.value for kind in Kind], filters, None)
    told = {meeting for key in found for (meeting,) in
            connection.execute("SELECT meeting FROM findings WHERE key = ?", (key,))}  # fmt: skip
    return [key for key in keys if key in told]


def _with_text(connection: sqlite3.Connection, keys: Sequence[int], bounds: Bounds) -> Iterator[int]:
    """The newest meetings whose texts there is room for."""
    room = bounds.characters
    for key in keys[: bounds.texts]:
        [length] = connection.execute(
            "SELECT length(t.text) FROM meetings m JOIN texts t ON t.key = m.text WHERE m.key = ?", (key,)
        ).fetchone()
        room -= length
        if room < 0:
            return
        yield key


def _notices(meetings: int, shown: int, waiting: int, tables: Sequence[FoundTable], bounds: Bounds) -> Iterator[str]:
    if shown < meetings:
        yield (
            f"The text of the newest {shown} of {meetings} meetings is in this page; of the others it has the "
            "findings, with the words that say so. Narrow it down with --body and --since, or give --texts, for more."
        )
    if waiting > bounds.rows:
        yield f"The list of open actions ends after {bounds.rows} of {waiting}."
    for table in tables:
        if len(table.rows) < table.total:
            yield f"“{table.title}” has the newest {len(table.rows)} of {table.total}."


def _facts(
    connection: sqlite3.Connection,
    keys: Sequence[int],
    actions: Sequence[LoggedAction],
    waiting: Sequence[LoggedAction],
    tables: Sequence[FoundTable],
) -> Iterator[tuple[str, str]]:
    days = [day for (day,) in connection.execute("SELECT date FROM meetings WHERE date IS NOT NULL ORDER BY date")]
    if len(keys) < 900:
        days = [day for (day,) in connection.execute(
            f"SELECT date FROM meetings WHERE key IN ({marks(keys)}) AND date IS NOT NULL ORDER BY date", keys
        )]  # fmt: skip
    span = f", {long_day(days[0])} to {long_day(days[-1])}" if days else ""
    yield "Meetings", f"{len(keys)}{span}"
    overdue = sum(row.overdue for row in waiting)
    yield "Actions", f"{len(actions)}, of them {len(waiting)} open, {overdue} of these overdue"
    for table in tables:
        yield table.title, str(table.total)


def _open_actions(
    connection: sqlite3.Connection,
    rows: Sequence[LoggedAction],
    owners: Mapping[str, Sequence[str]],
    places: Mapping[int, str],
) -> Iterator[OpenAction]:
    told: dict[str, list[sqlite3.Row]] = defaultdict(list)
    wanted = {row.id for row in rows}
    for entry in connection.execute(
        f'SELECT e.action, e.meeting AS meeting_key, f.id, f.quote, f.page, f."start", f."end", {MEETING_COLUMNS} '
        f"FROM log_entries e JOIN findings f ON f.key = e.finding {MEETING_TABLES.format(meeting='e.meeting')} "
        'ORDER BY m.date, f."start"'
    ):
        if entry["action"] in wanted:
            told[entry["action"]].append(entry)
    for row in rows:
        status = ", ".join(filter(None, (row.status.replace("-", " "), "overdue" if row.overdue else "")))
        yield OpenAction(
            ref=fold(row.ref),
            text=capitalised(clip(fold(row.text), 300)),
            owners=tuple(owners.get(row.id, ())),
            due=long_day(row.due) or fold(row.due_text or ""),
            status=status,
            opened=row.opened or "",
            heard_of=row.heard_of or "",
            silent_for=row.silent_for,
            series=fold(row.series or ""),
            evidence=tuple(_evidence(entry, places, entry["date"] or "undated") for entry in told[row.id]),
        )


def _evidence(row: Mapping[str, Any] | sqlite3.Row, places: Mapping[int, str], label: str) -> Evidence:
    part = places.get(row["meeting_key"])
    return Evidence(
        anchor=f"t-{part}-{row['id']}" if part else "",
        label=label,
        quote=clip(fold(row["quote"]), 400),
        source=f"{fold(evidence(row)['source'])}, characters {row['start']} to {row['end']}",  # type: ignore[arg-type]
    )


def _tables(
    connection: sqlite3.Connection, filters: Filters, bounds: Bounds, places: Mapping[int, str]
) -> Iterator[FoundTable]:
    for kind, title, ask, who in (
        (Kind.DECISION, "Decisions", questions.decisions, "Moved by"),
        (Kind.PRAISE, "Thanks and recognition", questions.praise, "From, to"),
        (Kind.INSIGHT, "Key points", questions.insights, "Made by"),
    ):
        total = len(select_findings(connection, [kind.value], filters, None))
        view = ask(connection, filters, bounds.rows)
        meetings = dict(connection.execute("SELECT id, key FROM meetings").fetchall())
        rows = (_row(kind, {**row, "meeting_key": meetings[row["meeting"]]}, places) for row in view.rows)
        yield FoundTable(kind, title, who, tuple(rows), total)


def _row(kind: Kind, row: Mapping[str, Any], places: Mapping[int, str]) -> FoundRow:
    by = [fold(name) for name in (row["moved_by"] if kind is Kind.DECISION else row["by"])]
    to = [fold(name) for name in row["to"]] if kind is Kind.PRAISE else []
    text = fold(row["for"] or row["quote"]) if kind is Kind.PRAISE else fold(row["text"])
    part = places.get(row["meeting_key"])
    proof = Evidence(
        f"t-{part}-{row['id']}" if part else "",
        "in the text",
        clip(fold(row["quote"]), 400),
        f"{fold(row['source'])}, characters {row['start']} to {row['end']}",
    )
    return FoundRow(
        date=row["date"] or "",
        body=fold(row["body"] or ""),
        text=capitalised(clip(text, 300)),
        who=" → ".join(filter(None, (joined(by), joined(to)))) if by or to else "",
        people=tuple(dict.fromkeys((*by, *to))),
        flags=tuple(Flag(name) for name in row["flags"] if name in frozenset(Flag)),
        evidence=proof,
    )
