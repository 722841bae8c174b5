"""No pattern takes for ever on hostile text: each is tried at the length of text that it can meet."""

from __future__ import annotations

import re
import time
from typing import Any

from hostile.patterns import patterns, searches, strings
from minutextract.document import BlockKind
from minutextract.readers.assemble import Piece, assemble

PATTERNS = patterns()
SEARCHED = searches()
# Sentences have at most 1,000 characters; readers meet whole files.
LENGTH, RAW_LENGTH = 1_000, 100_000
# What the callers of these hand over is bounded; in Markdown, no comment opens behind the last end of one.
BOUNDED = {
    "minutextract.readers.linebreaks._BROKEN_WORD": 80,
    "minutextract.readers.pdf_running._PAGE_NUMBER": 60,
    "minutextract.readers.markdown._COMMENT": 4_000,
}
BUDGET = 0.3
# Ten times a slow machine's time for a pattern that is linear; a quadratic one takes minutes.
RAW_BUDGET = 2.0


def worst(name: str, pattern: re.Pattern[Any]) -> tuple[float, str]:
    """The longest time that one string takes, in seconds, and the string's beginning."""
    raw = name.startswith("minutextract.readers.")
    slowest = (0.0, "")
    budget = RAW_BUDGET if raw else BUDGET
    for text in strings(BOUNDED.get(name, RAW_LENGTH if raw else LENGTH), raw=raw):
        subject: Any = text.encode() if isinstance(pattern.pattern, bytes) else text
        since = time.process_time()
        if name.split("#", maxsplit=1)[0].rpartition(".")[2] in SEARCHED:
            for _ in pattern.finditer(subject):
                pass
        pattern.match(subject)
        slowest = max(slowest, (time.process_time() - since, text[:20]))
        if slowest[0] > budget:
            break
    return slowest if slowest[0] > budget else (0.0, "")


def test_all_patterns_are_found() -> None:
    assert len(PATTERNS) > 300


def test_no_pattern_backtracks_without_end() -> None:
    slow = {name: found for name, pattern in PATTERNS.items() if (found := worst(name, pattern))[0]}
    assert slow == {}


def test_no_block_is_endless() -> None:
    pieces = [Piece(BlockKind.ITEM, "Ada called. " * 5000, number="1."), Piece(BlockKind.PARAGRAPH, "x" * 25_000)]
    text, blocks = assemble(pieces)
    assert max(block.span.end - block.span.start for block in blocks) <= 10_003
    assert [block.kind for block in blocks][:2] == [BlockKind.ITEM, BlockKind.PARAGRAPH]
    assert text.replace("\n", " ").count("Ada called.") == 5000
    assert text.count("x") == 25_000
