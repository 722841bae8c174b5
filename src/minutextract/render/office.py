"""Summaries as a Word document: headings, a table of actions, lists."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from minutextract.render.content import Group, Section, Summary

# The words reach this module through `wording.fold`, which leaves no character in that XML forbids.
# Item numbers such as 18.11.6, and short titles in place of numbers, stay whole.
_COLUMNS = (("Ref", 2.7), ("Owner", 3.6), ("Action", 6.1), ("Due", 2.4), ("Item", 2.2))
_FONT = "Calibri"
_BAND = "E7ECF3"
_INK = RGBColor(0x1F, 0x3A, 0x5F)


def render_docx(summaries: Sequence[Summary]) -> bytes:
    """The summaries as one document on A4, each beginning on a new page."""
    document: Any = docx.Document()
    _set_page(document)
    _set_styles(document)
    document.core_properties.title = summaries[0].title if len(summaries) == 1 else "Summaries of meetings"
    document.core_properties.author = "minutextract"
    document.core_properties.comments = ""
    for number, summary in enumerate(summaries):
        if number:
            document.add_page_break()
        _write(document, summary)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _set_page(document: Any) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(2)


def _set_styles(document: Any) -> None:
    """One face throughout, British spelling, and headings that look like those of minutes."""
    for name, size, above in (("Normal", 10.5, 0), ("Heading 1", 16, 0), ("Heading 2", 12.5, 14), ("Heading 3", 11, 8)):
        style = document.styles[name]
        style.font.name, style.font.size = _FONT, Pt(size)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(above), Pt(4)
        if name != "Normal":
            style.font.color.rgb = _INK
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-GB")
    normal = document.styles["Normal"].element.get_or_add_rPr()
    normal.append(language)
    document.styles["List Bullet"].paragraph_format.space_after = Pt(2)
    document.core_properties.language = "en-GB"


def _write(document: Any, summary: Summary) -> None:
    if summary.logo:
        document.add_paragraph().add_run(summary.logo).bold = True
    document.add_heading(summary.title, level=1)
    for label, text in summary.facts:
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.space_after = Cm(0)
        paragraph.add_run(f"{label}: ").bold = True
        paragraph.add_run(text)
    if summary.remark:
        document.add_paragraph(summary.remark)
    for section in summary.sections:
        _write_section(document, section)
    if summary.options.checks:
        _write_checks(document, summary.checks)
    if summary.contact:
        document.add_paragraph(summary.contact)
    foot = document.add_paragraph()
    foot.paragraph_format.space_before = Pt(12)
    foot.add_run(summary.source).italic = True


def _write_checks(document: Any, checks: Sequence[str]) -> None:
    document.add_heading("To check before circulation", level=2)
    for check in checks:
        document.add_paragraph(check, style="List Bullet")
    if not checks:
        document.add_paragraph("Nothing was flagged.")


def _write_section(document: Any, section: Section) -> None:
    if not section.groups:
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{section.title}: ").bold = True
        paragraph.add_run(f"{section.empty}.")
        return
    document.add_heading(section.heading, level=2)
    if section.is_log:
        _write_table(document, section.groups)
        return
    for group in section.groups:
        if group.heading:
            document.add_heading(group.heading, level=3)
        for line in group.lines:
            document.add_paragraph(f"{line.text} ({line.note})" if line.note else line.text, style="List Bullet")


def _write_table(document: Any, groups: Sequence[Group]) -> None:
    rows = [
        (line.ref, group.heading, line.text, "; ".join(filter(None, (line.due, line.status))), line.item)
        for group in groups
        for line in group.lines
    ]
    table = document.add_table(rows=len(rows) + 1, cols=len(_COLUMNS), style="Table Grid")
    table.autofit = False
    _repeat_header(table)
    for column, (title, width) in enumerate(_COLUMNS):
        table.columns[column].width = Cm(width)
        # A cell looked up by its place walks the whole table: a column at a time is fast for long lists.
        for cell, text in zip(table.columns[column].cells, (title, *(row[column] for row in rows)), strict=True):
            cell.width = Cm(width)
            cell.text = text
            cell.paragraphs[0].paragraph_format.space_after = Pt(2)
            for run in cell.paragraphs[0].runs:
                run.font.size = Pt(9.5)
    for cell in table.rows[0].cells:
        cell.paragraphs[0].runs[0].bold = True
        shade = OxmlElement("w:shd")
        for name, value in (("val", "clear"), ("color", "auto"), ("fill", _BAND)):
            shade.set(qn(f"w:{name}"), value)
        cell._tc.get_or_add_tcPr().append(shade)
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _repeat_header(table: Any) -> None:
    """Have the first row on every page that the table reaches, and no row torn between two pages."""
    for number, row in enumerate(table.rows):
        properties = row._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if number == 0:
            properties.append(OxmlElement("w:tblHeader"))
