"""Files to documents: `read` tells the format by content and hands the bytes to its reader."""

from __future__ import annotations

import hashlib
import shutil
import stat
from importlib import import_module
from pathlib import Path

from minutextract.document import Document, Source
from minutextract.errors import (
    CorruptDocument,
    EmptyDocument,
    MemoryLimit,
    MinutextractError,
    MissingFile,
    NoText,
    OversizedDocument,
    TooDeep,
)
from minutextract.readers.assemble import Piece, assemble
from minutextract.readers.detect import Format, detect
from minutextract.readers.encoding import bidi_warnings, refuse_long

MAX_BYTES = 100 * 1024 * 1024

# Loaded on first use: each format's library costs time and memory that other formats should not pay.
_READERS = {
    Format.TEXT: "text:read_bytes",
    Format.MARKDOWN: "markdown:read_bytes",
    Format.RST: "rst:read_bytes",
    Format.HTML: "html:read_bytes",
    Format.DOCX: "docx:read_bytes",
    Format.ODT: "odt:read_bytes",
    Format.PDF: "pdf:read_bytes",
    Format.DOC: "legacy:read_bytes",
    Format.RTF: "legacy:read_bytes",
}


def read(path: Path, *, recognise: bool = True) -> Document:
    """Read a file into one text with blocks.

    Args:
        path: the file.
        recognise: let tesseract, if it is installed, recognise the text of a scanned PDF; seconds a page.

    Raises:
        MissingFile: no such file, or no regular one.
        OversizedDocument: more than 100 MB, or 20 million characters.
        EmptyDocument: no bytes, or no text in them.
        ReadError: one of its other kinds, when the content cannot be read.
    """
    data = read_file_bytes(path)
    try:
        return read_data(data, str(path))
    except NoText:
        program = tesseract() if recognise else None
        if program is None:
            raise
    from minutextract.readers.scan import read_scan

    return read_scan(data, str(path), program)


def tesseract() -> str | None:
    """The path of tesseract, if it is installed."""
    return shutil.which("tesseract")


def read_data(data: bytes, name: str) -> Document:
    """Read a file's bytes; `name` is its path, which ends up in the source and helps to tell kinds of text apart.

    Raises:
        ReadError: as `read`, but for files that are not there.
    """
    if not data.strip(b"\x00 \t\r\n"):
        raise EmptyDocument("the file holds no text", "Check that it was saved and copied completely.")
    kind = detect(data, name)
    pieces, warnings = _pieces(kind, data)
    text, blocks = assemble(pieces)
    refuse_long(text)
    if not blocks:
        raise EmptyDocument("the document holds no text", "Check that it is the right file.")
    source = Source(name, hashlib.sha256(data).hexdigest(), kind.value, len(data))
    return Document(source, text, blocks, (*warnings, *bidi_warnings(text)))


def read_file_bytes(path: Path) -> bytes:
    """The bytes of a regular file within the size limit.

    Raises:
        MissingFile: no such file, or no regular one.
        OversizedDocument: more than 100 MB.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise MissingFile(f"{path} is no regular file", "Name a document.")
        if status.st_size > MAX_BYTES:
            raise OversizedDocument(f"{path} has {status.st_size:,} bytes; the limit is {MAX_BYTES:,}",
                                    "Split it, or save it without pictures.")  # fmt: skip
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise MissingFile(f"{path} cannot be opened: {reason}", "Check the path and your permissions.") from error
    if len(data) > MAX_BYTES:
        raise OversizedDocument(f"{path} grew beyond {MAX_BYTES:,} bytes while it was read", "Try again later.")
    return data


def _pieces(kind: Format, data: bytes) -> tuple[list[Piece], tuple[str, ...]]:
    module, function = _READERS[kind].split(":")
    reader = getattr(import_module(f"{__name__}.{module}"), function)
    try:
        pieces, warnings = reader(data)
    except MinutextractError:
        raise
    except MemoryError as error:
        raise MemoryLimit("reading the file takes more memory than it may", "Split it.") from error
    except RecursionError as error:
        raise TooDeep("the file is nested too deeply", "Save it under a new name from its program.") from error
    except Exception as error:  # a parser's own errors are of many kinds; none may end a batch
        raise CorruptDocument(
            f"the file could not be read as {kind.value}: {type(error).__name__}: {error}",
            "It may be damaged: open it in its program and save it again.",
        ) from error
    return pieces, warnings
