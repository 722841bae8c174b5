"""Inline content of a Word paragraph: text as shown, without deletions, struck-out and hidden text, field codes."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from minutextract.readers.docx_styles import Styles, struck_out, toggle
from minutextract.readers.paragraphs import Line, hard_line

_LEFT_OUT = frozenset(
    [
        "del",
        "moveFrom",
        "delText",
        "delInstrText",
        "instrText",
        "rPr",
        "pPr",
        "footnoteReference",
        "endnoteReference",
        "commentReference",
        "annotationRef",
        "footnoteRef",
        "endnoteRef",
        "lastRenderedPageBreak",
        "sdtPr",
        "sdtEndPr",
        "smartTagPr",
        "customXmlPr",
        "proofErr",
        "rubyPr",
        "rt",
        "ptab",
        "softHyphen",
    ]
)
_TEXT = {"tab": "\t", "noBreakHyphen": "-"}
_TICKS = {"F0FC": "✓", "F0FE": "☑", "F0A8": "☐", "F06F": "☐", "F052": "☑", "F0FD": "☒"}


@dataclass(slots=True)
class Runs:
    """The lines of one paragraph while its runs are read; text boxes are kept aside."""

    w: str
    styles: Styles
    paragraph_bold: bool
    paragraph_struck: bool = False
    lines: list[Line] = field(default_factory=list)
    parts: list[tuple[str, bool]] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)

    def read(self, element: etree._Element) -> list[Line]:
        """All lines of the paragraph."""
        self._inside(element, strong=False)
        self._end_line()
        return self.lines

    def _inside(self, element: etree._Element, *, strong: bool) -> None:
        for child in element.iterchildren(etree.Element):
            self._one(child, local_name(child), strong=strong)

    def _one(self, child: etree._Element, name: str, *, strong: bool) -> None:
        if name in _LEFT_OUT:
            return
        if name == "r":
            self._run(child)
        elif name == "t":
            self.parts.append((child.text or "", strong))
        elif name in _TEXT:
            self.parts.append((_TEXT[name], strong))
        elif name in ("br", "cr"):
            if child.get(f"{self.w}type") in (None, "textWrapping"):
                self._end_line()
            else:
                self.parts.append((" ", strong))
        elif name == "sym":
            self.parts.append((_TICKS.get((child.get(f"{self.w}char") or "").upper(), ""), strong))
        elif name == "AlternateContent":
            self._inside(chosen(child), strong=strong)
        elif name == "txbxContent":
            self.boxes.append(child)
        else:
            self._inside(child, strong=strong)

    def _run(self, run: etree._Element) -> None:
        properties = run.find(f"{self.w}rPr")
        if properties is None:
            if not self.paragraph_struck:
                self._inside(run, strong=self.paragraph_bold)
            return
        style = properties.find(f"{self.w}rStyle")
        style_id = style.get(f"{self.w}val") if style is not None else None
        hidden = toggle(properties.find(f"{self.w}vanish"), self.w)
        if hidden or (hidden is None and self.styles.hidden(style_id)):
            return
        struck = struck_out(properties, self.w)
        if struck or (struck is None and (self.paragraph_struck or self.styles.struck(style_id))):
            return
        bold = toggle(properties.find(f"{self.w}b"), self.w)
        if bold is None:
            bold = self.paragraph_bold or self.styles.bold(style_id)
        underlined = toggle(properties.find(f"{self.w}u"), self.w) or False
        self._inside(run, strong=bold or underlined)

    def _end_line(self) -> None:
        if line := hard_line(self.parts):
            self.lines.append(line)
        self.parts.clear()


def chosen(alternate: etree._Element) -> etree._Element:
    """The branch of an alternate content to read: the first that holds text, so that none is read twice."""
    branches = [child for child in alternate.iterchildren(etree.Element) if local_name(child) in ("Choice", "Fallback")]
    for branch in branches:
        if any(local_name(inner) == "t" and inner.text for inner in branch.iter(etree.Element)):
            return branch
    return branches[0] if branches else alternate


def local_name(element: etree._Element) -> str:
    """An element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]
