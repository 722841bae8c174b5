"""The title of the minutes, and whether they are a draft."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutextract.document import Block, BlockKind, Document

_NO_TITLE = frozenset(
    "agenda, attendees, present, attendance, participants, in attendance, attending, "
    "introduction, introductions, status update, status updates, updates, topics, discussion, action items, actions, "
    "apologies, regrets, those present, members present, agenda items, summary".split(", ")
)
_BARE = frozenset(
    {"minutes", "meeting minutes", "notes", "meeting notes", "minutes of meeting", "minutes of the meeting"}
)
_TITLE_WORD = re.compile(r"\b(?:meeting|minutes|committee|council|board|group|call|notes|agm|\d{4})\b", re.IGNORECASE)
# "Date: 3 May", "President: Jo Roe": a label and what it says.
_LABELLED = re.compile(
    r"(?:date|time|venue|place|location|when|where|start|end|present|apologies|attend\w*|chair\w*|president|secretary|"
    r"treasurer|host|author|beg[ai]ns?|started)(?:\W+(?:and\s+)?(?:time|date|place|venue))?\s*:",
    re.IGNORECASE,
)
# "No meeting on 4 May": of a day on which nobody met.
_NOT_HELD = re.compile(r"\W*no\s+(?:\w+\s+)?(?:meetings?|calls?)\b", re.IGNORECASE)
# What opens the business, where minutes have no title.
_FIRST_ITEM = re.compile(
    r"\W*(?:call(?:ed)?\s+(?:the\s+|this\s+)?(?:meeting\s+)?to\s+order|roll\s+call|welcome(?:\s+and\s+\w+)?|opening|meeting\s+opened?)\W*",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"\W*(?:today['’]s\s+)?agenda\s+(?:for|of)\s+(?:today|this\s+meeting|the\s+(?:day|meeting))\W*|\W*today['’]s\s+agenda\W*",
    re.IGNORECASE,
)
_STATUS_LINE = re.compile(
    r"\W*(?:final\s+)?(?:draft|unconfirmed|unapproved|approved|confirmed|final)\s+(?:minutes|notes)\W*", re.IGNORECASE
)
_ONLY_DATE = re.compile(
    r"(?:event\s*:|meeting\s+date\s*:)?(?:\W|\d|th\b|st\b|nd\b|rd\b|of\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b)+",
    re.IGNORECASE,
)
_DRAFT = re.compile(
    r"\b(?:draft|unconfirmed|unapproved)\s+(?:\w+\s+)?(?:minutes?|notes|version|copy)\b"
    r"|\b(?:minutes?|notes|version|status)\W{1,3}(?:(?:are|is|still|a|final)\s+){0,3}(?:draft|unconfirmed|unapproved)\b"
    r"|^\W*(?:final\s+)?(?:draft|unconfirmed|unapproved)(?:\W+(?:minutes|notes|v?\d[\d.]*))?\W*$"
    r"|[(\[]\s*(?:draft|unconfirmed|unapproved)\b[^)\]]{0,30}[)\]]|\s[-–—|]\s*draft\W*$",
    re.IGNORECASE,
)
_CONFIRMED = re.compile(
    r"status\s*[:|]?\s*(?:approved|confirmed|final)\b|(?:approved|confirmed) minutes", re.IGNORECASE
)
_STATUS_LABEL = re.compile(
    r"\W*(?:document\s+|minutes\s+)?status\s*[:|]\s*(?:draft|unconfirmed|unapproved|approved|confirmed|final)\b\W*"
    r"(?:\([^()]{1,40}\)|(?:on\s+)?[\d\W]{6,14})?\s*$",
    re.IGNORECASE,
)
# Lines of a letterhead: how to reach the body, what it is registered as.
_CONTACT = re.compile(
    r"\S@[^\s@]{1,80}\.\w|\bwww\.|^\W{0,20}(?:ABN|ACN|VAT|UEN|GST|tel|telephone|phone|fax|e-?mail|mobile)\b\W{0,10}(?:no\b\W{0,10})?[\d+(:]|"
    r"^\W{0,20}(?:registered\s+)?(?:charity|company|registration)\s+(?:registration\s+)?(?:no\b|number|nr\b)",
    re.IGNORECASE,
)
_LINK = re.compile(r"https?://", re.IGNORECASE)
_OF_MEETING = re.compile(r"\b(?:meeting|minutes|agm|egm|notes)\b", re.IGNORECASE)
# What a program writes where nobody gave a title.
_BY_PROGRAM = re.compile(r"exported\s+from\b.*|untitled\b.*|document\s?\d*|microsoft\s+word\b.*", re.IGNORECASE)
_LONGEST = 12
# "Notes of the Tide Board Meeting", below the list of those who came.
_OF_THESE = re.compile(
    r"(?!.*\b(?:previous|last|next|approv\w+|review|of\s+\d)\b)(?:\S+\s+){2,9}(?:minutes|notes)", re.IGNORECASE
)
_TORN = re.compile(r"(?:\b(?:annual|special|extraordinary|general|of|the|and|for)|[&,–-])$", re.IGNORECASE)
_BELOW = 40


def read_title(document: Document, top: Sequence[Block]) -> str | None:
    """The title: of the front matter, a heading, or the first line if that is short; a date alone only if need be."""
    dated, sections, letterhead = None, 0, False
    for block in top:
        text = block.content.of(document.text)
        letterhead = letterhead or _CONTACT.search(text) is not None
        if _is_title_row(document, block):
            text = block.cells[1].of(document.text)
            if _BY_PROGRAM.fullmatch(text):
                continue
            if text and not _ONLY_DATE.fullmatch(text):
                return text
            dated = dated or text or None
        named = _OF_MEETING.search(text) if letterhead else block.level <= 1 or _TITLE_WORD.search(text)
        fits = _TITLE_WORD.search(text) and not _ONLY_DATE.fullmatch(text) if dated else named
        if block.kind is BlockKind.HEADING and fits and _may_be_title(text) and not 0 < sections <= block.level:
            return _with_rest(document, block, text)
        if dated and block.kind is BlockKind.HEADING and not _ONLY_DATE.fullmatch(text):
            sections = min(sections, block.level) or block.level
    first = dated or _first_line(document, top)
    return (_title_below(document) if first and is_only_date(first) else None) or first


def _with_rest(document: Document, block: Block, text: str) -> str:
    """A title whose line ends within it ("… Annual"), with the heading of its size below."""
    at = document.blocks.index(block) + 1
    following = document.blocks[at : at + 1]
    if not _TORN.search(text) or not following or (following[0].kind, following[0].level) != (block.kind, block.level):
        return text
    return f"{text} {following[0].content.of(document.text)}"


def _title_below(document: Document) -> str | None:
    """The heading of the first level that calls what follows minutes, where only a day stands at the top."""
    heads = [block for block in document.blocks[:_BELOW] if block.kind is BlockKind.HEADING and block.level == 1]
    texts = [block.content.of(document.text) for block in heads]
    return next((text for text in texts if _OF_THESE.fullmatch(text) and _may_be_title(text)), None)


def _is_title_row(document: Document, block: Block) -> bool:
    return block.kind is BlockKind.ROW and len(block.cells) == 2 and block.cells[0].of(document.text).lower() == "title"


def is_only_date(text: str) -> bool:
    """Whether a title says nothing but a day or a month."""
    return _ONLY_DATE.fullmatch(text) is not None


def is_bare(text: str) -> bool:
    """Whether a heading says nothing but that minutes follow."""
    return text.strip(" :*#").lower() in _BARE


def _may_be_title(text: str) -> bool:
    refused = (
        _FIRST_ITEM.fullmatch(text)
        or _NO_NAME.fullmatch(text)
        or _LABELLED.match(text)
        or _NOT_HELD.match(text)
        or _STATUS_LINE.fullmatch(text)
        or _CONTACT.search(text)
        or _LINK.search(text)
    )
    return text.strip(" :").lower() not in _NO_TITLE | _BARE and not refused


def _first_line(document: Document, top: Sequence[Block]) -> str | None:
    if not top or top[0].kind is BlockKind.ROW:
        return None
    text = top[0].content.of(document.text)
    if _STATUS_LINE.fullmatch(text) and len(top) > 1 and top[1].bold:
        text = top[1].content.of(document.text)
    fits = text and len(text.split()) <= _LONGEST and not text.endswith(".")
    return text if fits and _may_be_title(text) else None


def read_status(lines: Sequence[str], below: Sequence[str] = ()) -> str | None:
    """Whether lines call the minutes a draft, or confirmed; None if they call them neither.

    Args:
        lines: those above the attendance list.
        below: more lines near the top, of which only those that a label marks tell.
    """
    for line in (*lines, *filter(_STATUS_LABEL.match, below)):
        if _DRAFT.search(line):
            return "draft"
        if _CONFIRMED.match(line):
            return "confirmed"
    return None
