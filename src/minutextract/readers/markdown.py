"""Markdown by markdown-it: front matter, lists with their numbers, tables, check boxes, HTML inside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token

from minutextract.document import BlockKind
from minutextract.readers.assemble import Piece
from minutextract.readers.encoding import decode
from minutextract.readers.frontmatter import front_matter_rows, split_front_matter
from minutextract.readers.html import html_pieces
from minutextract.readers.linebreaks import vocabulary, wrap_width
from minutextract.readers.markdown_inline import inline_lines
from minutextract.readers.marks import split_mark
from minutextract.readers.paragraphs import Line, block_pieces, line_pairs, with_text
from minutextract.readers.text import pieces_of_lines

_TABLE = re.compile(r"<table[\s>]", re.IGNORECASE)
_TABLE_END = re.compile(r"</table\s*>", re.IGNORECASE)
_TEMPLATE = re.compile(r"\{[%{][^{}\n]*[%}]\}|^:{3,}.*$|^\\(?:newpage|pagebreak)\s*$", re.MULTILINE)
_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
_GRID = re.compile(r"\+[-=+:]+\+\s*$", re.MULTILINE)
# A list below an item whose numbers go on from another list's: the parser would take it for the item's words.
_NUMBERS_ON = re.compile(
    r"^(?P<above>[ \t]*+)(?:\d{1,3}[.)]|[-*+])[ \t]+\S.*\n(?=(?P=above)(?: {3,5}|\t)(?!1[.)])\d{1,3}[.)][ \t]+\S)",
    re.MULTILINE,
)
_LONGEST_SETEXT = 12
# The parser takes quadratic time on long paragraphs; what is longer than any author's is read as plain text.
_LONGEST_PARAGRAPH = 20_000
# So many items at least stand in front of a second list that no text parts from it.
_FEWEST_BEFORE = 2
# Below this depth the parser drops what it finds: deeper stretches are read as plain text too.
_DEEPEST = 60


def read_bytes(data: bytes) -> tuple[list[Piece], tuple[str, ...]]:
    """Pieces of a Markdown file, and warnings about its encoding."""
    text, warnings = decode(data)
    return read_markdown(text), warnings


def read_markdown(text: str) -> list[Piece]:
    """Pieces of a Markdown text."""
    head, body = split_front_matter(text)
    pieces = list(front_matter_rows(head))
    body = _TEMPLATE.sub("", _without_comments(body))
    walker = _Walker(_document_width(body.split("\n")), vocabulary(body), pieces, tables=1 if pieces else 0)
    for is_html, part in _parts(body.split("\n")):
        if is_html:
            walker.html("\n".join(part))
        elif _longest_paragraph(part) > _LONGEST_PARAGRAPH:
            pieces += pieces_of_lines([line.expandtabs(4) for line in part], walker.words)
        else:
            walker.markdown("\n".join(part))
    return pieces


def _without_comments(body: str) -> str:
    kept, at = [], 0
    while (start := body.find("<!--", at)) >= 0 and (end := body.find("-->", start + len("<!--"))) >= 0:
        kept.append(body[at:start])
        at = end + len("-->")
    return "".join([*kept, body[at:]])


def _longest_paragraph(lines: list[str]) -> int:
    longest = current = 0
    for line in lines:
        current = current + len(line) if line.strip() else 0
        longest = max(longest, current)
    return longest


def _document_width(lines: list[str]) -> int | None:
    kept: list[tuple[int, str]] = []
    for line in lines:
        plain = line.strip()
        mark = split_mark(plain)
        if mark.bullet or mark.number or plain.startswith(("#", "|", ">", "```", "---", "===")):
            kept.append((0, ""))
        kept.append((len(line.rstrip()), plain if not line.endswith(("  ", "\\")) else ""))
    return wrap_width(line_pairs(kept))


def _parts(lines: list[str]) -> Iterator[tuple[bool, list[str]]]:
    """Stretches of Markdown and whole HTML tables, which may hold blank lines that would end an HTML block."""
    part: list[str] = []
    table, fenced = False, False
    for line in lines:
        fenced ^= not table and _FENCE.match(line) is not None
        if not table and not fenced and _TABLE.search(line):
            before = line[: _TABLE.search(line).start()]  # type: ignore[union-attr]
            yield False, [*part, before]
            part, table, line = [], True, line[len(before) :]  # noqa: PLW2901
        if table and (end := _TABLE_END.search(line)):
            yield True, [*part, line[: end.end()]]
            part, table, line = [], False, line[end.end() :]  # noqa: PLW2901
        part.append(line)
    yield table, part


@dataclass(slots=True)
class _Count:
    """The number of a list's next item; `typed` says that all so far are written as they count."""

    following: int
    mark: str
    typed: bool = True

    def take(self, written: str) -> int:
        """The next number; where the items count up and one says 1 again, a second list begins there."""
        if written == "1" and self.typed and self.following > _FEWEST_BEFORE:
            self.following = 1
        number = self.following
        self.typed = self.typed and written == str(number)
        self.following = number + 1
        return number


@dataclass(slots=True)
class _Walker:
    """Goes over markdown-it's tokens and keeps which lists are open."""

    width: int | None
    words: frozenset[str]
    pieces: list[Piece]
    tables: int = 0
    lists: list[_Count | None] = field(default_factory=list)
    item: Piece | None = None
    cells: list[str] | None = None
    source: list[str] = field(default_factory=list)

    def markdown(self, text: str) -> None:
        text = _NUMBERS_ON.sub(r"\g<0>\n", text)
        self.source = text.split("\n")
        parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"])
        tokens = parser.parse(text)
        if any(token.level >= _DEEPEST - 1 for token in tokens):
            self.pieces += pieces_of_lines([line.expandtabs(4) for line in self.source], self.words)
            return
        for at, token in enumerate(tokens):
            self._token(token, tokens[at - 1] if at else None)

    def html(self, text: str) -> None:
        for piece in html_pieces(text, first_table=self.tables):
            self._emit(piece)
            if piece.table is not None:
                self.tables = piece.table + 1

    def _emit(self, piece: Piece) -> None:
        self._flush_item()
        self.pieces.append(piece)

    def _token(self, token: Token, before: Token | None) -> None:
        match token.type:
            case "bullet_list_open":
                self._flush_item()
                self.lists.append(None)
            case "ordered_list_open":
                self._flush_item()
                self.lists.append(_Count(int(token.attrs.get("start", 1)), token.markup))
            case "bullet_list_close" | "ordered_list_close":
                self._flush_item()
                self.lists.pop()
            case "list_item_open":
                self._open_item(token.info)
            case "inline" if before is not None:
                self._inline(token, before)
            case "tr_open":
                self.cells = []
            case "tr_close":
                self._emit(Piece(BlockKind.ROW, cells=tuple(self.cells or ()), table=self.tables))
            case "table_close":
                self.tables += 1
                self.cells = None
            case "html_block":
                self.html(token.content)
            case "fence" | "code_block":
                self._notes(token)

    def _open_item(self, written: str) -> None:
        self._flush_item()
        number = None
        if (count := self.lists[-1]) is not None:
            number = f"{count.take(written)}{count.mark}"
        self.item = Piece(BlockKind.ITEM, level=len(self.lists) - 1, number=number)

    def _flush_item(self) -> None:
        # A number without text of its own ("1." above a table) still shows.
        if self.item is not None and self.item.number:
            self.pieces.append(self.item)
        self.item = None

    def _inline(self, token: Token, before: Token) -> None:
        if before.type in ("th_open", "td_open") and self.cells is not None:
            self.cells.append(" ".join(line.text for line in inline_lines(token, [])))
            return
        first, last = token.map or (0, 0)
        lines = inline_lines(token, self.source[first:last])
        if before.type == "heading_open" and not _is_mistaken(before, lines):
            self._heading(int(before.tag[1]), lines)
            return
        if any(_GRID.match(line.text) for line in lines[:1]):
            self.pieces += pieces_of_lines(self.source[first:last], self.words)
            return
        taken, self.item = self.item, None
        self.pieces += block_pieces(lines, self.width, self.words, first=taken)

    def _heading(self, level: int, lines: list[Line]) -> None:
        number = self.item.number if self.item else None
        self.item = None
        text = " ".join(line.text.strip() for line in lines)
        self.pieces.append(with_text(Piece(BlockKind.HEADING, level=level, number=number), text))

    def _notes(self, token: Token) -> None:
        """Code blocks in minutes are mostly notes that somebody indented; chunks for a program to run are left out."""
        self._flush_item()
        if not token.info.strip().startswith("{"):
            self.pieces += pieces_of_lines(token.content.expandtabs(4).split("\n"), self.words)


def _is_mistaken(opening: Token, lines: list[Line]) -> bool:
    """A paragraph above a row of dashes that was meant as a separator, not to underline a heading."""
    if opening.markup not in ("-", "="):
        return False
    return len(lines) > 1 or len(lines[0].text.split()) > _LONGEST_SETEXT or lines[0].text.endswith((".", ";", ","))
