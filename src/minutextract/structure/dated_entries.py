"""Logs: paragraphs that each open with an ISO date, with or without the text on the same line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from minutextract.dates import find_dates, infer_day_first
from minutextract.dates.file_name import date_in_name
from minutextract.document import Block, BlockKind, Document, Span

# A stretch of days ("2024-05-01 to 2024-05-03") is no entry of one.
_OPENING = re.compile(r"\W{0,3}(\d{4}-\d{2}-\d{2})(?![\w/])(?!\s*(?:to|until|[-–—/])\s*\d)[\s:.,;–—-]*")
_FEWEST = 3
_MOST_TITLES = 3
_LONGEST_TITLE = 14
# Days of one gathering are told in one set of minutes.
_ONE_GATHERING = 6
UNDATED = (
    "this is a log of dated entries that could not be told apart surely: it was read as one document without a date"
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A block that opens with a day: its index, the day, and where its own words begin, in the document's text."""

    index: int
    date: date
    start: int


def log_entries(document: Document) -> list[Dated]:
    """The entries of a log, in its order; none if the document is no log.

    A log has entries of at least three days, one or more with the text on the line of its date, and no date above the
    first.
    """
    found = [entry for index, block in enumerate(document.blocks) if (entry := _opens(document, index, block))]
    if len({entry.date for entry in found}) < _FEWEST or all(_is_bare(document, entry) for entry in found):
        return []
    day_first = infer_day_first(document.text)
    above = document.blocks[: found[0].index]
    dated = any(find_dates(block.span.of(document.text), day_first=day_first) for block in above)
    return [] if dated else found


def parts_of_log(document: Document, entries: Sequence[Dated]) -> list[tuple[Document, date]]:
    """One document an entry, titles of the log included; those of one day that follow each other stay together.

    Nothing unless it is sure that each entry is of its date: only titles stand above the first and no heading behind
    it, the days go one way, and the file's name gives none.
    """
    if not _is_sure(document, entries):
        return []
    above = document.blocks[: entries[0].index]
    firsts = [entries[0], *(after for before, after in pairwise(entries) if after.date != before.date)]
    openings = {entry.index: entry for entry in entries}
    ends = [*(entry.index for entry in firsts[1:]), len(document.blocks)]
    parts = []
    for first, end in zip(firsts, ends, strict=True):
        own = [_without_date(document, index, openings.get(index)) for index in range(first.index, end)]
        parts.append((replace(document, blocks=(*above, *own)), first.date))
    return parts


def is_log_entry(document: Document) -> bool:
    """Whether the document is one entry of a log, and need not tell of a meeting."""
    return any(
        block.kind is BlockKind.PARAGRAPH and block.number is None and block.content.start > block.span.start
        for block in document.blocks
    )


def _opens(document: Document, index: int, block: Block) -> Dated | None:
    text = block.content.of(document.text)
    found = _OPENING.match(text) if block.kind is BlockKind.PARAGRAPH else None
    days = find_dates(found[1], day_first=None) if found else []
    if not found or not days or days[0].date is None:
        return None
    return Dated(index, days[0].date, block.content.start + found.end())


def _is_bare(document: Document, entry: Dated) -> bool:
    return entry.start >= document.blocks[entry.index].content.end


def _is_sure(document: Document, entries: Sequence[Dated]) -> bool:
    if not entries or date_in_name(document.source.name, day_first=None):
        return False
    first, days = entries[0].index, [entry.date for entry in entries]
    titles = [block.content.of(document.text).split() for block in document.blocks[:first]]
    if len(titles) > _MOST_TITLES or any(len(words) > _LONGEST_TITLE for words in titles):
        return False
    if any(block.kind is BlockKind.HEADING for block in document.blocks[first:]):
        return False
    ordered = days in (sorted(days), sorted(days, reverse=True))
    return ordered and (max(days) - min(days)).days > _ONE_GATHERING


def _without_date(document: Document, index: int, entry: Dated | None) -> Block:
    """The block with its own words as content, so that no finding begins with the date."""
    block = document.blocks[index]
    if entry is None:
        return block
    return replace(block, content=Span(min(entry.start, block.content.end), block.content.end))
