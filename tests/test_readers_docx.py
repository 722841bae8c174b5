from __future__ import annotations

import io

import docx
import pytest

from factories_docx import level, listed, make_docx, p, r, table
from minutextract.document import BlockKind
from minutextract.readers.assemble import assemble
from minutextract.readers.docx import read_bytes
from minutextract.readers.docx_numbering import Numbering

KINDS = {BlockKind.HEADING: "h", BlockKind.PARAGRAPH: "p", BlockKind.ITEM: "i", BlockKind.ROW: "r"}
AGENDA = (
    '<w:abstractNum w:abstractNumId="0">'
    + level(0, "decimal", "%1.")
    + level(1, "lowerLetter", "%1%2)")
    + level(2, "lowerRoman", "(%3)")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="1">'
    + level(0, "bullet", "•")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/>'
    "</w:lvlOverride></w:num>"
)
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="N"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="My"><w:name w:val="My head"/><w:basedOn w:val="H2"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="O"><w:name w:val="Out"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="C"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="character" w:styleId="Hid"><w:name w:val="Hid"/><w:rPr><w:vanish/></w:rPr></w:style>'
)

FIELD = "<w:r><w:instrText>PAGE</w:instrText></w:r>"
HIDDEN = '<w:rStyle w:val="Hid"/>'


def shape(body: str, *, styles: str = STYLES, numbering: str = AGENDA) -> list[str]:
    pieces, _ = read_bytes(make_docx(body, styles=styles, numbering=numbering))
    text, blocks = assemble(pieces)
    return [f"{KINDS[b.kind]}{b.number or ''} {b.content.of(text)}" for b in blocks]


def styled(text: str, style: str) -> str:
    return p(text, f'<w:pStyle w:val="{style}"/>')


def test_numbers_as_word_shows_them() -> None:
    body = (
        listed("Welcome", 1) + listed("Roof", 1) + listed("tiles", 1, 1) + listed("gutter", 1, 1)
        + listed("red", 1, 2) + listed("Door", 1) + listed("lock", 1, 1) + listed("dot", 2)
        + listed("Far", 3) + listed("Farther", 3) + p("plain", '<w:numPr><w:numId w:val="0"/></w:numPr>')
    )  # fmt: skip
    assert shape(body) == [
        "i1. Welcome", "i2. Roof", "i2a) tiles", "i2b) gutter", "i(i) red", "i3. Door", "i3a) lock", "i dot",
        "i7. Far", "i8. Farther", "p plain",
    ]  # fmt: skip


def test_headings_by_style_base_and_outline() -> None:
    body = styled("Board", "T") + styled("Roof", "My") + styled("Note", "O") + styled("Roof 3", "C")
    pieces, _ = read_bytes(make_docx(body, styles=STYLES, numbering=AGENDA))
    assert [(x.kind, x.level, x.number, x.text, x.bold) for x in pieces] == [
        (BlockKind.HEADING, 1, None, "Board", False),
        (BlockKind.HEADING, 2, "1.", "Roof", True),
        (BlockKind.HEADING, 3, None, "Note", False),
    ]


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        (f"{r('Ada ')}<w:ins>{r('kept')}</w:ins><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>", ["p Ada kept"]),
        (f"{r('Ada')}{r(' secret', '<w:vanish/>')}", ["p Ada"]),
        (f"{r('Ada')}{r(' secret', HIDDEN)}", ["p Ada"]),
        (f"{r('Ada')}<w:r><w:tab/></w:r>{r('Byte')}<w:r><w:noBreakHyphen/></w:r>{r('Cole')}", ["p Ada Byte-Cole"]),
        (f"{r('Ada Byte')}<w:r><w:br/></w:r>{r('Bo Cole')}", ["p Ada Byte", "p Bo Cole"]),
        (f"{r('see ')}<w:hyperlink>{r('the plan')}</w:hyperlink>{FIELD}", ["p see the plan"]),
        (f"<w:sdt><w:sdtContent>{r('boxed')}</w:sdtContent></w:sdt>", ["p boxed"]),
        (f"{r('Ada')}<w:moveFrom>{r(' gone')}</w:moveFrom><w:moveTo>{r(' here')}</w:moveTo>", ["p Ada here"]),
    ],
)  # fmt: skip
def test_runs(inner: str, expected: list[str]) -> None:
    assert shape(f"<w:p>{inner}</w:p>") == expected


def test_text_boxes_once() -> None:
    box = f"<w:txbxContent>{p('In the box')}</w:txbxContent>"
    both = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    assert shape(f"<w:p>{r('Outside')}<w:r>{both}</w:r></w:p>") == ["p Outside", "p In the box"]


def test_a_deleted_paragraph_end_joins_the_next() -> None:
    first = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{r('The hall')}</w:p>"
    assert shape(first + p("is Full.")) == ["p The hall is Full."]


def test_tables() -> None:
    merged = f'<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p("Ada")}'
    below = f'<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{p("Roof")}', f"<w:tcPr><w:vMerge/></w:tcPr>{p('')}"
    body = table(
        (p("Who"), p("What"), p("When")), (merged, p("May")), (below[0], p("x"), p("")), (below[1], p("y"), p(""))
    )
    assert shape(body) == ["r Who | What | When", "r Ada |  | May", "r Roof | x | ", "r  | y | "]


def test_layout_tables_are_unrolled_and_names_paired() -> None:
    names = table((p("Ada Byte") + p("Bo Cole"), p("AB") + p("BC")))
    assert shape(names) == ["r Ada Byte | AB", "r Bo Cole | BC"]
    agenda = table((p("No"), p("Item"), p("Action")), (listed("", 1), p("Roof") + p("Late.") + p("BC calls."), p("BC")))
    assert shape(agenda)[1:] == ["i1. Roof", "p Late.", "p BC calls.", "p BC"]


def test_contents_control_is_left_out() -> None:
    control = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{p('Roof 3')}</w:sdtContent></w:sdt>"
    )
    assert shape(control + p("Roof")) == ["p Roof"]


def test_warnings() -> None:
    _, warnings = read_bytes(make_docx(f"<w:p><w:ins>{r('x')}</w:ins></w:p><w:altChunk/>"))
    assert [warning.split(":")[0] for warning in warnings] == ["tracked changes", "embedded file"]


def test_strict_flavour_and_unnumbered_documents() -> None:
    pieces, _ = read_bytes(make_docx(p("Plain", "", "<w:b/>")))
    assert [(piece.text, piece.bold) for piece in pieces] == [("Plain", True)]


def test_a_document_that_a_library_wrote() -> None:
    document = docx.Document()
    document.add_heading("Board", 1)
    document.add_paragraph("Ada came.")
    document.add_paragraph("roof", style="List Number")
    document.add_paragraph("dot", style="List Bullet")
    document.add_table(rows=1, cols=2).rows[0].cells[1].text = "right"
    buffer = io.BytesIO()
    document.save(buffer)
    text, blocks = assemble(read_bytes(buffer.getvalue())[0])
    assert [block.span.of(text) for block in blocks] == ["Board", "Ada came.", "1. roof", "dot", "right"]


def test_unknown_lists_have_no_number() -> None:
    assert Numbering().label("9", 0) is None
    assert shape(listed("roof", 99)) == ["i roof"]


def test_a_run_that_is_not_struck_out_after_all_is_read() -> None:
    style = '<w:style w:type="paragraph" w:styleId="Done"><w:rPr><w:strike/></w:rPr></w:style>'
    kept = p("Ada to paint the hut.", run='<w:strike w:val="0"/><w:dstrike w:val="false"/>')
    struck = p("Kit to row.", '<w:pStyle w:val="Done"/>')
    pieces, _ = read_bytes(make_docx(kept + struck, styles=style))
    assert [piece.text for piece in pieces] == ["Ada to paint the hut."]
