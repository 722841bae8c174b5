"""A view as a table for the terminal, JSON, CSV or Markdown."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from io import StringIO
from typing import Any

from minutextract.render.wording import clip, fold

_WIDEST = 44


class ViewFormat(StrEnum):
    """The formats of a view."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MD = "md"


@dataclass(frozen=True, slots=True)
class View:
    """Rows to write.

    Attributes:
        columns: every column, in order: those of JSON and CSV.
        shown: those of them that a reader's table has room for.
        rows: by column; values are texts, numbers, truths, None, dictionaries of these, or lists of either.
    """

    columns: Sequence[str]
    shown: Sequence[str]
    rows: Sequence[Mapping[str, Any]]


def written(view: View, format: ViewFormat) -> str:
    """The view in a format, with a line break at the end; texts of documents never turn into markup or formulas."""
    if format is ViewFormat.JSON:
        rows = [{name: row[name] for name in view.columns} for row in view.rows]
        return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"
    if format is ViewFormat.CSV:
        return _csv(view)
    from minutextract.render.markdown import table

    cells = [[cell(row[name]) for name in view.shown] for row in view.rows]
    lines = table(view.shown, cells) if format is ViewFormat.MD else _aligned(view.shown, cells)
    return "".join(f"{line}\n" for line in lines)


def cell(value: Any) -> str:
    """A value as one line: lists with semicolons; of a dictionary the first value, the others in brackets."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        first, *others = [cell(one) for one in value.values()]
        rest = " – ".join(dict.fromkeys(other for other in others if other))
        return f"{first} ({rest})" if rest else first
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "; ".join(map(cell, value))
    return fold(str(value))


def _csv(view: View) -> str:
    stream = StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(view.columns)
    writer.writerows([_csv_cell(row[name]) for name in view.columns] for row in view.rows)
    return stream.getvalue()


def _csv_cell(value: Any) -> str:
    from minutextract.render.findings import guarded

    # Only texts can come from a document; a negative number stays one.
    return cell(value) if isinstance(value, int | float) else guarded(cell(value))


def _aligned(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Columns of one width each; a long cell is cut."""
    lines = [[name.replace("_", " ") for name in header], *([clip(one, _WIDEST) for one in row] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    numeric = [bool(rows) and all(row[n].isdigit() for row in rows) for n in range(len(header))]
    for line in lines:
        sides = zip(line, widths, numeric, strict=True)
        yield "  ".join(one.rjust(width) if right else one.ljust(width) for one, width, right in sides).rstrip()
