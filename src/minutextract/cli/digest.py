"""`minutextract digest`: several meetings of a store in one summary."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from minutextract.cli.messages import set_up_logging
from minutextract.cli.options import Output, Verbose
from minutextract.cli.output import write_result
from minutextract.cli.views import AliasFile, SeriesOption, Since, Store, Until
from minutextract.errors import UsageError
from minutextract.questions.filters import Filters
from minutextract.render import Attribution, Length, SummaryFormat, SummaryOptions, write_summaries

_Format = Annotated[
    SummaryFormat, typer.Option("--format", help="All but json, csv, xlsx and ics; docx and pdf need --output.")
]
_Length = Annotated[Length, typer.Option("--length", help="How many key points of each meeting; full has all.")]
_Attribution = Annotated[Attribution, typer.Option("--attribution", help="How to name those who speak and act.")]
_Checks = Annotated[bool, typer.Option("--checks", help="With what to check before it goes round.")]


def digest_cli(
    store: Store,
    series: SeriesOption = None,
    since: Since = None,
    until: Until = None,
    length: _Length = Length.STANDARD,
    attribution: _Attribution = Attribution.NAMED,
    checks: _Checks = False,
    format: _Format = SummaryFormat.TEXT,
    output: Output = None,
    aliases: AliasFile = None,
    verbose: Verbose = False,
) -> None:
    """Summarise the meetings of a body or a period: decisions, open and ended actions, thanks, key points."""
    set_up_logging(verbose=verbose)
    options = SummaryOptions(length=length, attribution=attribution, checks=checks)
    write_digest(
        store, Filters(series, since=since, until=until), options, format=format, output=output, aliases=aliases
    )


def write_digest(
    store: Path,
    filters: Filters,
    options: SummaryOptions,
    *,
    format: SummaryFormat,
    output: Path | None = None,
    aliases: Path | None = None,
) -> None:
    """Write a digest to stdout or a file.

    Raises:
        UsageError: there is no such body or meeting, or Word is asked for without a file.
        StoreError: the store cannot be opened.
        OutputError: the result cannot be written.
    """
    from minutextract.digest import digest
    from minutextract.history.opening import open_settled

    if format in (SummaryFormat.DOCX, SummaryFormat.PDF) and output is None:
        raise UsageError(f"{format.value} cannot be printed", "Name a file with --output.")
    with open_settled(store, aliases) as connection:
        summary = digest(connection, store, filters, options)
    write_result(write_summaries([summary], format), output)
