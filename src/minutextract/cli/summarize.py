"""`minutextract summarize`: the summary that goes round after a meeting."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Annotated

import typer

from minutextract.actionlog.dated import IcsKind
from minutextract.cli.actions import tell_left_out
from minutextract.cli.documents import Documents, load_pipeline
from minutextract.cli.messages import set_up_logging
from minutextract.cli.options import Files, IcsAs, Model, Output, Spacy, Verbose, option
from minutextract.cli.output import file_names, refuse_overwriting, write_result
from minutextract.errors import ExitCode, UsageError
from minutextract.record import Record
from minutextract.render import Delivery, SummaryFormat, render
from minutextract.render.delivery import AS_IT_IS

_Format = Annotated[
    SummaryFormat,
    typer.Option("--format", help="csv, xlsx and ics are the action log; docx, xlsx and pdf need --output."),
]
_To = Annotated[
    list[str] | None, option("--to", "ADDRESS", "Of an eml: who is to have it; may be given several times.")
]
_Attach = Annotated[
    list[SummaryFormat] | None,
    typer.Option("--attach", help="Of an eml: attach this format too; may be given several times.", show_default=False),
]
_BINARY = {
    SummaryFormat.DOCX: "a Word document",
    SummaryFormat.XLSX: "a workbook",
    SummaryFormat.PDF: "a PDF file",
}


def summarize_cli(
    files: Files,
    format: _Format = SummaryFormat.TEXT,
    output: Output = None,
    to: _To = None,
    attach: _Attach = None,
    ics_as: IcsAs = IcsKind.TODOS,
    model: Model = None,
    spacy: Spacy = None,
    verbose: Verbose = False,
) -> None:
    """Write the circulation summary.

    It has actions by owner, decisions, thanks, key points, and what to check before it goes round.

    With --output naming a directory, each file gets a summary of its own there.
    """
    set_up_logging(verbose=verbose)
    documents = Documents(files, partial(load_pipeline, model, spacy))
    delivery = _delivery(format, to or (), attach or (), ics_as)
    raise typer.Exit(summarize_files(files, documents, format=format, output=output, delivery=delivery))


def _delivery(format: SummaryFormat, to: Sequence[str], attach: Sequence[SummaryFormat], ics_as: IcsKind) -> Delivery:
    """The choices that only some formats have, checked before anything is read.

    Raises:
        UsageError: they do not go with the format, or an address is none.
    """
    from minutextract.render.mail import addresses

    if (to or attach) and format is not SummaryFormat.EML:
        raise UsageError("--to and --attach are for mails", "Add --format eml.")
    if SummaryFormat.EML in attach:
        raise UsageError("a mail cannot be attached to itself", "Attach another format.")
    addresses(to)
    return Delivery(tuple(to), tuple(attach), ics_as)


def summarize_files(
    files: Sequence[Path],
    documents: Documents,
    *,
    format: SummaryFormat,
    output: Path | None,
    delivery: Delivery = AS_IT_IS,
) -> ExitCode:
    """Summarise files to stdout, one file or a directory.

    Raises:
        UsageError: docx, xlsx or pdf without an output, or an output that is one of the files.
        OutputError: a result cannot be written.
    """
    if format in _BINARY and output is None:
        raise UsageError(f"{_BINARY[format]} cannot be printed", "Name a file with --output.")
    if output is not None and output.is_dir():
        names = file_names(files, format.suffix)
        for name in names.values():
            refuse_overwriting(output / name, files)
        for path, found in groupby(documents.records(), key=itemgetter(0)):
            _write([record for _, record in found], format, output / names[path], delivery)
        return documents.exit_code
    refuse_overwriting(output, files)
    records = [record for _, record in documents.records()]
    if records or format is SummaryFormat.JSON:
        _write(records, format, output, delivery)
    return documents.exit_code


def _write(records: Sequence[Record], format: SummaryFormat, output: Path | None, delivery: Delivery) -> None:
    write_result(render(records, format, delivery=delivery), output)
    if format is SummaryFormat.ICS:
        from minutextract.actionlog.from_records import log_of_records

        tell_left_out(log_of_records(records), delivery.ics_as)
