"""Views of a store: what they have in common, and `minutextract people` and `minutextract meetings`."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from minutextract.cli.messages import set_up_logging
from minutextract.cli.options import Output, Verbose, option
from minutextract.cli.output import write_result
from minutextract.views.filters import Filter
from minutextract.views.table import ViewFormat, written

if TYPE_CHECKING:
    from minutextract.views.table import View

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
Format = Annotated[ViewFormat, typer.Option("--format", help="json and csv have every column.")]


def people_cli(
    store: Store,
    series: SeriesOption = None,
    person: PersonOption = None,
    since: Since = None,
    until: Until = None,
    format: Format = ViewFormat.TABLE,
    output: Output = None,
    aliases: AliasFile = None,
    verbose: Verbose = False,
) -> None:
    """List everybody in an archive, over all spellings: posts, initials, attendance, actions, thanks."""
    from minutextract.views.people import people_view

    set_up_logging(verbose=verbose)
    show(people_view, store, Filter(series, person, since, until), format=format, output=output, aliases=aliases)


def meetings_cli(
    store: Store,
    series: SeriesOption = None,
    person: PersonOption = None,
    since: Since = None,
    until: Until = None,
    format: Format = ViewFormat.TABLE,
    output: Output = None,
    aliases: AliasFile = None,
    verbose: Verbose = False,
) -> None:
    """List the meetings of an archive, body by body, in order of time; --person keeps those that somebody attended."""
    from minutextract.views.meetings import meetings_view

    set_up_logging(verbose=verbose)
    show(meetings_view, store, Filter(series, person, since, until), format=format, output=output, aliases=aliases)


def show(
    view: Callable[[sqlite3.Connection, Filter], View],
    store: Path,
    limits: Filter,
    *,
    format: ViewFormat,
    output: Path | None = None,
    aliases: Path | None = None,
) -> None:
    """Write a view of a store to stdout or a file.

    Raises:
        UsageError: a filter names what is not there, or the alias file is not understood.
        StoreError: the store cannot be opened.
        OutputError: the result cannot be written.
    """
    from minutextract.history.opening import open_settled

    with open_settled(store, aliases) as connection:
        content = written(view(connection, limits), format)
    write_result(content, output)
