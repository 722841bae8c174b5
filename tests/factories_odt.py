"""OpenDocument packages put together from raw XML, with just the parts that a test is about."""

from __future__ import annotations

from factories_docx import make_zip

_NS = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{path}:1.0"'
    for name, path in (
        ("office", "office"),
        ("text", "text"),
        ("style", "style"),
        ("table", "table"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
    )
)


def make_odt(body: str, *, automatic: str = "", styles: str = "", doctype: str = "") -> bytes:
    """A package with this inside of `office:text`, its own styles and those of the document."""
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>{doctype}<office:document-content {_NS}>'
        f"<office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    parts = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content}
    if styles:
        parts["styles.xml"] = f"<office:document-styles {_NS}>{styles}</office:document-styles>"
    return make_zip(parts)


def text_style(name: str, properties: str, family: str = "text", attributes: str = "") -> str:
    """A style with text properties."""
    return (
        f'<style:style style:name="{name}" style:family="{family}" {attributes}>'
        f"<style:text-properties {properties}/></style:style>"
    )


def list_style(name: str, *levels: str) -> str:
    """A list style; each level is its attributes, or nothing for a bullet."""
    inside = "".join(
        f'<text:list-level-style-number text:level="{at}" {level}/>'
        if level
        else f'<text:list-level-style-bullet text:level="{at}" text:bullet-char="x"/>'
        for at, level in enumerate(levels, start=1)
    )
    return f'<text:list-style style:name="{name}">{inside}</text:list-style>'


def entry(*content: str) -> str:
    """A list item; what is no markup becomes its paragraph."""
    inside = "".join(one if one.startswith("<") else f"<text:p>{one}</text:p>" for one in content)
    return f"<text:list-item>{inside}</text:list-item>"


def listed(style: str, *entries: str, attributes: str = "") -> str:
    """A list."""
    named = f'text:style-name="{style}"' if style else ""
    return f"<text:list {named} {attributes}>{''.join(entries)}</text:list>"
