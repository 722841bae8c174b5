"""Words that say how an earlier action stands."""

from __future__ import annotations

import re

_STATUS_ONLY = re.compile(
    r"\W*(?:actions?\s*[:\-–]?\s*)?(?:is\s+|was\s+|now\s+)?(?:carried\s+forwards?|carried\s+over|ongoing|completed?|closed|"
    r"done|discharged|cancelled|withdrawn|in\s+progress|pending|no\s+progress|none|n/a|nil|wip)\W*",
    re.IGNORECASE,
)
_FINISHED = r"(?:done|completed?|closed|discharged|cancelled|withdrawn)"
_DONE = re.compile(
    rf"\b{_FINISHED}\b\W*$|^\W*{_FINISHED}\b|\[(?:done|closed|x)\]|"
    rf"\baction\s+(?:now\s+)?{_FINISHED}\b|\s[-–—]\s*{_FINISHED}\b(?=\s*(?:$|[(.\-–—]))",
    re.IGNORECASE,
)


def is_status(said: str) -> bool:
    """Whether the words only say how an earlier action stands ("Action carried forward")."""
    return bool(_STATUS_ONLY.fullmatch(said))


def is_done(said: str) -> bool:
    """Whether the words say that a task is finished, or dropped."""
    return bool(_DONE.search(said))
