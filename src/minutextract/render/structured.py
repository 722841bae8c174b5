"""Summaries for machines: the record, and with it its summary, each line with its evidence."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from minutextract.document import Span
from minutextract.record import Record
from minutextract.render.content import Line, Section, Summary
from minutextract.render.options import SummaryOptions
from minutextract.render.summary import summarize
from minutextract.serialize import record_json

if TYPE_CHECKING:
    from minutextract.schema import ContextJson, LineJson, SectionJson, SummaryJson


def summaries_json(records: Sequence[Record], options: SummaryOptions) -> str:
    """One JSON array, a record a meeting, its summary under `summary`."""
    whole = [
        {**record_json(record), "summary": summary_json(summarize(record, options), record.document.text)}
        for record in records
    ]
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def summary_json(summary: Summary, text: str) -> SummaryJson:
    """A summary; all offsets are into the document's text."""
    return {
        "title": summary.title,
        "length": summary.options.length.value,
        "attribution": summary.options.attribution.value,
        "facts": [{"label": label, "text": words} for label, words in summary.facts],
        "remark": summary.remark,
        "sections": [_section(section, text) for section in summary.sections],
        "checks": list(summary.checks),
        "source": summary.source,
    }


def _section(section: Section, text: str) -> SectionJson:
    return {
        "key": section.key,  # type: ignore[typeddict-item]
        "title": section.title,
        "left_out": section.left_out,
        "groups": [
            {"heading": group.heading, "lines": [_line(line, text) for line in group.lines]} for group in section.groups
        ],
    }


def _line(line: Line, text: str) -> LineJson:
    return {
        "text": line.text,
        "item": line.item or None,
        "ref": line.ref or None,
        "due": line.due or None,
        "status": line.status or None,
        "finding": line.finding,
        "start": line.start,
        "end": line.end,
        "quote": _quote(Span(line.start, line.end), text),
        "context": _context(line.context, text) if line.context else None,
    }


def _context(span: Span, text: str) -> ContextJson:
    return {"start": span.start, "end": span.end, "quote": _quote(span, text)}


def _quote(span: Span, text: str) -> str:
    return " ".join(span.of(text).split())
