"""`minutextract corpus validate`: every problem of corpus files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import typer

from minutextract.cli.options import Corpora
from minutextract.cli.output import write_result
from minutextract.errors import ExitCode


def validate_cli(corpus: Corpora) -> None:
    """List every problem of corpus files.

    With file and line, cause and remedy; exit code 1 if there is a problem.
    """
    text, sound = validate_corpora(corpus)
    write_result(text, None)
    if not sound:
        raise typer.Exit(ExitCode.USAGE)


def validate_corpora(corpus: Sequence[Path]) -> tuple[str, bool]:
    """A line for each problem and one that sums up; and whether there is none."""
    from minutextract.corpus.validation import find_problems

    problems, count = find_problems(corpus)
    lines = [f"{one.where}: {one.cause}. {one.remedy}" for one in problems]
    lines.append(f"{count} units, {len(problems) or 'no'} problem{'' if len(problems) == 1 else 's'}")
    return "".join(f"{line}\n" for line in lines), not problems and count > 0
