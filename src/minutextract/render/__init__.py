"""Records to circulation summaries: one content, in the format that the receivers read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING, Any

from minutextract.errors import UsageError
from minutextract.record import Record
from minutextract.render.delivery import AS_IT_IS, Delivery
from minutextract.render.options import DEFAULT, Attribution, Length, SummaryOptions

if TYPE_CHECKING:
    from minutextract.render.content import Summary

__all__ = [
    "Attribution", "Delivery", "Finish", "Length", "SummaryFormat", "SummaryOptions", "render", "write_summaries",
]  # fmt: skip
Finish = Callable[["Summary"], "Summary"]


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
_LOGS = {
    SummaryFormat.CSV: "actionlog.formats:records_log_csv",
    SummaryFormat.XLSX: "actionlog.formats:records_log_xlsx",
}


def render(
    records: Sequence[Record],
    format: SummaryFormat,
    options: SummaryOptions = DEFAULT,
    finish: Finish | None = None,
    *,
    delivery: Delivery = AS_IT_IS,
) -> str | bytes:
    """The summaries of some meetings, one behind the other; text that ends in a line feed, or bytes.

    JSON is the array of the full records, as `minutextract extract --format json` prints it, each with its `summary`.
    `finish` is given each summary before it is written, and gives the one to write: the style of a house.

    Raises:
        UsageError: a mail is to go to what is no address.
        MissingProgram: what a format needs is not installed.
    """
    if format is SummaryFormat.JSON:
        rendered: str | bytes = _load("render.structured:summaries_json")(records, options)
    elif format in _LOGS:
        rendered = _load(_LOGS[format])(records)
    elif format is SummaryFormat.ICS:
        rendered = _load("actionlog.formats:records_log_ics")(records, delivery.ics_as)
    else:
        from minutextract.render.summary import summarize

        summaries = [finish(one) if finish else one for one in (summarize(record, options) for record in records)]
        wanted = map(SummaryFormat, delivery.attach) if format is SummaryFormat.EML else ()
        made = {_file_name(of): render(records, of, options, finish, delivery=delivery) for of in wanted}
        # A calendar file without an action is none.
        attached = {name: content for name, content in made.items() if content}
        rendered = write_summaries(summaries, format, to=delivery.to, attached=attached)
    return rendered


def write_summaries(
    summaries: Sequence[Summary],
    format: SummaryFormat,
    *,
    to: Sequence[str] = (),
    attached: Mapping[str, str | bytes] | None = None,
) -> str | bytes:
    """Summaries that are made already, one behind the other: as text, Markdown, HTML, Word, PDF or a draft mail.

    Args:
        summaries: of meetings, or digests of several.
        format: one of these.
        to: addresses of a draft mail.
        attached: what a draft mail has beside it, by file name.

    Raises:
        UsageError: the format is none of these, or a mail is to go to what is no address.
        MissingProgram: what a format needs is not installed.
    """
    if format is SummaryFormat.PDF:
        rendered: str | bytes = _load("render.pdf:pdf_of")(write_summaries(summaries, SummaryFormat.HTML))
    elif format is SummaryFormat.EML:
        subject = summaries[0].title if len(summaries) == 1 else f"Summaries of {len(summaries)} meetings"
        bodies = (write_summaries(summaries, one) for one in (SummaryFormat.TEXT, SummaryFormat.HTML))
        rendered = _load("render.mail:draft")(subject, *bodies, to, attached or {})
    elif format in _OF_SUMMARIES:
        rendered = _load(_OF_SUMMARIES[format])(summaries)
    else:
        raise UsageError(f"{format.value} is made of records, not of summaries", "Choose another --format.")
    return _load("render.package:undated")(rendered) if format is SummaryFormat.DOCX else rendered


def _file_name(format: SummaryFormat) -> str:
    """The name of an attachment."""
    of_actions = format in (*_LOGS, SummaryFormat.ICS)
    return f"{'actions' if of_actions else 'summary'}{format.suffix}"


def _load(target: str) -> Callable[..., Any]:
    module, function = target.split(":")
    loaded: Callable[..., Any] = getattr(import_module(f"minutextract.{module}"), function)
    return loaded
