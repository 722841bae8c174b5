"""Styles of a Word document: which are headings, bold, hidden, struck out or numbered, by their base style too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

_HEADING_NAME = re.compile(r"heading\s*([1-9])$", re.IGNORECASE)
_TITLES = {"title": 1, "subtitle": 2}
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Style:
    """What one style says itself; None where it leaves that to the style it is based on."""

    name: str = ""
    based_on: str | None = None
    outline: int | None = None
    num_id: str | None = None
    level: int | None = None
    bold: bool | None = None
    hidden: bool | None = None
    struck: bool | None = None


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles by id; `default` is the one for paragraphs that name none."""

    by_id: dict[str, Style] = field(default_factory=dict)
    default: str | None = None

    def chain(self, style_id: str | None) -> Iterator[Style]:
        """A style and those it is based on, nearest first."""
        for _ in range(_DEEPEST):
            style = self.by_id.get(style_id or "")
            if style is None:
                return
            yield style
            style_id = style.based_on

    def heading_level(self, style_id: str | None) -> int:
        """Level from 1, or 0 for a style that is no heading."""
        for style in self.chain(style_id):
            if found := _HEADING_NAME.match(style.name):
                return int(found[1])
            if style.name.lower() in _TITLES:
                return _TITLES[style.name.lower()]
            if style.outline is not None:
                return style.outline + 1 if style.outline < 9 else 0
        return 0

    def is_contents(self, style_id: str | None) -> bool:
        """Whether the style is for a table of contents."""
        return any(re.match(r"toc (?:\d|heading)", style.name.lower()) for style in self.chain(style_id))

    def numbering(self, style_id: str | None) -> tuple[str | None, int | None]:
        """Number definition and level that the style brings along."""
        num_id = next((s.num_id for s in self.chain(style_id) if s.num_id is not None), None)
        level = next((s.level for s in self.chain(style_id) if s.level is not None), None)
        return num_id, level

    def bold(self, style_id: str | None) -> bool:
        """Whether text in the style is bold."""
        return next((s.bold for s in self.chain(style_id) if s.bold is not None), False)

    def hidden(self, style_id: str | None) -> bool:
        """Whether text in the style is hidden."""
        return next((s.hidden for s in self.chain(style_id) if s.hidden is not None), False)

    def struck(self, style_id: str | None) -> bool:
        """Whether text in the style is struck out."""
        return next((s.struck for s in self.chain(style_id) if s.struck is not None), False)


def read_styles(root: etree._Element | None) -> Styles:
    """The styles of styles.xml; none if the package has no such part."""
    if root is None:
        return Styles()
    w = namespace(root)
    by_id: dict[str, Style] = {}
    default = None
    for element in root.iterchildren(f"{w}style"):
        style_id = element.get(f"{w}styleId", "")
        by_id[style_id] = _style(element, w)
        if element.get(f"{w}type") == "paragraph" and element.get(f"{w}default") in ("1", "true", "on"):
            default = style_id
    return Styles(by_id, default)


def _style(element: etree._Element, w: str) -> Style:
    outline = value(element, f"{w}pPr/{w}outlineLvl", w)
    level = value(element, f"{w}pPr/{w}numPr/{w}ilvl", w)
    return Style(
        name=value(element, f"{w}name", w) or "",
        based_on=value(element, f"{w}basedOn", w),
        outline=int(outline) if outline and outline.isdigit() else None,
        num_id=value(element, f"{w}pPr/{w}numPr/{w}numId", w),
        level=int(level) if level and level.isdigit() else None,
        bold=toggle(element.find(f"{w}rPr/{w}b"), w),
        hidden=toggle(element.find(f"{w}rPr/{w}vanish"), w),
        struck=struck_out(element.find(f"{w}rPr"), w),
    )


def namespace(root: etree._Element) -> str:
    """The namespace of an element in braces: that of Word's usual or of the strict flavour."""
    tag = str(root.tag)
    return tag[: tag.index("}") + 1] if tag.startswith("{") else ""


def value(element: etree._Element, path: str, w: str) -> str | None:
    """The `val` attribute of the element at a path, if it is there."""
    found = element.find(path)
    return None if found is None else found.get(f"{w}val")


def struck_out(properties: etree._Element | None, w: str) -> bool | None:
    """Whether a run's properties strike it out, with one line or two; None if they do not say."""
    if properties is None:
        return None
    lines = [toggle(properties.find(f"{w}{name}"), w) for name in ("strike", "dstrike")]
    return None if lines == [None, None] else any(lines)


def toggle(element: etree._Element | None, w: str) -> bool | None:
    """An on/off property: None if it is not there, on if it has no value."""
    if element is None:
        return None
    return element.get(f"{w}val", "1") not in ("0", "false", "off", "none")
