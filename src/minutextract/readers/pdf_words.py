"""Words of a PDF page with their places, sizes and weights, by PDFium's text page."""

from __future__ import annotations

import ctypes
import re
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

# PDFium writes a word broken at a line's end as one, with a mark of its own for the hyphen.
_WORD = re.compile("[^\\s\x02]+\x02?")
_BOLD_NAME = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
_HYPHENS = {0xFFFE: "\x02", 0x1F: "\x02"}
_STRAIGHT = 0.1
_TURN = 6.283


class Word(NamedTuple):
    """A run of characters without white space.

    Attributes:
        text: its characters.
        x0: left edge in points from the page's left.
        x1: right edge.
        y: base line, in points from the page's bottom.
        size: height of the font's box, about 1.2 times its size.
        bold: set in a bold font.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool


def page_words(textpage: Any, height: float) -> list[Word]:
    """The upright words of a page in the file's order.

    Args:
        textpage: PDFium's text page (raw handle).
        height: of the page, to drop what lies outside of it.
    """
    count = pdfium.FPDFText_CountChars(textpage)
    if count <= 0:
        return []
    text = _text(textpage, count)
    reader = _Reader(textpage)
    words = [reader.word(found[0], found.start(), found.end() - 1) for found in _WORD.finditer(text)]
    return [word for word in words if word is not None and -20 <= word.y <= height + 20]


def _text(textpage: Any, count: int) -> str:
    """One character for each of PDFium's, so that places in the string are character indices."""
    buffer = (ctypes.c_ushort * (count + 1))()
    pdfium.FPDFText_GetText(textpage, 0, count, buffer)
    raw = bytes(buffer)[: count * 2].decode("utf-16-le", errors="replace")
    if len(raw) != count or "\x00" in raw:
        raw = "".join(_character(pdfium.FPDFText_GetUnicode(textpage, at)) for at in range(count))
    return raw.translate(_HYPHENS)


def _character(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


class _Reader:
    """Asks PDFium about single characters; buffers and font names are kept from one call to the next."""

    def __init__(self, textpage: Any) -> None:
        self._page = textpage
        self._box = pdfium.FS_RECTF()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._name = ctypes.create_string_buffer(128)
        self._flags = ctypes.c_int()
        self._fonts: dict[bytes, bool] = {}
        self._matrix = pdfium.FS_MATRIX()

    def word(self, text: str, first: int, last: int) -> Word | None:
        """The word between two character indices, or None if it is not upright."""
        page, box = self._page, self._box
        if not self._is_upright(first) or not pdfium.FPDFText_GetLooseCharBox(page, first, box):
            return None
        x0, size = box.left, box.top - box.bottom
        pdfium.FPDFText_GetCharOrigin(page, first, self._x, self._y)
        if last != first:
            pdfium.FPDFText_GetLooseCharBox(page, last, box)
        return Word(text.replace("\x02", "-"), x0, max(x0, box.right), self._y.value, size, self._bold(first))

    def _is_upright(self, at: int) -> bool:
        """Whether the base line is level; slanted letters, which stand in for italics, have an angle all the same."""
        if not _STRAIGHT < pdfium.FPDFText_GetCharAngle(self._page, at) < _TURN - _STRAIGHT:
            return True
        matrix = self._matrix
        found = pdfium.FPDFText_GetMatrix(self._page, at, matrix)
        return bool(found) and matrix.a > 0 and abs(matrix.b) < _STRAIGHT * matrix.a

    def _bold(self, at: int) -> bool:
        length = pdfium.FPDFText_GetFontInfo(self._page, at, self._name, 128, self._flags)
        name = self._name.value if 0 < length <= 128 else b""
        if not name:
            return bool(pdfium.FPDFText_GetFontWeight(self._page, at) >= 600)
        bold = self._fonts.get(name)
        if bold is None:
            bold = self._fonts[name] = _BOLD_NAME.search(name.decode("latin-1")) is not None
        return bold
