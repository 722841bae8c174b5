"""`minutextract report`: the evidence page of some minutes or of a store."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from minutextract.cli.documents import Documents, load_pipeline
from minutextract.cli.messages import set_up_logging
from minutextract.cli.options import Model, Spacy, Verbose, option
from minutextract.cli.output import refuse_overwriting, write_result
from minutextract.cli.views import AliasFile, PersonOption, SeriesOption, Since, Until
from minutextract.errors import ExitCode, UsageError
from minutextract.views.filters import Filter

_Files = Annotated[
    list[Path] | None, typer.Argument(metavar="[FILE]...", help="Minutes; or give --store.", show_default=False)
]
_Store = Annotated[Path | None, option("--store", "FILE", "Report on the archive in this store instead of on files.")]
_Output = Annotated[Path | None, option("--output", "PATH", "Write the page here instead of to stdout.")]
_Texts = Annotated[int | None, option("--texts", "N", "Put at most so many meetings' texts into the page.")]


def report_cli(
    files: _Files = None,
    store: _Store = None,
    output: _Output = None,
    series: SeriesOption = None,
    person: PersonOption = None,
    since: Since = None,
    until: Until = None,
    texts: _Texts = None,
    aliases: AliasFile = None,
    model: Model = None,
    spacy: Spacy = None,
    verbose: Verbose = False,
) -> None:
    """Write one HTML file that shows findings beside the words they rest on, or an archive in figures.

    Of files: the summary beside the text. Of a store: charts, open actions, all findings, and the newest texts.
    """
    set_up_logging(verbose=verbose)
    filters = Filter(series, person, since, until)
    if (store is None) == (not files):
        raise UsageError("report is about files or about a store", "Give FILE, or --store FILE.")
    if texts is not None and texts < 0:
        raise UsageError(f"--texts {texts} is no number of meetings", "Give 0 or more.")
    if store is not None:
        report_store(store, filters, output=output, texts=texts, aliases=aliases)
        return
    if filters != Filter():
        raise UsageError("filters are for a store", "Give --store, or filter in the page itself.")
    named = files or []
    documents = Documents(named, partial(load_pipeline, model, spacy))
    raise typer.Exit(report_files(named, documents, output=output, texts=texts))


def report_files(
    files: Sequence[Path], documents: Documents, *, output: Path | None, texts: int | None = None
) -> ExitCode:
    """Write the page of some files; those that cannot be read are told on stderr.

    Raises:
        UsageError: the output is one of the files.
        OutputError: the page cannot be written.
    """
    from minutextract.report.page import OF_FILES, meetings_page

    refuse_overwriting(output, files)
    records = [record for _, record in documents.records()]
    if records:
        write_result(meetings_page(records, OF_FILES if texts is None else replace(OF_FILES, texts=texts)), output)
    return documents.exit_code


def report_store(
    store: Path, filters: Filter, *, output: Path | None, texts: int | None = None, aliases: Path | None = None
) -> None:
    """Write the page of a store.

    Raises:
        UsageError: a filter names what is not there, or the output is the store.
        StoreError: the store cannot be opened.
        OutputError: the page cannot be written.
    """
    from minutextract.history.opening import open_settled
    from minutextract.report.archive import Bounds
    from minutextract.report.page import archive_page

    refuse_overwriting(output, [store])
    bounds = Bounds() if texts is None else Bounds(texts=texts)
    with open_settled(store, aliases) as connection:
        page = archive_page(connection, filters, bounds, date.today())
    write_result(page, output)
