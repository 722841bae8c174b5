"""HTML by selectolax: blocks in reading order without navigation, list numbers as shown, tables as rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from minutextract.document import BlockKind
from minutextract.readers.assemble import Piece, fold
from minutextract.readers.encoding import decode
from minutextract.readers.frontmatter import front_matter_rows, split_front_matter
from minutextract.readers.html_nodes import BLOCKS, heading_level, integer, is_left_out, is_strong, refuse_deep
from minutextract.readers.list_numbers import ordinal_label
from minutextract.readers.paragraphs import Line, block_pieces, with_text
from minutextract.readers.table_rows import TableRows
from minutextract.readers.text import pieces_of_lines

# Word's arrow bullets come out of converters as a letter from the Wingdings font.
_WINGDINGS = re.compile("(?:^|(?<=[.:;\\w\\s]))[Ø§]\\s{2,}(?=\\S)")
_WHITE = re.compile(r"\s+")
_SPLIT_CHARS = re.compile("\u200b|\u200d")
_WIDEST_SPAN = 64


def read_bytes(data: bytes) -> tuple[list[Piece], tuple[str, ...]]:
    """Pieces of an HTML page, and warnings about its encoding."""
    text, warnings = decode(data)
    # Site generators take pages with front matter above the markup.
    head, body = split_front_matter(text)
    rows = list(front_matter_rows(head))
    return [*rows, *html_pieces(body, first_table=1 if rows else 0, page=True)], warnings


def html_pieces(text: str, *, first_table: int = 0, page: bool = False) -> list[Piece]:
    """Pieces of a page or fragment.

    Args:
        text: the markup.
        first_table: the index that the first table gets.
        page: the title stands in for a missing first heading.

    Raises:
        TooDeep: its elements are nested so deeply that the parser would not come to an end.
    """
    refuse_deep(text)
    parser = LexborHTMLParser(text)
    walker = _Walker(tables=first_table)
    if parser.body is not None:
        walker.walk(parser.body)
    pieces = walker.sinks[0]
    if page and parser.css_first("body h1") is None and (title := parser.css_first("title")) is not None:
        return [*_heading(title.text(), pieces), *pieces]
    return pieces


def _heading(title: str, pieces: Sequence[Piece]) -> list[Piece]:
    """The page's title as its first heading; none if the page begins with the same words, which programs copy."""
    words = fold(title).lower()
    if pieces and fold(pieces[0].text).lower().startswith(words):
        return []
    return [with_text(Piece(BlockKind.HEADING, level=1), title)]


@dataclass(slots=True)
class _List:
    ordered: bool
    next: int = 1
    style: str = "1"


@dataclass(slots=True)
class _Walker:
    """Enters and leaves nodes without recursion; text gathers in `parts` until a block begins or ends."""

    tables: int = 0
    sinks: list[list[Piece]] = field(default_factory=lambda: [[]])
    lines: list[Line] = field(default_factory=list)
    parts: list[tuple[str, bool]] = field(default_factory=list)
    strong: int = 0
    heading: int = 0
    lists: list[_List] = field(default_factory=list)
    item: Piece | None = None
    open_tables: list[TableRows] = field(default_factory=list)
    rows: list[list[list[Piece]]] = field(default_factory=list)

    def walk(self, root: LexborNode) -> None:
        node, depth = root.first_child, 1
        while node is not None and depth:
            if self._enter(node) and node.first_child is not None:
                node, depth = node.first_child, depth + 1
                continue
            while node is not None:
                self._leave(node)
                if node.next is not None:
                    node = node.next
                    break
                node, depth = node.parent, depth - 1
                if depth == 0:
                    break
        self.flush()

    def _enter(self, node: LexborNode) -> bool:
        """Open a node; whether to go into it."""
        tag = node.tag or ""
        if node.is_text_node:
            self._text(node.text_content or "")
            return False
        if not node.is_element_node or is_left_out(node, tag):
            return False
        if tag == "br":
            self._break()
            return False
        if tag == "pre":
            self._preformatted(node)
            return False
        if tag in BLOCKS:
            self.flush()
            self._open_block(node, tag)
        elif is_strong(node, tag):
            self.strong += 1
        return True

    def _leave(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if not node.is_element_node or tag in ("br", "pre") or is_left_out(node, tag):
            return
        if tag in BLOCKS:
            self.flush()
            self._close_block(node, tag)
        if is_strong(node, tag):
            self.strong -= 1

    def _open_block(self, node: LexborNode, tag: str) -> None:
        if tag in ("ul", "ol"):
            self._drop_item()
            self.lists.append(_List(tag == "ol", integer(node, "start", 1), node.attributes.get("type") or "1"))
        elif tag == "li":
            self._open_item(node)
        elif heading_level(tag):
            self.heading = heading_level(tag)
        elif tag == "table":
            self._drop_item()
            self.sinks.append([])
            self.open_tables.append(TableRows(self.tables))
            self.tables += 1
        elif tag == "tr" and self.open_tables:
            self.rows.append([])
        elif tag in ("td", "th") and self.rows:
            self.sinks.append([])

    def _close_block(self, node: LexborNode, tag: str) -> None:
        if tag in ("ul", "ol") and self.lists:
            self.lists.pop()
        elif tag == "li":
            self._drop_item()
        elif heading_level(tag):
            self.heading = 0
        elif tag in ("td", "th") and self.rows:
            self.rows[-1].append(self.sinks.pop())
            self.rows[-1] += [[] for _ in range(min(integer(node, "colspan", 1), _WIDEST_SPAN) - 1)]
        elif tag == "tr" and self.rows:
            self.open_tables[-1].add(self.rows.pop())
        elif tag == "table" and self.open_tables:
            outside_cells = self.sinks.pop()
            self.sinks[-1] += [*outside_cells, *self.open_tables.pop().pieces()]

    def _open_item(self, node: LexborNode) -> None:
        self._drop_item()
        number = None
        if self.lists and (current := self.lists[-1]).ordered:
            current.next = integer(node, "value", current.next)
            number = ordinal_label(current.next, current.style) + "."
            current.next += 1
        self.item = Piece(BlockKind.ITEM, level=max(0, len(self.lists) - 1), number=number)

    def _drop_item(self) -> None:
        if self.item is not None and self.item.number:
            self.sinks[-1].append(self.item)
        self.item = None

    def _text(self, text: str) -> None:
        for at, part in enumerate(_WINGDINGS.split(_SPLIT_CHARS.sub("", text))):
            if at:
                self._break()
                self.parts.append(("• ", False))
            if part:
                self.parts.append((_WHITE.sub(" ", part), self.strong > 0))

    def _break(self) -> None:
        if "".join(text for text, _ in self.parts).strip():
            self._end_line(hard=True)
        elif self.lines:
            self.flush()

    def _end_line(self, *, hard: bool) -> None:
        text = "".join(text for text, _ in self.parts).strip()
        plain = any(not strong and text.strip(" :.,-–\xa0") for text, strong in self.parts)
        bold = not plain and any(strong and text.strip() for text, strong in self.parts)
        self.parts.clear()
        if text:
            self.lines.append(Line(text, len(text), bold=bold, hard=hard))

    def flush(self) -> None:
        """End the open paragraph, heading or item text."""
        self._end_line(hard=False)
        if not self.lines:
            return
        if self.heading:
            first = Piece(BlockKind.HEADING, level=self.heading, number=self.item.number if self.item else None)
            self.sinks[-1].append(with_text(first, " ".join(line.text for line in self.lines)))
        else:
            self.sinks[-1] += block_pieces(self.lines, None, frozenset(), first=self.item)
        self.lines.clear()
        self.item = None

    def _preformatted(self, node: LexborNode) -> None:
        self.flush()
        self._drop_item()
        text = node.text(deep=True, separator="")
        self.sinks[-1] += pieces_of_lines(text.expandtabs(8).split("\n"), frozenset())
