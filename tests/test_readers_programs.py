"""Old Word and Rich Text files through LibreOffice, scans through tesseract: with the programs, and without them."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from factories_pdf import Put, make_pdf
from minutextract.errors import CorruptDocument, NeedsProgram, NoText, TimeLimit
from minutextract.readers import legacy, read, read_data
from minutextract.readers.sandbox import Limits, Sandbox
from minutextract.readers.scan import WARNING, read_scan

RTF = rb"{\rtf1\ansi Quay Trust\par Present: Ada Bell (AB)\par {\deleted secret }AB to call the plumber.\par}"
COMPOUND = b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le")

with_soffice = pytest.mark.skipif(legacy.soffice() is None, reason="LibreOffice is not installed")
with_tesseract = pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")


def scanned(lines: list[str]) -> bytes:
    """A PDF of one page that is a picture of some lines."""
    words = [Put(72, 700 - 30 * at, line, 16) for at, line in enumerate(lines)]
    [page] = pdfium.PdfDocument(make_pdf([words]))
    bitmap = page.render(scale=200 / 72)
    document = pdfium.PdfDocument.new()
    image = pdfium.PdfImage.new(document)
    image.set_bitmap(bitmap)
    image.set_matrix(pdfium.PdfMatrix().scale(*page.get_size()))
    blank = document.new_page(*page.get_size())
    blank.insert_obj(image)
    blank.gen_content()
    out = BytesIO()
    document.save(out)
    return out.getvalue()


LINES = ["Quay Trust, 3 March 2026", "Present: Ada Bell (AB), Kai Lund (KL)", "AB to call the plumber before Friday."]


@with_soffice
def test_rich_text_and_old_word(tmp_path: Path) -> None:
    document = read_data(RTF, "minutes.rtf")
    assert document.source.media_type == "application/rtf"
    assert document.text == "Quay Trust\nPresent: Ada Bell (AB)\nAB to call the plumber."
    source = tmp_path / "minutes.rtf"
    source.write_bytes(RTF)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        legacy.soffice() or "",
        profile,
        "--headless",
        "--convert-to",
        "doc:MS Word 97",
        "--outdir",
        str(tmp_path),
    ]
    subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=120)
    old = read(tmp_path / "minutes.doc")
    assert old.source.media_type == "application/msword"
    assert old.text == document.text


@with_soffice
def test_libreoffice_runs_within_the_sandbox(tmp_path: Path) -> None:
    path = tmp_path / "minutes.rtf"
    path.write_bytes(RTF)
    with Sandbox() as sandbox:
        assert "AB to call the plumber." in sandbox.read_all(path)[0].text


@with_soffice
def test_what_libreoffice_cannot_read_is_corrupt() -> None:
    with pytest.raises(CorruptDocument):
        read_data(COMPOUND, "minutes.doc")


def test_a_conversion_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nsleep 600\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(legacy, "soffice", lambda: str(program))
    monkeypatch.setattr(legacy, "_SECONDS", 0.5)
    with pytest.raises(TimeLimit):
        read_data(RTF, "minutes.rtf")


def _running(group: int) -> list[str]:
    """The processes of a group that run; those that ended may wait for whoever takes note of it."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, of = path.read_text(encoding="utf-8").rpartition(")")[2].split()[:3]
        except OSError:
            continue
        if int(of) == group and state != "Z":
            found.append(path.parent.name)
    return found


def test_libreoffice_ends_with_the_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program, pid = tmp_path / "soffice", tmp_path / "pid"
    program.write_text(f"#!/bin/sh\necho $$ > {pid}\nsleep 600\n", encoding="utf-8")
    program.chmod(0o755)
    path = tmp_path / "minutes.rtf"
    path.write_bytes(RTF)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    with Sandbox(Limits(seconds=5)) as sandbox, pytest.raises(TimeLimit):
        sandbox.read_all(path)
    limit = time.monotonic() + 5
    while (left := _running(int(pid.read_text()))) and time.monotonic() < limit:
        time.sleep(0.05)
    assert left == []
    assert list(tmp_path.glob("minutextract-*")) == []


@pytest.mark.parametrize(("data", "name"), [(RTF, "minutes.rtf"), (COMPOUND, "minutes.doc")])
def test_without_libreoffice_the_remedy_names_it(data: bytes, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(legacy, "soffice", lambda: None)
    with pytest.raises(NeedsProgram) as caught:
        read_data(data, name)
    assert "LibreOffice" in caught.value.remedy
    assert caught.value.code == "needs-program"


@with_tesseract
def test_a_scan_is_recognised(tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(scanned(LINES))
    document = read(path)
    assert document.warnings == (WARNING,)
    assert [block.page for block in document.blocks] == [1] * len(document.blocks)
    for words in ("Quay Trust", "Ada Bell (AB)", "AB to call the plumber before Friday."):
        assert words in document.text
    with pytest.raises(NoText):
        read(path, recognise=False)
    with Sandbox() as sandbox:
        assert sandbox.read_all(path) == (document,)


@with_tesseract
def test_a_blank_scan_is_no_empty_success(tmp_path: Path) -> None:
    path = tmp_path / "blank.pdf"
    path.write_bytes(scanned([]))
    with pytest.raises(NoText):
        read(path)


def test_a_blank_page_needs_no_recognition() -> None:
    with pytest.raises(NoText):
        read_scan(scanned([]), "blank.pdf", "/no/such/program")
    with pytest.raises(CorruptDocument, match="tesseract fails"):
        read_scan(scanned(LINES), "scan.pdf", "/no/such/program")


def test_without_tesseract_a_scan_has_no_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(scanned(LINES))
    monkeypatch.setattr("minutextract.readers.tesseract", lambda: None)
    with pytest.raises(NoText) as caught:
        read(path)
    assert "tesseract" in caught.value.remedy
