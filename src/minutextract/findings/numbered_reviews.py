"""Lines that look back on a numbered task: number, matter and status ("AP 1/2 (roof): done, see 4")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from minutextract.document import Block, BlockKind, Document, Span
from minutextract.people.names import is_initials, looks_like_name
from minutextract.record import Sentence
from minutextract.structure.status import Progress, is_status, status_opening

_NUMBER = r"\d{1,4}(?:[./\-]\d{1,4}){0,3}"
_HEAD = re.compile(
    rf"[\W_]{{0,4}}(?:(?:[Aa]ctions?|ACTIONS?|AP|AI|[Ii]tem)\s*#?(?P<ref>{_NUMBER})|"
    rf"(?P<own>[A-Z]{{1,6}}[/\-]{_NUMBER}|\d{{1,4}}[./\-]\d{{1,4}}))[*_]{{0,3}}\s*"
    r"(?:\((?P<topic>[^()]{2,80})\)|[:–—-]?\s*(?P<words>[A-Z][^:.;()]{2,70}?))\s*(?:[:.;,]|\s[–—-])\s+(?=\S)"
)
_TASK = re.compile(r"\b(?:to|will|shall|must|should)\s+(?!(?:the|an?|our|its|their|all)\b)[a-z]")
# "AB to hold it in May instead", "CD has taken this over and will …": what is left to do, and by whom.
_LEFT = re.compile(
    r"(?:[^.;:]{3,50},\s+)?(?P<clause>[A-Z][\w’'.-]*(?:(?:\s+and\s+|\s*[,/&]\s*|\s+)[A-Z][\w’'.-]*){0,4}\s+"
    r"(?:(?:has|have)\s+taken\s+(?:this|it)\s+(?:over|on)\s+and\s+will|to|will)\s+[a-z])"
)


@dataclass(frozen=True, slots=True)
class NumberedReview:
    """A line of a review.

    Attributes:
        ref: the task's number.
        topic: what it is about.
        said: how it stands, in words.
        progress: the same as a status.
        left: the sentence that says what is left to do and names somebody for it, and where it names them.
        silent: the sentences that say no more than how it stands, by their ids.
    """

    ref: str
    topic: Span
    said: Span
    progress: Progress
    left: tuple[Sentence, int] | None
    silent: frozenset[str]


def numbered_review(document: Document, block: Block, sentences: Sequence[Sentence]) -> NumberedReview | None:
    """What a block says of a numbered task, or None if it does not look back on one.

    Args:
        document: the minutes.
        block: the block.
        sentences: those of the block, in order.
    """
    text = document.text
    head = _HEAD.match(text, block.content.start, block.content.end) if block.kind is not BlockKind.ROW else None
    if head is None or not sentences:
        return None
    topic = Span(*head.span("topic" if head["topic"] else "words"))
    words = topic.of(text)
    if is_initials(words) or looks_like_name(words) or _TASK.search(words):
        return None
    stated = _stated(text, Span(head.end(), block.content.end), sentences)
    if stated is None:
        return None
    said, progress = stated
    silent = {one.id for one in sentences[1:] if one.span.start == said.start or is_status(one.span.of(text))}
    left = None if progress in (Progress.DONE, Progress.DROPPED) else _left(text, head.end(), sentences)
    return NumberedReview(head["ref"] or head["own"], topic, said, progress, left, frozenset(silent))


def _stated(text: str, rest: Span, sentences: Sequence[Sentence]) -> tuple[Span, Progress] | None:
    """Where a status stands, and which: right behind the head, or as the last sentence of the block."""
    within = next((one for one in sentences if one.span.start <= rest.start < one.span.end), None)
    if within and (progress := status_opening(text[rest.start : within.span.end])):
        return Span(rest.start, within.span.end), progress
    for one in sentences[1:]:
        said = one.span.of(text)
        alone = is_status(said) or re.match(r"\W*[A-Z]{4,}\b", said) or one.span.start == rest.start
        if alone and (progress := status_opening(said)):
            return one.span, progress
    return None


def _left(text: str, start: int, sentences: Sequence[Sentence]) -> tuple[Sentence, int] | None:
    """The one sentence behind the head that puts something on somebody."""
    found = [
        (one, left.start("clause"))
        for one in sentences
        if one.span.start >= start and (left := _LEFT.match(text, one.span.start, one.span.end))
    ]
    return found[0] if len(found) == 1 else None
