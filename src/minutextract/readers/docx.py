"""Word documents by a walk of our own over the package: nothing that Word shows is lost, nothing hidden is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from minutextract.document import BlockKind
from minutextract.errors import CorruptDocument
from minutextract.readers.assemble import Piece
from minutextract.readers.docx_numbering import Numbering, read_numbering
from minutextract.readers.docx_runs import Runs, chosen, local_name
from minutextract.readers.docx_styles import Styles, namespace, read_styles
from minutextract.readers.package import Package
from minutextract.readers.paragraphs import Line, block_pieces
from minutextract.readers.table_rows import TableRows

_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_LEFT_OUT = frozenset(
    [
        "del",
        "moveFrom",
        "sectPr",
        "tblPr",
        "tblGrid",
        "trPr",
        "tcPr",
        "tblPrEx",
        "sdtPr",
        "sdtEndPr",
        "customXmlPr",
        "pPr",
    ]
)
_WIDEST_SPAN = 64


def read_bytes(data: bytes) -> tuple[list[Piece], tuple[str, ...]]:
    """Pieces of a Word document, and warnings about what was left out."""
    package = Package(data)
    main = _main_part(package)
    root = package.xml(main)
    folder = main.rpartition("/")[0]
    body = next((child for child in root.iterchildren(etree.Element) if local_name(child) == "body"), None)
    if body is None:
        raise CorruptDocument("the Word document has no body", "Open it in Word and save it again.")
    styles = read_styles(_optional(package, f"{folder}/styles.xml"))
    numbering = read_numbering(_optional(package, f"{folder}/numbering.xml"), styles)
    walker = _Walker(namespace(root), styles, numbering)
    return list(walker.blocks(body)), _warnings(root)


def _main_part(package: Package) -> str:
    if "_rels/.rels" in package:
        for relation in package.xml("_rels/.rels").iter(_RELATIONSHIPS):
            if relation.get("Type", "").endswith("/officeDocument"):
                target = (relation.get("Target") or "").lstrip("/")
                if target in package:
                    return target
    return "word/document.xml"


def _optional(package: Package, name: str) -> etree._Element | None:
    return package.xml(name) if name in package else None


def _warnings(root: etree._Element) -> tuple[str, ...]:
    names = {local_name(element) for element in root.iter(etree.Element)}
    found = []
    if names & {"del", "ins", "moveFrom", "moveTo"}:
        found.append("tracked changes: insertions are read, deletions are left out")
    if "altChunk" in names:
        found.append("embedded file: a part of the document is another file, which is not read")
    return tuple(found)


@dataclass(slots=True)
class _Walker:
    """Goes over block-level elements in order; `carried` is the text of a paragraph whose end was deleted."""

    w: str
    styles: Styles
    numbering: Numbering
    tables: int = 0
    carried: list[Line] = field(default_factory=list)

    def blocks(self, parent: etree._Element) -> Iterator[Piece]:
        for child in parent.iterchildren(etree.Element):
            name = local_name(child)
            if name == "p":
                yield from self._paragraph(child)
            elif name == "tbl":
                yield from self._table(child)
            elif name == "AlternateContent":
                yield from self.blocks(chosen(child))
            elif name not in _LEFT_OUT and not self._is_contents(child, name):
                yield from self.blocks(child)

    def _is_contents(self, element: etree._Element, name: str) -> bool:
        """Whether a content control holds the table of contents, which only repeats the headings."""
        gallery = element.find(f"{self.w}sdtPr/{self.w}docPartObj/{self.w}docPartGallery") if name == "sdt" else None
        return gallery is not None and gallery.get(f"{self.w}val", "").lower().startswith("table of contents")

    def _paragraph(self, element: etree._Element) -> Iterator[Piece]:
        properties = element.find(f"{self.w}pPr")
        style_id = self._style_id(properties)
        runs = Runs(self.w, self.styles, self.styles.bold(style_id), self.styles.struck(style_id))
        lines = self._with_carried(runs.read(element))
        if properties is not None and properties.find(f"{self.w}rPr/{self.w}del") is not None:
            self.carried = lines
        elif not self.styles.is_contents(style_id):
            yield from (
                block_pieces(lines, None, frozenset(), first=self._opening(properties, style_id))
                if lines
                else (self._bare_number(properties, style_id))
            )
        for box in runs.boxes:
            yield from self.blocks(box)

    def _with_carried(self, lines: list[Line]) -> list[Line]:
        if not self.carried:
            return lines
        carried, self.carried = self.carried, []
        if not lines:
            return carried
        joined = replace(lines[0], text=f"{carried[-1].text} {lines[0].text}", bold=carried[-1].bold and lines[0].bold)
        return [*carried[:-1], joined, *lines[1:]]

    def _opening(self, properties: etree._Element | None, style_id: str | None) -> Piece | None:
        """The heading or list item that a paragraph is, without its text."""
        num_id, level = self._list(properties, style_id)
        number = self.numbering.label(num_id, level) if num_id else None
        if heading := self._heading_level(properties, style_id):
            return Piece(BlockKind.HEADING, level=heading, number=number)
        return Piece(BlockKind.ITEM, level=level, number=number) if num_id else None

    def _bare_number(self, properties: etree._Element | None, style_id: str | None) -> list[Piece]:
        """An empty paragraph that shows a number, as the first cells of a table do."""
        opening = self._opening(properties, style_id)
        return [opening] if opening is not None and opening.number else []

    def _style_id(self, properties: etree._Element | None) -> str | None:
        named = properties.find(f"{self.w}pStyle") if properties is not None else None
        return named.get(f"{self.w}val") if named is not None else self.styles.default

    def _heading_level(self, properties: etree._Element | None, style_id: str | None) -> int:
        outline = properties.find(f"{self.w}outlineLvl") if properties is not None else None
        if outline is not None and (value := outline.get(f"{self.w}val", "")).isdigit():
            return int(value) + 1 if int(value) < 9 else 0
        return self.styles.heading_level(style_id)

    def _list(self, properties: etree._Element | None, style_id: str | None) -> tuple[str | None, int]:
        num_id, level = self.styles.numbering(style_id)
        if level is None and num_id:
            level = self.numbering.level_of_style(num_id, style_id)
        own = properties.find(f"{self.w}numPr") if properties is not None else None
        if own is not None:
            named, at = own.find(f"{self.w}numId"), own.find(f"{self.w}ilvl")
            num_id = named.get(f"{self.w}val") if named is not None else num_id
            if at is not None and (value := at.get(f"{self.w}val", "")).isdigit():
                level = int(value)
        return (None, 0) if num_id in (None, "0") else (num_id, level or 0)

    def _table(self, table: etree._Element) -> Iterator[Piece]:
        rows = TableRows(self.tables)
        self.tables += 1
        for row in self._inner(table, "tr"):
            if row.find(f"{self.w}trPr/{self.w}del") is None:
                rows.add(self._cells(row))
        yield from rows.pieces()

    def _cells(self, row: etree._Element) -> list[list[Piece]]:
        """The row's cells; what a merged cell covers counts as empty ones, so that columns stay in line."""
        cells: list[list[Piece]] = [[] for _ in range(self._number(row, "trPr", "gridBefore", 0))]
        for cell in self._inner(row, "tc"):
            merge = cell.find(f"{self.w}tcPr/{self.w}vMerge")
            goes_on = merge is not None and merge.get(f"{self.w}val", "continue") == "continue"
            cells.append([] if goes_on else list(self.blocks(cell)))
            cells += [[] for _ in range(self._number(cell, "tcPr", "gridSpan", 1) - 1)]
        return cells

    def _number(self, element: etree._Element, properties: str, name: str, default: int) -> int:
        found = element.find(f"{self.w}{properties}/{self.w}{name}")
        value = found.get(f"{self.w}val", "") if found is not None else ""
        return min(int(value), _WIDEST_SPAN) if value.isascii() and value.isdigit() else default

    def _inner(self, parent: etree._Element, name: str) -> Iterator[etree._Element]:
        """Rows of a table or cells of a row, which content controls and tracked insertions may wrap."""
        for child in parent.iterchildren(etree.Element):
            found = local_name(child)
            if found == name:
                yield child
            elif found not in _LEFT_OUT:
                yield from self._inner(child, name)
