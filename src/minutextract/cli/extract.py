"""`minutextract extract`: the full record, with offsets into the text."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from minutextract.cli.documents import Documents, load_pipeline
from minutextract.cli.messages import set_up_logging
from minutextract.cli.options import Files, Model, Output, Spacy, Verbose
from minutextract.cli.output import refuse_overwriting, write_result
from minutextract.errors import ExitCode, UsageError


class RecordFormat(StrEnum):
    """The formats of a record."""

    JSON = "json"
    JSONL = "jsonl"
    MD = "md"
    CSV = "csv"


_Format = Annotated[RecordFormat, typer.Option("--format", help="json: one array; csv and md: one row a finding.")]


def extract_cli(
    files: Files,
    format: _Format = RecordFormat.JSON,
    output: Output = None,
    model: Model = None,
    spacy: Spacy = None,
    verbose: Verbose = False,
) -> None:
    """Write the structured record.

    It has people, mentions, sentences, actions, decisions, thanks and insights, each with offsets into the text.
    """
    set_up_logging(verbose=verbose)
    raise typer.Exit(
        extract_files(Documents(files, partial(load_pipeline, model, spacy)), format=format, output=output)
    )


def extract_files(documents: Documents, *, format: RecordFormat, output: Path | None) -> ExitCode:
    """Write the records of files to stdout or one file.

    Raises:
        UsageError: the output is a directory, or one of the files.
        OutputError: the result cannot be written.
    """
    from minutextract.render import findings

    if output is not None and output.is_dir():
        raise UsageError(f"{output} is a directory", "Name a file: all records go into one.")
    refuse_overwriting(output, documents.paths)
    writers = {
        RecordFormat.JSON: findings.records_json,
        RecordFormat.JSONL: findings.records_jsonl,
        RecordFormat.MD: findings.records_markdown,
        RecordFormat.CSV: findings.records_csv,
    }
    records = [record for _, record in documents.records()]
    write_result(writers[format](records), output)
    return documents.exit_code
