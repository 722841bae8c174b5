"""Handles in front of a task: "@kit and @una - mend the gate", "@kit (+@una) - …", "@kit is building a shed"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutextract.document import Span

_HANDLE = r"@[A-Za-z][\w-]*"
_FRONT = re.compile(
    rf"\W{{0,3}}(?P<names>{_HANDLE}(?:(?:\s?[,/&+(]\s?[+&]?\s?|\s[+&(]{{1,2}}\s?|,?\s+and\s+){_HANDLE}\)?){{0,8}})"
    r"(?P<divider>\s*:\s+|\s+[-–—]{1,2}\s+|\s+(?:to\s+)?)(?=[^\s\W]|[“\"'`\[(])"
)


@dataclass(frozen=True, slots=True)
class Handles:
    """The handles that lead a line, where the task begins, whether a mark parts the two and whether several lead."""

    owners: Span
    task: int
    divided: bool
    several: bool


def handles_in_front(text: str, span: Span) -> Handles | None:
    """The handles with which a stretch of text opens, if something stands behind them."""
    found = _FRONT.match(text, span.start, span.end)
    if found is None:
        return None
    names = Span(*found.span("names"))
    divided = found["divider"].strip(" \t\n") not in ("", "to")
    return Handles(names, found.end(), divided, names.of(text).count("@") > 1)
