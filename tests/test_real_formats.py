"""Real minutes, saved in every format by LibreOffice and by hand, say the same; both stand beside the repository."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from email.message import EmailMessage
from html import escape
from itertools import groupby
from pathlib import Path

import pytest

from builders import Keywords
from gates import NO_MINUTES, SHARED
from minutextract.document import Block, BlockKind, Document
from minutextract.pipeline import Pipeline
from minutextract.readers import legacy, read
from minutextract.record import Record

SOURCES = (
    SHARED / "seed" / "attendance-action-alliance-2024-05-21.txt",
    SHARED / "gold" / "files" / "icat-068.md",
)
TARGETS = ("docx:MS Word 2007 XML", "odt:writer8", "pdf:writer_pdf_Export")
FORMATS = 7

pytestmark = [
    pytest.mark.skipif(not SHARED.is_dir(), reason=NO_MINUTES),
    pytest.mark.skipif(legacy.soffice() is None, reason="LibreOffice is not installed"),
]


def html_of(document: Document) -> str:
    """The document's blocks as a page."""
    parts = []
    for table, blocks in groupby(document.blocks, key=lambda block: block.table):
        markup = [_markup(block, document.text) for block in blocks]
        parts += markup if table is None else ["<table border=1>", *markup, "</table>"]
    return f"<!DOCTYPE html><meta charset=utf-8><body>{''.join(parts)}</body>"


def _markup(block: Block, text: str) -> str:
    shown = escape(block.span.of(text))
    match block.kind:
        case BlockKind.HEADING:
            return f"<h{block.level}>{shown}</h{block.level}>"
        case BlockKind.ROW:
            return f"<tr>{''.join(f'<td>{escape(cell.of(text))}</td>' for cell in block.cells)}</tr>"
        case BlockKind.ITEM if block.number is None:
            return f"{'<ul>' * (block.level + 1)}<li>{shown}</li>{'</ul>' * (block.level + 1)}"
        case _:
            return f"<p>{f'<b>{shown}</b>' if block.bold else shown}</p>"


def markdown_of(document: Document) -> str:
    """The document's blocks as Markdown."""
    lines, table = [], None
    for block in document.blocks:
        shown = block.span.of(document.text)
        if block.kind is BlockKind.ROW:
            cells = [cell.of(document.text) for cell in block.cells]
            if block.table != table:
                lines += ["", f"| {' | '.join(cells)} |", "|" + "---|" * len(cells)]
            else:
                lines.append(f"| {' | '.join(cells)} |")
            table = block.table
            continue
        table = None
        bold = f"**{shown}**" if block.bold else shown
        bullet = f"{'    ' * block.level}- {shown}"
        is_bullet = block.kind is BlockKind.ITEM and block.number is None
        lines += [
            "",
            f"{'#' * block.level} {shown}" if block.kind is BlockKind.HEADING else bullet if is_bullet else bold,
        ]
    return "\n".join(lines)


def plain_of(document: Document) -> str:
    """The document's blocks as somebody would type them: headings underlined, rows with pipes."""
    lines: list[str] = []
    before: Block | None = None
    for block in document.blocks:
        shown = block.span.of(document.text)
        if before is None or block.kind is not before.kind or block.kind is BlockKind.PARAGRAPH:
            lines.append("")
        if block.kind is BlockKind.ROW:
            lines.append(f"| {' | '.join(cell.of(document.text) for cell in block.cells)} |")
        elif block.kind is BlockKind.ITEM and block.number is None:
            lines.append(f"{'  ' * block.level}- {shown}")
        else:
            lines += [shown, "=" * len(shown)] if block.kind is BlockKind.HEADING else [shown]
        before = block
    return "\n".join(lines)


def write(source: Path, folder: Path) -> None:
    """The minutes in the formats that hold plain characters."""
    document = read(source)
    text = source.read_text(encoding="utf-8") if source.suffix == ".txt" else plain_of(document)
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = "Minutes", "clerk@quay.example", "all@quay.example"
    mail.set_content(text)
    written = {"html": html_of(document), "md": markdown_of(document), "txt": text, "eml": mail.as_string()}
    for kind, content in written.items():
        (folder / f"{source.stem}.{kind}").write_text(content, encoding="utf-8")


def convert(folder: Path, profile: Path) -> None:
    """The pages in a folder as LibreOffice saves them."""
    pages = list(map(str, folder.glob("*.html")))
    for target in TARGETS:
        command = [legacy.soffice() or "", f"-env:UserInstallation={profile.as_uri()}", "--headless"]
        command += ["--infilter=HTML (StarWriter)", "--convert-to", target, "--outdir", str(folder)]
        subprocess.run([*command, *pages], check=True, capture_output=True, timeout=120)


def told(record: Record) -> dict[str, Sequence[object]]:
    """Who came and what was found, without where it stands."""
    return {
        "people": [(one.name, one.attendance) for one in record.meeting.people],
        "actions": [(one.text, [owner.name for owner in one.owners], one.due.date) for one in record.actions],
        "decisions": [one.text for one in record.decisions],
        "praise": [([by.name for by in one.by], [to.name for to in one.to], one.reason) for one in record.praise],
    }


def test_the_same_findings_from_each(tmp_path: Path) -> None:
    (tmp_path / "saved").mkdir()
    for source in SOURCES:
        write(source, tmp_path / "saved")
    convert(tmp_path / "saved", tmp_path / "profile")
    pipeline = Pipeline(Keywords())
    for source in SOURCES:
        wanted = told(pipeline.process(source))
        assert wanted["people"]
        assert wanted["actions"]
        paths = sorted((tmp_path / "saved").glob(f"{source.stem}.*"))
        assert len(paths) == FORMATS
        for path in paths:
            for kind, found in told(pipeline.process(path)).items():
                assert (path.suffix, kind, found) == (path.suffix, kind, wanted[kind])
