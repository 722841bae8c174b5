"""By when an action is due, as its sentence says: a day, an event, or words that leave it open."""

from __future__ import annotations

import re
from datetime import date

from minutextract.dates.moments import Reference
from minutextract.dates.phrases import Phrase, bare_phrase, cued_phrase, vague_phrase
from minutextract.record import Due

# No sentence is longer; what is, is not read further.
_LONGEST = 4_000
# The full stop of an abbreviated month may as well be the sentence's.
_FULL_STOP = re.compile(r"\w{3}\.$")


def find_due(text: str, meeting: date | None, *, day_first: bool | None) -> Due | None:
    """When the action in a sentence is due, as its words say; None if they do not.

    The first due phrase counts, with its date, or its event ("by the next meeting"), or neither if it is vague or
    could mean several days; one such as "as soon as possible" gives way to a later one that says more.

    Args:
        text: the sentence of an action.
        meeting: the day of the meeting; without it, words such as "Friday" give no date.
        day_first: the order of day and month in numeric dates, None if unknown.
    """
    found = find_due_span(text, meeting, day_first=day_first)
    return found[2] if found else None


def find_due_span(text: str, meeting: date | None, *, day_first: bool | None) -> tuple[int, int, Due] | None:
    """As `find_due`, with the offsets at which the phrase starts and ends."""
    found = _phrase(text[:_LONGEST], Reference(meeting, day_first))
    if found is None:
        return None
    words = text[found.start : found.end]
    if _FULL_STOP.search(words):
        words = words[:-1]
    return found.start, found.start + len(words), Due(words, found.date, words if found.event else None)


def _phrase(text: str, reference: Reference) -> Phrase | None:
    return cued_phrase(text, reference) or bare_phrase(text, reference) or vague_phrase(text)
