"""reStructuredText through docutils: sections, lists with their numbers, tables; comments left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from docutils import nodes
from docutils.core import publish_doctree
from docutils.parsers.rst import roles

from minutextract.document import BlockKind
from minutextract.readers.assemble import Piece
from minutextract.readers.encoding import decode
from minutextract.readers.list_numbers import ordinal_label
from minutextract.readers.paragraphs import Line, block_pieces
from minutextract.readers.table_rows import TableRows
from minutextract.readers.text import read_text

# A file from elsewhere may neither read other files nor pass through raw HTML; its mistakes are not ours to report.
_SETTINGS = {
    "file_insertion_enabled": False,
    "raw_enabled": False,
    "_disable_config": True,
    "report_level": 5,
    "halt_level": 5,
    "warning_stream": False,
    "doctitle_xform": False,
    "docinfo_xform": False,
    "smart_quotes": False,
    "input_encoding": "unicode",
}
_LEFT_OUT = (nodes.comment, nodes.substitution_definition, nodes.target, nodes.raw, nodes.footnote, nodes.citation)
_STYLES = {"loweralpha": "a", "upperalpha": "A", "lowerroman": "i", "upperroman": "I"}

# Sphinx's cross-references, which docutils does not know: what is shown of "title <target>" is the title.
_REFERENCES = "doc ref term numref download issue pull pr user gh file func class meth mod abbr kbd guilabel".split()
_TARGET = re.compile(r"\s<[^<>]*>$")
# The parser gives up a whole document for one longer line, and reads nothing of it.
_LONGEST_LINE = 10_000
_DIRECTIVE = re.compile(r"\.\.\s+[\w:-]+::[ \t]*")

for _name in _REFERENCES:
    roles.register_local_role(_name, roles.GenericRole(_name, nodes.inline))  # type: ignore[arg-type]


def read_bytes(data: bytes) -> tuple[list[Piece], tuple[str, ...]]:
    """Pieces of a reStructuredText document, and warnings about its encoding."""
    text, warnings = decode(data)
    if max(map(len, text.split("\n"))) > _LONGEST_LINE:
        return read_text(text), (*warnings, "long lines: the document is read as plain text")
    tree = publish_doctree(text, settings_overrides=_SETTINGS)
    for reference in tree.findall(nodes.inline):
        reference.children = [nodes.Text(_TARGET.sub("", reference.astext()))]
    return list(_Walker().blocks(tree, level=0)), warnings


@dataclass(slots=True)
class _Walker:
    """Goes over the document tree in order."""

    tables: int = 0

    def blocks(self, parent: nodes.Element, *, level: int, depth: int = 0) -> Iterator[Piece]:
        """The pieces below a node; `level` counts sections, `depth` lists within lists."""
        for child in parent.children:
            if isinstance(child, nodes.Element) and not isinstance(child, _LEFT_OUT):
                yield from self._one(child, level, depth)

    def _one(self, node: nodes.Element, level: int, depth: int) -> Iterator[Piece]:
        if isinstance(node, nodes.section):
            yield from self.blocks(node, level=level + 1)
        elif isinstance(node, nodes.title | nodes.rubric):
            yield Piece(BlockKind.HEADING, node.astext(), level=max(1, level))
        elif isinstance(node, nodes.bullet_list | nodes.enumerated_list):
            yield from self._list(node, level, depth)
        elif isinstance(node, nodes.table):
            yield from self._table(node, level)
        elif isinstance(node, nodes.system_message):
            yield from _unknown_directive(node)
        elif isinstance(node, nodes.field):
            yield Piece(BlockKind.PARAGRAPH, ": ".join(part.astext() for part in node.children))
        elif isinstance(node, nodes.TextElement):
            yield from block_pieces(_lines(node), None, frozenset())
        else:
            yield from self.blocks(node, level=level, depth=depth)

    def _list(self, node: nodes.Element, level: int, depth: int) -> Iterator[Piece]:
        start = int(node.get("start", 1))
        for at, item in enumerate(node.children):
            if not isinstance(item, nodes.Element):
                continue
            number = _number(node, start + at) if isinstance(node, nodes.enumerated_list) else None
            first: Piece | None = Piece(BlockKind.ITEM, level=depth, number=number)
            for child in item.children:
                if isinstance(child, nodes.TextElement) and first is not None:
                    yield from block_pieces(_lines(child), None, frozenset(), first=first)
                    first = None
                elif isinstance(child, nodes.Element) and not isinstance(child, _LEFT_OUT):
                    yield from self._one(child, level, depth + 1)

    def _table(self, table: nodes.Element, level: int) -> Iterator[Piece]:
        rows = TableRows(self.tables)
        self.tables += 1
        for row in table.findall(nodes.row):
            cells = []
            for entry in row.children:
                if isinstance(entry, nodes.Element):
                    cells.append([replace(piece, table=None) for piece in self.blocks(entry, level=level)])
                    cells += [[] for _ in range(int(entry.get("morecols", 0)))]
            rows.add(cells)
        yield from rows.pieces()


def _unknown_directive(complaint: nodes.Element) -> Iterator[Piece]:
    """The words of a directive that docutils does not know: its source stands in the complaint about it."""
    if "Unknown directive type" not in complaint.astext():
        return
    for source in complaint.findall(nodes.literal_block):
        words = _DIRECTIVE.sub("", source.astext(), count=1)
        yield from (Piece(BlockKind.PARAGRAPH, part) for part in words.split("\n\n"))


def _number(node: nodes.Element, count: int) -> str:
    style = _STYLES.get(node.get("enumtype", ""), "1")
    return f"{node.get('prefix', '')}{ordinal_label(count, style)}{node.get('suffix', '.')}"


def _lines(node: nodes.Element) -> list[Line]:
    """The lines of a text: what was wrapped in the source is joined, the lines of a line block stand for themselves."""
    text = node.astext() if isinstance(node, nodes.literal_block | nodes.line) else " ".join(node.astext().split())
    emphasised = [child for child in node.children if child.astext().strip()]
    bold = bool(emphasised) and all(isinstance(child, nodes.strong) for child in emphasised)
    return [Line(line.strip(), len(line), bold=bold, hard=True) for line in text.split("\n") if line.strip()]
