"""PDF by pypdf, for files on which PDFium dies: plain lines page by page, without columns and tables."""

from __future__ import annotations

import io
import logging
from pathlib import Path

from pypdf import PdfReader

from minutextract.document import Document
from minutextract.errors import CorruptDocument, NoText
from minutextract.readers import read_file_bytes
from minutextract.readers.detect import Format, detect
from minutextract.readers.pdf_plain import document_of_pages, has_text

WARNING = "second reader: the usual one failed on this PDF; columns, tables and list numbers may be wrong"


def read_again(path: Path, *, sha256: str | None = None) -> Document:
    """Read a PDF with pypdf.

    Args:
        path: the file.
        sha256: what its bytes must have, if not None.

    Raises:
        FileChanged: the bytes are others.
        CorruptDocument: it is no PDF, or pypdf cannot read it either.
        NoText: there is almost no text.
    """
    data = read_file_bytes(path, sha256=sha256)
    if detect(data, str(path)) is not Format.PDF:
        raise CorruptDocument("there is no second reader for this format", "Save it as .docx or .pdf.")
    pages = _page_texts(data)
    if not has_text(pages):
        raise NoText("the second reader finds almost no text", "Open it in a viewer and print it to a new PDF.")
    return document_of_pages(pages, data, str(path), WARNING)


def _page_texts(data: bytes) -> list[str]:
    # It reports each of a damaged file's thousands of faults.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        return [page.extract_text() or "" for page in PdfReader(io.BytesIO(data)).pages]
    except Exception as error:  # pypdf's own errors and those of its codecs are of many kinds
        raise CorruptDocument(
            f"the second reader cannot read the PDF: {type(error).__name__}: {error}",
            "Open it in a viewer and print it to a new PDF.",
        ) from error
