"""`minutextract batch`: an archive into a store."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from minutextract.cli.documents import load_pipeline
from minutextract.cli.messages import one_line, report, set_up_logging
from minutextract.cli.options import Model, Spacy, Verbose, argument, option
from minutextract.cli.output import write_result
from minutextract.cli.views import AliasFile
from minutextract.errors import ExitCode, MinutextractError, UsageError

if TYPE_CHECKING:
    from minutextract.batch.cluster import Cluster


class ReportFormat(StrEnum):
    """The formats of the report."""

    TEXT = "text"
    JSON = "json"


class Engine(StrEnum):
    """Who works on the documents."""

    LOCAL = "local"
    DASK = "dask"


_Paths = Annotated[list[Path], argument("PATH", "Files and directories; of a directory, everything below it.")]
_Store = Annotated[Path, option("--store", "FILE", "The archive's store; made if it is not there.")]
_Workers = Annotated[
    int | None, option("--workers", "N", "Documents worked on at once; as many as processors if not given.")
]
_Retry = Annotated[bool, typer.Option("--retry", help="Try quarantined documents again.")]
_Engine = Annotated[Engine, typer.Option("--engine", help="Processes of this machine, or a Dask cluster.")]
_Scheduler = Annotated[
    str | None, option("--scheduler", "ADDRESS", "Of a Dask cluster; without it, one is started on this machine.")
]
_SendFiles = Annotated[
    bool, typer.Option("--send-files", help="Send files to the cluster; otherwise only once it does not see them.")
]
_Format = Annotated[ReportFormat, typer.Option("--format", help="Of the report on stdout.")]


def batch_cli(
    paths: _Paths,
    store: _Store,
    workers: _Workers = None,
    retry: _Retry = False,
    engine: _Engine = Engine.LOCAL,
    scheduler: _Scheduler = None,
    send_files: _SendFiles = False,
    format: _Format = ReportFormat.TEXT,
    aliases: AliasFile = None,
    model: Model = None,
    spacy: Spacy = None,
    verbose: Verbose = False,
) -> None:
    """Work through an archive, into a store.

    Run it again at any time: it goes on where it was interrupted, skips what has not changed and replaces what has.
    """
    set_up_logging(verbose=verbose)
    raise typer.Exit(
        batch(
            paths,
            store,
            workers=workers,
            retry=retry,
            engine=engine,
            scheduler=scheduler,
            send_files=send_files,
            format=format,
            aliases=aliases,
            model=model,
            spacy_pipeline=spacy,
        )
    )


def batch(
    paths: list[Path],
    store: Path,
    *,
    workers: int | None = None,
    retry: bool = False,
    engine: Engine = Engine.LOCAL,
    scheduler: str | None = None,
    send_files: bool = False,
    format: ReportFormat = ReportFormat.TEXT,
    aliases: Path | None = None,
    model: Path | None = None,
    spacy_pipeline: str | None = None,
) -> ExitCode:
    """Bring a store up to date with an archive, and write a report to stdout.

    Raises:
        UsageError: there is no such path, no worker is asked for, or an option of another engine is given.
        MinutextractError: as `run_batch`.
    """
    from minutextract.batch.progress import Progress
    from minutextract.batch.run import Options, run_batch
    from minutextract.processors import processor_count

    if workers is not None and workers < 1:
        raise UsageError("no documents can be worked on by no workers", "Give --workers 1 or more.")
    cluster = _cluster(engine, scheduler, send_files, workers)
    available = processor_count()
    count = workers or available
    # How many processors a cluster's machines have is told by its own: each of its slots computes with one.
    threads = 1 if scheduler else max(1, available // count)
    options = Options(load_pipeline, count, threads, model, spacy_pipeline, retry, cluster=cluster, aliases=aliases)
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


def _cluster(engine: Engine, scheduler: str | None, send_files: bool, workers: int | None) -> Cluster | None:
    from minutextract.batch.cluster import Cluster

    if engine is Engine.DASK:
        if scheduler is not None and workers is not None:
            raise UsageError("the cluster has its workers already", "Leave --workers out, or --scheduler.")
        return Cluster(scheduler, send_files)
    if scheduler is not None or send_files:
        raise UsageError("there is no cluster to work on the documents", "Add --engine dask.")
    return None
