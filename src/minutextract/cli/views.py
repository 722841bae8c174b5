"""Views of a store: what they have in common, and `minutextract people` and `minutextract meetings`."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from minutextract.cli.messages import set_up_logging
from minutextract.cli.options import Output, Verbose, option
from minutextract.cli.output import write_result
from minutextract.views.filters import Filter
from minutextract.views.table import ViewFormat, written

if TYPE_CHECKING:
    from minutextract.views.table import View

Limits = TypeVar("Limits")

Store = Annotated[Path, option("--store", "FILE", "The archive's store, made by `batch`.")]
AliasFile = Annotated[
    Path | None, option("--aliases", "FILE", "An alias file other than aliases.toml beside the store.")
]
SeriesOption = Annotated[
    str | None,
    typer.Option("--series", "--body", metavar="NAME", help="Of this body: its name, words of it, or its id."),
]
PersonOption = Annotated[str | None, option("--person", "NAME", "Of this person: a name in any spelling, or an id.")]
Since = Annotated[str | None, option("--since", "DATE", "From this day, month or year on: 2024-05-21, 2024-05, 2024.")]
Until = Annotated[str | None, option("--until", "DATE", "Up to this day, or to the end of this month or year.")]
# A table for reading ends here unless told otherwise; files for other programs have everything.
_PAGE = 100
Limit = Annotated[
    int | None,
    option("--limit", "N", f"At most so many; 0 for all. Tables end after {_PAGE} if not given, other formats do not."),
]
Offset = Annotated[int, typer.Option("--offset", metavar="N", min=0, help="Pass over so many before.")]
# What `--limit` and `--offset` say.
Page = tuple[int | None, int]
Format = Annotated[ViewFormat, typer.Option("--format", help="json and csv have every column.")]


def people_cli(
    store: Store,
    series: SeriesOption = None,
    person: PersonOption = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = None,
    offset: Offset = 0,
    format: Format = ViewFormat.TABLE,
    output: Output = None,
    aliases: AliasFile = None,
    verbose: Verbose = False,
) -> None:
    """List everybody in an archive, over all spellings: posts, initials, attendance, actions, thanks."""
    from minutextract.views.people import people_view

    set_up_logging(verbose=verbose)
    within, page = Filter(series, person, since, until), (limit, offset)
    show(people_view, store, within, page=page, format=format, output=output, aliases=aliases)


def meetings_cli(
    store: Store,
    series: SeriesOption = None,
    person: PersonOption = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = None,
    offset: Offset = 0,
    format: Format = ViewFormat.TABLE,
    output: Output = None,
    aliases: AliasFile = None,
    verbose: Verbose = False,
) -> None:
    """List the meetings of an archive, body by body, in order of time; --person keeps those that somebody attended."""
    from minutextract.views.meetings import meetings_view

    set_up_logging(verbose=verbose)
    within, page = Filter(series, person, since, until), (limit, offset)
    show(meetings_view, store, within, page=page, format=format, output=output, aliases=aliases)


def show(
    ask: Callable[[sqlite3.Connection, Limits, int | None, int], View],
    store: Path,
    limits: Limits,
    *,
    page: Page,
    format: ViewFormat,
    output: Path | None = None,
    aliases: Path | None = None,
) -> None:
    """Ask a store, and write the answer to stdout or a file; a cut table says so on stderr.

    Raises:
        UsageError: a filter names what is not there, or the alias file is not understood.
        StoreError: the store cannot be opened.
        OutputError: the result cannot be written.
    """
    from minutextract.history.opening import open_settled

    most = most_of(page, table=format is ViewFormat.TABLE)
    with open_settled(store, aliases) as connection:
        view = ask(connection, limits, None if most is None else most + 1, page[1])
    write_result(written(replace(view, rows=view.rows[:most]), format), output)
    tell_cut(most, len(view.rows))


def most_of(page: Page, *, table: bool) -> int | None:
    """How many rows are shown at most; None for all."""
    most = page[0] if page[0] is not None else _PAGE if table else 0
    return most if most > 0 else None


def tell_cut(most: int | None, found: int) -> None:
    """Say on stderr that there is more than what is shown."""
    if most is not None and found > most:
        print(f"minutextract: there are more than {most}: narrow it down, or give --limit 0 for all.", file=sys.stderr)
