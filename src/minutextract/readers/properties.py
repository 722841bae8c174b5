"""The title in a file's properties: what its program filed it under, seen by no reader of the pages."""

from __future__ import annotations

import re

from minutextract.errors import ReadError
from minutextract.readers.detect import Format

_LONGEST = 300
_PARTS = {Format.DOCX: "docProps/core.xml", Format.ODT: "meta.xml"}
_HTML_TITLE = re.compile(rb"<title[^<>]{0,200}>([^<]{1,300})</title", re.IGNORECASE)
_HTML_HEAD = 65_536


def read_title(data: bytes, kind: Format) -> str | None:
    """The title property of a file that could be read; None if it has none."""
    title = None
    if kind is Format.PDF:
        title = _pdf_title(data)
    elif kind in _PARTS:
        title = _package_title(data, _PARTS[kind])
    elif kind is Format.HTML and (found := _HTML_TITLE.search(data[:_HTML_HEAD])):
        title = found[1].decode("utf-8", "replace")
    return " ".join(title[:_LONGEST].split()) or None if title else None


def _pdf_title(data: bytes) -> str | None:
    import pypdfium2 as pdfium

    document = pdfium.PdfDocument(data)
    try:
        title: str | None = document.get_metadata_value("Title")
    finally:
        document.close()
    return title


def _package_title(data: bytes, part: str) -> str | None:
    from minutextract.readers.package import Package

    try:
        root = Package(data).xml(part)
    except ReadError:
        # The properties are no part of the text: a package without them, or with broken ones, is read all the same.
        return None
    return next((one.text for one in root.iter("{*}title")), None)
