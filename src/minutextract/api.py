"""The commands as functions: files to records, summaries and a table of findings.

The classifier and the spaCy pipeline are loaded once, by the first function that needs them. Files are read in this
process; for files that may be hostile, hand over a `Pipeline` around a `Sandbox` (docs/python.md).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from minutextract.errors import MissingProgram, UsageError
from minutextract.pipeline import Pipeline
from minutextract.record import Record
from minutextract.render.summary import Summary
from minutextract.render.summary import summarize as summarize_record

if TYPE_CHECKING:
    from pandas import DataFrame


def extract(*paths: str | PathLike[str], pipeline: Pipeline | None = None) -> tuple[Record, ...]:
    """Everything that is found in some files: a record for each meeting, in the order of the files.

    Args:
        paths: the files; one may hold several meetings, and a message several documents.
        pipeline: what to use instead of the classifier and the spaCy pipeline that come along.

    Raises:
        ReadError: a file cannot be read, or holds no minutes.
        ModelError: the classifier is incomplete or altered.
        MissingProgram: there is no spaCy pipeline.
    """
    chosen = pipeline or shipped_pipeline()
    return tuple(record for path in paths for record in chosen.process_all(Path(path)))


def summarize(source: str | PathLike[str] | Record, *, pipeline: Pipeline | None = None) -> Summary:
    """The summary of one meeting; `text`, `markdown` and `html` of it are what goes round.

    Args:
        source: a file with the minutes of one meeting, or a record.
        pipeline: as for `extract`.

    Raises:
        UsageError: the file holds several meetings.
        MinutextractError: as `extract`.
    """
    if isinstance(source, Record):
        return summarize_record(source)
    records = extract(source, pipeline=pipeline)
    if len(records) > 1:
        raise UsageError(
            f"{source} holds the minutes of {len(records)} meetings",
            "Summarise each: [summarize(record) for record in extract(path)].",
        )
    return summarize_record(records[0])


def frame(records: Record | Iterable[Record]) -> DataFrame:
    """The findings as a pandas frame, one row each, with the columns of `extract --format csv`.

    `start` and `end` are characters of the record's text, `score` is a probability, `date` (of the meeting) and
    `due_date` are days, NaT where there is none; several names in a cell are parted by "; ".

    Raises:
        MissingProgram: pandas is not installed.
    """
    try:
        import pandas
    except ImportError as error:
        raise MissingProgram(f"pandas cannot be imported: {error}", "pip install 'minutextract[pandas]'") from error
    from minutextract.render.findings import COLUMNS, finding_rows

    some = (records,) if isinstance(records, Record) else records
    table = pandas.DataFrame([row for record in some for row in finding_rows(record)], columns=list(COLUMNS))
    for name in ("start", "end", "page", "score"):
        table[name] = pandas.to_numeric(table[name])
    table["date"] = pandas.to_datetime(table["date"], format="%Y-%m-%d")
    days = pandas.to_datetime(table["due"], format="%Y-%m-%d", errors="coerce")
    table.insert(table.columns.get_loc("due") + 1, "due_date", days)
    return table


@cache
def shipped_pipeline() -> Pipeline:
    """The pipeline around the classifier that comes along, loaded once."""
    return Pipeline.load()
