"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from minutextract.actionlog.dated import IcsKind


def option(name: str, metavar: str, help: str) -> Any:
    """An option that is None unless it is given, and has no default to show."""
    return typer.Option(name, metavar=metavar, help=help, show_default=False)


def argument(metavar: str, help: str) -> Any:
    """A required argument."""
    return typer.Argument(metavar=metavar, help=help, show_default=False)


Files = Annotated[list[Path], argument("FILE", "Minutes: .docx, .pdf, .html, .md, .txt, .eml and others.")]
Corpora = Annotated[list[Path], argument("CORPUS", "JSON Lines of annotated units.")]
Output = Annotated[Path | None, option("--output", "PATH", "Write here instead of to stdout.")]
Model = Annotated[Path | None, option("--model", "DIR", "A model folder other than the one that comes along.")]
Spacy = Annotated[str | None, option("--spacy", "NAME", "An installed spaCy pipeline for named entities.")]
Verbose = Annotated[bool, typer.Option("--verbose", help="Log to stderr, with tracebacks of unforeseen errors.")]
IcsAs = Annotated[
    IcsKind, typer.Option("--ics-as", help="In a calendar file: tasks, or events of the day on which they are due.")
]
