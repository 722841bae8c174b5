"""PDFs with passwords, pictures only, streams that inflate without end, and forms that draw themselves."""

from __future__ import annotations

import io
import zlib
from collections.abc import Sequence

from pypdf import PdfReader, PdfWriter

from factories_pdf import Put, make_pdf

SENTENCES = (
    "Ada opened the meeting in the old hall.",
    "Ada to call the plumber before Friday.",
    "It was agreed that the shed stays where it is.",
)
_BLOCK = 8 * 1024 * 1024


def good_pdf() -> bytes:
    """A page with a few sentences."""
    return make_pdf([[Put(72, 700 - 40 * at, line) for at, line in enumerate(SENTENCES)]])


def encrypted_pdf(user: str, owner: str) -> bytes:
    """The good page with passwords; an empty `user` leaves only the owner's."""
    writer = PdfWriter(PdfReader(io.BytesIO(good_pdf())))
    writer.encrypt(user, owner, algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def scanned_pdf(pages: int = 2) -> bytes:
    """Pages with a drawn line and no text."""
    content = b"72 700 m 500 700 l S"
    return pdf_of([(b"", content)] * pages)


def stream_bomb(size: int) -> bytes:
    """A page whose content inflates to `size` bytes: many thousand times as much as the file has."""
    squeeze = zlib.compressobj(9)
    chunk = b"q Q\n" * (_BLOCK // 4)
    packed = b"".join(squeeze.compress(chunk) for _ in range(max(1, size // _BLOCK))) + squeeze.flush()
    return pdf_of([(b"/Filter /FlateDecode", packed)])


def double_bomb(size: int) -> bytes:
    """As `stream_bomb`, deflated once more: the file itself is tiny."""
    squeeze, again = zlib.compressobj(9), zlib.compressobj(9)
    packed = b"".join(again.compress(squeeze.compress(b" " * _BLOCK)) for _ in range(max(1, size // _BLOCK)))
    packed += again.compress(squeeze.flush()) + again.flush()
    return pdf_of([(b"/Filter [/FlateDecode /FlateDecode]", packed)])


def circular_forms(fan: int = 2, depth: int = 40) -> bytes:
    """A page that draws a form that draws others `fan` times, `depth` deep, and at last the first one again."""
    names = b" ".join(b"/X%d %d 0 R" % (at, 20 + at) for at in range(depth))
    resources = b"/Resources << /XObject << %s >> >>" % names
    forms = {}
    for at in range(depth):
        content = b" ".join([b"/X%d Do" % ((at + 1) % depth)] * fan)
        forms[20 + at] = (b"/Type /XObject /Subtype /Form /BBox [0 0 600 800] " + resources, content)
    return pdf_of([(b"", b"/X0 Do")], page_extra=resources, more=forms)


def circular_pages() -> bytes:
    """A page tree that holds itself."""
    return make_pdf([[Put(72, 700, SENTENCES[0])]]).replace(b"/Kids [5 0 R]", b"/Kids [2 0 R]")


def pdf_of(
    pages: Sequence[tuple[bytes, bytes]],
    *,
    page_extra: bytes = b"",
    more: dict[int, tuple[bytes, bytes]] | None = None,
) -> bytes:
    """A PDF of raw content streams, each with entries for its dictionary; `more` are further streams by number."""
    kids = b" ".join(b"%d 0 R" % (100 + 2 * at) for at in range(len(pages)))
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages)),
    }
    for at, (entries, content) in enumerate(pages):
        objects[100 + 2 * at] = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R " % (101 + 2 * at) + page_extra
        ) + b" >>"
        objects[101 + 2 * at] = _stream(entries, content)
    for number, (entries, content) in (more or {}).items():
        objects[number] = _stream(entries, content)
    return _laid_out(objects)


def _stream(entries: bytes, content: bytes) -> bytes:
    return b"<< /Length %d %s >>\nstream\n" % (len(content), entries) + content + b"\nendstream"


def _laid_out(objects: dict[int, bytes]) -> bytes:
    parts, at, table = [b"%PDF-1.4\n"], 9, []
    for number, body in sorted(objects.items()):
        table.append(b"%d 1\n%010d 00000 n \n" % (number, at))
        parts.append(b"%d 0 obj\n" % number + body + b"\nendobj\n")
        at += len(parts[-1])
    parts.append(b"xref\n0 1\n0000000000 65535 f \n" + b"".join(table))
    parts.append(b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (max(objects) + 1, at))
    return b"".join(parts)
