"""`minutextract summarize`: the summary that goes round after a meeting."""

from __future__ import annotations

from collections.abc import Sequence
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
from minutextract.render import SummaryFormat, render

_Format = Annotated[SummaryFormat, typer.Option("--format", help="What to write; docx needs --output.")]


def summarize_cli(
    files: Files,
    format: _Format = SummaryFormat.TEXT,
    output: Output = None,
    model: Model = None,
    spacy: Spacy = None,
    verbose: Verbose = False,
) -> None:
    """Write the circulation summary.

    It has actions by owner, decisions, thanks, key points, and what to check before it goes round.

    With --output naming a directory, each file gets a summary of its own there.
    """
    set_up_logging(verbose=verbose)
    code = summarize_files(files, Documents(files, partial(load_pipeline, model, spacy)), format=format, output=output)
    raise typer.Exit(code)


def summarize_files(
    files: Sequence[Path], documents: Documents, *, format: SummaryFormat, output: Path | None
) -> ExitCode:
    """Summarise files to stdout, one file or a directory.

    Raises:
        UsageError: docx without an output, or an output that is one of the files.
        OutputError: a result cannot be written.
    """
    if format is SummaryFormat.DOCX and output is None:
        raise UsageError("a Word document cannot be printed", "Name a file with --output.")
    if output is not None and output.is_dir():
        names = file_names(files, format.suffix)
        for name in names.values():
            refuse_overwriting(output / name, files)
        for path, found in groupby(documents.records(), key=itemgetter(0)):
            write_result(render([record for _, record in found], format), output / names[path])
        return documents.exit_code
    refuse_overwriting(output, files)
    records = [record for _, record in documents.records()]
    if records or format is SummaryFormat.JSON:
        write_result(render(records, format), output)
    return documents.exit_code
