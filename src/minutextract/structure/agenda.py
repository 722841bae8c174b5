"""Agenda items: headings, short numbered lines and topics, each with the stretch of text below it and who owns it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from minutextract.document import Block, BlockKind, Document, Span
from minutextract.meeting import Item
from minutextract.structure.brackets import split_list
from minutextract.structure.labels import is_caption
from minutextract.structure.numbering import (
    BRACKETED,
    DATE_LIKE,
    SUBNUMBER,
    TIME_SLOT,
    own_number,
    titles_by_number,
    told_items,
)
from minutextract.structure.status import is_status
from minutextract.structure.topics import Topic, find_labelled, find_topics

NUMBER = re.compile(r"^(?:(?:item|agenda item)\s+)?(\d{1,3}(?:\.\d{1,3}){0,3}|[A-Z])[.):]?\s+(?=\S)", re.IGNORECASE)
_OWNER = re.compile(r"^(?:owners?|presenters?|leads?|led by|presented by|speakers?)\s*:\s*(.+)$", re.IGNORECASE)
_VERB = re.compile(
    r"\b(?:was|were|is|are|has|have|had|will|would|should|reported|noted|agreed|asked|thanked|said|gave|to be|can|"
    r"could|must|did|does|do|been|needs?)\b"
)
_CUE = re.compile(r"^(?:actions?|decisions?|resolved|agreed|todo|ai|ap)\b.*:", re.IGNORECASE)
# A line such as "AB thanked all for:" goes on in the list below it; it heads no item.
_LEADS_IN = re.compile(r"\b(?:to|for|including|that|thanked|following|agreed|resolved|by)\s*:$")
_LONGEST_TITLE = 14
_LONGEST_STOPPED = 5
_LETTERED = re.compile(r"[a-z]|[ivx]{2,4}")
_ROMAN = re.compile(r"[ivx]{1,4}")
# A first word that tells what was done: no title.
_TELLS = re.compile(r"^\w+(?:ed|s)\b|^(?:none|nothing|no|all|everyone|yes|done|n/?a)\b|\bto\b|^continu", re.IGNORECASE)
# Marks around what was put in later: "END AMENDMENT", "Amended 4 March 2024:".
_INSERTED = re.compile(r"(?:(?:end|begin|start)\s+(?:of\s+)?amendments?|amended\b.{0,20})\W*", re.IGNORECASE)
# "AB to call the plumber", "Jane and Tom to draft it": a task in a numbered list, but "Call to order" and "How to vote"
# are titles.
_TASK = re.compile(
    r"(?!(?i:how|what|who|where|when|why|which|call|needs?|requests?|work|votes?|try|tools?|proposals?|items?|matters|"
    r"important|goals?|contributions?|agreed|returns?|reports?|welcome|introductions?|updates?|letters?|thanks|visits?|"
    r"tribute|access|approach|routes?|roads?|back|appointments?|elections?|amendments?|changes?|responses?|motions?|"
    r"plans?|decisions?|permission|applications?|steps|ways|things?|next|new|topics?|points?|questions?|issues?|"
    r"opportunit\w+|objections?|additions?|corrections?|resolutions?|recommendations?|invitations?|commitment|\w+ing)\s)"
    r"[A-Z][\w.’'-]{0,30}(?:(?:,\s?|/|\s(?:and\s|&\s)?)[A-Z][\w.’'-]{0,30}){0,3}\sto\s"
    r"(?!(?:the|an?|our|be|all|date|day|order|council|members?|committee|board|staff|work|school|home)\b)[a-z][a-z-]+\s+\S"
)
# "TREASURER’s REPORT:", "Garden Report:": what is told below, on a line of its own.
_SECTION = re.compile(
    r"(?:[A-Z][\w’'&/.-]*\s+(?:(?:of|and|the|from|for|OF|AND|THE|FROM|FOR)\s+)?){0,4}[A-Z][\w’'&/-]*\s*:"
)
_MATTER = re.compile(
    r"\b(?:business|reports?|correspondence|matters|finances?|announcements?|concerns)\W*(?:(?:arising|in|out|received)\b\W*)?$",
    re.IGNORECASE,
)
# "Garden Report (presented by Jo Roe):": whose report it is, behind the title.
_LED = re.compile(r"(?:\s*[–-])?\s*\((?:presented|led|given|open)\b[^()]{0,60}\)\s*:?$", re.IGNORECASE)
_MARKS = (BRACKETED, DATE_LIKE, SUBNUMBER)
# A sum alone, and a line of an account: "Paint for the shed £42.15", "Balance @".
_SUM = re.compile(r"\W*\d[\d,]{0,20}\.\d\d\W*|[^.;:£$€]{1,60}[£$€]\s?\d[\d,]{0,20}\.\d\d\W*|.{1,60}[@=]\s*")
# "3.0 Planning" in a list without numbers is a version.
_VERSION = re.compile(r"\d{1,2}\.0\W*")
# What was left at the end, in whatever form: "Other topics (not discussed):".
_LEFT_OVER = re.compile(
    r"(?:other|further|remaining|additional)\s+(?:topics|items|matters|business)(?:\s*\([^()]{1,40}\))?\s*:",
    re.IGNORECASE,
)

# What a line of an application or of an election tells, in bold or capitals, opens nothing.
_VERDICT = re.compile(r"\W*no\s+(?:objections?|comments?)\W*", re.IGNORECASE)
# What was moved, or who moved and seconded it, in bold.
_MOTION = re.compile(
    r"\W*(?:(?:motion|resolution)\s*:\s*(?:I\s+move|that|to)\s|(?:maker|mover|moved(?:\s+by)?|proposer|proposed(?:\s+by)?)\s*:?\s+"
    r"[^\W\d][^;:]{1,60}[;,]?\s+(?:and\s+)?second)",
    re.IGNORECASE,
)
# A numbered line in bold that says what became of its item: "3. The accounts were approved."
_SETTLED = re.compile(
    r"\b(?:was|were)\s+(?:\w+\s+(?:and\s+)?){0,2}(?:agreed|accepted|adopted|approved)\b[^?]{0,60}\.\s*$", re.IGNORECASE
)
_CHOSEN = re.compile(r"\w\s+(?:wins|won|(?:is|was|were)\s+(?:re-?)?elected)\s+\w", re.IGNORECASE)


def read_items(document: Document, taken: Collection[int]) -> tuple[Item, ...]:
    """The agenda items of a document, in order; the topics of a section stand within its span, behind it.

    Args:
        document: the minutes.
        taken: indices of blocks that are no agenda (attendance lists, the header).
    """
    heads = item_heads(document, taken)
    open_ = [index for index in range(len(document.blocks)) if index not in taken]
    heads = sorted({*heads, *told_items(document, open_, heads)})
    ends = [document.blocks[i].span.start for i in heads[1:]] + [document.extent.end] * bool(heads)
    items, parent = [], _Parent()
    for at, (index, end) in enumerate(zip(heads, ends, strict=True), start=1):
        block = document.blocks[index]
        number, title = _number_and_title(document, block)
        number = parent.under(number)
        owners = _owners(document, index)
        items.append(Item(f"i{at}", number, title, Span(block.span.start, end), owners))
    items = [*items, *_topics(document, heads, items, taken)]
    items.sort(key=lambda item: item.span.start)
    return tuple(replace(item, id=f"i{at}") for at, item in enumerate(items, start=1))


class _Parent:
    """Goes through the numbers of the heads and puts letters behind the number that they stand under ("7a")."""

    def __init__(self) -> None:
        self._number = self._letter = ""

    def under(self, number: str | None) -> str | None:
        """The number in full."""
        if number is None or not _LETTERED.fullmatch(number):
            self._number, self._letter = (number if number and number.isdigit() else ""), ""
            return number
        if _ROMAN.fullmatch(number) and self._letter and ord(number[0]) - ord(self._letter) != 1:
            return f"{self._number}{self._letter}({number})"
        self._letter = number
        return f"{self._number}{number}"


def item_heads(document: Document, taken: Collection[int]) -> list[int]:
    """The indices of the blocks that open an item.

    A short line with a full stop does where the numbers go on in it, and so does one with a number that goes on.
    """
    open_ = [i for i in range(len(document.blocks)) if i not in taken]
    heads = {i for i in open_ if is_item_head(document, document.blocks[i])}
    versions = {i for i in heads if _is_version(document.blocks[i])}
    heads -= versions if len({document.blocks[i].number for i in versions}) == 1 else set()
    numbered = {i: number for i in open_ if (number := own_number(document.blocks[i])) is not None}
    numbers = {numbered[i] for i in heads if i in numbered}
    stopped = {number: i for i, number in numbered.items() if _is_stopped(document, i)}
    for one in (*sorted(stopped), *sorted(stopped, reverse=True)):
        if one not in numbers and {one - 1, one + 1} & numbers:
            numbers.add(one)
            heads.add(stopped[one])
    return sorted(heads | titles_by_number(document, open_, heads))


def _is_version(block: Block) -> bool:
    return block.kind is BlockKind.ITEM and _VERSION.fullmatch(block.number or "") is not None


def _is_stopped(document: Document, index: int) -> bool:
    """ "Garden plan (Jo).": a title of few words with a full stop behind it, and a paragraph below."""
    title = document.blocks[index].content.of(document.text).rstrip()
    below = document.blocks[index + 1 : index + 2]
    if not below or below[0].kind is not BlockKind.PARAGRAPH or ":" in title:
        return False
    few = 1 < len(title.split()) <= _LONGEST_STOPPED and title.endswith(".") and title[:1].isupper()
    return few and not _VERB.search(title) and not _CUE.match(title) and not _TELLS.search(title)


def _topics(document: Document, heads: list[int], items: list[Item], taken: Collection[int]) -> Iterator[Item]:
    starts, ends = [-1, *heads], [*heads, len(document.blocks)]
    for head, end, section in zip(starts, ends, [None, *items], strict=True):
        title = section.title if section else None
        for topic in find_topics(document, range(head + 1, end), title, lambda index: index not in taken):
            yield _item_of(document, topic, section)
    if not any(item.number or document.blocks[head].level > 1 for item, head in zip(items, heads, strict=True)):
        loose = [index for index in range(len(document.blocks)) if index not in taken]
        for topic in find_labelled(document, loose):
            yield _item_of(document, topic, None)


def _item_of(document: Document, topic: Topic, section: Item | None) -> Item:
    number = f"{section.number if section and section.number else ''}{topic.letter}" if topic.letter else None
    span = Span(document.blocks[topic.first].span.start, document.blocks[topic.end - 1].span.end)
    return Item("", number, topic.title, span)


def is_item_head(document: Document, block: Block) -> bool:
    """Whether a block opens an agenda item: a heading, or a short bold or numbered line that says no sentence."""
    text = block.content.of(document.text)
    if _VERDICT.fullmatch(text) or (
        block.kind is not BlockKind.HEADING and (_CHOSEN.search(text) or _MOTION.match(text))
    ):
        return False
    if is_status(text) or _INSERTED.fullmatch(text) or _CUE.match(text) or _LEADS_IN.search(text):
        return False
    if _SUM.fullmatch(text) or is_caption(text):
        return False
    if block.kind is BlockKind.HEADING:
        return True
    if block.bold and block.number and (text[:1].isalnum() or text[:1] in "£$€") and len(text.split()) <= 30:
        return True
    short = len(text.split()) <= _LONGEST_TITLE and not text.endswith((".", ";", ",")) and not _VERB.search(text)
    if short and block.kind is BlockKind.PARAGRAPH and TIME_SLOT.match(text):
        return True
    if short and block.kind is BlockKind.PARAGRAPH and (_is_section(text) or _LEFT_OVER.fullmatch(text)):
        return True
    if block.number and not block.bold and _TASK.match(text):
        return False
    if not short or not text[:1].isalnum() or block.kind is BlockKind.ROW or block.checked is not None:
        return False
    return block.bold or (block.number is not None and block.level == 0 and text[:1].isupper())


def _is_section(text: str) -> bool:
    bare = _LED.sub(":", text)
    return _SECTION.fullmatch(bare) is not None and _MATTER.search(bare) is not None


def _number_and_title(document: Document, block: Block) -> tuple[str | None, str]:
    title = TIME_SLOT.sub("", block.content.of(document.text))
    number = block.number
    if number is None and (marked := next(filter(None, (one.match(title) for one in _MARKS)), None)):
        return marked[1], title[marked.end() :].strip().rstrip(":.")
    if number is None and (found := NUMBER.match(title)) and (found[1][0].isdigit() or block.kind is BlockKind.HEADING):
        if found[1].isalpha() and title[found.end(1) : found.end(1) + 1] not in ".):":
            return None, title
        number, title = found[1], title[found.end() :]
    return (number.strip(".():") or None) if number else None, title.strip().rstrip(":")


def _owners(document: Document, index: int) -> tuple[str, ...]:
    for block in document.blocks[index + 1 : index + 3]:
        if is_item_head(document, block):
            break
        if found := _OWNER.match(block.content.of(document.text)):
            return _owner_names(found[1])
    return ()


def _owner_names(words: str) -> tuple[str, ...]:
    """The owners of an item; where each ends with its initials in brackets, "and" may stand inside a name."""
    bracketed = re.findall(r"[^\])]+[(\[][^\])]*[\])]", words)
    if len(bracketed) > 1:
        return tuple(re.sub(r"^(?:\s*(?:,|and|&)\s+)", "", part).strip() for part in bracketed)
    return (words.strip(),) if bracketed else tuple(part for _, part in split_list(words))


def tells_end(title: str) -> bool:
    """Whether the numbered line that opens an item says at once what was settled: it reports as a line below would."""
    return bool(_SETTLED.search(title))


def is_owner_line(text: str) -> bool:
    """Whether the line says who leads an agenda item ("Owner: …"); it reports nothing itself."""
    return bool(_OWNER.match(text))
