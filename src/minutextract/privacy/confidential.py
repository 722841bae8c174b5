"""Which stretches of minutes are not for the public: what the house names, and what the minutes close themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from minutextract.document import Block, BlockKind, Document, Span
from minutextract.meeting import Item
from minutextract.people.names import fold_name
from minutextract.record import Record

_CONFIDENTIAL = re.compile(
    r"\bconfidential\b|\bexempt\s(?:items?|business|information|matters?|minutes?|reports?|part)\b|^\W*exempt\W*$|"
    r"[(\[–—-]\s?exempt\s?[)\]]?$|\breserved\s(?:business|items?|matters?|areas?)\b|\bnot\sfor\spublication\b",
    re.IGNORECASE,
)
# What follows such a heading stays closed until the minutes open again.
_SESSION = re.compile(
    r"\b(?:closed|private|confidential|executive)\s(?:session|part|meeting)\b|\bin\s?camera\b|\bPart\s(?:II\b|2\s(?:items?|minutes|business)\b)|"
    r"\bexclusion\sof\s(?:the\s)?(?:press|public)\b|\bpress\sand\spublic\s(?:were\s)?excluded\b",
    re.IGNORECASE,
)
_CLOSES = re.compile(
    r"\b(?:exclude[ds]?|excluding)\s(?:the\s)?(?:members\sof\sthe\s)?(?:press|public)\b|"
    r"\b(?:press|public)\b[^.]{0,40}\b(?:be|were|was)\sexcluded\b|\b(?:move|moved|go|went|entered|resumed)\s(?:in\s?to|in)\s"
    r"(?:a\s|an\s)?(?:closed|private|confidential|executive)\ssession\b|\b(?:went|moved|go|move)\s(?:in\s?to\s|in\s)camera\b",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"\b(?:returned|returns|resumed|reconvened|reverted|moved\sback|went\sback|back)\b[^.]{0,30}\b(?:open|public)\s"
    r"(?:session|part|meeting)\b|\b(?:out\sof|left|ended)\s(?:camera|(?:the\s)?(?:closed|private|confidential|executive)\s"
    r"session)\b|\b(?:press|public)\b[^.]{0,40}\b(?:readmitted|re-admitted|rejoined)\b|"
    r"\b(?:closed|private|confidential|executive)\ssession\s(?:was\s)?(?:ended|closed)\b",
    re.IGNORECASE,
)
_OPEN_HEADING = re.compile(
    r"\b(?:open|public)\s(?:session|part|meeting)\b|\bPart\s(?:I|1|one)\b|\bend\sof\s(?:the\s)?(?:closed|private|confidential)\b",
    re.IGNORECASE,
)
_NOT_SO = re.compile(
    r"\bnon-?\s?confidential\b|\b(?:not|no|nil|none|without|any)\b[^.]{0,40}\b(?:confidential|exempt|closed|private|in\scamera|"
    r"exclu\w+)|\b(?:confidential|exempt|reserved|private|closed)\b[^.]{0,30}[:–—-]\s?(?:none|nil|n/a)\b",
    re.IGNORECASE,
)
_MARK = re.compile(
    r"\W{0,3}(?:strictly\s|private\s(?:and|&)\s)?confidential\s?(?:[:\])–—]|-\s|item\b)|\W{0,3}not\sfor\spublication\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Closed:
    """A stretch that is not for the public, and the words or the number for which it is not."""

    span: Span
    item: str
    reason: str


def closed_stretches(record: Record, listed: Sequence[str]) -> list[Closed]:
    """What the public should not read, in the order of the minutes; stretches may overlap.

    Args:
        record: the record of the meeting.
        listed: numbers and titles of items that the house keeps confidential.
    """
    found = [*_items(record, listed), *_headings(record), *_paragraphs(record)]
    return sorted(found, key=lambda one: one.span)


def is_closed(text: str) -> bool:
    """Whether a heading says that what stands under it is not for the public."""
    return bool((_CONFIDENTIAL.search(text) or _SESSION.search(text)) and not _NOT_SO.search(text))


def _items(record: Record, listed: Sequence[str]) -> Iterator[Closed]:
    wanted = {_plain(one) for one in listed}
    for item in record.meeting.items:
        label = f"item {item.number}" if item.number else "an item without a number"
        is_listed = _plain(item.number or "") in wanted or _plain(item.title) in wanted
        if is_listed or is_closed(item.title):
            reason = "listed as confidential" if is_listed else "its heading says so"
            for own in _with_parts(item, record.meeting.items):
                yield Closed(own.span, label, reason)
            if not is_listed and _SESSION.search(item.title):
                yield Closed(_until_open(record.document, item.span.start), label, "a session closed to the public")


def _plain(words: str) -> str:
    return fold_name(words).strip(" .:)")


def _with_parts(item: Item, items: Sequence[Item]) -> Iterator[Item]:
    """The item and those below it: 7 has 7.1, and 7a."""
    yield item
    if item.number:
        below = re.compile(rf"{re.escape(item.number.rstrip('.'))}(?:\.\d|\s?\(?[a-z])")
        yield from (one for one in items if one.number and below.match(one.number))


def _headings(record: Record) -> Iterator[Closed]:
    blocks = record.document.blocks
    for number, block in enumerate(blocks):
        if block.kind is not BlockKind.HEADING and not block.bold:
            continue
        words = block.span.of(record.document.text)
        if len(words) > 150 or not is_closed(words):
            continue
        if _SESSION.search(words):
            yield Closed(_until_open(record.document, block.span.start), "", "a session closed to the public")
        else:
            end = next(
                (one.span.start for one in blocks[number + 1 :] if _is_above(one, block)), len(record.document.text)
            )
            yield Closed(Span(block.span.start, end), "", "its heading says so")


def _is_above(block: Block, heading: Block) -> bool:
    if heading.kind is BlockKind.HEADING:
        return block.kind is BlockKind.HEADING and block.level <= heading.level
    return block.kind is BlockKind.HEADING or block.bold


def _paragraphs(record: Record) -> Iterator[Closed]:
    blocks = {sentence.block for sentence in record.sentences}
    for number in sorted(blocks):
        block = record.document.blocks[number]
        words = block.span.of(record.document.text)
        if _NOT_SO.search(words):
            continue
        if _MARK.match(words):
            yield Closed(block.span, "", "it is marked confidential")
        elif _CLOSES.search(words):
            yield Closed(_until_open(record.document, block.span.end), "", "a session closed to the public")


def _until_open(document: Document, start: int) -> Span:
    """From here to the paragraph that opens the meeting again, else to the end."""
    for block in document.blocks:
        if block.span.start <= start:
            continue
        words = block.span.of(document.text)
        is_heading = (block.kind is BlockKind.HEADING or block.bold) and not is_closed(words)
        if (_OPENS.search(words) and not _CLOSES.search(words)) or (is_heading and _OPEN_HEADING.search(words)):
            return Span(start, block.span.start)
    return Span(start, max(start, document.extent.end))
