"""`minutextract demo`: the summary of sample minutes, for who has none at hand."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from minutextract.cli.circulation import Circulation
from minutextract.cli.documents import Documents, load_pipeline
from minutextract.cli.options import Model, Spacy, option
from minutextract.cli.output import write_result
from minutextract.cli.summarize import summarize_files
from minutextract.errors import UsageError
from minutextract.render import SummaryFormat, SummaryOptions
from minutextract.sample import sample_minutes

_Save = Annotated[
    Path | None, option("--save", "FILE", "Write the sample minutes there instead, to try other commands.")
]


def demo_cli(save: _Save = None, model: Model = None, spacy: Spacy = None) -> None:
    """Summarise the sample minutes that come along.

    They are those of an invented group at an invented hospital.
    """
    from minutextract.house.model import House

    sample = sample_minutes()
    if save is None:
        documents = Documents([sample], partial(load_pipeline, model, spacy))
        circulation = Circulation(SummaryFormat.TEXT, SummaryOptions(), House())
        raise typer.Exit(summarize_files([sample], documents, circulation, output=None))
    if save.exists():
        raise UsageError(f"{save} is there already", "Name a new file.")
    write_result(sample.read_bytes(), save)
