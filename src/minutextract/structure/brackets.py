"""Text split at marks that stand outside brackets."""

from __future__ import annotations

from collections.abc import Iterator

_PAIRS = {"(": ")", "[": "]", "{": "}"}
_CLOSING = frozenset(_PAIRS.values())


def take_brackets(text: str) -> tuple[str, list[str]]:
    """The text without its bracketed parts, and what the brackets hold; an unclosed one runs to the end."""
    outside, inside = list[str](), list[str]()
    closing, current = "", list[str]()
    for character in text:
        if closing:
            if character == closing:
                inside.append("".join(current).strip())
                closing, current = "", []
            else:
                current.append(character)
        elif character in _PAIRS:
            closing = _PAIRS[character]
            outside.append(" ")
        else:
            outside.append(character)
    if closing:
        inside.append("".join(current).strip())
    return " ".join("".join(outside).split()), inside


def depth_zero(text: str) -> Iterator[int]:
    """Offsets of the characters that stand outside brackets."""
    depth = 0
    for offset, character in enumerate(text):
        if character in _PAIRS:
            depth += 1
        elif character in _CLOSING:
            depth = max(0, depth - 1)
        elif depth == 0:
            yield offset


def split_list(text: str) -> list[tuple[int, str]]:
    """Split a list of names at commas, semicolons, "and" and "&" outside brackets; with the offset of each part."""
    cuts: list[tuple[int, int]] = []
    lower = text.lower()
    for offset in depth_zero(text):
        if text[offset] in ",;\t|":
            cuts.append((offset, offset + 1))
        elif lower.startswith(" ", offset):
            cuts += [(offset, offset + len(word)) for word in (" and ", " & ", " + ") if lower.startswith(word, offset)]
    parts, start = [], 0
    for cut, after in [*cuts, (len(text), len(text))]:
        part = text[start:cut]
        if part.strip():
            parts.append((start + len(part) - len(part.lstrip()), part.strip()))
        start = max(start, after)
    return parts
