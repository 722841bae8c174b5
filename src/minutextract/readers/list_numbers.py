"""Counters as list numbers: decimal, letters and Roman numerals."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def ordinal_label(value: int, style: str) -> str:
    """A counter in one of HTML's list styles: "1", "a", "A", "i" or "I"."""
    if value < 1 or style not in ("a", "A", "i", "I"):
        return str(value)
    label = _letters(value) if style in "aA" else _roman(value)
    return label.upper() if style.isupper() else label


def _letters(value: int) -> str:
    label = ""
    while value:
        value, rest = divmod(value - 1, 26)
        label = chr(ord("a") + rest) + label
    return label


def _roman(value: int) -> str:
    if value >= 4000:
        return str(value)
    label = ""
    for size, numeral in _ROMAN:
        count, value = divmod(value, size)
        label += numeral * count
    return label


def small_integer(text: str | None, default: int) -> int:
    """The number that an attribute holds; the default where it holds none, or one that no list reaches."""
    return int(text) if text is not None and text.isascii() and text.isdigit() and len(text) < 7 else default
