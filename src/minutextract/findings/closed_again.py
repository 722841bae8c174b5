"""Tasks that the minutes tell done and list once more without saying so, as a list of all actions at the end does."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from minutextract.document import Document
from minutextract.findings.standing import Standing
from minutextract.record import Sentence
from minutextract.structure.status import Progress

# "Action 12: Kit to …": the number that both lines open with.
_NUMBERED = re.compile(
    r"\W*(?:actions?|ai|ap|task)?\s*#?(?P<number>\d[\w./-]{0,10})\s*[:.)–—-]?\s+(?P<task>\S.*)", re.IGNORECASE
)
_OVER = (Progress.DONE, Progress.DROPPED)
# So many first words tell whether it is the same task; one of fewer may be told of something else.
_COMPARED, _FEWEST = 8, 3


def closed_again(
    document: Document, sentences: Sequence[Sentence], tasks: Mapping[str, Standing], rows: Collection[int]
) -> frozenset[str]:
    """The ids of sentences that repeat, number and first words, a task told done or dropped before them."""
    over: set[tuple[str, ...]] = set()
    again: set[str] = set()
    for sentence in sentences:
        standing = tasks.get(sentence.id)
        span = standing.task if standing and standing.task.within(sentence.span) else sentence.span
        key = None if sentence.block in rows else _key(span.of(document.text))
        if key is None:
            continue
        if standing and standing.progress in _OVER:
            over.add(key)
        elif standing is None and key in over:
            again.add(sentence.id)
    return frozenset(again)


def _key(said: str) -> tuple[str, ...] | None:
    """The number and the first words of a numbered task."""
    found = _NUMBERED.match(said)
    words = re.findall(r"\w+", found["task"].lower())[:_COMPARED] if found else []
    return (found["number"], *words) if found and len(words) >= _FEWEST else None
