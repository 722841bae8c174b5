"""What a file is, by its content; the name only chooses between kinds of text."""

from __future__ import annotations

import io
import re
import zipfile
from enum import StrEnum
from pathlib import PurePath

from minutextract.errors import CorruptDocument, EncryptedDocument, UnsupportedFormat
from minutextract.readers.encoding import utf16_by_zeros

_SAMPLE = 65_536
_HTML_HEAD = re.compile(rb"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)
_HTML_TAG = re.compile(rb"</?(?:p|div|br|h[1-6]|table|tr|td|ul|ol|li|span|b|strong)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_MARKDOWN = re.compile(
    rb"^(?:#{1,6} \S|\s{0,3}[-*] \[[ xX]\] |\|[-: |]+\|\s*$|---\s*$|\* \S)|\]\(https?:", re.MULTILINE
)
# The first line of a message as servers and mailboxes have it, or a sender's with its number further down.
_MAIL = re.compile(
    rb"(?:Return-Path|Received|Delivered-To|MIME-Version|X-[\w-]+|Message-ID):\s"
    rb"|From \S+ [^\n]{0,60}\d\d:\d\d[^\n]{0,40}\n[\w-]+:\s"
    rb"|(?:From|To|Date|Subject):\s(?:[^\r\n][^\n]*\n){1,20}?(?:Message-ID|MIME-Version):\s",
    re.IGNORECASE,
)
_BINARY_SHARE = 0.05
_CONTROLS = bytes((*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20)))


class Format(StrEnum):
    """The formats with a reader; the value is the media type."""

    TEXT = "text/plain"
    MARKDOWN = "text/markdown"
    RST = "text/x-rst"
    HTML = "text/html"
    ODT = "application/vnd.oasis.opendocument.text"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    PDF = "application/pdf"
    DOC = "application/msword"
    RTF = "application/rtf"
    MAIL = "message/rfc822"


_BY_SUFFIX = {
    **dict.fromkeys((".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd", ".mdx"), Format.MARKDOWN),
    **dict.fromkeys((".txt", ".text", ".asc", ".log"), Format.TEXT),
    **dict.fromkeys((".rst", ".rest"), Format.RST),
    **dict.fromkeys((".html", ".htm", ".xhtml"), Format.HTML),
    **dict.fromkeys((".eml", ".mbox"), Format.MAIL),
}

# How the names of files end that have a reader, whatever their content turns out to be.
SUFFIXES = frozenset((*_BY_SUFFIX, ".docx", ".odt", ".pdf", ".doc", ".rtf"))


def detect(data: bytes, name: str = "") -> Format:
    """The format of a file's bytes.

    Raises:
        UnsupportedFormat: no reader for it; the remedy says what to do.
        EncryptedDocument: an office file with a password.
        CorruptDocument: a zip package that cannot be opened.
    """
    if b"%PDF-" in data[:1024] and (data.lstrip()[:5] == b"%PDF-" or name.lower().endswith(".pdf")):
        return Format.PDF
    if data[:2] == b"PK" and data[2:4] in (b"\x03\x04", b"\x05\x06", b"\x07\x08"):
        return _package(data)
    if data.startswith(b"{\\rtf"):
        return Format.RTF
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return _compound(data)
    _refuse_images(data)
    _refuse_unknown_binaries(data)
    return _text_format(data, name)


def _package(data: bytes) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = frozenset(package.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
        raise CorruptDocument(
            f"the file begins as a zip package, but cannot be opened: {error}",
            "It may be cut off: fetch it again, or open it in Word and save it under a new name.",
        ) from error
    if "word/document.xml" in names or ("[Content_Types].xml" in names and any(n.startswith("word/") for n in names)):
        return Format.DOCX
    if "mimetype" in names and "content.xml" in names:
        return Format.ODT
    kind = "a spreadsheet" if any(name.startswith("xl/") for name in names) else "a zip package that holds no document"
    raise _unsupported(kind)


def _compound(data: bytes) -> Format:
    """Files of the old office programs, and packages with a password, are file systems with named streams."""
    if _stream("EncryptedPackage") in data:
        raise EncryptedDocument(
            "the office file is encrypted with a password", "Remove the password in Word and save it again."
        )
    if _stream("WordDocument") in data:
        return Format.DOC
    raise _unsupported("a file of an old office program, but no Word document")


def _stream(name: str) -> bytes:
    return name.encode("utf-16-le")


def _refuse_images(data: bytes) -> None:
    if data.startswith((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")):
        raise UnsupportedFormat("the file is an image", "Recognise its text first, and save that as .txt or .docx.")


def _unsupported(kind: str) -> UnsupportedFormat:
    return UnsupportedFormat(
        f"the file is {kind}, which this version does not read", "Open it and save it as .docx, then try again."
    )


def _refuse_unknown_binaries(data: bytes) -> None:
    sample = data[:_SAMPLE]
    if utf16_by_zeros(data) or sample.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")):
        return
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > len(sample) * _BINARY_SHARE:
        raise UnsupportedFormat("the file is binary and of no known kind", "Save the minutes as .docx, .pdf or .txt.")


def _text_format(data: bytes, name: str) -> Format:
    suffix = PurePath(name).suffix.lower()
    hint = _BY_SUFFIX.get(suffix)
    sample = data[:_SAMPLE].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe\xfe\xff \t\r\n")
    if hint is Format.MAIL or (hint is None and _MAIL.match(sample)):
        return Format.MAIL
    if _is_html(sample, hint):
        return Format.HTML
    if hint in (Format.MARKDOWN, Format.RST, Format.TEXT):
        return hint
    return Format.MARKDOWN if _MARKDOWN.search(sample) else Format.TEXT


def _is_html(sample: bytes, hint: Format | None) -> bool:
    if re.match(rb"<(?:\?xml[^>]*>\s*<)?(?:!doctype\s+html|html|head|body)[\s>]", sample, re.IGNORECASE):
        return True
    tags = len(_HTML_TAG.findall(sample))
    if hint is Format.HTML:
        return tags > 0 or _HTML_HEAD.search(sample) is not None
    if hint in (Format.MARKDOWN, Format.RST):
        return False
    return _HTML_HEAD.search(sample[:4096]) is not None or (sample.startswith(b"<") and tags >= 6)
