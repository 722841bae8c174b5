"""The log of some meetings in the formats that `summarize` offers."""

from __future__ import annotations

from collections.abc import Sequence

from minutextract.actionlog.dated import IcsKind
from minutextract.actionlog.from_records import log_of_records
from minutextract.record import Record


def records_log_csv(records: Sequence[Record]) -> str:
    """As `log_csv`."""
    from minutextract.actionlog.table import log_csv

    return log_csv(log_of_records(records))


def records_log_xlsx(records: Sequence[Record]) -> bytes:
    """As `log_xlsx`."""
    from minutextract.actionlog.workbook import log_xlsx

    return log_xlsx(log_of_records(records))


def records_log_ics(records: Sequence[Record], kind: IcsKind) -> bytes:
    """As `log_ics`."""
    from minutextract.actionlog.tasks import log_ics

    return log_ics(log_of_records(records), kind)
