"""Plain text: paragraphs by blank lines and line lengths, typed lists, underlined and capital headings, piped rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from minutextract.document import BlockKind
from minutextract.readers.assemble import Piece
from minutextract.readers.encoding import decode
from minutextract.readers.lettered import lettered
from minutextract.readers.linebreaks import has_end, runs_on, vocabulary, wrap_width
from minutextract.readers.marks import is_capitals, split_mark, strip_inline
from minutextract.readers.paragraphs import Line, line_pairs, local_width, rejoin, with_text

_RULE = re.compile(r"[-=_*~#^+]{3,}$|(?:[-=_*] ){2,}[-=_*]$|\+[-=+]+\+$")
_QUOTE = re.compile(r"(?:>\s?)+|\|\s(?=[^|]*$)")
_HASHES = re.compile(r"(#{1,6})\s+(?=\S)")
_TABLE_RULE = re.compile(r"[|\s:+=-]+$")
_MAIL_HEADER = re.compile(r"[A-Z][A-Za-z-]*:\s")
_KEPT_HEADERS = ("Subject:", "Date:", "From:", "To:", "Cc:", "CC:")
_TAB = 4
_NEAR = 12


def read_text(text: str) -> list[Piece]:
    """Pieces of a plain text, which may hold Markdown's marks for emphasis and lists."""
    lines = _without_transport_headers(text.expandtabs(_TAB).split("\n"))
    return pieces_of_lines(lines, vocabulary(text))


def pieces_of_lines(lines: Sequence[str], words: frozenset[str]) -> list[Piece]:
    """Pieces of raw lines; `words` is the document's vocabulary."""
    reading = _Reading(_document_width(lines), words)
    opening = lettered(lines)
    for at, line in enumerate(lines):
        following = lines[at + 1] if at + 1 < len(lines) else ""
        reading.take(line, following, listed=at in opening)
    reading.close()
    return reading.pieces


def _document_width(lines: Sequence[str]) -> int | None:
    kept = []
    for line in lines:
        plain = line.strip()
        mark = split_mark(plain)
        # A list mark opens a line of its own: the one above it tells nothing about the width.
        if mark.bullet or mark.number or _RULE.match(plain) or "|" in plain:
            kept.append((0, ""))
        kept.append((len(line.rstrip()), plain))
    return wrap_width(line_pairs(kept))


def _without_transport_headers(lines: list[str]) -> list[str]:
    """A mail saved as text keeps who wrote what when, and loses the servers it came through."""
    end = next((at for at, line in enumerate(lines) if not line.strip()), len(lines))
    head = lines[:end]
    typed = [line for line in head if _MAIL_HEADER.match(line)]
    if len(typed) < 3 or not any(line.startswith(("Received:", "Message-I", "Return-Path:")) for line in typed):
        return lines
    kept: list[str] = []
    keeping = False
    for line in head:
        keeping = line.startswith(_KEPT_HEADERS) or (keeping and line[:1].isspace())
        if keeping:
            kept += ["", line] if not line[:1].isspace() else [line]
    return kept + lines[end:]


@dataclass(slots=True)
class _Reading:
    """The paragraph or list item that is open while lines come in, and the pieces before it."""

    width: int | None
    words: frozenset[str]
    pieces: list[Piece] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    item: Piece | None = None
    column: int = 0
    indents: list[int] = field(default_factory=list)
    tables: int = 0
    in_table: bool = False

    def take(self, line: str, following: str, *, listed: bool = False) -> None:
        """Read a line; `listed` says that its letter and a neighbour's are in order, so that it opens an item."""
        plain = line.strip()
        if self._row(plain, following):
            return
        self.in_table = False
        bare = _QUOTE.sub("", plain, count=1).strip() if _QUOTE.match(plain) else plain
        if not plain:
            self.close()
        elif _RULE.match(bare) and len(bare) > 2:
            self._rule(bare)
        elif found := _HASHES.match(plain):
            self.close()
            self._add(Piece(BlockKind.HEADING, level=len(found[1])), plain[found.end() :].rstrip("# "))
        else:
            self._line(line, bare, listed=listed)

    def _line(self, line: str, plain: str, *, listed: bool) -> None:
        indent = len(line) - len(line.lstrip())
        mark = split_mark(plain)
        numbered = mark.number is not None and (listed or not self._inside_prose())
        opens = mark.bullet or mark.checked is not None or numbered
        if opens:
            self.close()
            self._open_item(plain, indent)
            self.lines.append(Line(mark.text, len(line.rstrip())))
            return
        if self.lines and not self._goes_on(plain, indent):
            self.close()
        self.lines.append(Line(plain, len(line.rstrip())))

    def _open_item(self, plain: str, indent: int) -> None:
        while self.indents and self.indents[-1] > indent + 1:
            self.indents.pop()
        if not self.indents or self.indents[-1] < indent - 1:
            self.indents.append(indent)
        mark = split_mark(plain)
        self.column = indent + len(plain) - len(mark.text)
        self.item = Piece(BlockKind.ITEM, level=len(self.indents) - 1, number=mark.number, checked=mark.checked)

    def _inside_prose(self) -> bool:
        """A full line without an end goes on, even if the next one begins with what looks like a list number."""
        if not self.lines or self.item or self.width is None:
            return False
        last = self.lines[-1]
        return not has_end(last.text) and last.length > self.width - 12

    def _goes_on(self, plain: str, indent: int) -> bool:
        last = self.lines[-1]
        if runs_on(last.text, plain, last.length, local_width(self.lines[-_NEAR:], self.width)):
            return True
        return self.item is not None and indent >= self.column and last.length >= 40 and not has_end(last.text)

    def _rule(self, plain: str) -> None:
        if len(self.lines) == 1 and plain[0] in "=-~^*#" and " " not in plain and _is_title(self.lines[0].text):
            text, item = self.lines.pop().text, self.item
            self.item = None
            level = 1 if plain[0] in "=#*" else 2
            self._add(Piece(BlockKind.HEADING, level=level, number=item.number if item else None), text)
        self.close()

    def _row(self, plain: str, following: str) -> bool:
        cells = _cells(plain)
        if not cells or not (plain.startswith("|") or self.in_table or len(_cells(following.strip())) == len(cells)):
            return False
        self.close()
        if not self.in_table:
            self.tables += 1
        self.in_table = True
        if not _TABLE_RULE.match(plain):
            texts = tuple(strip_inline(cell).text for cell in cells)
            self.pieces.append(Piece(BlockKind.ROW, cells=texts, table=self.tables - 1))
        return True

    def _add(self, piece: Piece, text: str) -> None:
        plain = strip_inline(text)
        self.pieces.append(with_text(piece, plain.text, bold=plain.bold))

    def close(self) -> None:
        """End the open paragraph or item."""
        if not self.lines:
            return
        joined = rejoin(self.lines, self.width, self.words)
        for at, line in enumerate(joined):
            if at == 0 and self.item is not None:
                plain = strip_inline(line.text)
                self.pieces.append(replace(self.item, text=plain.text, bold=plain.bold))
            elif is_capitals(line.text):
                self._add(Piece(BlockKind.HEADING, level=2), line.text)
            else:
                self._add(Piece(BlockKind.PARAGRAPH), line.text)
        if self.item is None:
            self.indents.clear()
        self.lines.clear()
        self.item = None


def _is_title(text: str) -> bool:
    return len(text) <= 100 and not text[0].islower()


def _cells(plain: str) -> list[str]:
    """The cells of a line with two or more bars or one bar between words; nothing if it is no table row."""
    if plain.count("|") < (2 if plain.startswith("|") else 1) or " | " not in f" {plain.strip('|')} ":
        return []
    return [cell.strip() for cell in plain.strip().removeprefix("|").removesuffix("|").split("|")]


def read_bytes(data: bytes) -> tuple[list[Piece], tuple[str, ...]]:
    """Pieces of a text file, and warnings about its encoding."""
    text, warnings = decode(data)
    return read_text(text), warnings
