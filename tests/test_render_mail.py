"""Summaries as draft mails and as PDF."""

from __future__ import annotations

from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from pypdf import PdfReader

from factories import Minutes, empty_record, harbour
from minutextract.errors import MissingProgram, UsageError
from minutextract.meeting import Meeting
from minutextract.render import Delivery, SummaryFormat, render
from minutextract.render.mail import addresses
from minutextract.render.pdf import is_available, pdf_of

ALL = Delivery(to=("Jane Roe <jane@example.org>",), attach=("docx", "xlsx", "ics", "csv", "md"))


def mail(delivery: Delivery = ALL, **more: Any) -> EmailMessage:
    data = render([more.get("record", harbour())], SummaryFormat.EML, delivery=delivery)
    assert isinstance(data, bytes)
    message = message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def test_a_draft_without_recipients() -> None:
    message = mail(Delivery())
    assert message["X-Unsent"] == "1"
    assert message["Subject"] == "Harbour Trust Committee: summary of the meeting of 4 March 2031"
    assert not {"to", "from", "date", "message-id"} & {name.lower() for name in message}
    assert message.get_content_type() == "multipart/alternative"
    text, html = (part.get_content() for part in message.iter_parts())
    assert text.replace("\r\n", "\n") == render([harbour()], SummaryFormat.TEXT)
    assert html.replace("\r\n", "\n") == render([harbour()], SummaryFormat.HTML)


def test_a_draft_with_recipients_and_attachments() -> None:
    message = mail()
    assert [str(one) for one in message["To"].addresses] == ["Jane Roe <jane@example.org>"]
    files = {part.get_filename(): part for part in message.iter_attachments()}
    assert list(files) == ["summary.docx", "actions.xlsx", "actions.ics", "actions.csv", "summary.md"]
    assert files["actions.ics"].get_content_type() == "text/calendar"
    assert files["summary.docx"].get_content() == render([harbour()], SummaryFormat.DOCX)
    assert docx.Document(BytesIO(files["summary.docx"].get_content())).paragraphs[0].text.startswith("Harbour")


def test_the_same_draft_is_the_same_file() -> None:
    assert render([harbour()], SummaryFormat.EML, delivery=ALL) == render([harbour()], SummaryFormat.EML, delivery=ALL)


@pytest.mark.parametrize("words", ["x\r\nBcc: eve@example.org", "é" * 300, "a\x00\ud800b", "=?utf-8?q?x?=", ""])
def test_words_of_the_minutes_make_no_headers(words: str) -> None:
    record = Minutes(Meeting(body=words, date=date(2031, 3, 4))).say(words or "Nothing.").record()
    message = mail(Delivery(), record=record)
    assert {name.lower() for name in message} == {"x-unsent", "subject", "mime-version", "content-type"}


@pytest.mark.parametrize("written", ["nobody", "a@", "@b", "a@b\r\nBcc: c@d", "", "a b@c.org d"])
def test_what_is_no_address_is_refused(written: str) -> None:
    with pytest.raises(UsageError, match="no mail address"):
        addresses([written])


def test_several_addresses_in_one() -> None:
    assert [str(one) for one in addresses(["a@example.org, Böb <b@example.org>"])] == [
        "a@example.org",
        "Böb <b@example.org>",
    ]


def test_a_draft_of_several_meetings() -> None:
    data = render([harbour(), empty_record()], SummaryFormat.EML)
    assert isinstance(data, bytes)
    assert message_from_bytes(data, policy=policy.default)["Subject"] == "Summaries of 2 meetings"


def test_a_page_as_pdf() -> None:
    if not is_available():
        pytest.skip("WeasyPrint, or Pango below it, is not installed")
    data = render([harbour()], SummaryFormat.PDF)
    assert isinstance(data, bytes)
    reader = PdfReader(BytesIO(data))
    assert "Send the crane survey" in " ".join(reader.pages[0].extract_text().split())
    assert reader.metadata is not None
    assert reader.metadata.title == "Harbour Trust Committee: summary of the meeting of 4 March 2031"
    assert data == render([harbour()], SummaryFormat.PDF)


def test_a_page_loads_nothing(tmp_path: Path) -> None:
    if not is_available():
        pytest.skip("WeasyPrint, or Pango below it, is not installed")
    style = tmp_path / "x.css"
    style.write_text("p::after { content: 'loaded' }", encoding="utf-8")
    page = f"<link rel=stylesheet href='{style.as_uri()}'><img src='http://127.0.0.1:9/x.png'><p>words"
    assert PdfReader(BytesIO(pdf_of(page))).pages[0].extract_text().split()[:1] == ["words"]


def test_pdf_without_its_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "weasyprint", None)
    with pytest.raises(MissingProgram) as raised:
        pdf_of("<p>x")
    assert "pip install 'minutextract[pdf]'" in raised.value.remedy
