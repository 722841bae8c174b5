"""What goes to stderr: one line an error, and the log if it is asked for."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

from minutextract.errors import MinutextractError
from minutextract.render.wording import fold

log = logging.getLogger("minutextract")


def report(path: Path | None, error: MinutextractError) -> None:
    """Print `minutextract: <path>: <cause>. <remedy>` on one line."""
    print(one_line(path, error), file=sys.stderr)


def one_line(path: Path | None, error: MinutextractError) -> str:
    """`minutextract: <path>: <cause>. <remedy>`."""
    cause, remedy = fold(error.cause).rstrip("."), fold(error.remedy)
    named = path is None or f" {path} " in f" {error.cause} "
    where = "" if named else f"{fold(str(path))}: "
    remedy = f" {remedy[:1].upper()}{remedy[1:].rstrip('.')}." if remedy else ""
    return f"minutextract: {where}{cause}.{remedy}"


def set_up_logging(*, verbose: bool, progress: bool = False) -> None:
    """Send the package's log to stderr: all of it if verbose, what tells of progress, or warnings only."""
    level = logging.DEBUG if verbose else logging.INFO if progress else logging.WARNING
    logging.basicConfig(format="%(levelname)s %(name)s: %(message)s", stream=sys.stderr, force=True)
    log.setLevel(level)
