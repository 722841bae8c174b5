"""Due phrases that name an occasion, with or without its day."""

from __future__ import annotations

from datetime import date

import pytest

from minutextract.dates import find_due


@pytest.mark.parametrize(
    ("text", "phrase", "day"),
    [
        ("Bring it to the board for subsequent review", None, None),
        (
            "Think about it between now and the next committee meeting",
            "between now and the next committee meeting",
            None,
        ),
        ("Discuss this at the next board meeting tomorrow", "at the next board meeting tomorrow", date(2024, 5, 22)),
    ],
)
def test_occasions_with_their_day(text: str, phrase: str | None, day: date | None) -> None:
    due = find_due(text, date(2024, 5, 21), day_first=True)
    assert (due.text if due else None, due.date if due else None) == (phrase, day)
