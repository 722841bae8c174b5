"""Titles in files' properties, and what they may say of the day of the meeting."""

from __future__ import annotations

from datetime import date

import pytest

from factories_docx import make_docx, make_zip, p
from factories_odt import make_odt
from minutextract.dates import parse_meeting_date
from minutextract.readers import read_data
from minutextract.readers.detect import Format
from minutextract.readers.properties import read_title

CORE = '<c:coreProperties xmlns:c="urn:c" xmlns:dc="urn:dc"><dc:title>Quay  minutes</dc:title></c:coreProperties>'
PDF = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj
4 0 obj<</Title(Quay minutes)>>endobj
trailer<</Root 1 0 R/Info 4 0 R>>"""


@pytest.mark.parametrize(
    ("data", "kind", "title"),
    [
        (make_zip({"word/document.xml": "<x/>", "docProps/core.xml": CORE}), Format.DOCX, "Quay minutes"),
        (make_zip({"content.xml": "<x/>", "meta.xml": CORE}), Format.ODT, "Quay minutes"),
        (make_zip({"word/document.xml": "<x/>", "docProps/core.xml": "<broken"}), Format.DOCX, None),
        (make_odt("<text:p>x</text:p>"), Format.ODT, None),
        (PDF, Format.PDF, "Quay minutes"),
        (b"<html><head><title>\nQuay minutes </title></head>", Format.HTML, "Quay minutes"),
        (b"<html><p>no title", Format.HTML, None),
        (b"Quay minutes", Format.TEXT, None),
    ],
)
def test_titles(data: bytes, kind: Format, title: str | None) -> None:
    assert read_title(data, kind) == title


def test_a_document_carries_its_title() -> None:
    assert read_data(b"<html><title>Quay</title><body><p>It rained.</p></body></html>", "a.html").title == "Quay"
    assert read_data(make_docx(p("It rained.")), "a.docx").title is None


@pytest.mark.parametrize(
    ("line", "title", "day"),
    [
        ("Date: Tuesday 3rd March", "Quay minutes 2026-03-03", date(2026, 3, 3)),
        ("Date: Tuesday 3rd March", "Quay minutes 2026-02-03", None),
        ("Date: Monday 3rd March", "Quay minutes 2026-03-03", None),
        ("Date: Tuesday 3rd March 2020", "Quay minutes 2026-03-03", date(2020, 3, 3)),
        ("It rained.", "Quay minutes 2026-03-03", None),
        ("Date: Tuesday 3rd March", None, None),
    ],
)
def test_a_title_adds_the_year_to_its_own_day(line: str, title: str | None, day: date | None) -> None:
    assert parse_meeting_date(["Quay Trust", line], "minutes.pdf", day_first=True, title=title) == day
