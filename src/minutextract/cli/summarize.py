"""`minutextract summarize`: the summary that goes round after a meeting."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import partial
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import typer

from minutextract.actionlog.dated import IcsKind
from minutextract.cli.actions import write_calendar
from minutextract.cli.circulation import Circulation, format_of, write_redactions
from minutextract.cli.documents import Documents, load_pipeline
from minutextract.cli.messages import set_up_logging
from minutextract.cli.options import Files, IcsAs, Model, Output, Spacy, Verbose
from minutextract.cli.output import file_names, refuse_overwriting, write_result
from minutextract.cli.summary_options import (
    Attach,
    AttributionOption,
    Checks,
    FormatOption,
    HouseOption,
    LengthOption,
    Public,
    RedactedWords,
    RedactionsFile,
    Template,
    To,
)
from minutextract.errors import ExitCode, UsageError
from minutextract.record import Record
from minutextract.render import Attribution, Delivery, Length, SummaryFormat, SummaryOptions
from minutextract.render.wording import fold

_BINARY = {
    SummaryFormat.DOCX: "a Word document",
    SummaryFormat.XLSX: "a workbook",
    SummaryFormat.PDF: "a PDF file",
}

# What holds every flag itself.
_WITH_FLAGS = (SummaryFormat.JSON, SummaryFormat.CSV, SummaryFormat.XLSX, SummaryFormat.ICS)


def summarize_cli(
    files: Files,
    format: FormatOption = None,
    output: Output = None,
    length: LengthOption = None,
    attribution: AttributionOption = None,
    checks: Checks = None,
    house: HouseOption = None,
    template: Template = None,
    public: Public = False,
    redactions: RedactionsFile = None,
    redacted_words: RedactedWords = False,
    to: To = None,
    attach: Attach = None,
    ics_as: IcsAs = IcsKind.TODOS,
    model: Model = None,
    spacy: Spacy = None,
    verbose: Verbose = False,
) -> None:
    """Write the circulation summary.

    It has actions by owner, decisions, thanks and key points. What to check before it goes round is told on stderr.

    With --output naming a directory, each file gets a summary of its own there.
    """
    set_up_logging(verbose=verbose)
    _check_redactions(public, redactions, files, words=redacted_words)
    circulation = circulation_of(
        format=format, length=length, attribution=attribution, checks=checks, house=house, template=template,
        public=public,
    )  # fmt: skip
    circulation.delivery = _delivery(circulation, to or (), attach or (), ics_as)
    documents = Documents(files, partial(load_pipeline, model, spacy))
    tell = tell_checks if checks is None and circulation.format not in _WITH_FLAGS else None
    code = summarize_files(files, documents, circulation, output=output, tell=tell)
    if redactions is not None:
        write_redactions(circulation.redactions, redactions, write_result, words=redacted_words)
    raise typer.Exit(code)


def _delivery(
    circulation: Circulation, to: Sequence[str], attach: Sequence[SummaryFormat], ics_as: IcsKind
) -> Delivery:
    """The choices that only some formats have, checked before anything is read.

    Raises:
        UsageError: they do not go with the format, or an address is none.
    """
    from minutextract.render.mail import addresses

    if (to or attach) and circulation.format is not SummaryFormat.EML:
        raise UsageError("--to and --attach are for mails", "Add --format eml.")
    if SummaryFormat.EML in attach:
        raise UsageError("a mail cannot be attached to itself", "Attach another format.")
    if circulation.public and SummaryFormat.JSON in attach:
        raise UsageError("the JSON holds the whole text, which is not for the public", "Attach another format.")
    addresses(to)
    return Delivery(tuple(to), tuple(attach), ics_as)


def _check_redactions(public: bool, redactions: Path | None, files: Sequence[Path], *, words: bool) -> None:
    if not public and (redactions is not None or words):
        raise UsageError("nothing is taken away without --public", "Add --public.")
    if redactions is None:
        if words:
            raise UsageError("the words that were masked go into the report", "Name it with --redactions.")
        return
    from minutextract.privacy.redactions import redactions_as

    redactions_as(redactions.suffix.lower(), ())
    refuse_overwriting(redactions, files)


def circulation_of(
    *,
    format: SummaryFormat | None,
    length: Length | None,
    attribution: Attribution | None,
    checks: bool | None,
    house: Path | None,
    template: str | None,
    public: bool,
) -> Circulation:
    """What the options ask for, the house file where they say nothing, and else the standard.

    Raises:
        UsageError: the house file or the template is wrong, or the options do not go together.
    """
    from minutextract.house.file import find_house

    style = find_house(house)
    path = None
    if template is not None:
        from minutextract.templating.catalog import template_path

        path = template_path(template)
        format = format_of(path, format)
    if public and checks:
        raise UsageError("what is to be checked is not for the public", "Leave --checks out.")
    if public and format is SummaryFormat.JSON:
        raise UsageError("the JSON holds the whole text, which is not for the public", "Choose another --format.")
    options = SummaryOptions(
        length=length or Length(style.length or Length.STANDARD),
        attribution=attribution or Attribution(style.attribution or Attribution.NAMED),
        checks=bool(checks),
        to_tell=not public,
    )
    return Circulation(format or SummaryFormat.TEXT, options, style, public=public, template=path)


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
    circulation: Circulation,
    *,
    output: Path | None,
    tell: Callable[[Record], None] | None = None,
) -> ExitCode:
    """Summarise files to stdout, one file or a directory; `tell` is given each record once its summary is written.

    Raises:
        UsageError: docx, xlsx or pdf without an output, an output that is one of the files, or a template with a fault.
        OutputError: a result cannot be written.
    """
    format = circulation.format
    if format in _BINARY and output is None:
        raise UsageError(f"{_BINARY[format]} cannot be printed", "Name a file with --output.")
    written: list[Record] = []
    if output is not None and output.is_dir():
        names = file_names(files, format.suffix)
        for name in names.values():
            refuse_overwriting(output / name, files)
        for path, found in groupby(documents.records(), key=itemgetter(0)):
            records = [record for _, record in found]
            _write(circulation, records, output / names[path])
            written += records
    else:
        refuse_overwriting(output, files)
        written = [record for _, record in documents.records()]
        if written or format is SummaryFormat.JSON:
            _write(circulation, written, output)
    if tell:
        for record in written:
            tell(record)
    return documents.exit_code


def _write(circulation: Circulation, records: Sequence[Record], output: Path | None) -> None:
    content = circulation.written(records)
    if circulation.format is not SummaryFormat.ICS:
        write_result(content, output)
        return
    from minutextract.actionlog.from_records import log_of_records

    write_calendar(content, log_of_records(records), circulation.delivery.ics_as, output)
