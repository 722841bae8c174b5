"""The log as CSV."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO

from minutextract.actionlog.columns import COLUMNS, Value
from minutextract.actionlog.row import ActionLog
from minutextract.render.findings import guarded


def log_csv(log: ActionLog) -> str:
    """A heading and one line an action; dates in ISO form, and no cell that a spreadsheet takes for a formula."""
    stream = StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(column.heading for column in COLUMNS)
    writer.writerows([_cell(column.value(row)) for column in COLUMNS] for row in log.rows)
    return stream.getvalue()


def _cell(value: Value) -> str:
    if isinstance(value, str):
        return guarded(value)
    return value.isoformat() if isinstance(value, date) else "" if value is None else str(value)
