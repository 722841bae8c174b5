from __future__ import annotations

import pytest

from minutextract.document import BlockKind
from minutextract.readers.assemble import assemble
from minutextract.readers.html import html_pieces, read_bytes

KINDS = {BlockKind.HEADING: "h", BlockKind.PARAGRAPH: "p", BlockKind.ITEM: "i", BlockKind.ROW: "r"}


def shape(html: str, *, page: bool = False) -> list[str]:
    text, blocks = assemble(html_pieces(html, page=page))
    return [f"{KINDS[b.kind]}{b.number or ''} {b.content.of(text)}" for b in blocks]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<h2>3. Roof</h2>loose text<p>Ada &amp; Bo</p>", ["h3. Roof", "p loose text", "p Ada & Bo"]),
        ("<script>x</script><style>y</style><nav>Home</nav><footer>f</footer><p>in</p>", ["p in"]),
        ('<div class="top menu">Home About</div><p style="display:none">x</p><p>in</p>', ["p in"]),
        ('<ol start="3"><li>c<li value="9">i</ol>', ["i3. c", "i9. i"]),
        ('<ol type="a"><li>one</ol><ol type="I"><li>x<li>y</ol>', ["ia. one", "iI. x", "iII. y"]),
        ("<ul><li>a<ul><li>b</ul></ul>", ["i a", "i b"]),
        ("<p>Ada Byte<br>Bo Cole<br>who is\n new</p>", ["p Ada Byte", "p Bo Cole who is new"]),
        ("Roof<br><br>the door was open", ["p Roof", "p the door was open"]),
        ("<p>the 21<sup>st</sup> of <del>June</del>May</p>", ["p the 21st of June"[:-4] + "May"]),
        ("<table><tr><th>Who<th>What<tr><td>Ada<td>roof</table>", ["r Who | What", "r Ada | roof"]),
        ("<table><tr><td><p>One.</p><p>Two.</p></td></tr></table>", ["p One.", "p Two."]),
        ("<table><tr><td colspan=2>Ada<td>roof</table>", ["r Ada | roof"]),
        ("<table><tr><td>Ada<p>Bo<td>AB<p>BC</table>", ["r Ada | AB", "r Bo | BC"]),
        # A cell left empty beside ticks says something.
        (
            "<table><tr><td>Ada<td>Yes<tr><td>Bo<td><br><tr><td>Cy<td>Yes</table>",
            ["r Ada | Yes", "r Bo | ", "r Cy | Yes"],
        ),
        ("<table><tr><td>Ada<td>old<tr><td>Bo<td><br><tr><td>Cy<td>new</table>", ["r Ada | old", "p Bo", "r Cy | new"]),
        ("<pre>Present:\n  Ada\n  Bo</pre>", ["p Present:", "p Ada", "p Bo"]),
        ("<!-- x --><p>Reports:\u00d8\u00a0\u00a0Roof is done.</p>", ["p Reports:", "i Roof is done."]),
    ],
)
def test_html(html: str, expected: list[str]) -> None:
    assert shape(html) == expected


def test_the_title_stands_in_for_a_heading() -> None:
    assert shape("<title>Board</title><p>x</p>", page=True) == ["h Board", "p x"]
    assert shape("<title>Board</title><h1>May</h1>", page=True) == ["h May"]
    assert shape("<title>Present: </title><p><b>Present:</b> Ada Byte</p>", page=True) == ["p Present: Ada Byte"]


def test_an_agenda_in_a_table_is_unrolled() -> None:
    html = (
        "<table><tr><td>1<td>Welcome<td>AB</tr>"
        "<tr><td>2<td>Roof<ul><li>Tiles are late.<li>BC to call.</ul><td>BC</tr></table>"
    )
    assert shape(html) == ["i1 Welcome", "p AB", "i2 Roof", "p BC", "i Tiles are late.", "i BC to call."]


def test_an_action_column_comes_after_what_it_is_about() -> None:
    html = (
        "<table><tr><td>No<td>Item<td>Action</tr><tr><td>2<td>Roof<p>Tiles are late.<p>BC to call.<td>BC</tr></table>"
    )
    assert shape(html)[1:] == ["i2 Roof", "p Tiles are late.", "p BC to call.", "p BC"]


def test_bold_and_levels() -> None:
    pieces = html_pieces("<p><b>Roof:</b></p><p><b>Ada</b> spoke</p><ul><li>a<ul><li><u>b</u></ul></ul>")
    assert [(piece.text, piece.bold, piece.level) for piece in pieces] == [
        ("Roof:", True, 0),
        ("Ada spoke", False, 0),
        ("a", False, 0),
        ("b", True, 1),
    ]


def test_windows_bytes_and_front_matter() -> None:
    pieces, _ = read_bytes("---\ntitle: May\n---\n<p>Café ’x’</p>".encode("cp1252"))
    assert [piece.cells or piece.text for piece in pieces] == [("title", "May"), "Café ’x’"]


def test_depth_is_no_recursion() -> None:
    assert shape("<div>" * 3000 + "deep" + "</div>" * 3000) == ["p deep"]
