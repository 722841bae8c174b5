"""The due phrase of an action sentence."""

from __future__ import annotations

from datetime import date

from minutextract.record import Due


def find_due(text: str, meeting: date | None, *, day_first: bool | None) -> Due | None:
    """The first due phrase."""
    found = find_due_span(text, meeting, day_first=day_first)
    return found[2] if found else None


def find_due_span(text: str, meeting: date | None, *, day_first: bool | None) -> tuple[int, int, Due] | None:
    """The first due phrase with its place."""
    return None
