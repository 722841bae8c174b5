"""Texts made from a pattern's own parts: what it repeats, after what it wants before that."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from itertools import islice
from typing import Any

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
    from re import _constants as c  # type: ignore[attr-defined]
    from re import _parser  # type: ignore[attr-defined]

_REPEATS = (c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT)
_MANY = 8
_CATEGORIES = {
    c.CATEGORY_DIGIT: "1",
    c.CATEGORY_SPACE: " ",
    c.CATEGORY_WORD: "a",
    c.CATEGORY_NOT_DIGIT: "a",
    c.CATEGORY_NOT_SPACE: "a",
    c.CATEGORY_NOT_WORD: "-",
}
_MOST = 60


def samples(pattern: re.Pattern[Any]) -> list[tuple[str, str]]:
    """Pairs of a beginning and a unit to repeat after it, at most 60, each once, in the pattern's order."""
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    flags = pattern.flags if isinstance(pattern.pattern, str) else pattern.flags & ~re.LOCALE
    tree = list(_parser.parse(source, flags))
    whole = _text(tree)
    found = dict.fromkeys(pair for pair in _repeats(tree, "") if pair[1])
    if whole:
        found[("", whole[:-1] or whole)] = None
    return list(islice(found, _MOST))


def _repeats(tree: list[Any], before: str) -> Iterator[tuple[str, str]]:
    """For each part that may be repeated often: what stands before it, and each of its shapes."""
    for operator, value in tree:
        if operator in _REPEATS:
            body = list(value[2])
            if value[1] >= _MANY:
                for unit in islice(_shapes(body), 6):
                    yield before, unit
                    yield "", (before + unit) if before else unit
            yield from _repeats(body, before)
        elif operator is c.SUBPATTERN:
            yield from _repeats(list(value[3]), before)
        elif operator is c.ATOMIC_GROUP:
            yield from _repeats(list(value), before)
        elif operator is c.BRANCH:
            for branch in value[1]:
                yield from _repeats(list(branch), before)
        elif operator in (c.ASSERT, c.ASSERT_NOT):
            yield from _repeats(list(value[1]), before)
        before += _text([(operator, value)])


def _shapes(tree: list[Any]) -> Iterator[str]:
    """The ways to write a part: each of the branches, each of the members of a set."""
    if len(tree) == 1 and tree[0][0] is c.IN:
        yield from _members(tree[0][1])
    elif len(tree) == 1 and tree[0][0] is c.BRANCH:
        for branch in tree[0][1][1]:
            yield _text(list(branch))
    elif len(tree) == 1 and tree[0][0] is c.SUBPATTERN:
        yield from _shapes(list(tree[0][1][3]))
    else:
        yield _text(tree)


def _text(tree: list[Any]) -> str:
    """One short text that the parts match, if their assertions allow."""
    parts = []
    for operator, value in tree:
        if operator is c.LITERAL:
            parts.append(chr(value))
        elif operator is c.NOT_LITERAL:
            parts.append("a" if value != ord("a") else "b")
        elif operator is c.ANY:
            parts.append("a")
        elif operator is c.IN:
            parts.append(next(iter(_members(value)), "a"))
        elif operator in _REPEATS:
            parts.append(_text(list(value[2])) * value[0])
        elif operator is c.SUBPATTERN:
            parts.append(_text(list(value[3])))
        elif operator is c.ATOMIC_GROUP:
            parts.append(_text(list(value)))
        elif operator is c.BRANCH:
            parts.append(_text(list(value[1][0])))
    return "".join(parts)


def _members(members: list[Any]) -> Iterator[str]:
    """One character for each member of a set; for a set of what is not, a letter, a space, a mark that is not in it."""
    given = []
    for operator, value in members:
        if operator is c.LITERAL:
            given.append(chr(value))
        elif operator is c.RANGE:
            given.append(chr(value[0]))
        elif operator is c.CATEGORY:
            given.append(_CATEGORIES[value])
    if members[0][0] is c.NEGATE:
        yield from (char for char in "a -A1" if char not in given)
    else:
        yield from given
