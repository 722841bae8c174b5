"""A view as a table for the terminal, JSON, CSV, Markdown or a workbook."""

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
    XLSX = "xlsx"
    MD = "md"


@dataclass(frozen=True, slots=True)
class View:
    """Rows to write.

    Attributes:
        columns: every column, in order: those of JSON and CSV.
        shown: what a reader's table has room for; where all of a column is empty, a terminal leaves it out.
        rows: by column; values are texts, numbers, truths, None, dictionaries of these, or lists of either.
        wide: columns that a terminal gives the room of two.
    """

    columns: Sequence[str]
    shown: Sequence[str]
    rows: Sequence[Mapping[str, Any]]
    wide: Sequence[str] = ()


def written(view: View, format: ViewFormat) -> str | bytes:
    """The view in a format, with a line break at the end; texts of documents never turn into markup or formulas.

    Raises:
        MissingProgram: a workbook is asked for, and what makes it is not installed.
    """
    if format is ViewFormat.XLSX:
        from minutextract.views.workbook import workbook

        return workbook(view)
    if format is ViewFormat.JSON:
        rows = [{name: row[name] for name in view.columns} for row in view.rows]
        return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"
    if format is ViewFormat.CSV:
        return _csv(view)
    from minutextract.render.markdown import table

    cells = [[cell(row[name]) for name in view.shown] for row in view.rows]
    lines = table(view.shown, cells) if format is ViewFormat.MD else _aligned(view.shown, cells, view.wide)
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


def _aligned(header: Sequence[str], rows: Sequence[Sequence[str]], wide: Sequence[str]) -> Iterator[str]:
    """Columns of one width each, without empty ones; a long cell is cut."""
    kept = [n for n in range(len(header)) if not rows or any(row[n] for row in rows)]
    limits = [_WIDEST * 2 if header[n] in wide else _WIDEST for n in kept]
    lines = [[header[n].replace("_", " ") for n in kept]]
    lines += [[clip(row[n], limit) for n, limit in zip(kept, limits, strict=True)] for row in rows]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    numeric = [bool(rows) and all(row[n].isdigit() for row in rows) for n in kept]
    for line in lines:
        sides = zip(line, widths, numeric, strict=True)
        yield "  ".join(one.rjust(width) if right else one.ljust(width) for one, width, right in sides).rstrip()
