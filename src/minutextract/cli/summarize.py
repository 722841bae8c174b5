"""`minutextract summarize`: the summary that goes round after a meeting."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import partial
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Annotated

import typer

from minutextract.cli.documents import Documents, load_pipeline
from minutextract.cli.messages import set_up_logging
from minutextract.cli.options import Files, Model, Output, Spacy, Verbose
from minutextract.cli.output import file_names, refuse_overwriting, write_result
from minutextract.errors import ExitCode, UsageError
from minutextract.record import Record
from minutextract.render import Attribution, Length, SummaryFormat, SummaryOptions, render
from minutextract.render.wording import fold

_Format = Annotated[SummaryFormat, typer.Option("--format", help="What to write; docx needs --output.")]
_Length = Annotated[Length, typer.Option("--length", help="How much of the minutes to keep.")]
_Attribution = Annotated[Attribution, typer.Option("--attribution", help="How to name those who speak and act.")]
_Checks = Annotated[
    bool | None,
    typer.Option(
        "--checks/--no-checks",
        help="Put what to check into the summary, or say nothing of it; else it goes to stderr.",
        show_default=False,
    ),
]


def summarize_cli(
    files: Files,
    format: _Format = SummaryFormat.TEXT,
    output: Output = None,
    length: _Length = Length.STANDARD,
    attribution: _Attribution = Attribution.NAMED,
    checks: _Checks = None,
    model: Model = None,
    spacy: Spacy = None,
    verbose: Verbose = False,
) -> None:
    """Write the circulation summary.

    It has actions by owner, decisions, thanks and key points. What to check before it goes round is told on stderr.

    With --output naming a directory, each file gets a summary of its own there.
    """
    set_up_logging(verbose=verbose)
    options = SummaryOptions(length=length, attribution=attribution, checks=bool(checks))
    documents = Documents(files, partial(load_pipeline, model, spacy))
    tell = tell_checks if checks is None and format is not SummaryFormat.JSON else None
    code = summarize_files(files, documents, format=format, output=output, options=options, tell=tell)
    raise typer.Exit(code)


def tell_checks(record: Record) -> None:
    """Print on stderr what the secretary should look at before the summary of a record goes round."""
    from minutextract.render.summary import summarize
    from minutextract.render.text import checks_lines

    print(
        "\n".join((f"\n{fold(record.document.source.path)}:", *checks_lines(summarize(record).checks))), file=sys.stderr
    )


def summarize_files(
    files: Sequence[Path],
    documents: Documents,
    *,
    format: SummaryFormat,
    output: Path | None,
    options: SummaryOptions,
    tell: Callable[[Record], None] | None = None,
) -> ExitCode:
    """Summarise files to stdout, one file or a directory; `tell` is given each record once its summary is written.

    Raises:
        UsageError: docx without an output, or an output that is one of the files.
        OutputError: a result cannot be written.
    """
    if format is SummaryFormat.DOCX and output is None:
        raise UsageError("a Word document cannot be printed", "Name a file with --output.")
    written: list[Record] = []
    if output is not None and output.is_dir():
        names = file_names(files, format.suffix)
        for name in names.values():
            refuse_overwriting(output / name, files)
        for path, found in groupby(documents.records(), key=itemgetter(0)):
            records = [record for _, record in found]
            write_result(render(records, format, options), output / names[path])
            written += records
    else:
        refuse_overwriting(output, files)
        written = [record for _, record in documents.records()]
        if written or format is SummaryFormat.JSON:
            write_result(render(written, format, options), output)
    if tell:
        for record in written:
            tell(record)
    return documents.exit_code
