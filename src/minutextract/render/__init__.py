"""Records to circulation summaries: one content, in the format that the receivers read."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from importlib import import_module

from minutextract.record import Record
from minutextract.render.content import Summary
from minutextract.render.options import DEFAULT, Attribution, Length, SummaryOptions

__all__ = ["Attribution", "Length", "SummaryFormat", "SummaryOptions", "render", "write_summaries"]


class SummaryFormat(StrEnum):
    """The formats of a summary."""

    TEXT = "text"
    MD = "md"
    HTML = "html"
    DOCX = "docx"
    JSON = "json"

    @property
    def suffix(self) -> str:
        """What a file of this format ends in."""
        return ".txt" if self is SummaryFormat.TEXT else f".{self.value}"


# Loaded on first use: who prints text should not wait for the libraries behind the other formats.
_RENDERERS = {
    SummaryFormat.TEXT: "text:render_text",
    SummaryFormat.MD: "markdown:render_markdown",
    SummaryFormat.HTML: "html:render_html",
    SummaryFormat.DOCX: "office:render_docx",
}


def render(records: Sequence[Record], format: SummaryFormat, options: SummaryOptions = DEFAULT) -> str | bytes:
    """The summaries of some meetings, one behind the other; bytes for docx, else text that ends in a line feed.

    JSON is the array of the full records, as `minutextract extract --format json` prints it, each with its `summary`.
    """
    if format is SummaryFormat.JSON:
        from minutextract.render.structured import summaries_json

        return summaries_json(records, options)
    from minutextract.render.summary import summarize

    return write_summaries([summarize(record, options) for record in records], format)


def write_summaries(summaries: Sequence[Summary], format: SummaryFormat) -> str | bytes:
    """Summaries, one behind the other, in any format but JSON."""
    module, function = _RENDERERS[format].split(":")
    rendered: str | bytes = getattr(import_module(f"{__name__}.{module}"), function)(summaries)
    return rendered
