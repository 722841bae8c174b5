"""Whether a document writes the day or the month first in numeric dates."""

from __future__ import annotations

import re
from functools import lru_cache

from minutextract.dates.patterns import DAY, FULL_YEAR, GAP, MAYBE_GAP, MONTH
from minutextract.dates.written import NUMERIC

_DAY_MONTH = re.compile(rf"(?<![\d.,:/-])(?:{DAY}){GAP}(?:of{GAP})?(?:{MONTH}),?{GAP}(?:{FULL_YEAR})", re.IGNORECASE)
_MONTH_DAY = re.compile(rf"(?<![a-z])(?:{MONTH}){GAP}(?:{DAY})(?:,{MAYBE_GAP}|{GAP})(?:{FULL_YEAR})", re.IGNORECASE)
_BRITISH = re.compile(
    r"£\d|\b(?:cllrs?|councillors?|whilst|apologies for absence|organisations?|programmes?|colour|favour|behaviour|"
    r"minuted|fortnight|neighbours?|neighbourhood|p\.?c\.?c\.?|borough council|parish council)\b",
    re.IGNORECASE,
)
_LOOK_BACK = 2
_SHORT = re.compile(r"(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})(?!\d)")


# Several steps ask it of the whole of one document.
@lru_cache(maxsize=2)
def infer_day_first(text: str) -> bool | None:
    """True for day before month, False for month before day, None if the text does not show it or contradicts itself.

    Numeric dates with a day beyond 12 decide. Without any, the way that dates with month names are written does, if
    there are at least two and all of one kind, and for month first no British spelling beside them.
    """
    orders: set[bool] = set()
    for found in NUMERIC.finditer(text):
        first, second = int(found["first"]), int(found["second"])
        if _is_part(text, found) or not (first > 12) ^ (second > 12) or not 1 <= min(first, second) <= 12:
            continue
        if max(first, second) <= 31:
            orders.add(first > 12)
        if len(orders) == 2:
            return None
    return orders.pop() if orders else _by_names(text)


def is_ambiguous(text: str, day_first: bool | None) -> bool:
    """Whether a numeric date in the text can be read in either order, and nothing says which is meant."""
    if day_first is not None:
        return False
    return any(
        0 < int(day) <= 12 and 0 < int(month) <= 12 and int(day) != int(month) for day, month in _SHORT.findall(text)
    )


def _is_part(text: str, found: re.Match[str]) -> bool:
    """Whether the numbers belong to something longer, or to a section or version number."""
    before = text[max(0, found.start() - _LOOK_BACK) : found.start()]
    if re.search(r"[\w£$€#]$|\d[.,:/\-]$", before):
        return True
    return len(found["year"]) == 2 and "/" not in found["mark"]


def _by_names(text: str) -> bool | None:
    day_month = len(_DAY_MONTH.findall(text))
    month_day = len(_MONTH_DAY.findall(text))
    if bool(day_month) == bool(month_day):
        return None
    british = _BRITISH.search(text) is not None
    if day_month:
        return True if day_month >= 2 or british else None
    return False if month_day >= 2 and not british else None
