"""The options of commands that write summaries."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from minutextract.cli.options import option
from minutextract.render import Attribution, Length, SummaryFormat

FormatOption = Annotated[
    SummaryFormat | None,
    typer.Option(
        "--format",
        help="csv, xlsx and ics are the action log; docx, xlsx and pdf need --output.  [default: text]",
        show_default=False,
    ),
]
LengthOption = Annotated[
    Length | None,
    typer.Option("--length", help="How much of the minutes to keep.  [default: standard]", show_default=False),
]
AttributionOption = Annotated[
    Attribution | None,
    typer.Option("--attribution", help="How to name those who speak and act.  [default: named]", show_default=False),
]
HouseOption = Annotated[
    Path | None, option("--house", "FILE", "House style; else minutextract.toml in the working directory.")
]
Template = Annotated[str | None, option("--template", "FILE", "Write through this template, or one of that name.")]
Public = Annotated[bool, typer.Option("--public", help="Mask names and contact details, leave confidential items out.")]
RedactionsFile = Annotated[
    Path | None, option("--redactions", "FILE", "Report what --public took away, as .json or .md.")
]
RedactedWords = Annotated[
    bool, typer.Option("--redacted-words", help="Have the words that were masked in that report, too.")
]
Checks = Annotated[
    bool | None,
    typer.Option(
        "--checks/--no-checks",
        help="Put what to check into the summary, or say nothing of it; else it goes to stderr.",
        show_default=False,
    ),
]
To = Annotated[list[str] | None, option("--to", "ADDRESS", "Of an eml: who is to have it; may be given several times.")]
Attach = Annotated[
    list[SummaryFormat] | None,
    typer.Option("--attach", help="Of an eml: attach this format too; may be given several times.", show_default=False),
]
