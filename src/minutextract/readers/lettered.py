"""Lines of one paragraph that begin with letters in order: items of a list that was typed without its blank lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from minutextract.readers.marks import split_mark

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")


def lettered(lines: Sequence[str]) -> frozenset[int]:
    """The indices of lines that open with a letter or small Roman number whose neighbour another line opens with.

    A lone "a." may be a word that ends a sentence; "a. …" and "b. …" below it are a list. Blank lines part lists.
    """
    found: set[int] = set()
    seen: dict[tuple[str, int], int] = {}
    for at, line in enumerate(lines):
        if not line.strip():
            seen.clear()
        for style, value in _places(line.strip()):
            if (before := seen.get((style, value - 1))) is not None:
                found |= {before, at}
            seen[style, value] = at
    return frozenset(found)


def _places(line: str) -> Iterator[tuple[str, int]]:
    """How the line's number is written, and its place in order; a lone "i" may be the ninth letter or the first."""
    number = split_mark(line).number
    core = number.strip("().") if number else ""
    if not number or not core.isalpha():
        return
    around = number.replace(core, "|")
    if len(core) == 1:
        yield f"letter{core.isupper()}{around}", ord(core)
    if core.lower() in _ROMAN:
        yield f"roman{core.isupper()}{around}", _ROMAN.index(core.lower())
