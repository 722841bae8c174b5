"""`minutextract actions`: the living action log of a store."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from minutextract.cli.options import option
from minutextract.cli.output import write_result
from minutextract.errors import UsageError
from minutextract.history.log_query import LogFilter, LogRow, LogStatus, find_actions
from minutextract.store import open_store
from minutextract.store.settle import settle


class LogFormat(StrEnum):
    """The formats of the view."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MD = "md"


_Store = Annotated[Path, option("--store", "FILE", "The archive's store.")]
_Owner = Annotated[str | None, option("--owner", "NAME", "A part of an owner's name.")]
_Body = Annotated[str | None, typer.Option("--body", "--series", metavar="NAME", help="A part of the body's name.")]
_Status = Annotated[list[LogStatus] | None, typer.Option("--status", help="How it stands; may be given several times.")]
_DueBefore = Annotated[str | None, option("--due-before", "DATE", "Due on an earlier day.")]
_OverdueAt = Annotated[str | None, option("--overdue-at", "DATE", "Open on that day though it was due before.")]
_Silent = Annotated[int | None, option("--silent-for", "N", "Open, and not heard of for N meetings.")]
_Since = Annotated[str | None, option("--since", "DATE", "Recorded first on or after that day.")]
_Until = Annotated[str | None, option("--until", "DATE", "Recorded first on or before that day.")]
_History = Annotated[bool, typer.Option("--history", help="With all that is said of each, and links to confirm.")]
_Format = Annotated[LogFormat, typer.Option("--format", help="Of the result.")]


def actions_cli(
    store: _Store,
    owner: _Owner = None,
    body: _Body = None,
    status: _Status = None,
    due_before: _DueBefore = None,
    overdue_at: _OverdueAt = None,
    silent_for: _Silent = None,
    since: _Since = None,
    until: _Until = None,
    history: _History = False,
    format: _Format = LogFormat.TABLE,
) -> None:
    """List the actions of an archive, each with how it stands now."""
    wanted = LogFilter(
        owner=owner,
        series=body,
        status=tuple(status or ()),
        due_before=_day(due_before),
        at=_day(overdue_at),
        silent_for=silent_for,
        since=_day(since),
        until=_day(until),
    )
    actions(store, wanted, history=history, format=format)


def actions(store: Path, wanted: LogFilter, *, history: bool = False, format: LogFormat = LogFormat.TABLE) -> None:
    """Write the actions that a filter lets through to stdout.

    Raises:
        StoreError: there is no such store, or it cannot be read.
    """
    with open_store(store) as connection:
        settle(connection)
        rows = find_actions(connection, wanted, history=history or format is LogFormat.JSON)
    write_result(_WRITERS[format](rows), None)


def _day(written: str | None) -> date | None:
    if written is None:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise UsageError(f"{written} is no date", "Write it as 2026-03-31.") from error


_COLUMNS = ("ref", "status", "owners", "due", "opened", "heard_of", "text")


def _cells(row: LogRow) -> list[str]:
    status = f"{row.status}, overdue" if row.overdue else row.status
    due = row.due or row.due_text or ""
    text = " ".join(row.text.split())
    return [row.ref, status, ", ".join(row.owners), due, row.opened or "", row.heard_of or "", text]


def _said(row: LogRow) -> list[str]:
    """A line for each mention, and for each link that waits to be confirmed."""
    entries = [
        f"{one.date or 'undated'}  {one.status or 'mentioned'}: {' '.join(one.sentence.split())} ({one.reason})"
        for one in row.history
        if one.how != "with"
    ]
    return entries + [
        f"{one.date or 'undated'}  to confirm: {' '.join(one.sentence.split())} ({one.reason})" for one in row.proposals
    ]


def _as_json(rows: Sequence[LogRow]) -> str:
    return json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=2) + "\n"


def _as_csv(rows: Sequence[LogRow]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_COLUMNS)
    writer.writerows(_cells(row) for row in rows)
    return out.getvalue()


def _as_md(rows: Sequence[LogRow]) -> str:
    lines = [f"| {' | '.join(_COLUMNS)} |", f"|{' --- |' * len(_COLUMNS)}"]
    for row in rows:
        lines.append(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in _cells(row))} |")
    for row in rows:
        if said := _said(row):
            lines += ["", f"**{row.ref}**", "", *(f"- {line}" for line in said)]
    return "\n".join(lines) + "\n"


def _as_table(rows: Sequence[LogRow]) -> str:
    if not rows:
        return "No actions.\n"
    cells = [list(_COLUMNS), *(_cells(row) for row in rows)]
    widths = [max(len(line[at]) for line in cells) for at in range(len(_COLUMNS) - 1)]
    lines = []
    for row, line in zip([None, *rows], cells, strict=True):
        lines.append("  ".join([*(cell.ljust(width) for cell, width in zip(line, widths, strict=False)), line[-1]]))
        lines += [f"    {said}" for said in (_said(row) if row else [])]
    return "\n".join(lines) + "\n"


_WRITERS = {LogFormat.TABLE: _as_table, LogFormat.JSON: _as_json, LogFormat.CSV: _as_csv, LogFormat.MD: _as_md}
