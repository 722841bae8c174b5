"""Exit codes: errors and interruptions as the contract numbers them, where Typer would choose others."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

import typer
from typer.core import TyperGroup

from minutextract.cli.messages import report, set_up_logging
from minutextract.errors import ExitCode, MinutextractError

# Typer has no public name of its own for the class that wrong options raise; this one derives from it everywhere.
_WrongOptions = cast(type[Exception], typer.BadParameter.__mro__[1])


class Commands(TyperGroup):
    """The commands, ending with our exit codes: a wrong option is 1, since 2 means quarantined documents."""

    def make_context(self, *args: Any, **kwargs: Any) -> Any:
        """As Typer's, with our exit codes."""
        with _our_exit_codes():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: Any) -> Any:
        """As Typer's, with our exit codes."""
        with _our_exit_codes():
            return super().invoke(ctx)


@contextmanager
def _our_exit_codes() -> Iterator[None]:
    set_up_logging(verbose=False)
    try:
        yield
    except MinutextractError as error:
        report(None, error)
        raise typer.Exit(error.exit_code) from None
    except KeyboardInterrupt:
        raise typer.Exit(ExitCode.INTERRUPTED) from None
    except BrokenPipeError:
        raise typer.Exit(ExitCode.OK) from None
    except _WrongOptions as error:
        error.exit_code = ExitCode.USAGE  # type: ignore[attr-defined]
        raise
