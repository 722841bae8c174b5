"""`minutextract verify`: whether a store's evidence still stands where it was found."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from minutextract.cli.messages import set_up_logging
from minutextract.cli.options import Verbose
from minutextract.cli.output import write_result
from minutextract.cli.views import Store
from minutextract.errors import ExitCode

if TYPE_CHECKING:
    from minutextract.verification.checking import Read, Verdict


class VerdictFormat(StrEnum):
    """The formats of the result."""

    TEXT = "text"
    JSON = "json"


_Reread = Annotated[bool, typer.Option("--reread", help="Read every file again, and compare its text: takes longer.")]
_Format = Annotated[VerdictFormat, typer.Option("--format", help="Of the result on stdout.")]


def verify_cli(
    store: Store, reread: _Reread = False, format: _Format = VerdictFormat.TEXT, verbose: Verbose = False
) -> None:
    """Check that every quote still matches its source, and list the files that have changed or are gone.

    Exit codes: 0 all well, 2 files have changed or are missing, 3 the store is broken.
    """
    set_up_logging(verbose=verbose)
    raise typer.Exit(verify(store, reread=reread, format=format))


def verify(store: Path, *, reread: bool = False, format: VerdictFormat = VerdictFormat.TEXT) -> ExitCode:
    """Check a store and write what is wrong to stdout.

    Raises:
        StoreError: it cannot be opened at all.
    """
    from minutextract.store import open_store
    from minutextract.verification.checking import Fault, Trouble, Verdict, check_store

    with open_store(store) as connection, _reader(reread) as read:
        try:
            verdict = check_store(connection, read)
        except sqlite3.DatabaseError as error:
            verdict = Verdict(faults=[Fault(Trouble.BROKEN, "database", str(error))])
    write_result(_as_json(verdict) if format is VerdictFormat.JSON else _as_text(verdict), None)
    if not verdict.whole:
        return ExitCode.STORE
    return ExitCode.QUARANTINED if verdict.faults else ExitCode.OK


@contextmanager
def _reader(wanted: bool) -> Iterator[Read | None]:
    if not wanted:
        yield None
        return
    from minutextract.readers.sandbox import Sandbox

    with Sandbox() as sandbox:
        yield sandbox.read_all


def _as_text(verdict: Verdict) -> str:
    lines = [
        f"{fault.trouble}: {fault.where}{f' ({fault.detail})' if fault.detail else ''}" for fault in verdict.faults
    ]
    again = f", {verdict.reread} of them read again" if verdict.reread else ""
    lines.append(
        f"{verdict.quotes} quotes in {verdict.texts} texts and {verdict.files} files{again}: "
        + (f"{len(verdict.faults)} wrong" if verdict.faults else "all as they were found")
    )
    return "".join(f"{line}\n" for line in lines)


def _as_json(verdict: Verdict) -> str:
    return json.dumps(asdict(verdict), ensure_ascii=False, indent=1) + "\n"
