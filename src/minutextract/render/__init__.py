"""Records to circulation summaries: one content, in the format that the receivers read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from importlib import import_module
from typing import Any

from minutextract.record import Record
from minutextract.render.delivery import AS_IT_IS, Delivery

__all__ = ["Delivery", "SummaryFormat", "render"]


class SummaryFormat(StrEnum):
    """The formats of a summary; csv, xlsx and ics hold the action log alone."""

    TEXT = "text"
    MD = "md"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"
    EML = "eml"
    XLSX = "xlsx"
    CSV = "csv"
    ICS = "ics"
    JSON = "json"

    @property
    def suffix(self) -> str:
        """What a file of this format ends in."""
        return ".txt" if self is SummaryFormat.TEXT else f".{self.value}"


# Loaded on first use: who prints text should not wait for the libraries behind the other formats.
_OF_SUMMARIES = {
    SummaryFormat.TEXT: "render.text:render_text",
    SummaryFormat.MD: "render.markdown:render_markdown",
    SummaryFormat.HTML: "render.html:render_html",
    SummaryFormat.DOCX: "render.office:render_docx",
}
_OF_RECORDS = {
    SummaryFormat.JSON: "render.findings:records_json",
    SummaryFormat.CSV: "actionlog.formats:records_log_csv",
    SummaryFormat.XLSX: "actionlog.formats:records_log_xlsx",
}


def render(records: Sequence[Record], format: SummaryFormat, *, delivery: Delivery = AS_IT_IS) -> str | bytes:
    """The summaries of some meetings, one behind the other; text that ends in a line feed, or bytes.

    JSON is the array of the full records, as `minutextract extract --format json` prints it.

    Raises:
        UsageError: a mail is to go to what is no address.
        MissingProgram: what a format needs is not installed.
    """
    if format in _OF_RECORDS:
        rendered: str | bytes = _load(_OF_RECORDS[format])(records)
    elif format is SummaryFormat.ICS:
        rendered = _load("actionlog.formats:records_log_ics")(records, delivery.ics_as)
    elif format is SummaryFormat.PDF:
        rendered = _load("render.pdf:pdf_of")(render(records, SummaryFormat.HTML))
    elif format is SummaryFormat.EML:
        rendered = _draft(records, delivery)
    else:
        from minutextract.render.summary import summarize

        rendered = _load(_OF_SUMMARIES[format])([summarize(record) for record in records])
    return _load("render.package:undated")(rendered) if format is SummaryFormat.DOCX else rendered


def _draft(records: Sequence[Record], delivery: Delivery) -> bytes:
    from minutextract.render.heading import title
    from minutextract.render.mail import draft

    subject = title(records[0]) if len(records) == 1 else f"Summaries of {len(records)} meetings"
    text, html = (str(render(records, format)) for format in (SummaryFormat.TEXT, SummaryFormat.HTML))
    formats = [SummaryFormat(format) for format in delivery.attach]
    attachments = {_file_name(format): render(records, format, delivery=delivery) for format in formats}
    return draft(subject, text, html, delivery.to, attachments)


def _file_name(format: SummaryFormat) -> str:
    """The name of an attachment."""
    of_actions = format in (SummaryFormat.CSV, SummaryFormat.XLSX, SummaryFormat.ICS)
    return f"{'actions' if of_actions else 'summary'}{format.suffix}"


def _load(target: str) -> Callable[..., Any]:
    module, function = target.split(":")
    loaded: Callable[..., Any] = getattr(import_module(f"minutextract.{module}"), function)
    return loaded
