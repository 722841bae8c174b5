"""`minutextract export`: a store's tables as files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from minutextract.cli.messages import set_up_logging
from minutextract.cli.options import Verbose, option
from minutextract.cli.output import write_result
from minutextract.cli.views import AliasFile, Store
from minutextract.errors import OutputError
from minutextract.exporting.tables import TableFormat

_Folder = Annotated[Path, option("--output", "DIR", "The folder to write a file for each table into.")]
_Format = Annotated[TableFormat, typer.Option("--format", help="parquet needs `pip install 'minutextract[parquet]'`.")]


def export_cli(
    store: Store,
    output: _Folder,
    format: _Format = TableFormat.CSV,
    aliases: AliasFile = None,
    verbose: Verbose = False,
) -> None:
    """Write the tables of a store as files, for other programs; docs/store.md says what each column holds."""
    set_up_logging(verbose=verbose)
    export(store, output, format=format, aliases=aliases)


def export(store: Path, output: Path, *, format: TableFormat, aliases: Path | None = None) -> None:
    """Write the tables, and a list of the files with their numbers of rows to stdout.

    Raises:
        StoreError: the store cannot be opened.
        UsageError: the folder cannot be made.
        MissingProgram: Parquet is asked for, and pyarrow is not installed.
        OutputError: a file cannot be written.
    """
    from minutextract.exporting.tables import export_tables
    from minutextract.history.opening import open_settled

    with open_settled(store, aliases) as connection:
        try:
            files = export_tables(connection, output, format)
        except OSError as error:
            raise OutputError(
                f"{output} cannot be written: {error.strerror}", "Check the folder and the disk."
            ) from error
    write_result("".join(f"{path}: {rows} rows\n" for path, rows in files.items()), None)
