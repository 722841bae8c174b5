"""Documents with deletions, comments and hidden text, which must stay where they are."""

from __future__ import annotations

from factories_docx import make_docx, p, r
from factories_odt import make_odt, text_style

SECRET = "Quillfeather"
SHOWN = "Ada to call the plumber."
_DELETED_RUN = f"<w:r><w:delText>{SECRET} to pay.</w:delText></w:r>"
_STRUCK_STYLE = '<w:style w:type="character" w:styleId="S"><w:rPr><w:strike/></w:rPr></w:style>'
_HIDDEN_STYLE = '<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>'


def _docx(extra: str, styles: str = "") -> bytes:
    return make_docx(p(SHOWN) + extra, styles=styles)


def _odt(extra: str, automatic: str = "") -> bytes:
    return make_odt(f"<text:p>{SHOWN}</text:p>{extra}", automatic=automatic)


def _html(extra: str) -> bytes:
    return f"<html><body><p>{SHOWN}</p>{extra}</body></html>".encode()


HIDDEN: dict[str, bytes] = {
    "deleted.docx": _docx(f"<w:p><w:del>{_DELETED_RUN}</w:del></w:p>"),
    "deleted-text.docx": _docx(f"<w:p><w:del>{r(SECRET)}</w:del></w:p>"),
    "moved.docx": _docx(f"<w:p><w:moveFrom>{r(SECRET)}</w:moveFrom></w:p>"),
    "deleted-in-inserted.docx": _docx(f"<w:p><w:ins><w:del>{_DELETED_RUN}</w:del></w:ins></w:p>"),
    "vanish.docx": _docx(p(SECRET, run="<w:vanish/>")),
    "vanish-style.docx": _docx(p(SECRET, run='<w:rStyle w:val="H"/>'), styles=_HIDDEN_STYLE),
    "deleted-row.docx": _docx(
        f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{p(SECRET)}</w:tc></w:tr>"
        f"<w:tr><w:tc>{p('Kit')}</w:tc></w:tr></w:tbl>"
    ),
    "field-code.docx": _docx(f"<w:p><w:r><w:instrText>{SECRET}</w:instrText></w:r></w:p>"),
    "web-hidden.docx": _docx(p(SECRET, run="<w:specVanish/><w:vanish/>")),
    "struck.docx": _docx(p(SECRET, run="<w:strike/>")),
    "struck-twice.docx": _docx(p(SECRET, run="<w:dstrike/>")),
    "struck-style.docx": _docx(p(SECRET, run='<w:rStyle w:val="S"/>'), styles=_STRUCK_STYLE),
    "struck-span.odt": _odt(
        f'<text:p>Kit<text:span text:style-name="S">{SECRET}<text:span>{SECRET}</text:span></text:span></text:p>',
        automatic=text_style("S", 'style:text-line-through-style="solid"'),
    ),
    "struck-paragraph.odt": _odt(
        f'<text:p text:style-name="S">{SECRET}</text:p>',
        automatic=text_style("S", 'style:text-line-through-type="single"', family="paragraph"),
    ),
    "tracked.odt": _odt(
        f"<text:tracked-changes><text:changed-region><text:deletion><text:p>{SECRET}</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
    ),
    "annotation.odt": _odt(f"<text:p>Kit<office:annotation><text:p>{SECRET}</text:p></office:annotation></text:p>"),
    "hidden-text.odt": _odt(f"<text:p>Kit<text:hidden-text>{SECRET}</text:hidden-text></text:p>"),
    "hidden-paragraph.odt": _odt(f"<text:p><text:hidden-paragraph>{SECRET}</text:hidden-paragraph></text:p>"),
    "hidden-section.odt": _odt(f'<text:section text:display="none"><text:p>{SECRET}</text:p></text:section>'),
    "hidden-span.odt": _odt(
        f'<text:p>Kit<text:span text:style-name="H">{SECRET}</text:span></text:p>',
        automatic=text_style("H", 'text:display="none"'),
    ),
    "comment.html": _html(f"<p>Kit<!-- {SECRET} --></p>"),
    "display-none.html": _html(f'<p style="display:none">{SECRET}</p>'),
    "visibility.html": _html(f'<div style="visibility: hidden"><p>{SECRET}</p></div>'),
    "hidden.html": _html(f"<p hidden>{SECRET}</p>"),
    "del.html": _html(f"<p>Kit <del>{SECRET}</del></p>"),
    "template.html": _html(f"<template><p>{SECRET}</p></template><noscript>{SECRET}</noscript>"),
    "s.html": _html(f"<p>Kit <s>{SECRET}</s> <strike>{SECRET}</strike></p><s><p>{SECRET}</p></s>"),
    "line-through.html": _html(f'<p>Kit <span style="text-decoration: line-through">{SECRET}</span></p>'),
    "struck.md": f"{SHOWN}\n\n- ~~{SECRET}~~\n- Kit <s>{SECRET}</s>\n\n~~{SECRET}\nagain~~".encode(),
    "struck.txt": f"{SHOWN}\n\n- ~~{SECRET}~~\n\nKit ~~{SECRET}~~".encode(),
    "comment.md": f"{SHOWN}\n\n<!-- {SECRET}\n\nto pay -->\n\nKit.".encode(),
    "hidden.md": f"{SHOWN}\n\n<p hidden>{SECRET}</p>\n\nKit.".encode(),
    "comment.rst": f"{SHOWN}\n\n.. {SECRET} to pay\n\nKit.".encode(),
}
