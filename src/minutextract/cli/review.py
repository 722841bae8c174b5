"""`minutextract review`: uncertain findings out, corrections back."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from minutextract.cli.messages import set_up_logging
from minutextract.cli.options import Output, Verbose, argument, option
from minutextract.cli.output import write_result
from minutextract.cli.views import AliasFile, Store
from minutextract.errors import ExitCode, UsageError

app = typer.Typer(help="Send the uncertain findings out for review, and take corrections back.", no_args_is_help=True)


class ReviewFormat(StrEnum):
    """The formats of a review."""

    CSV = "csv"
    JSONL = "jsonl"


_Format = Annotated[ReviewFormat, typer.Option("--format", help="csv opens in a spreadsheet.")]
_Limit = Annotated[int | None, option("--limit", "N", "At most so many: the worst ones.")]
_Training = Annotated[
    bool, typer.Option("--training", help="Write the corrected sentences as annotated units for `train` instead.")
]
_File = Annotated[Path, argument("FILE", "A file that `review export` wrote, filled in.")]


@app.command("export")
def export_cli(
    store: Store,
    format: _Format = ReviewFormat.CSV,
    limit: _Limit = None,
    training: _Training = False,
    output: Output = None,
    aliases: AliasFile = None,
    verbose: Verbose = False,
) -> None:
    """Write the uncertain findings, worst first, with empty columns for what should stand there."""
    set_up_logging(verbose=verbose)
    export(store, format=format, limit=limit, training=training, output=output, aliases=aliases)


def export(
    store: Path,
    *,
    format: ReviewFormat = ReviewFormat.CSV,
    limit: int | None = None,
    training: bool = False,
    output: Path | None = None,
    aliases: Path | None = None,
) -> None:
    """Write what is to be reviewed, or what was corrected as units for training, to stdout or a file.

    Raises:
        UsageError: the limit is below 1.
        StoreError: the store cannot be opened.
        OutputError: the result cannot be written.
    """
    from minutextract.corpus.files import corpus_lines, json_lines
    from minutextract.history.opening import open_settled
    from minutextract.review.doubts import COLUMNS, doubtful
    from minutextract.review.training import corrected_units
    from minutextract.views.table import View, ViewFormat, written

    if limit is not None and limit < 1:
        raise UsageError(f"--limit {limit} leaves nothing", "Give 1 or more.")
    with open_settled(store, aliases) as connection:
        if training:
            content: str | bytes = corpus_lines(corrected_units(connection))
        elif format is ReviewFormat.JSONL:
            content = json_lines(doubtful(connection, limit))
        else:
            content = written(View(COLUMNS, COLUMNS, doubtful(connection, limit)), ViewFormat.CSV)
    write_result(content, output)


@app.command("import")
def import_cli(file: _File, store: Store, verbose: Verbose = False) -> None:
    """Take corrections back: they are checked line by line, and stay whatever later batches find.

    Exit code 1 if a line was refused; the others count all the same.
    """
    set_up_logging(verbose=verbose)
    raise typer.Exit(take_in(store, file))


def take_in(store: Path, file: Path) -> ExitCode:
    """Take a file of corrections into a store; refused lines go to stderr, a summary to stdout.

    Raises:
        UsageError: the file cannot be read, or is none that `review export` wrote.
        StoreError: the store cannot be opened or written.
    """
    from minutextract.review.returned import take_back
    from minutextract.store import open_store

    with open_store(store) as connection:
        taken = take_back(connection, file)
    for number, reason in taken.refused:
        print(f"minutextract: {file}, line {number}: {reason}.", file=sys.stderr)
    waiting = f", {taken.waiting} wait for findings that are not there now" if taken.waiting else ""
    write_result(
        f"{taken.values} corrections taken, {taken.same} were known, {len(taken.refused)} lines refused{waiting}\n",
        None,
    )
    return ExitCode.USAGE if taken.refused else ExitCode.OK
