"""Scanned PDF: each page is rendered and given to tesseract, if that is installed."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator

import pypdfium2 as pdfium

from minutextract.document import Document
from minutextract.errors import CorruptDocument, NoText
from minutextract.readers.pdf_plain import document_of_pages, has_text

WARNING = "scan: the words were recognised from pictures and may be wrong; check names, initials and dates"
_DPI, _POINTS = 200, 72
_MOST_PIXELS = 40_000_000
_SECONDS_A_PAGE = 60


def read_scan(data: bytes, name: str, program: str) -> Document:
    """Recognise the text of a PDF whose pages are pictures.

    Args:
        data: the file's bytes.
        name: its path, for the source.
        program: the path of tesseract.

    Raises:
        NoText: there is none in the pictures either.
        CorruptDocument: tesseract fails.
    """
    pages = [_recognise(image, program) if image else "" for image in _images(data)]
    if not has_text(pages):
        raise NoText("the PDF is a scan in which almost no text can be recognised", "Scan it again at 300 dpi.")
    return document_of_pages(pages, data, name, WARNING)


def _images(data: bytes) -> Iterator[bytes]:
    """Each page as a grey picture in the PGM format, which needs no library; of a blank page no bytes."""
    document = pdfium.PdfDocument(data)
    try:
        for page in document:
            width, height = page.get_size()
            scale = min(_DPI / _POINTS, (_MOST_PIXELS / max(1.0, width * height)) ** 0.5)
            bitmap = page.render(scale=scale, grayscale=True)
            grey = memoryview(bitmap.buffer).cast("B")
            pixels = b"".join(grey[at * bitmap.stride :][: bitmap.width] for at in range(bitmap.height))
            # Tesseract takes most of a second to find nothing on it.
            blank = pixels.count(pixels[:1]) == len(pixels)
            yield b"" if blank else b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + pixels
            bitmap.close()
            page.close()
    finally:
        document.close()


def _recognise(image: bytes, program: str) -> str:
    try:
        # One thread: tesseract's own threads gain nothing, and the others have work to do.
        done = subprocess.run(
            [program, "stdin", "stdout", "--dpi", str(_DPI), "-l", "eng"],
            input=image,
            capture_output=True,
            timeout=_SECONDS_A_PAGE,
            check=True,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except (subprocess.SubprocessError, OSError) as error:
        raise CorruptDocument(f"tesseract fails: {error}", "Run `tesseract --list-langs`: it must list eng.") from error
    return done.stdout.decode("utf-8", "replace").replace("\f", "")
