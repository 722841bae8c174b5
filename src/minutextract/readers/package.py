"""Office packages from untrusted hands: bounded zip members, XML without document types or entities."""

from __future__ import annotations

import io
import zipfile
import zlib

from lxml import etree

from minutextract.errors import CorruptDocument, DocumentTypeDeclared, EncryptedDocument, TooDeep, ZipBomb

MAX_PART = 64 * 1024 * 1024
# Of all parts together: pictures are counted, though they are not read.
MAX_PACKAGE = 1024 * 1024 * 1024
MAX_MEMBERS = 5000
_ENCRYPTED = 0x1
_DOCTYPES = tuple(
    "<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
)


class Package:
    """A zip package in memory.

    Raises:
        CorruptDocument: it is no zip package.
        ZipBomb: it has too many members, or says that they inflate to too much.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
            raise _corrupt(f"the package cannot be opened: {error}") from error
        members = self._zip.infolist()
        if len(members) > MAX_MEMBERS:
            raise _bomb(f"the package has {len(members):,} members; the limit is {MAX_MEMBERS:,}")
        if sum(member.file_size for member in members) > MAX_PACKAGE:
            raise _bomb(f"the package inflates to more than {MAX_PACKAGE:,} bytes")
        self._members = {member.filename.lstrip("/"): member for member in members}

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def part(self, name: str) -> bytes:
        """The bytes of a member.

        Raises:
            CorruptDocument: it is not there, or damaged.
            EncryptedDocument: it needs a password.
            ZipBomb: it inflates to more than the limit, whatever the directory says.
        """
        member = self._members.get(name)
        if member is None:
            raise _corrupt(f"the package has no part {name}")
        if member.flag_bits & _ENCRYPTED:
            raise EncryptedDocument("the package is encrypted with a password", "Save it again without the password.")
        if member.file_size > MAX_PART:
            raise _oversized(name)
        try:
            with self._zip.open(member) as stream:
                data = stream.read(MAX_PART + 1)
        except (zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError, NotImplementedError) as error:
            raise _corrupt(f"part {name} is damaged: {error}") from error
        if len(data) > MAX_PART:
            raise _oversized(name)
        return data

    def xml(self, name: str) -> etree._Element:
        """The root element of a member.

        Raises:
            CorruptDocument: as `part`, and for XML that is not well-formed.
            DocumentTypeDeclared: it declares a document type, which office files never do.
            TooDeep: its elements are nested beyond the parser's limit.
        """
        data = self.part(name)
        if any(mark in data for mark in _DOCTYPES):
            raise _doctype(name)
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            if "depth" in str(error):
                raise TooDeep(f"part {name} is nested too deeply", "No word processor writes such a file.") from error
            raise _corrupt(f"part {name} is no well-formed XML: {error}") from error
        # The encodings that hide the words from the search above are many.
        if root.getroottree().docinfo.internalDTD is not None:
            raise _doctype(name)
        return root


def _doctype(name: str) -> DocumentTypeDeclared:
    return DocumentTypeDeclared(
        f"part {name} declares a document type, which office files never do",
        "Open it in its program, save it under a new name and try that.",
    )


def _corrupt(cause: str) -> CorruptDocument:
    return CorruptDocument(cause, "Open it in its program, save it under a new name and try that.")


def _oversized(name: str) -> ZipBomb:
    return _bomb(f"part {name} inflates to more than {MAX_PART:,} bytes")


def _bomb(cause: str) -> ZipBomb:
    return ZipBomb(cause, "Split the document, or save it without pictures; do not trust it if it came from outside.")
