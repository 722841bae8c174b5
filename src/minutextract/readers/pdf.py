"""PDF by PDFium: words with their places, put together again as lines, columns, tables and paragraphs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from minutextract.errors import CorruptDocument, EncryptedDocument, NoText
from minutextract.readers.assemble import Piece
from minutextract.readers.linebreaks import vocabulary
from minutextract.readers.pdf_blocks import Paragraphs, Typography, typography
from minutextract.readers.pdf_columns import regions
from minutextract.readers.pdf_lines import PdfLine, group_lines
from minutextract.readers.pdf_plain import FEWEST_CHARACTERS
from minutextract.readers.pdf_rules import Row, ruled_tables
from minutextract.readers.pdf_running import without_running
from minutextract.readers.pdf_tables import PdfTable, table_of
from minutextract.readers.pdf_words import Word, page_words

_LEGIBLE_SHARE = 0.7
_PRINT = "Open it in a viewer and print it to a new PDF."


@dataclass(frozen=True, slots=True)
class _Page:
    words: tuple[Word, ...]
    tables: tuple[tuple[Row, ...], ...]
    height: float


def read_bytes(data: bytes) -> tuple[list[Piece], tuple[str, ...]]:
    """Pieces of a PDF, and warnings about its fonts.

    Raises:
        EncryptedDocument: it cannot be opened without a password.
        CorruptDocument: it cannot be opened, or has no pages.
        NoText: its pages are pictures.
    """
    pages = _read_pages(data)
    text = " ".join(word.text for page in pages for word in page.words)
    if len(text) < FEWEST_CHARACTERS * len(pages):
        raise NoText(
            f"the PDF has {len(pages)} pages and almost no text: it is a scan",
            "Install tesseract, or recognise its text first (for example with OCRmyPDF) and read the result.",
        )
    lines = [group_lines(page.words, at) for at, page in enumerate(pages, start=1)]
    lines = without_running(lines, [page.height for page in pages])
    usual = typography(lines, vocabulary(text))
    return _pieces(pages, lines, usual), _warnings(text)


def _read_pages(data: bytes) -> list[_Page]:
    document = _open(data)
    try:
        if len(document) == 0:
            raise CorruptDocument("the PDF has no pages", _PRINT)
        return [_read_page(document, at) for at in range(len(document))]
    finally:
        document.close()


def _open(data: bytes) -> Any:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD or "password" in str(error).lower():
            raise EncryptedDocument("the PDF needs a password", "Save it again without the password.") from error
        raise CorruptDocument(f"the PDF cannot be opened: {error}", _PRINT) from error


def _read_page(document: Any, at: int) -> _Page:
    # The raw interface: pypdfium2's objects cost as much a page as PDFium does.
    page = raw.FPDF_LoadPage(document.raw, at)
    if not page:
        raise CorruptDocument(f"page {at + 1} of the PDF cannot be opened", _PRINT)
    try:
        textpage = raw.FPDFText_LoadPage(page)
        if not textpage:
            raise CorruptDocument(f"the text of page {at + 1} of the PDF cannot be read", _PRINT)
        try:
            width, height = raw.FPDF_GetPageWidthF(page), raw.FPDF_GetPageHeightF(page)
            words = page_words(textpage, max(width, height))
            turned = raw.FPDFPage_GetRotation(page) in (1, 3)
            tables = () if turned else tuple(tuple(table) for table in ruled_tables(page))
            return _Page(tuple(words), tables, width if turned else height)
        finally:
            raw.FPDFText_ClosePage(textpage)
    finally:
        raw.FPDF_ClosePage(page)


def _pieces(pages: Sequence[_Page], lines: Sequence[Sequence[PdfLine]], usual: Typography) -> list[Piece]:
    paragraphs = Paragraphs(usual)
    for page, page_lines in zip(pages, lines, strict=True):
        for part in _parts(page, page_lines, paragraphs):
            if isinstance(part, PdfTable):
                part.append_to(paragraphs)
            else:
                for region in regions(part):
                    paragraphs.region(region)
    paragraphs.close()
    return paragraphs.pieces


def _parts(page: _Page, lines: Sequence[PdfLine], paragraphs: Paragraphs) -> Iterator[PdfTable | list[PdfLine]]:
    """The page from top to bottom: stretches of lines, and ruled tables between them."""
    rest = list(lines)
    for table in page.tables:
        top = table[0][0].top
        above = [line for line in rest if line.y >= top]
        found = table_of(table, rest, paragraphs, first=not above)
        if found is None:
            continue
        if above:
            yield above
        yield found
        bottom = min(cell.bottom for cell in table[-1])
        rest = [line for line in rest if line.y < bottom]
    if rest:
        yield rest


def _warnings(text: str) -> tuple[str, ...]:
    legible = sum(count for char, count in Counter(text).items() if char.isascii() or char.isalpha())
    if legible < len(text) * _LEGIBLE_SHARE:
        return ("illegible fonts: the PDF does not say which letters its glyphs are",)
    return ()
