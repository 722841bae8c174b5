"""Small invented documents, built from lines as a reader would hand them on."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from minutextract.corpus import LABELS, Unit
from minutextract.document import BlockKind, Document, Source
from minutextract.pipeline import Pipeline
from minutextract.readers.assemble import Piece, assemble
from minutextract.record import Record

_HEADING = re.compile(r"(#+)\s+(.*)")
_ITEM = re.compile(r"(\s*)-\s+(?:\[([ x])\]\s+)?(.*)")
_NUMBERED = re.compile(r"(\s*)(\d+(?:\.\d+)*\.|[a-z]\))\s+(.*)")
_BOLD = re.compile(r"\*\*(.*)\*\*")

# A society that exists nowhere; the list that most tests share.
ROSTER = (
    "# Minutes of the Lantern Hill Society held on 4 March 2024",
    "Present:",
    "- Ann Baxter (AB) - Chair",
    "- Colin Dray (CD) - Treasurer",
    "- Fay Glover (FG)",
    "- Hugo de Jong (HdJ)",
    "- Kit Loomis (KL)",
    "Apologies:",
    "- Mona Nettle (MN)",
    "In attendance:",
    "- Olive Pryor (OP) - Clerk",
    "# 1. Garden",
)


def document(*lines: str, name: str = "minutes.md") -> Document:
    """A document of these lines: "# heading", "- item", "- [x] box", "1. number", "| a | b |", text or "**bold**"."""
    text, blocks = assemble(_pieces(lines))
    source = Source(name, hashlib.sha256(text.encode()).hexdigest(), "text/markdown", len(text.encode()))
    return Document(source, text, blocks)


def _pieces(lines: Iterable[str]) -> Iterator[Piece]:
    table, in_table = -1, False
    for line in lines:
        is_row = line.startswith("|")
        table += is_row and not in_table
        in_table = is_row
        yield _piece(line, table)


def _piece(line: str, table: int) -> Piece:
    if line.startswith("|"):
        return Piece(BlockKind.ROW, cells=tuple(cell.strip() for cell in line.strip("|").split("|")), table=table)
    if found := _HEADING.fullmatch(line):
        return Piece(BlockKind.HEADING, found[2], level=len(found[1]))
    if found := _ITEM.fullmatch(line):
        checked = None if found[2] is None else found[2] == "x"
        return _item(found, checked=checked)
    if found := _NUMBERED.fullmatch(line):
        return replace(_item(found), number=found[2])
    if found := _BOLD.fullmatch(line):
        return Piece(BlockKind.PARAGRAPH, found[1], bold=True)
    return Piece(BlockKind.PARAGRAPH, line)


def _item(found: re.Match[str], *, checked: bool | None = None) -> Piece:
    bold = _BOLD.fullmatch(found[3])
    words = bold[1] if bold else found[3]
    return Piece(BlockKind.ITEM, words, level=len(found[1]) // 2, checked=checked, bold=bool(bold))


class Always:
    """A scorer that gives every unit the same labels, so that tests of findings need no classifier."""

    def __init__(self, *labels: str) -> None:
        self.thresholds = dict.fromkeys(LABELS, 0.5)
        self._labels = labels

    def scores(self, units: Sequence[Unit]) -> list[dict[str, float]]:
        """1.0 for each label given, 0.0 for the others."""
        return [{label: float(label in self._labels) for label in LABELS} for _ in units]


class Keywords:
    """A scorer that looks for one word a label."""

    WORDS = {"action": " to ", "decision": "agreed", "praise": "thanked", "insight": "noted"}  # noqa: RUF012

    def __init__(self) -> None:
        self.thresholds = dict.fromkeys(LABELS, 0.5)

    def scores(self, units: Sequence[Unit]) -> list[dict[str, float]]:
        """0.95 where the label's word occurs, else 0.05."""
        return [{label: 0.95 if word in unit.text else 0.05 for label, word in self.WORDS.items()} for unit in units]


def minutes(*body: str, labels: Sequence[str] = (), roster: Sequence[str] = ROSTER) -> Record:
    """The record of the shared attendance list and these lines, every sentence of which has the labels."""
    return Pipeline(Always(*labels)).analyse(document(*roster, *body))


def names_of(record: Record) -> dict[str, str]:
    """The names of people and units by id."""
    return {one.id: one.name for one in record.meeting.people} | {one.id: one.name for one in record.meeting.units}
