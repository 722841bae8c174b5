"""A PDF of which only the plain lines of each page are known: recognised from pictures, or by the second reader."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from minutextract.document import Document, Source
from minutextract.readers.assemble import Piece, assemble
from minutextract.readers.detect import Format
from minutextract.readers.encoding import bidi_warnings, refuse_long
from minutextract.readers.linebreaks import vocabulary
from minutextract.readers.text import pieces_of_lines

# Pages with less are pictures, or were not understood.
FEWEST_CHARACTERS = 20


def has_text(pages: Sequence[str]) -> bool:
    """Whether the pages hold enough to be minutes at all."""
    return len("\n".join(pages).strip()) >= FEWEST_CHARACTERS * max(1, len(pages))


def document_of_pages(pages: Sequence[str], data: bytes, name: str, warning: str) -> Document:
    """The document of a PDF's pages, each its lines.

    Args:
        pages: the text of each page, in order.
        data: the file's bytes.
        name: its path, for the source.
        warning: what may be wrong with the text.

    Raises:
        OversizedDocument: more than 20 million characters.
    """
    raw = "\n".join(pages)
    refuse_long(raw)
    words = vocabulary(raw)
    pieces: list[Piece] = []
    for at, page in enumerate(pages, start=1):
        pieces += [replace(piece, page=at) for piece in pieces_of_lines(page.split("\n"), words)]
    text, blocks = assemble(pieces)
    source = Source(name, hashlib.sha256(data).hexdigest(), Format.PDF.value, len(data))
    return Document(source, text, blocks, (warning, *bidi_warnings(text)))
