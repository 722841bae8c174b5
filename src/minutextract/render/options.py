"""What a summary is asked to be: how long, and how it speaks of people."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Length(StrEnum):
    """How much of the minutes a summary takes up."""

    BRIEF = "brief"
    STANDARD = "standard"
    FULL = "full"


class Attribution(StrEnum):
    """How a summary names those who speak, thank and act."""

    NAMED = "named"
    INITIALS = "initials"
    ROLE = "role"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class SummaryOptions:
    """How to summarise.

    Attributes:
        length: how much of the minutes the summary takes up.
        attribution: how people are named.
        checks: whether what the secretary should check is part of what is rendered; without it, what goes round holds
            the summary alone. `Summary.checks` has them either way.
        telling: whether those whom the minutes may not reach, though they concern them, are marked.
    """

    length: Length = Length.STANDARD
    attribution: Attribution = Attribution.NAMED
    checks: bool = False
    telling: bool = True


DEFAULT = SummaryOptions()
