"""Office packages that inflate without end, lie about their sizes, or declare document types."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from factories_docx import make_docx, p
from factories_odt import make_odt

MIB = 1024 * 1024
_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"


def real_bomb(size: int, member: str = "word/document.xml") -> bytes:
    """A package whose main part really inflates to `size` bytes; written by chunks, so that making it is cheap."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        package.writestr("mimetype", "x")
        with package.open(member, "w", force_zip64=True) as part:
            chunk = b"<" * MIB
            for _ in range(size // MIB):
                part.write(chunk)
    return buffer.getvalue()


def quick_bomb(size: int, member: str = "word/document.xml") -> bytes:
    """As `real_bomb` in a fraction of the time: one compressed block of zeros again and again, the checksum wrong."""
    block = 16 * MIB
    squeeze = zlib.compressobj(9, zlib.DEFLATED, -15)
    first = squeeze.compress(b"\x00" * block) + squeeze.flush(zlib.Z_FULL_FLUSH)
    end = squeeze.flush(zlib.Z_FINISH)
    return _one_member(member, first * (size // block) + end, 0, size)


def declared_bomb(declared: int, member: str = "word/document.xml") -> bytes:
    """A small package that says it inflates to `declared` bytes."""
    text = b"<x/>"
    squeeze = zlib.compressobj(9, zlib.DEFLATED, -15)
    return _one_member(member, squeeze.compress(text) + squeeze.flush(), zlib.crc32(text), declared)


def lying_bomb(size: int, declared: int, member: str = "word/document.xml") -> bytes:
    """A package that inflates to `size` bytes of zeros, and says that it has `declared`."""
    squeeze = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = b"".join(squeeze.compress(b"\x00" * MIB) for _ in range(size // MIB)) + squeeze.flush()
    return _one_member(member, packed, 0, declared)


def many_members(count: int) -> bytes:
    """A package with so many empty members beside a good document."""
    buffer = io.BytesIO(make_docx(p("Ada opened the meeting.")))
    with zipfile.ZipFile(buffer, "a") as package:
        for at in range(count):
            package.writestr(f"word/media/{at}", b"")
    return buffer.getvalue()


def overlapping_members(count: int, size: int) -> bytes:
    """A package whose members all lie at one place, so that a small file declares to inflate to count x size bytes."""
    squeeze = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = squeeze.compress(b"\x00" * size) + squeeze.flush()
    names = ["word/document.xml", *(f"word/media/{at:05}" for at in range(count - 1))]
    crc = zlib.crc32(b"\x00" * size)
    head = _local(names[0], packed, crc, size)
    directory = b"".join(_central(name, packed, crc, size) for name in names)
    return head + directory + _end(len(names), directory, len(head))


def with_doctype(doctype: str) -> dict[str, bytes]:
    """A Word document and an OpenDocument text that declare this, and use its entity "e" in a paragraph."""
    return {
        "a.docx": make_docx(p("Ada &e; opened."), doctype=doctype),
        "a.odt": make_odt("<text:p>Ada &e; opened.</text:p>", doctype=doctype),
    }


def external_entity(target: str) -> str:
    """A document type whose entity is another file's content."""
    return f'<!DOCTYPE x [<!ENTITY e SYSTEM "{target}">]>'


def laughs(levels: int = 9) -> str:
    """A document type whose entity is ten to the power of `levels` words."""
    entities = [f'<!ENTITY e{at} "{f"&e{at - 1};" * 10}">' for at in range(1, levels + 1)]
    return f'<!DOCTYPE x [<!ENTITY e0 "ha">{"".join(entities)}<!ENTITY e "&e{levels};">]>'


def recoded(data: bytes, part: str, encoding: str) -> bytes:
    """The package with one part in another encoding, named in its XML declaration."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == part:
                content = content.decode().replace('encoding="UTF-8"', f'encoding="{encoding}"').encode(encoding)
            new.writestr(name, content)
    return buffer.getvalue()


def _one_member(name: str, packed: bytes, crc: int, declared: int) -> bytes:
    head = _local(name, packed, crc, declared)
    directory = _central(name, packed, crc, declared)
    return head + directory + _end(1, directory, len(head))


def _local(name: str, packed: bytes, crc: int, declared: int) -> bytes:
    fields = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 0x21, crc, len(packed), declared, len(name), 0)
    return _LOCAL + fields + name.encode() + packed


def _central(name: str, packed: bytes, crc: int, declared: int) -> bytes:
    fields = struct.pack(
        "<HHHHHHIIIHHHHHII", 20, 20, 0, 8, 0, 0x21, crc, len(packed), declared, len(name), 0, 0, 0, 0, 0, 0
    )
    return _CENTRAL + fields + name.encode()


def _end(count: int, directory: bytes, at: int) -> bytes:
    return _END + struct.pack("<HHHHIIH", 0, 0, count, count, len(directory), at, 0)
