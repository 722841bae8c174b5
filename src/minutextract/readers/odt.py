"""OpenDocument texts by a walk over the package: what is shown, without deleted, struck-out and hidden text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from minutextract.document import BlockKind
from minutextract.errors import UnsupportedFormat
from minutextract.readers.assemble import Piece
from minutextract.readers.docx_runs import local_name
from minutextract.readers.list_numbers import small_integer
from minutextract.readers.odt_styles import TEXT, OdtStyles, read_odt_styles
from minutextract.readers.package import Package
from minutextract.readers.paragraphs import Line, block_pieces, hard_line
from minutextract.readers.table_rows import TableRows

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
# Kept deletions, contents and other lists made from the text itself, comments, notes, forms.
_LEFT_OUT = frozenset(
    (
        "tracked-changes table-of-content illustration-index table-index object-index user-index alphabetical-index "
        "bibliography annotation annotation-end note forms sequence-decls variable-decls user-field-decls "
        "hidden-text hidden-paragraph ruby-text script title desc"
    ).split()
)
_WIDEST = 64


def read_bytes(data: bytes) -> tuple[list[Piece], tuple[str, ...]]:
    """Pieces of an OpenDocument text, and warnings about what was left out."""
    package = Package(data)
    root = package.xml("content.xml")
    body = root.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise UnsupportedFormat("the OpenDocument file holds no text document", "Save the minutes as .odt or .docx.")
    parts = [package.xml("styles.xml"), root] if "styles.xml" in package else [root]
    changed = root.find(f".//{TEXT}changed-region") is not None
    warnings = ("tracked changes: insertions are read, deletions are left out",) if changed else ()
    return list(_Walker(read_odt_styles(parts)).blocks(body)), warnings


@dataclass(slots=True)
class _Walker:
    """Goes over block-level elements in order; `counts` holds how far each list has counted, level by level."""

    styles: OdtStyles
    tables: int = 0
    counts: dict[str, list[int]] = field(default_factory=dict)

    def blocks(self, parent: etree._Element) -> Iterator[Piece]:
        """The pieces of everything below an element."""
        for child in parent.iterchildren(etree.Element):
            name = local_name(child)
            if name in _LEFT_OUT or (name == "section" and child.get(f"{TEXT}display") in ("none", "condition")):
                continue
            if name == "p":
                yield from self._paragraph(child, None)
            elif name == "h":
                yield from self._paragraph(child, self._heading(child))
            elif name == "list":
                yield from self._list(child, None, 1)
            elif name == "table":
                yield from self._table(child)
            else:
                yield from self.blocks(child)

    def _paragraph(self, element: etree._Element, first: Piece | None) -> Iterator[Piece]:
        style = element.get(f"{TEXT}style-name")
        if self.styles.hidden("paragraph", style):
            return
        runs = _Runs(self.styles)
        lines = runs.read(
            element,
            bold=bool(self.styles.bold("paragraph", style)),
            struck=bool(self.styles.struck("paragraph", style)),
        )
        if lines:
            yield from block_pieces(lines, None, frozenset(), first=first)
        elif first is not None and first.number:
            yield first
        for box in runs.boxes:
            yield from self.blocks(box)

    def _heading(self, element: etree._Element) -> Piece:
        level = min(small_integer(element.get(f"{TEXT}outline-level"), 1), 9)
        if element.get(f"{TEXT}is-list-header") == "true":
            return Piece(BlockKind.HEADING, level=level)
        return Piece(BlockKind.HEADING, level=level, number=self._number("", level, element))

    def _list(self, element: etree._Element, inherited: str | None, level: int) -> Iterator[Piece]:
        style = element.get(f"{TEXT}style-name") or inherited or ""
        if (
            level == 1
            and element.get(f"{TEXT}continue-numbering") != "true"
            and not element.get(f"{TEXT}continue-list")
        ):
            self.counts.pop(style, None)
        for item in element.iterchildren(f"{TEXT}list-item", f"{TEXT}list-header"):
            yield from self._item(item, style, level)

    def _item(self, item: etree._Element, style: str, level: int) -> Iterator[Piece]:
        counted = local_name(item) == "list-item"
        for child in item.iterchildren(etree.Element):
            name = local_name(child)
            if name == "list":
                yield from self._list(child, style, level + 1)
            elif name in ("p", "h") and counted:
                # The first paragraph bears the number; the others belong to the same entry.
                counted = False
                number = self._number(style, level, item)
                piece = self._heading(child) if name == "h" else Piece(BlockKind.ITEM, level=level - 1)
                opening = Piece(piece.kind, level=piece.level, number=number or piece.number)
                yield from self._paragraph(child, opening)
            elif name in ("p", "h"):
                yield from self._paragraph(child, None)

    def _number(self, style: str, level: int, element: etree._Element) -> str | None:
        """Count an entry and give its number as shown."""
        counts = self.counts.setdefault(style, [])
        while len(counts) < level - 1:
            counts.append(self.styles.start(style, len(counts) + 1))
        start = element.get(f"{TEXT}start-value")
        if len(counts) < level:
            counts.append(self.styles.start(style, level))
        else:
            del counts[level:]
            counts[level - 1] += 1
        if start is not None:
            counts[level - 1] = small_integer(start, counts[level - 1])
        return self.styles.label(style, counts)

    def _table(self, table: etree._Element) -> Iterator[Piece]:
        rows = TableRows(self.tables)
        self.tables += 1
        for row in _rows(table):
            rows.add(self._cells(row))
        yield from rows.pieces()

    def _cells(self, row: etree._Element) -> list[list[Piece]]:
        """The row's cells; those that a merged cell covers are empty, so that columns stay in line."""
        cells: list[list[Piece]] = []
        for cell in row.iterchildren(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            repeated = min(small_integer(cell.get(f"{_TABLE}number-columns-repeated"), 1), _WIDEST)
            covered = local_name(cell) == "covered-table-cell"
            content = [] if covered else list(self.blocks(cell))
            cells += [content, *([] for _ in range(repeated - 1))] if covered or not content else [content] * repeated
        return cells[:_WIDEST]


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    """Rows of a table, which groups of heading rows and others may wrap; nested tables have their own."""
    for child in table.iterchildren(etree.Element):
        if child.tag == f"{_TABLE}table-row":
            yield child
        elif local_name(child) in ("table-header-rows", "table-rows", "table-row-group"):
            yield from _rows(child)


@dataclass(slots=True)
class _Runs:
    """The lines of one paragraph while its spans are read; text boxes are kept aside."""

    styles: OdtStyles
    lines: list[Line] = field(default_factory=list)
    parts: list[tuple[str, bool]] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    struck: bool = False

    def read(self, element: etree._Element, *, bold: bool, struck: bool) -> list[Line]:
        """All lines of the paragraph."""
        self.struck = struck
        self._inside(element, bold=bold)
        self._end_line()
        return self.lines

    def _inside(self, element: etree._Element, *, bold: bool) -> None:
        self._words(element.text, bold=bold)
        for child in element:
            if isinstance(child.tag, str):
                self._one(child, local_name(child), bold=bold)
            self._words(child.tail, bold=bold)

    def _one(self, child: etree._Element, name: str, *, bold: bool) -> None:
        style = child.get(f"{TEXT}style-name")
        if name in _LEFT_OUT or (name == "span" and self.styles.hidden("text", style)):
            return
        if name == "s":
            self.parts.append((" ", bold))
        elif name == "tab":
            self.parts.append(("\t", bold))
        elif name == "line-break":
            self._end_line()
        elif child.tag == f"{_DRAW}text-box":
            self.boxes.append(child)
        elif name == "span":
            own, around = self.styles.bold("text", style), self.struck
            struck = self.styles.struck("text", style)
            self.struck = around if struck is None else struck
            self._inside(child, bold=bold if own is None else own)
            self.struck = around
        else:
            self._inside(child, bold=bold)

    def _words(self, text: str | None, *, bold: bool) -> None:
        if text and not self.struck:
            self.parts.append((text, bold))

    def _end_line(self) -> None:
        if line := hard_line(self.parts):
            self.lines.append(line)
        self.parts.clear()
