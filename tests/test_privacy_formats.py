"""Public versions in formats that are no pages, and at every length and attribution: no masked name is left."""

from __future__ import annotations

import csv
import email
import email.policy
import io
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import icalendar
import openpyxl
import pytest
from pypdf import PdfReader

from factories import harbour
from minutextract.cli.circulation import Circulation
from minutextract.house.model import House
from minutextract.pipeline import Pipeline
from minutextract.privacy.contacts import contact_details
from minutextract.privacy.policy import Policy
from minutextract.readers import read_all
from minutextract.record import Record
from minutextract.render import Attribution, Delivery, Length, SummaryFormat, SummaryOptions
from minutextract.render.pdf import is_available
from test_privacy_publishing import masked_forms, word_text

CORPUS = sorted(path for path in (Path(__file__).resolve().parent.parent / "corpus").iterdir()
                if path.suffix in (".txt", ".md", ".html", ".rst", ".docx", ".odt", ".eml"))  # fmt: skip
FORMATS = (SummaryFormat.DOCX, SummaryFormat.XLSX, SummaryFormat.CSV, SummaryFormat.ICS, SummaryFormat.EML)
CHOICES = [SummaryOptions(length, attribution) for length, attribution in product(Length, Attribution)]


def said(content: str | bytes, format: SummaryFormat) -> str:
    """All words of a rendered summary."""
    if isinstance(content, str):
        return "\n".join(map("\n".join, csv.reader(io.StringIO(content)))) if format is SummaryFormat.CSV else content
    if format is SummaryFormat.DOCX:
        return word_text(content)
    if format is SummaryFormat.XLSX:
        book = openpyxl.load_workbook(io.BytesIO(content))
        return "\n".join(str(value) for sheet in book for row in sheet.values for value in row if value is not None)
    if format is SummaryFormat.EML:
        message = email.message_from_bytes(content, policy=email.policy.default)
        return "\n".join((str(message["Subject"]), *_parts(message)))
    tasks = icalendar.Calendar.from_ical(content).walk("VTODO") if content else []
    return "\n".join(str(value) for task in tasks for value in (task["summary"], task["description"]))


def _parts(message: email.message.EmailMessage) -> Iterator[str]:
    for part in message.walk():
        if part.get_content_maintype() == "text":
            yield re.sub(r"<style>.*?</style>|<[^>]*>", " ", str(part.get_content()), flags=re.DOTALL)


def public(record: Record, format: SummaryFormat, options: SummaryOptions, *attach: str) -> str:
    delivery = Delivery(attach=attach)
    circulation = Circulation(format, options, House(), public=True, delivery=delivery)
    return said(circulation.written([record]), format)


def left(record: Record, text: str) -> list[str]:
    """What of names and contact details is in a text that it should not have."""
    forms = masked_forms(record.meeting.people, Policy())
    found = [form for form in forms if re.search(rf"(?<![^\W_]){re.escape(form)}(?![^\W_])", text)]
    return [*found, *(text[one.start : one.end] for one in contact_details(text))]


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_nothing_of_the_masked_is_left_in_any_format(path: Path, pipeline: Pipeline) -> None:
    for read in read_all(path):
        for record in pipeline.analyse_all(read):
            for format in FORMATS:
                assert (format, left(record, public(record, format, SummaryOptions()))) == (format, [])
            for options in CHOICES:
                assert (options, left(record, public(record, SummaryFormat.TEXT, options))) == (options, [])


@pytest.mark.parametrize("path", CORPUS[:6], ids=lambda path: path.name)
def test_nothing_of_the_masked_is_left_in_a_pdf(path: Path, pipeline: Pipeline) -> None:
    if not is_available():
        pytest.skip("WeasyPrint, or Pango below it, is not installed")
    circulation = Circulation(SummaryFormat.PDF, SummaryOptions(), House(), public=True, delivery=Delivery())
    for read in read_all(path):
        for record in pipeline.analyse_all(read):
            data = circulation.written([record])
            assert isinstance(data, bytes)
            reader = PdfReader(io.BytesIO(data))
            words = "\n".join(page.extract_text() for page in reader.pages)
            assert "Actions" in words
            # A name may be broken at the end of a line.
            told = (words, " ".join(words.split()), *map(str, (reader.metadata or {}).values()))
            assert [found for text in told for found in left(record, text)] == []


def test_a_public_mail_has_nothing_of_the_masked_in_what_is_attached() -> None:
    text = public(harbour(), SummaryFormat.EML, SummaryOptions(), "csv", "md", "ics")
    assert text.count("2031-03-04/1") > 3
    assert left(harbour(), text) == []


@pytest.mark.parametrize("format", [SummaryFormat.TEXT, SummaryFormat.HTML])
def test_nobody_is_to_be_told_anything_in_public(format: SummaryFormat) -> None:
    options = SummaryOptions()
    own = str(Circulation(format, options, House()).written([harbour()]))
    assert "not a member: needs telling" in own
    assert "absent: tell them" in own
    assert not re.search("needs telling|tell them", public(harbour(), format, options))
