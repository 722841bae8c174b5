"""Full records for machines and spreadsheets: JSON, JSON Lines, CSV, and a Markdown table."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from io import StringIO
from typing import Any

from minutextract.record import Record
from minutextract.render.markdown import escape, table
from minutextract.render.wording import fold
from minutextract.serialize import record_json

COLUMNS = ("kind", "ref", "text", "owners", "due", "item", "quote", "start", "end", "page", "score", "flags",
           "with", "by", "to", "moved_by", "seconded_by", "vote", "outcome", "status", "date", "source")  # fmt: skip
_WHO = ("owners", "with", "by", "to", "moved_by", "seconded_by")
_IN_MARKDOWN = ("kind", "ref", "text", "owners", "by", "to", "due", "item", "start", "end", "flags")
# Spreadsheets take a cell for a formula that begins so, some of them the wide forms too.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def records_json(records: Sequence[Record]) -> str:
    """One JSON array, a record a meeting."""
    return json.dumps([record_json(record) for record in records], ensure_ascii=False, indent=1) + "\n"


def records_jsonl(records: Sequence[Record]) -> str:
    """One JSON object a line, a record a meeting."""
    return "".join(json.dumps(record_json(record), ensure_ascii=False) + "\n" for record in records)


def records_csv(records: Sequence[Record]) -> str:
    """A header and one row a finding; no cell can be taken for a formula."""
    stream = StringIO()
    writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for record in records:
        writer.writerows({name: guarded(cell) for name, cell in row.items()} for row in finding_rows(record))
    return stream.getvalue()


def guarded(cell: str) -> str:
    """The cell, with an apostrophe before anything that a spreadsheet would run as a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def records_markdown(records: Sequence[Record]) -> str:
    """A heading and a table of findings for each meeting."""
    return "\n".join("".join(f"{line}\n" for line in _markdown(record)) for record in records)


def _markdown(record: Record) -> Iterator[str]:
    rows = list(finding_rows(record))
    yield f"# {escape(fold(record.document.source.path))}"
    yield ""
    if rows:
        yield from table(_IN_MARKDOWN, [[row[name] for name in _IN_MARKDOWN] for row in rows])
    else:
        yield "Nothing was found in this document."


def finding_rows(record: Record) -> Iterator[dict[str, str]]:
    """A row of `COLUMNS` for each finding; empty where it has no such thing."""
    whole: dict[str, Any] = dict(record_json(record))
    numbers = {item["id"]: item["number"] or item["title"] for item in whole["meeting"]["items"]}
    shared = {"source": whole["source"]["path"], "date": whole["meeting"]["date"] or ""}
    for kind in ("actions", "decisions", "praise", "insights"):
        for finding in whole[kind]:
            row = {**_common(finding), **shared, "kind": kind.removesuffix("s"), "item": numbers.get(finding["item"])}
            yield {name: fold(str(value)) if value is not None else "" for name, value in row.items()}


def _common(finding: dict[str, Any]) -> dict[str, Any]:
    due = finding.get("due", {})
    return {
        "ref": finding.get("ref"),
        "text": finding.get("text") or finding.get("for") or finding["quote"],
        "due": due.get("date") or due.get("text") or due.get("event"),
        "status": finding.get("status"),
        "vote": (finding.get("vote") or {}).get("text"),
        "outcome": finding.get("outcome"),
        "flags": "; ".join(finding["flags"]),
        **{name: finding[name] for name in ("quote", "start", "end", "page", "score")},
        **{name: "; ".join(one["name"] for one in finding.get(name, [])) for name in _WHO},
    }
