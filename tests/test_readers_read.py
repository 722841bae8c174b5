from __future__ import annotations

import io
import os
import random
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factories_docx import W, make_docx, make_zip, p
from factories_pdf import Put, make_pdf
from minutextract import readers
from minutextract.errors import (
    CorruptDocument,
    DocumentTypeDeclared,
    EmptyDocument,
    EncryptedDocument,
    MinutextractError,
    MissingFile,
    OversizedDocument,
    ReadError,
    TooDeep,
    UnsupportedFormat,
    ZipBomb,
)
from minutextract.readers import package, read, read_data
from minutextract.readers.detect import Format, detect

PDF = make_pdf([[Put(72, 700, "Ada Byte opened the meeting in the hall.")]])
DOCTYPE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
DOCX = make_docx(p("Ada Byte opened the meeting."))


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (PDF, "a.docx", Format.PDF),
        (DOCX, "a.txt", Format.DOCX),
        (b"<!DOCTYPE html><p>x", "a.txt", Format.HTML),
        (b"<html><p>x", "a", Format.HTML),
        (b"<p>one<p>two", "a.htm", Format.HTML),
        (b"no tags here", "a.html", Format.TEXT),
        (b"words", "a.md", Format.MARKDOWN),
        (b"words", "a.Rmd", Format.MARKDOWN),
        (b"# words", "a.txt", Format.TEXT),
        (b"words", "a.rst", Format.RST),
        (b"# words\n", "a", Format.MARKDOWN),
        (b"words", "a", Format.TEXT),
        ("words and more".encode("utf-16"), "a.txt", Format.TEXT),
    ],
)
def test_detect(data: bytes, name: str, expected: Format) -> None:
    assert detect(data, name) is expected


@pytest.mark.parametrize(
    ("data", "name", "error"),
    [
        (b"", "a.txt", EmptyDocument),
        (b" \n\x00", "a.txt", EmptyDocument),
        (b"* * *\n", "a.md", EmptyDocument),
        (b"\xd0\xcf\x11\xe0 old", "a.doc", UnsupportedFormat),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "a.docx", EncryptedDocument),
        (b"\x89PNG\r\n", "a.png", UnsupportedFormat),
        (bytes(range(256)) * 9, "a.bin", UnsupportedFormat),
        (make_zip({"xl/workbook.xml": "<x/>"}), "a.xlsx", UnsupportedFormat),
        (make_zip({"a.txt": "x"}), "a.zip", UnsupportedFormat),
        (DOCX[: len(DOCX) // 2], "a.docx", CorruptDocument),
        (b"%PDF-1.4 nonsense", "a.pdf", CorruptDocument),
        (make_zip({"word/document.xml": "<w:document"}), "a.docx", CorruptDocument),
        (make_zip({"word/document.xml": f'<w:document xmlns:w="{W}"/>'}), "a.docx", CorruptDocument),
        (make_docx(p("x"), doctype=DOCTYPE), "a.docx", DocumentTypeDeclared),
        (make_docx("<w:sdt>" * 400 + "</w:sdt>" * 400), "a.docx", TooDeep),
        (make_docx(""), "a.docx", EmptyDocument),
    ],
)  # fmt: skip
def test_refusals(data: bytes, name: str, error: type[ReadError]) -> None:
    with pytest.raises(error) as caught:
        read_data(data, name)
    assert caught.value.remedy


def test_parts_that_inflate_too_far(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_PART", 1000)
    with pytest.raises(ZipBomb):
        read_data(make_docx(p("x" * 2000)), "a.docx")


def test_too_many_members(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_MEMBERS", 2)
    with pytest.raises(ZipBomb):
        read_data(DOCX, "a.docx")


def test_packages_that_say_they_inflate_too_far(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_PACKAGE", 1000)
    with pytest.raises(ZipBomb):
        read_data(make_docx(p("x" * 2000)), "a.docx")


def test_encrypted_members() -> None:
    data = bytearray(DOCX)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 4)
    with pytest.raises(EncryptedDocument):
        read_data(bytes(data), "a.docx")


def test_read_a_file(tmp_path: Path) -> None:
    path = tmp_path / "may.md"
    path.write_bytes(b"# May\n\nAda opened.")
    document = read(path)
    assert document.text == "May\nAda opened."
    assert (document.source.path, document.source.size) == (str(path), 18)
    assert document.source.media_type == "text/markdown"
    assert len(document.source.sha256) == 64


def test_only_regular_files(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path in (tmp_path / "none.txt", tmp_path, pipe, Path("a\x00b")):
        with pytest.raises(MissingFile):
            read(path)


def test_size_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "MAX_BYTES", 10)
    path = tmp_path / "long.txt"
    path.write_bytes(b"x" * 11)
    with pytest.raises(OversizedDocument):
        read(path)


@pytest.mark.parametrize("original", [PDF, DOCX], ids=["pdf", "docx"])
def test_damaged_files_give_errors_of_ours(original: bytes) -> None:
    random.seed(7)
    for _ in range(60):
        data = bytearray(original)
        for _ in range(random.randint(1, 12)):
            data[random.randrange(len(data))] = random.randrange(256)
        try:
            read_data(bytes(data[: random.randint(len(data) // 2, len(data))]), "a")
        except MinutextractError as error:
            assert error.cause


@given(st.text(max_size=300), st.sampled_from(["a.txt", "a.md", "a.html"]))
@settings(max_examples=150, deadline=None)
def test_any_text_gives_blocks_that_slice(text: str, name: str) -> None:
    try:
        document = read_data(text.encode("utf-8", errors="replace"), name)
    except ReadError:
        return
    at = 0
    for block in document.blocks:
        assert block.span.start >= at
        assert block.content.within(block.span)
        assert all(cell.within(block.span) for cell in block.cells)
        assert "\n" not in block.span.of(document.text)
        at = block.span.end + 1
    assert at == len(document.text) + 1


def test_a_zip_that_lies_about_its_sizes() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as lying:
        lying.writestr("word/document.xml", "x" * 9000)
    data = buffer.getvalue().replace((9000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    with pytest.raises(CorruptDocument):
        read_data(data, "a.docx")


def test_readers_load_no_models() -> None:
    code = (
        "import sys; from pathlib import Path; from minutextract.readers import read_data; read_data(b'x y', 'a.md');"
        "print([m for m in ('spacy', 'torch', 'docx', 'pypdfium2', 'lxml') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
