"""No pattern takes for ever on hostile text: each grows about as the text does, whatever its callers hand over."""

from __future__ import annotations

import re
import time
from itertools import pairwise, product
from typing import Any

import pytest

from hostile.patterns import patterns, strings, uses
from minutextract.document import BlockKind
from minutextract.findings.settling import _OPEN
from minutextract.readers.assemble import Piece, assemble

PATTERNS = patterns()
USES = uses()
# Characters, how many strings are tried of that length (the slowest of the length before), and the seconds of
# processor that each search may take.
STEPS = ((3_000, None, 0.1), (10_000, 5, 0.1), (100_000, 2, 1.0))


def seconds(pattern: re.Pattern[Any], how: str, text: str) -> float:
    """The processor's time for all the matches in the text, or for the one at its beginning."""
    subject: Any = text.encode() if isinstance(pattern.pattern, bytes) else text
    since = time.process_time()
    if how == "search":
        for _ in pattern.finditer(subject):
            pass
    else:
        getattr(pattern, how)(subject)
    return time.process_time() - since


def least(pattern: re.Pattern[Any], how: str, text: str, budget: float) -> float:
    """The time of a search, of three if the first took too long: a busy machine is no fault of the pattern."""
    taken = seconds(pattern, how, text)
    return taken if taken <= budget else min(taken, *(seconds(pattern, how, text) for _ in range(2)))


def too_slow(pattern: re.Pattern[Any], ways: frozenset[str], *, raw: bool) -> tuple[float, str, str] | None:
    """The first search over its budget: its seconds, the way, and the beginning of the string."""
    # A search tries the beginning, too.
    ways = ways - {"match"} if "search" in ways else ways
    left: list[tuple[float, str, int]] = []
    for length, most, budget in STEPS:
        texts = list(strings(pattern, length, raw=raw))
        tried = product(sorted(ways), range(len(texts))) if most is None else [(how, at) for _, how, at in left[:most]]
        left = []
        for how, at in tried:
            taken = least(pattern, how, texts[at], budget)
            if taken > budget:
                return taken, how, texts[at][:40]
            left.append((taken, how, at))
        left.sort(reverse=True)
    return None


def test_all_patterns_are_found() -> None:
    assert len(PATTERNS) > 600


def test_no_pattern_backtracks_without_end() -> None:
    slow = {
        name: found
        for name, pattern in PATTERNS.items()
        if (found := too_slow(pattern, USES[name], raw=name.startswith("minutextract.readers.")))
    }
    assert slow == {}


@pytest.mark.parametrize(
    ("careless", "how"),
    [
        (r"[A-Z]\w+\(", "search"),
        (r"\w*\d+x", "match"),
        (r"de[cs]+i?[cs]+on", "match"),
    ],
)
def test_careless_patterns_are_caught(careless: str, how: str) -> None:
    assert too_slow(re.compile(careless), frozenset((how,)), raw=False)


def test_names_behind_a_vote_are_tried_once() -> None:
    assert seconds(_OPEN, "search", f"for: {'A' * 3000}!") < 0.1


def test_no_block_is_endless() -> None:
    pieces = [Piece(BlockKind.ITEM, "Ada called. " * 5000, number="1."), Piece(BlockKind.PARAGRAPH, "x" * 25_000)]
    text, blocks = assemble(pieces)
    assert max(block.span.end - block.span.start for block in blocks) <= 10_003
    assert [block.kind for block in blocks][:2] == [BlockKind.ITEM, BlockKind.PARAGRAPH]
    assert text.replace("\n", " ").count("Ada called.") == 5000
    assert text.count("x") == 25_000


def test_no_row_is_endless() -> None:
    row = Piece(BlockKind.ROW, cells=("Ada", "Bo called. " * 2500, "x" * 30_000), page=3, table=1)
    text, blocks = assemble([row, Piece(BlockKind.ROW, cells=("7", "Cy"), table=1)])
    assert max(block.span.end - block.span.start for block in blocks) <= 10_010
    assert [block.kind for block in blocks if block.cells] == [BlockKind.ROW, BlockKind.ROW]
    assert [len(block.cells) for block in blocks if block.cells] == [3, 2]
    assert blocks[0].cells[0].of(text) == "Ada"
    assert blocks[0].cells[1].of(text).endswith("called.")
    assert {block.page for block in blocks[:-1]} == {3}
    assert text.replace("\n", " ").count("Bo called.") == 2500
    assert text.count("x") == 30_000
    assert all(before.span.end < after.span.start for before, after in pairwise(blocks))


def test_row_of_too_many_cells_is_words() -> None:
    text, blocks = assemble([Piece(BlockKind.ROW, cells=("Ada",) * 5000, table=1)])
    assert {block.kind for block in blocks} == {BlockKind.PARAGRAPH}
    assert max(block.span.end - block.span.start for block in blocks) <= 10_000
    assert text.count("Ada") == 5000
