"""The last day of what `--until` names: a day, a month or a year."""

from __future__ import annotations

import calendar
from datetime import date


def last_day(period: str) -> date:
    """The last day of a period in ISO form: 2024-05-21, 2024-05 or 2024.

    Raises:
        ValueError: it is none of these.
    """
    year, *rest = map(int, period.split("-"))
    month = rest[0] if rest else 12
    return date(year, month, rest[1] if len(rest) > 1 else calendar.monthrange(year, month)[1])
