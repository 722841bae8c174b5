"""OpenDocument texts."""

from __future__ import annotations

import pytest

from factories_docx import make_zip
from factories_odt import entry, list_style, listed, make_odt, text_style
from minutextract.document import Document
from minutextract.errors import ReadError
from minutextract.readers import read_data


def odt(body: str, **parts: str) -> Document:
    return read_data(make_odt(body, **parts), "minutes.odt")


def shown(document: Document) -> list[str]:
    return [block.span.of(document.text) for block in document.blocks]


NUMBERED = list_style(
    "L",
    'style:num-format="1" style:num-suffix="."',
    'style:num-format="a" style:num-prefix="(" style:num-suffix=")"',
    'style:num-format="1" text:display-levels="3" text:start-value="4"',
)


def test_numbers_as_a_word_processor_shows_them() -> None:
    deep = listed("", entry("deepest"), entry("next"))
    body = (
        listed("L", entry("Welcome"), entry("Roof", listed("", entry("Tiles"), entry("Gutter", deep)), "It leaks."))
        + "<text:p>Between</text:p>"
        + listed("L", entry("Money"), attributes='text:continue-numbering="true"')
        + listed("L", entry("Afresh"))
        + listed("B", entry("A bullet"))
    )
    assert shown(odt(body, automatic=NUMBERED + list_style("B", ""))) == [
        "1. Welcome",
        "2. Roof",
        "(a) Tiles",
        "(b) Gutter",
        "2.b.4 deepest",
        "2.b.5 next",
        "It leaks.",
        "Between",
        "3. Money",
        "1. Afresh",
        "A bullet",
    ]


def test_headings_are_numbered_by_the_outline() -> None:
    outline = (
        '<text:outline-style><text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/>'
        '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>'
    )
    document = odt(
        '<text:h text:outline-level="1">Roof</text:h><text:h text:outline-level="2">Tiles</text:h>'
        '<text:h text:outline-level="1">Money</text:h>',
        styles=outline,
    )
    assert shown(document) == ["1. Roof", "1.1 Tiles", "2. Money"]
    assert [block.level for block in document.blocks] == [1, 2, 1]


def test_what_is_not_shown_is_not_read() -> None:
    document = odt(
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Deleted words</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        '<text:p>Ada<text:span text:style-name="H"> whispers</text:span> speaks'
        "<office:annotation><text:p>a comment</text:p></office:annotation>"
        "<text:note><text:note-body><text:p>a note</text:p></text:note-body></text:note>.</text:p>"
        '<text:section text:display="none"><text:p>a hidden section</text:p></text:section>'
        "<text:table-of-content><text:index-body><text:p>Contents 1</text:p></text:index-body></text:table-of-content>",
        automatic=text_style("H", 'text:display="none"'),
    )
    assert document.text == "Ada speaks."
    assert document.warnings == ("tracked changes: insertions are read, deletions are left out",)


def test_spaces_tabs_breaks_emphasis_and_text_boxes() -> None:
    document = odt(
        '<text:p text:style-name="B2">Present</text:p>'
        "<text:p>Ada<text:s/>Bell<text:tab/>AB<text:line-break/>Kai Lund</text:p>"
        "<text:p>Beside<draw:frame><draw:text-box><text:p>In the box.</text:p></draw:text-box></draw:frame>"
        " it.</text:p>",
        automatic=text_style("B1", 'fo:font-weight="bold"', "paragraph")
        + text_style("B2", "", "paragraph", 'style:parent-style-name="B1"'),
    )
    assert shown(document) == ["Present", "Ada Bell AB", "Kai Lund", "Beside it.", "In the box."]
    assert [block.bold for block in document.blocks] == [True, False, False, False, False]


def test_tables() -> None:
    def row(*cells: str) -> str:
        return f"<table:table-row>{''.join(cells)}</table:table-row>"

    def cell(text: str, attributes: str = "") -> str:
        return f"<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>"

    head = row(cell("Action"), cell("Who"), cell("When"))
    merged = row(cell("All done", 'table:number-columns-spanned="2"'), "<table:covered-table-cell/>", cell("2 May"))
    document = odt(
        f"<table:table><table:table-header-rows>{head}</table:table-header-rows>"
        f"{row(cell('Call the roofer'), cell('AB'), cell('1 May'))}{merged}</table:table>"
    )
    assert shown(document) == ["Action | Who | When", "Call the roofer | AB | 1 May", "All done |  | 2 May"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (make_zip({"mimetype": "x", "content.xml": "<a"}), "corrupt"),
        (make_zip({"mimetype": "x", "content.xml": "<a/>"}), "unsupported-format"),
        (make_odt("<text:p>&x;</text:p>", doctype='<!DOCTYPE a [<!ENTITY x "boom">]>'), "dtd"),
    ],
)
def test_what_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_data(data, "minutes.odt")
    assert caught.value.code == code
