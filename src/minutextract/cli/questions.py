"""Questions to a store: `decisions`, `praise`, `insights`, `search` and `audit`."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from minutextract.cli.messages import set_up_logging
from minutextract.cli.options import Output, Verbose, argument, option
from minutextract.cli.output import write_result
from minutextract.cli.views import AliasFile, Format, PersonOption, SeriesOption, Since, Store, Until
from minutextract.questions.filters import Filters
from minutextract.views.table import ViewFormat, written

if TYPE_CHECKING:
    from minutextract.views.table import View

# A table for reading ends here unless told otherwise; files for other programs have everything.
_PAGE = 100


class Kind(StrEnum):
    """The kinds of findings."""

    ACTION = "action"
    UPDATE = "update"
    DECISION = "decision"
    PRAISE = "praise"
    INSIGHT = "insight"


_Item = Annotated[str | None, option("--item", "WORDS", "Under an agenda item with these words in its title.")]
_Flag = Annotated[str | None, option("--flag", "FLAG", "With this flag: uncertain-label, unknown-initials …")]
_MinScore = Annotated[float | None, option("--min-score", "SCORE", "With this score of the classifier at least.")]
_Limit = Annotated[
    int | None,
    option("--limit", "N", f"At most so many; 0 for all. Tables end after {_PAGE} if not given, other formats do not."),
]
_Query = Annotated[list[str], argument("QUERY", 'Words; "several words" in quotation marks stand together; begin*.')]
_OfKind = Annotated[Kind | None, typer.Option("--kind", help="Only sentences with a finding of this kind.")]
_List = Annotated[str | None, option("--list", "KIND", "The lines that one check finds, instead of the counts.")]


def decisions_cli(
    store: Store,
    series: SeriesOption = None,
    person: PersonOption = None,
    since: Since = None,
    until: Until = None,
    item: _Item = None,
    flag: _Flag = None,
    min_score: _MinScore = None,
    limit: _Limit = None,
    format: Format = ViewFormat.TABLE,
    output: Output = None,
    aliases: AliasFile = None,
    verbose: Verbose = False,
) -> None:
    """List what was decided in an archive, newest first, with movers, votes and the words that say so."""
    from minutextract.questions.findings import decisions

    set_up_logging(verbose=verbose)
    filters = Filters(series, person, since, until, item, flag, min_score)
    _show(decisions, store, filters, limit=limit, format=format, output=output, aliases=aliases)


def praise_cli(
    store: Store,
    series: SeriesOption = None,
    person: PersonOption = None,
    since: Since = None,
    until: Until = None,
    item: _Item = None,
    flag: _Flag = None,
    min_score: _MinScore = None,
    limit: _Limit = None,
    format: Format = ViewFormat.TABLE,
    output: Output = None,
    aliases: AliasFile = None,
    verbose: Verbose = False,
) -> None:
    """List who thanked whom for what in an archive, newest first."""
    from minutextract.questions.findings import praise

    set_up_logging(verbose=verbose)
    filters = Filters(series, person, since, until, item, flag, min_score)
    _show(praise, store, filters, limit=limit, format=format, output=output, aliases=aliases)


def insights_cli(
    store: Store,
    series: SeriesOption = None,
    person: PersonOption = None,
    since: Since = None,
    until: Until = None,
    item: _Item = None,
    flag: _Flag = None,
    min_score: _MinScore = None,
    limit: _Limit = None,
    format: Format = ViewFormat.TABLE,
    output: Output = None,
    aliases: AliasFile = None,
    verbose: Verbose = False,
) -> None:
    """List what was learned in an archive, newest first, with the speaker where one is known."""
    from minutextract.questions.findings import insights

    set_up_logging(verbose=verbose)
    filters = Filters(series, person, since, until, item, flag, min_score)
    _show(insights, store, filters, limit=limit, format=format, output=output, aliases=aliases)


def search_cli(
    query: _Query,
    store: Store,
    kind: _OfKind = None,
    series: SeriesOption = None,
    since: Since = None,
    until: Until = None,
    limit: _Limit = None,
    format: Format = ViewFormat.TABLE,
    output: Output = None,
    aliases: AliasFile = None,
    verbose: Verbose = False,
) -> None:
    """Search every sentence of an archive, newest first; all words have to occur, hits are marked «so»."""
    from minutextract.questions.search import search

    def ask(connection: sqlite3.Connection, filters: Filters, most: int | None) -> View:
        return search(connection, " ".join(query), filters, most, kind=kind)

    set_up_logging(verbose=verbose)
    filters = Filters(series, since=since, until=until)
    _show(ask, store, filters, limit=limit, format=format, output=output, aliases=aliases)


def audit_cli(
    store: Store,
    kind: _List = None,
    series: SeriesOption = None,
    since: Since = None,
    until: Until = None,
    limit: _Limit = None,
    format: Format = ViewFormat.TABLE,
    output: Output = None,
    aliases: AliasFile = None,
    verbose: Verbose = False,
) -> None:
    """Count what the minutes leave open, for each body and year: owners, dates, movers, attendance."""
    from minutextract.questions.audit import audit, audit_lines

    def ask(connection: sqlite3.Connection, filters: Filters, most: int | None) -> View:
        return audit_lines(connection, kind, filters, most) if kind else audit(connection, filters)

    set_up_logging(verbose=verbose)
    filters = Filters(series, since=since, until=until)
    _show(ask, store, filters, limit=limit, format=format, output=output, aliases=aliases)


def _show(
    ask: Callable[[sqlite3.Connection, Filters, int | None], View],
    store: Path,
    filters: Filters,
    *,
    limit: int | None,
    format: ViewFormat,
    output: Path | None,
    aliases: Path | None,
) -> None:
    """Ask a store, and write the answer to stdout or a file; a cut table says so on stderr.

    Raises:
        UsageError: a filter names what is not there.
        StoreError: the store cannot be opened.
        OutputError: the answer cannot be written.
    """
    from minutextract.history.opening import open_settled

    most = limit if limit is not None else _PAGE if format is ViewFormat.TABLE else 0
    with open_settled(store, aliases) as connection:
        view = ask(connection, filters, most + 1 if most > 0 else None)
    cut = 0 < most < len(view.rows)
    write_result(written(replace(view, rows=view.rows[:most]) if cut else view, format), output)
    if cut:
        print(f"minutextract: there are more than {most}: narrow it down, or give --limit 0 for all.", file=sys.stderr)
