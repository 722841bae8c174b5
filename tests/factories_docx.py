"""Word packages put together from raw XML, with just the parts that a test is about."""

from __future__ import annotations

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_HEAD = (
    f'<?xml version="1.0" encoding="UTF-8"?><w:{{0}} xmlns:w="{W}" xmlns:mc="urn:mc" xmlns:v="urn:v">{{1}}</w:{{0}}>'
)
_RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def make_docx(body: str, *, styles: str = "", numbering: str = "", doctype: str = "") -> bytes:
    """A package with this inside of `w:body`, and styles and list definitions if the test needs them."""
    document = _HEAD.format("document", f"<w:body>{body}</w:body>").replace("?><", f"?>{doctype}<", 1)
    parts = {"[Content_Types].xml": "<Types/>", "_rels/.rels": _RELS, "word/document.xml": document}
    if styles:
        parts["word/styles.xml"] = _HEAD.format("styles", styles)
    if numbering:
        parts["word/numbering.xml"] = _HEAD.format("numbering", numbering)
    return make_zip(parts)


def make_zip(parts: dict[str, str]) -> bytes:
    """A zip package of text members."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return buffer.getvalue()


def p(text: str, properties: str = "", run: str = "") -> str:
    """A paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{r(text, run)}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def listed(text: str, num_id: int, level: int = 0) -> str:
    """A paragraph of a list."""
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num_id}"/></w:numPr>')


def level(at: int, format_: str, text: str, start: int = 1, extra: str = "") -> str:
    """A level of a list definition."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{format_}"/>{extra}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def table(*rows: tuple[str, ...]) -> str:
    """A table; each cell is the XML of its paragraphs."""
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"
