"""`minutextract actions`: the living action log of a store."""

from __future__ import annotations

import sys
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from minutextract.actionlog.dated import IcsKind, left_out
from minutextract.cli.messages import set_up_logging
from minutextract.cli.options import IcsAs, Output, Verbose, option
from minutextract.cli.output import write_result
from minutextract.cli.views import AliasFile, Limit, Offset, Page, Since, Store, Until, most_of, tell_cut
from minutextract.errors import UsageError
from minutextract.history.log_query import LogFilter, LoggedAction, LogStatus, find_actions
from minutextract.views.filters import Filter
from minutextract.views.table import ViewFormat

if TYPE_CHECKING:
    from minutextract.actionlog.row import ActionLog


class LogFormat(StrEnum):
    """The formats of the log: those of every view, and calendar files."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"
    ICS = "ics"
    MD = "md"


_Owner = Annotated[str | None, option("--owner", "NAME", "A part of an owner's name.")]
_Body = Annotated[str | None, typer.Option("--body", "--series", metavar="NAME", help="A part of the body's name.")]
_Status = Annotated[list[LogStatus] | None, typer.Option("--status", help="How it stands; may be given several times.")]
_DueBefore = Annotated[str | None, option("--due-before", "DATE", "Due on an earlier day.")]
_OverdueAt = Annotated[str | None, option("--overdue-at", "DATE", "Open on that day though it was due before.")]
_Silent = Annotated[int | None, option("--silent-for", "N", "Open, and not heard of for N meetings.")]
_History = Annotated[bool, typer.Option("--history", help="With all that is said of each, and links to confirm.")]
_Format = Annotated[LogFormat, typer.Option("--format", help="csv and xlsx are the action log, ics its dated actions.")]


def actions_cli(
    store: Store,
    owner: _Owner = None,
    body: _Body = None,
    status: _Status = None,
    due_before: _DueBefore = None,
    overdue_at: _OverdueAt = None,
    silent_for: _Silent = None,
    since: Since = None,
    until: Until = None,
    history: _History = False,
    limit: Limit = None,
    offset: Offset = 0,
    format: _Format = LogFormat.TABLE,
    ics_as: IcsAs = IcsKind.TODOS,
    output: Output = None,
    aliases: AliasFile = None,
    verbose: Verbose = False,
) -> None:
    """List the actions of an archive, each with how it stands now; --since and --until go by the first record."""
    set_up_logging(verbose=verbose)
    period = Filter(since=since, until=until)
    wanted = LogFilter(
        owner=owner,
        series=body,
        status=tuple(status or ()),
        due_before=_day(due_before),
        at=_day(overdue_at),
        silent_for=silent_for,
        since=period.first_day,
        until=period.last_day,
    )
    page = most_of((limit, offset), table=format is LogFormat.TABLE), offset
    found, log, cut = _asked(store, wanted, aliases, page, history=history or format is LogFormat.JSON)
    content = _written(found, log, format, ics_as)
    if format is LogFormat.ICS:
        write_calendar(content, log, ics_as, output)
    else:
        write_result(content, output)
    tell_cut(page[0], len(found) + cut)


def write_calendar(content: str | bytes, log: ActionLog, kind: IcsKind, output: Path | None) -> None:
    """Write a calendar file, if there is anything in it, and say on stderr how many actions it does not have."""
    if content:
        write_result(content, output)
    said = str(left_out(log, kind)) or ("" if content else "there is no action")
    if said:
        print(f"minutextract: {said}{'' if content else '; no such file is written'}.", file=sys.stderr)


def _asked(
    store: Path, wanted: LogFilter, aliases: Path | None, page: Page, *, history: bool
) -> tuple[list[LoggedAction], ActionLog, bool]:
    """A page of actions, the same as a log, and whether there are more behind it."""
    from minutextract.actionlog.from_store import log_of_store
    from minutextract.history.opening import open_settled

    day = wanted.at or date.today()
    with open_settled(store, aliases) as connection:
        most, offset = page
        asked = None if most is None else most + 1
        several = find_actions(connection, wanted, history=history, today=day, limit=asked, offset=offset)
        found = several[:most]
        return found, log_of_store(connection, found, day), len(several) > len(found)


def _written(found: list[LoggedAction], log: ActionLog, format: LogFormat, ics_as: IcsKind) -> str | bytes:
    if format is LogFormat.CSV:
        from minutextract.actionlog.table import log_csv

        return log_csv(log)
    if format is LogFormat.XLSX:
        from minutextract.actionlog.workbook import log_xlsx

        return log_xlsx(log)
    if format is LogFormat.ICS:
        from minutextract.actionlog.tasks import log_ics

        return log_ics(log, ics_as)
    from minutextract.actionlog.view import log_json, log_table

    return log_json(found, log) if format is LogFormat.JSON else log_table(found, log, ViewFormat(format.value))


def _day(written: str | None) -> date | None:
    if written is None:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise UsageError(f"{written} is no date", "Write it as 2026-03-31.") from error
