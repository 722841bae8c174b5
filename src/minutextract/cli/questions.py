"""Questions to a store: `decisions`, `praise`, `insights`, `search` and `audit`."""

from __future__ import annotations

import sqlite3
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from minutextract.cli.messages import set_up_logging
from minutextract.cli.options import Output, Verbose, argument, option
from minutextract.cli.views import (
    AliasFile,
    Format,
    Limit,
    Offset,
    PersonOption,
    SeriesOption,
    Since,
    Store,
    Until,
    show,
)
from minutextract.questions.filters import Filters
from minutextract.views.table import ViewFormat

if TYPE_CHECKING:
    from minutextract.views.table import View


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
    limit: Limit = None,
    offset: Offset = 0,
    format: Format = ViewFormat.TABLE,
    output: Output = None,
    aliases: AliasFile = None,
    verbose: Verbose = False,
) -> None:
    """List what was decided in an archive, newest first, with movers, votes and the words that say so."""
    from minutextract.questions.findings import decisions

    set_up_logging(verbose=verbose)
    filters = Filters(series, person, since, until, item, flag, min_score)
    show(decisions, store, filters, page=(limit, offset), format=format, output=output, aliases=aliases)


def praise_cli(
    store: Store,
    series: SeriesOption = None,
    person: PersonOption = None,
    since: Since = None,
    until: Until = None,
    item: _Item = None,
    flag: _Flag = None,
    min_score: _MinScore = None,
    limit: Limit = None,
    offset: Offset = 0,
    format: Format = ViewFormat.TABLE,
    output: Output = None,
    aliases: AliasFile = None,
    verbose: Verbose = False,
) -> None:
    """List who thanked whom for what in an archive, newest first."""
    from minutextract.questions.findings import praise

    set_up_logging(verbose=verbose)
    filters = Filters(series, person, since, until, item, flag, min_score)
    show(praise, store, filters, page=(limit, offset), format=format, output=output, aliases=aliases)


def insights_cli(
    store: Store,
    series: SeriesOption = None,
    person: PersonOption = None,
    since: Since = None,
    until: Until = None,
    item: _Item = None,
    flag: _Flag = None,
    min_score: _MinScore = None,
    limit: Limit = None,
    offset: Offset = 0,
    format: Format = ViewFormat.TABLE,
    output: Output = None,
    aliases: AliasFile = None,
    verbose: Verbose = False,
) -> None:
    """List what was learned in an archive, newest first, with the speaker where one is known."""
    from minutextract.questions.findings import insights

    set_up_logging(verbose=verbose)
    filters = Filters(series, person, since, until, item, flag, min_score)
    show(insights, store, filters, page=(limit, offset), format=format, output=output, aliases=aliases)


def search_cli(
    query: _Query,
    store: Store,
    kind: _OfKind = None,
    series: SeriesOption = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = None,
    offset: Offset = 0,
    format: Format = ViewFormat.TABLE,
    output: Output = None,
    aliases: AliasFile = None,
    verbose: Verbose = False,
) -> None:
    """Search every sentence of an archive, newest first; all words have to occur, hits are marked «so»."""
    from minutextract.questions.search import search

    def ask(connection: sqlite3.Connection, filters: Filters, limit: int | None, offset: int) -> View:
        return search(connection, " ".join(query), filters, limit, offset, kind=kind)

    set_up_logging(verbose=verbose)
    filters = Filters(series, since=since, until=until)
    show(ask, store, filters, page=(limit, offset), format=format, output=output, aliases=aliases)


def audit_cli(
    store: Store,
    kind: _List = None,
    series: SeriesOption = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = None,
    offset: Offset = 0,
    format: Format = ViewFormat.TABLE,
    output: Output = None,
    aliases: AliasFile = None,
    verbose: Verbose = False,
) -> None:
    """Count what the minutes leave open, for each body and year: owners, dates, movers, attendance."""
    from minutextract.questions.audit import audit, audit_lines

    def ask(connection: sqlite3.Connection, filters: Filters, limit: int | None, offset: int) -> View:
        if kind:
            return audit_lines(connection, kind, filters, limit, offset)
        return audit(connection, filters, limit, offset)

    set_up_logging(verbose=verbose)
    filters = Filters(series, since=since, until=until)
    show(ask, store, filters, page=(limit, offset), format=format, output=output, aliases=aliases)
