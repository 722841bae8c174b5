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

from minutextract.cli.circulation import Circulation, format_of, write_redactions
from minutextract.cli.documents import Documents, load_pipeline
from minutextract.cli.messages import set_up_logging
from minutextract.cli.options import Files, Model, Output, Spacy, Verbose, option
from minutextract.cli.output import file_names, refuse_overwriting, write_result
from minutextract.errors import ExitCode, UsageError
from minutextract.record import Record
from minutextract.render import Attribution, Length, SummaryFormat, SummaryOptions
from minutextract.render.wording import fold

_Format = Annotated[
    SummaryFormat | None,
    typer.Option("--format", help="What to write; docx needs --output.  [default: text]", show_default=False),
]
_Length = Annotated[
    Length | None,
    typer.Option("--length", help="How much of the minutes to keep.  [default: standard]", show_default=False),
]
_Attribution = Annotated[
    Attribution | None,
    typer.Option("--attribution", help="How to name those who speak and act.  [default: named]", show_default=False),
]
_House = Annotated[
    Path | None, option("--house", "FILE", "House style; else minutextract.toml in the working directory.")
]
_Template = Annotated[str | None, option("--template", "FILE", "Write through this template, or one of that name.")]
_Public = Annotated[
    bool, typer.Option("--public", help="Mask names and contact details, leave confidential items out.")
]
_Redactions = Annotated[Path | None, option("--redactions", "FILE", "Report what --public took away, as .json or .md.")]
_RedactedWords = Annotated[
    bool, typer.Option("--redacted-words", help="Have the words that were masked in that report, too.")
]
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
    format: _Format = None,
    output: Output = None,
    length: _Length = None,
    attribution: _Attribution = None,
    checks: _Checks = None,
    house: _House = None,
    template: _Template = None,
    public: _Public = False,
    redactions: _Redactions = None,
    redacted_words: _RedactedWords = False,
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
    documents = Documents(files, partial(load_pipeline, model, spacy))
    tell = tell_checks if checks is None and circulation.format is not SummaryFormat.JSON else None
    code = summarize_files(files, documents, circulation, output=output, tell=tell)
    if redactions is not None:
        write_redactions(circulation.redactions, redactions, write_result, words=redacted_words)
    raise typer.Exit(code)


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
        UsageError: docx without an output, an output that is one of the files, or a template with a fault.
        OutputError: a result cannot be written.
    """
    format = circulation.format
    if format is SummaryFormat.DOCX and output is None:
        raise UsageError("a Word document cannot be printed", "Name a file with --output.")
    written: list[Record] = []
    if output is not None and output.is_dir():
        names = file_names(files, format.suffix)
        for name in names.values():
            refuse_overwriting(output / name, files)
        for path, found in groupby(documents.records(), key=itemgetter(0)):
            records = [record for _, record in found]
            write_result(circulation.written(records), output / names[path])
            written += records
    else:
        refuse_overwriting(output, files)
        written = [record for _, record in documents.records()]
        if written or format is SummaryFormat.JSON:
            write_result(circulation.written(written), output)
    if tell:
        for record in written:
            tell(record)
    return documents.exit_code
