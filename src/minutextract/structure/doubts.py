"""What the minutes say of the meeting in part only: the warnings that tell it, and what they quote."""

from __future__ import annotations

from collections.abc import Iterable

MONTH_ONLY = "the minutes give only the month of the meeting: "
ORDER_OPEN = "the minutes give the day of the meeting in digits, day or month first: "
NO_YEAR = "the minutes give the day of the meeting without its year: "
OTHER_DAYS = "the head of the minutes gives another day as well: "
OTHER_MONTH = "the name of the file gives another month than the minutes: "
NEXT_BEFORE = "the next meeting is given for a day before this one: "
COLUMNS = "the attendance lists stand side by side and could not be told apart: "
COUNT_ONLY = "the minutes count those who were there without naming them: "
COUNTED = "the minutes count "
BOTH_WAYS = "listed both as present and as not there, counted as present: "
UNREAD = "a line of the attendance list in which no name was recognised: "


def quoted(warnings: Iterable[str], opening: str) -> str | None:
    """The words of the minutes that a warning with this opening quotes; None if there is no such warning."""
    return next((warning.removeprefix(opening) for warning in warnings if warning.startswith(opening)), None)
