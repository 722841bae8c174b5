"""Files to documents: `read_all` tells the format by content and hands the bytes to its reader."""

from __future__ import annotations

import hashlib
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

from minutextract.document import Document, Source
from minutextract.errors import (
    CorruptDocument,
    EmptyDocument,
    FileChanged,
    MemoryLimit,
    MinutextractError,
    MissingFile,
    NoText,
    OversizedDocument,
    TooDeep,
)
from minutextract.readers.assemble import assemble
from minutextract.readers.detect import Format, detect
from minutextract.readers.encoding import bidi_warnings, refuse_long
from minutextract.readers.properties import read_title

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


def read(path: Path | str, *, recognise: bool = True) -> Document:
    """Read a file into one text with blocks; of several documents in it, the first one's.

    Args:
        path: the file.
        recognise: let tesseract, if it is installed, recognise the text of a scanned PDF; seconds a page.

    Raises:
        MissingFile: no such file, or no regular one.
        OversizedDocument: more than 100 MB, or 20 million characters.
        EmptyDocument: no bytes, or no text in them.
        ReadError: one of its other kinds, when the content cannot be read.
    """
    return read_all(path, recognise=recognise)[0]


def read_all(path: Path | str, *, recognise: bool = True, sha256: str | None = None) -> tuple[Document, ...]:
    """Read every document of a file: one, but of an e-mail message its own text and the documents attached to it.

    Their `source.path` is that of the file, and of an attachment "mail.eml!minutes.docx".

    Args:
        path: the file.
        recognise: as for `read`.
        sha256: what its bytes must have, if not None.

    Raises:
        FileChanged: the bytes are others.
        ReadError: as `read`.
    """
    return documents_of(read_file_bytes(Path(path), sha256=sha256), str(path), recognise=recognise)


def tesseract() -> str | None:
    """The path of tesseract, if it is installed."""
    return shutil.which("tesseract")


def read_data(data: bytes, name: str) -> Document:
    """Read a file's bytes; `name` is its path, which ends up in the source and helps to tell kinds of text apart.

    Raises:
        ReadError: as `read`, but for files that are not there.
    """
    return documents_of(data, name, recognise=False)[0]


def documents_of(data: bytes, name: str, *, recognise: bool, depth: int = 1) -> tuple[Document, ...]:
    """Every document in a file's bytes.

    Args:
        data: the bytes.
        name: the file's path.
        recognise: as for `read`.
        depth: how many messages the file is in, if it is one itself counting that.

    Raises:
        ReadError: as `read_data`.
    """
    if not data.strip(b"\x00 \t\r\n"):
        raise EmptyDocument("the file holds no text", "Check that it was saved and copied completely.")
    kind = detect(data, name)
    with _as_read_errors(kind):
        if kind is Format.MAIL:
            from minutextract.readers.mail import read_mail

            return read_mail(data, name, recognise=recognise, depth=depth)
        try:
            return (_document(kind, data, name),)
        except NoText:
            program = tesseract() if recognise else None
            if program is None:
                raise
        from minutextract.readers.scan import read_scan

        return (read_scan(data, name, program),)


def _document(kind: Format, data: bytes, name: str) -> Document:
    module, function = _READERS[kind].split(":")
    pieces, warnings = getattr(import_module(f"{__name__}.{module}"), function)(data)
    text, blocks = assemble(pieces)
    refuse_long(text)
    if not blocks:
        raise EmptyDocument("the document holds no text", "Check that it is the right file.")
    source = Source(name, hashlib.sha256(data).hexdigest(), kind.value, len(data))
    return Document(source, text, blocks, (*warnings, *bidi_warnings(text)), read_title(data, kind))


def read_file_bytes(path: Path, *, sha256: str | None = None) -> bytes:
    """The bytes of a regular file within the size limit.

    Raises:
        FileChanged: they are not those with the SHA-256 given.
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
    if sha256 is not None and hashlib.sha256(data).hexdigest() != sha256:
        raise FileChanged(f"{path} has changed since it was looked at", "Try again once it is written.")
    return data


@contextmanager
def _as_read_errors(kind: Format) -> Iterator[None]:
    try:
        yield
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
