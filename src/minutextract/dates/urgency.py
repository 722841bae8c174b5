"""Words that press for something without naming a day: "as soon as possible", "in due course"."""

from __future__ import annotations

import re

from minutextract.dates.moments import Moment, Reference
from minutextract.dates.patterns import any_of

_CAN = any_of("possible practicable practical feasible convenient can_be")
# "Immediately after …" is a place or a time of its own.
_PLACES = any_of("after before following next adjacent opposite prior behind above below preceding around outside")
_OPEN = re.compile(
    rf"(?:as\s+soon\s+as\s+(?:(?:it\s+)?is\s+)?(?:(?:reasonably|physically|humanly)\s+)?{_CAN}|a\.s\.a\.p\.?|asap"
    rf"|as\s+and\s+when(?:\s+{any_of('necessary required needed possible available')})?"
    rf"|when(?:ever)?\s+{any_of('possible convenient practicable time_allows time_permits')}"
    rf"|{any_of('in_due_course in_good_time straightaway straight_away right_away urgently forthwith promptly')}"
    r"|without\s+delay|right\s+now(?=\W*$)"
    rf"|immediately(?!\s+{_PLACES})|shortly(?!\s+(?:after|before|prior))"
    r"|(?<!as\s)(?<!how\s)(?<!too\s)(?<!so\s)(?<!coming\s)(?<!coming\sout\s)soon(?!\s+(?:as|after|be|to\s+be)\b)"
    rf"|at\s+(?:the|his|her|their|your)\s+earliest\s+{any_of('opportunity convenience possible')}"
    rf"|in\s+the\s+(?:very\s+)?(?:near|coming)\s+{any_of('future days weeks months')})(?!\w)",
    re.IGNORECASE,
)
_OPEN_WORD = re.compile(rf"\b{_OPEN.pattern}", re.IGNORECASE)


def vague_at(text: str, at: int, _reference: Reference | None = None) -> Moment | None:
    """Words of urgency that begin here."""
    found = _OPEN.match(text, at)
    return Moment(found.end()) if found else None


def find_vague(text: str) -> tuple[int, int] | None:
    """Where the first words of urgency stand."""
    found = _OPEN_WORD.search(text)
    return found.span() if found else None
