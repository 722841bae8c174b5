"""`minutextract batch`: an archive into a store."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from minutextract.cli.documents import load_pipeline
from minutextract.cli.messages import one_line, report, set_up_logging
from minutextract.cli.options import Model, Spacy, Verbose, argument, option
from minutextract.cli.output import write_result
from minutextract.errors import ExitCode, MinutextractError, UsageError


class ReportFormat(StrEnum):
    """The formats of the report."""

    TEXT = "text"
    JSON = "json"


_Paths = Annotated[list[Path], argument("PATH", "Files and directories; of a directory, everything below it.")]
_Store = Annotated[Path, option("--store", "FILE", "The archive's store; made if it is not there.")]
_Workers = Annotated[
    int | None, option("--workers", "N", "Documents worked on at once; as many as processors if not given.")
]
_Retry = Annotated[bool, typer.Option("--retry", help="Try quarantined documents again.")]
_Format = Annotated[ReportFormat, typer.Option("--format", help="Of the report on stdout.")]


def batch_cli(
    paths: _Paths,
    store: _Store,
    workers: _Workers = None,
    retry: _Retry = False,
    format: _Format = ReportFormat.TEXT,
    model: Model = None,
    spacy: Spacy = None,
    verbose: Verbose = False,
) -> None:
    """Work through an archive, into a store.

    Run it again at any time: it goes on where it was interrupted, skips what has not changed and replaces what has.
    """
    set_up_logging(verbose=verbose)
    raise typer.Exit(
        batch(paths, store, workers=workers, retry=retry, format=format, model=model, spacy_pipeline=spacy)
    )


def batch(
    paths: list[Path],
    store: Path,
    *,
    workers: int | None = None,
    retry: bool = False,
    format: ReportFormat = ReportFormat.TEXT,
    model: Path | None = None,
    spacy_pipeline: str | None = None,
) -> ExitCode:
    """Bring a store up to date with an archive, and write a report to stdout.

    Raises:
        UsageError: there is no such path, or no worker is asked for.
        MinutextractError: as `run_batch`.
    """
    from minutextract.batch.progress import Progress
    from minutextract.batch.run import Options, run_batch
    from minutextract.processors import processor_count

    if workers is not None and workers < 1:
        raise UsageError("no documents can be worked on by no workers", "Give --workers 1 or more.")
    available = processor_count()
    count = workers or available
    options = Options(load_pipeline, count, max(1, available // count), model, spacy_pipeline, retry)
    progress = Progress(watched=sys.stderr.isatty())

    def failed(path: str, error: MinutextractError) -> None:
        progress.say(one_line(Path(path), error))

    done = run_batch(paths, store, options, progress, failed)
    for path, reason in done.unreadable.items():
        report(None, UsageError(f"{path} cannot be opened: {reason}", "Check your permissions."))
    write_result(done.as_json() if format is ReportFormat.JSON else done.as_text(), None)
    if done.interrupted:
        return ExitCode.INTERRUPTED
    return ExitCode.QUARANTINED if done.quarantined or done.unreadable else ExitCode.OK
