"""The report of what the public version left out and masked: for the secretary, not for the public."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from minutextract.errors import UsageError


@dataclass(frozen=True, slots=True)
class Redaction:
    """Words that were masked, or a stretch that was left out.

    Attributes:
        kind: "name", "e-mail address", "phone number", "postcode", "link", "meeting id", "passcode", "pattern" or
            "confidential".
        count: how often it was masked; of a confidential stretch, how many findings were left out with it.
        item: the agenda item ("item 7"), "heading" before the first, or "".
        line: of the text that was read, from 1.
        last_line: where it ends.
        note: the label in its place, or why the stretch is confidential.
        words: what was masked; printed only where asked for.
    """

    kind: str
    count: int
    item: str
    line: int
    last_line: int
    note: str
    words: str


@dataclass(frozen=True, slots=True)
class Redactions:
    """Everything that one meeting's public version lacks; `sha256` names the minutes."""

    sha256: str
    entries: tuple[Redaction, ...]

    @property
    def counts(self) -> dict[str, int]:
        """How many of each kind; of confidential stretches, how many findings."""
        counts: dict[str, int] = {}
        for one in self.entries:
            counts[one.kind] = counts.get(one.kind, 0) + one.count
        return counts


def redactions_json(reports: Sequence[Redactions], *, words: bool = False) -> str:
    """A JSON array, an object a meeting."""
    return json.dumps([_object(one, words) for one in reports], ensure_ascii=False, indent=1) + "\n"


def _object(report: Redactions, words: bool) -> dict[str, Any]:
    names = ("kind", "count", "item", "line", "last_line", "note", *(("words",) if words else ()))
    entries = [{name: getattr(one, name) for name in names} for one in report.entries]
    return {"sha256": report.sha256, "counts": report.counts, "redactions": entries}


def redactions_markdown(reports: Sequence[Redactions], *, words: bool = False) -> str:
    """A heading, counts and a table for each meeting; without the words, unless they are asked for."""
    return "\n".join("".join(f"{line}\n" for line in _lines(one, words)) for one in reports)


def _lines(report: Redactions, words: bool) -> Iterator[str]:
    from minutextract.render.markdown import table
    from minutextract.render.wording import fold

    yield f"# Redactions in the public summary of {report.sha256[:12]}"
    yield ""
    if not report.entries:
        yield "Nothing was masked or left out."
        return
    yield from (f"- {kind}: {count}" for kind, count in report.counts.items())
    yield ""
    header = ["kind", "count", "item", "line", "note", *(["words"] if words else [])]
    rows = [
        [one.kind, str(one.count), fold(one.item), _place(one), one.note, *([fold(one.words)] if words else [])]
        for one in report.entries
    ]
    yield from table(header, rows)


def _place(one: Redaction) -> str:
    return str(one.line) if one.line == one.last_line else f"{one.line}–{one.last_line}"


def redactions_as(suffix: str, reports: Sequence[Redactions], *, words: bool = False) -> str:
    """The report in the format that a file's name asks for.

    Raises:
        UsageError: it is neither .json nor .md.
    """
    writers = {".json": redactions_json, ".md": redactions_markdown}
    if suffix not in writers:
        raise UsageError(f"no report of redactions is written as {suffix or 'a file without ending'}",
                         "Name a file that ends in .json or .md.")  # fmt: skip
    return writers[suffix](reports, words=words)
