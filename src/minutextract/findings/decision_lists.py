"""Lists and tables that their head calls the decisions ("Decisions made:"), or the options that there are."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from minutextract.document import Block, BlockKind, Document
from minutextract.findings.motions import CUE
from minutextract.findings.settling import settles
from minutextract.record import Sentence

_LEAD = re.compile(
    r"\W*(?:(?:key|main|final|our|the)\s+)?decisions(?P<made>\s+(?:made|taken|reached|agreed(?:\s+(?:up)?on)?))?"
    r"(?:\s+(?:at|in|during|by)\s+(?:this|the)\s+\w+)?\W*",
    re.IGNORECASE,
)
_OPTIONS = re.compile(
    r"\W*(?:(?:the|our|some|two|three|possible|other|different|several)\s+){0,3}(?:options|alternatives|possibilities|pros|cons|pros\s+and\s+cons)"
    r"(?:\s+(?:are|were|include|discussed|considered|for\s+[^:]{3,60}))?\s*:\W*",
    re.IGNORECASE,
)
# "Should we drop the list? Yes".
_WE_ASK = re.compile(r"^\W*(?:should|shall|would)\s+we\s+(?!consider\b|need\b|have\b).{5,200}\?$", re.IGNORECASE)
_YES = re.compile(r"\W*(?:yes|yep|agreed)\W*", re.IGNORECASE)
_HEAD = re.compile(r"\W*decisions?(?:\s+(?:items?|made|taken|points?|no\.?|number|#))?\W*", re.IGNORECASE)
_TOLD_IN = re.compile(r"\W*(?:description|details?|what\s+was\s+decided|summary|text|wording)\W*", re.IGNORECASE)
# A list below "Decisions" alone may be of what there is to decide: there each has to tell something.
_TELLS = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|should|shall|must|can|agreed|approved|accepted|adopted|decided|we|"
    r"need(?:s|ed)?|remains?|stays?|keep|use)\b",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"\W*(?:none|nil|n/?a|tb[acd]|no\s+decisions?(?:\s+\w+){0,3}|\?*)\W*", re.IGNORECASE)
_FEWEST = 3
# "Treasurer: Jo Roe": who is put forward for what.
_CANDIDATE = re.compile(r"\W*[A-Z][\w’'/&-]*(?:\s+[\w’'/&-]+){0,3}\s*:\s*[A-Z][\w.’'-]*+(?:\s+[A-Z][\w.’'-]*+){0,3}\s*")


@dataclass(frozen=True, slots=True)
class Listed:
    """Ids of sentences: those that tell a decision each, and those that tell none, in a table of them or as options."""

    decisions: frozenset[str]
    rest: frozenset[str]


def listed_decisions(document: Document, sentences: Sequence[Sentence], tasks: Collection[int]) -> Listed:
    """The entries of such lists and tables; `tasks` are rows of action tables, by index of their block."""
    firsts = {one.block: one.id for one in reversed(sentences)}
    told = {firsts[at] for at in _entries(document) if at in firsts}
    told.update(_answers(document, sentences))
    rest = set[str]()
    options = _options(document) | _put(document)
    rest |= {one.id for one in sentences if one.block in options and settles(one.span.of(document.text)) is not True}
    cells = {at: cell for at, cell in _rows(document) if at not in tasks}
    for one in sentences:
        if one.block in cells:
            cell = cells[one.block]
            (told if cell is not None and one.span.start == cell else rest).add(one.id)
    return Listed(frozenset(told), frozenset(rest))


def _answers(document: Document, sentences: Sequence[Sentence]) -> Iterator[str]:
    """The ids of sentences that only say yes to what the group asks itself right before, in the same block."""
    for before, one in pairwise(sentences):
        asked, said = before.span.of(document.text), one.span.of(document.text)
        if before.block == one.block and _YES.fullmatch(said) and _WE_ASK.match(asked):
            yield one.id


def _entries(document: Document) -> Iterator[int]:
    for index, block in enumerate(document.blocks):
        lead = None if block.kind is BlockKind.ROW else _LEAD.fullmatch(block.content.of(document.text))
        if lead:
            for at in _below(document, index, block):
                words = document.blocks[at].content.of(document.text)
                if _is_told(words) and (lead["made"] or _TELLS.search(words)):
                    yield at


def _options(document: Document) -> frozenset[int]:
    """The entries of lists of what might be done, by index."""
    blocks = document.blocks
    return frozenset(
        at
        for index, block in enumerate(blocks)
        if block.kind is not BlockKind.ROW and _OPTIONS.fullmatch(block.content.of(document.text))
        for at in _below(document, index, block)
    )


def _put(document: Document) -> frozenset[int]:
    """Those put forward for posts, by index, where a motion that ends their list puts them to the vote."""
    found = set[int]()
    for index, block in enumerate(document.blocks):
        words = block.content.of(document.text)
        if block.kind is BlockKind.ITEM and CUE.match(words):
            for at in range(index - 1, -1, -1):
                above = document.blocks[at]
                said = above.content.of(document.text)
                if above.kind is not BlockKind.ITEM or above.level != block.level or not _CANDIDATE.fullmatch(said):
                    break
                found.add(at)
    return frozenset(found)


def _is_told(words: str) -> bool:
    return len(words.split()) >= _FEWEST and not words.rstrip().endswith(("?", ":")) and not _NOTHING.fullmatch(words)


def _below(document: Document, index: int, lead: Block) -> Iterator[int]:
    """The entries of the list that a block leads in, without what hangs on them."""
    level: int | None = None
    for at in range(index + 1, len(document.blocks)):
        block = document.blocks[at]
        if block.kind is not BlockKind.ITEM or (lead.kind is BlockKind.ITEM and block.level <= lead.level):
            return
        level = block.level if level is None else level
        if block.level == level:
            yield at


def _rows(document: Document) -> Iterator[tuple[int, int | None]]:
    """The rows of tables of decisions, by index, with where the cell that tells one begins; None for their heads."""
    column, table = None, None
    for index, block in enumerate(document.blocks):
        if block.kind is not BlockKind.ROW:
            continue
        if block.table != table:
            table, column = block.table, _column(document, block)
            if column is not None:
                yield index, None
        elif column is not None:
            cell = block.cells[column] if column < len(block.cells) else None
            yield index, cell.start if cell and _is_told(cell.of(document.text)) else None


def _column(document: Document, head: Block) -> int | None:
    """Which column of a table tells what was decided: the description beside the decision's number, or "Decision"."""
    words = [cell.of(document.text) for cell in head.cells]
    named = next((at for at, word in enumerate(words) if _HEAD.fullmatch(word)), None)
    return None if named is None else next((at for at, word in enumerate(words) if _TOLD_IN.fullmatch(word)), named)
