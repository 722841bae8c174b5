"""What stands before a task to say that it is one: an arrow, or a label parted from it by a dash."""

from __future__ import annotations

import re

from minutextract.document import Span

# "→ AB to …", "ACTION - The group to …": with the dash kept, the label would pass for the first of two owners.
_MARK = re.compile(
    r"\s{0,9}(?:(?:→|⇒|➔|➜|=>|-{1,9}\\?>)|"
    r"(?:ACTIONS?|Actions?)\s{1,3}[-–—]{1,2}\s)\s{0,9}"
)


def without_mark(text: str, content: Span) -> Span:
    """The content behind the mark it opens with, or all of it if there is none or nothing stands behind."""
    mark = _MARK.match(text, content.start, content.end)
    return Span(mark.end(), content.end) if mark and mark.end() < content.end else content
