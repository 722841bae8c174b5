from __future__ import annotations

import pytest

from minutextract.document import BlockKind
from minutextract.readers.assemble import Piece, assemble
from minutextract.readers.markdown import read_markdown

KINDS = {BlockKind.HEADING: "h", BlockKind.PARAGRAPH: "p", BlockKind.ITEM: "i", BlockKind.ROW: "r"}


def shape(text: str) -> list[str]:
    whole, blocks = assemble(read_markdown(text))
    return [f"{KINDS[b.kind]}{b.number or ''} {b.content.of(whole)}" for b in blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Board\n\n## 2. Roof {#roof}\n\n**Ada** spoke.", ["h Board", "h2. Roof", "p Ada spoke."]),
        ("3. Roof\n4. Door\n   - lock\n", ["i3. Roof", "i4. Door", "i lock"]),
        ("1) Roof\n2) Door\n3) Tea\n\n1) It leaks\n\n2) Shut",
         ["i1) Roof", "i2) Door", "i3) Tea", "i1) It leaks", "i2) Shut"]),
        ("0. Roof\n1. Door\n1. Tea", ["i0. Roof", "i1. Door", "i2. Tea"]),
        ("1. Roof\n1. Door\n1. Tea\n1. Cake", ["i1. Roof", "i2. Door", "i3. Tea", "i4. Cake"]),
        ("1\\. Roof\n\nText\n2\\. Door", ["i1. Roof", "p Text", "i2. Door"]),
        ("[plan](https://example.org){:target=\"x\"} ![pic](a.png) <!-- no --> `x`", ["p plan x"]),
        ("Chair: Ada\nNotes: Bo\nthe new clerk", ["p Chair: Ada", "p Notes: Bo the new clerk"]),
        ("**Ada**: yes  \n**Bo**: no", ["p Ada: yes", "p Bo: no"]),
        ("| who | what |\n|---|---|\n| Ada | **roof** \\| door |", ["r who | what", "r Ada | roof | door"]),
        ("```\nAda: hello there\nBo: hi\n```", ["p Ada: hello there", "p Bo: hi"]),
        ("```{r}\nplot(x)\n```\n\nAfter.", ["p After."]),
        ("A long closing sentence about the weather, the hall and the tea that Bo made.\n---\nNext",
         ["p A long closing sentence about the weather, the hall and the tea that Bo made.", "p Next"]),
        ("Roof\n----\nNext", ["h Roof", "p Next"]),
        ("Roof<br>Door <del>gone</del> <b>open</b>", ["p Roof", "p Door open"]),
        ("* [x] done\n* [ ] open", ["i done", "i open"]),
        ("• roof\n• door", ["i roof", "i door"]),
        ("3. Roof:  \n  a. [@ada, @bo] order slates (grey)\n  b. [@cy] paint the door  \n  c. [@bo] mend\n",
         ["i3. Roof:", "ia. [@ada, @bo] order slates (grey)", "ib. [@cy] paint the door", "ic. [@bo] mend"]),
        ("Open tasks:\n(i) Ada orders the new slates\n(ii) Bo paints\nthe door", ["p Open tasks:",
         "i(i) Ada orders the new slates", "i(ii) Bo paints the door"]),
        ("Ada bought what is called plan\na. It was cheap", ["p Ada bought what is called plan a. It was cheap"]),
        ("On 29^(th)^ of May", ["p On 29th of May"]),
        ("Text {% include x %}\n\n::: note\nInside\n:::", ["p Text", "p Inside"]),
    ],
)  # fmt: skip
def test_markdown(text: str, expected: list[str]) -> None:
    assert shape(text) == expected


def test_front_matter_becomes_rows() -> None:
    text = (
        '---\ntitle: "Board: May"\ndate: 2031-05-02\nlayout: page\npresent: [Ada Byte (AB),\n   Bo Cole (BC)]\n'
        "apologies:\n  - Cy Dot\n  - name: Di Ek\n    role: clerk\n---\nText.\n"
    )
    assert shape(text) == [
        "r title | Board: May",
        "r date | 2031-05-02",
        "r present | Ada Byte (AB), Bo Cole (BC)",
        "r apologies | Cy Dot, Di Ek",
        "p Text.",
    ]


def test_toml_front_matter() -> None:
    text = '+++\ntitle = "Board"\n[taxonomies]\ncategories = ["x"]\nplace = "Hall"\n+++\nText.'
    assert shape(text) == ["r title | Board", "r place | Hall", "p Text."]


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert shape("---\nJust words here.\n---\nMore.")[-1] == "p More."


def test_html_tables_inside_markdown_may_hold_blank_lines() -> None:
    text = "Before\n\n<table>\n<tr><td>Ada</td>\n\n<td>roof</td></tr>\n</table>\n\nAfter"
    assert shape(text) == ["p Before", "r Ada | roof", "p After"]


def test_tables_are_counted_across_formats() -> None:
    text = "---\nplace: Hall\n---\n| a | b |\n|---|---|\n| c | d |\n\n<table><tr><td>e</td><td>f</td></tr></table>"
    assert [piece.table for piece in read_markdown(text) if piece.kind is BlockKind.ROW] == [0, 1, 1, 2]


def test_levels_and_check_boxes() -> None:
    pieces = read_markdown("* roof\n    * tiles\n        * [x] red\n* [ ] door")
    assert [(piece.level, piece.checked) for piece in pieces] == [(0, None), (1, None), (2, True), (0, False)]


def test_bold() -> None:
    pieces = read_markdown("**Roof**\n\n**Ada** spoke\n\n**Present**: \n\nANY OTHER BUSINESS")
    assert [(piece.text, piece.bold) for piece in pieces] == [
        ("Roof", True),
        ("Ada spoke", False),
        ("Present:", True),
        ("ANY OTHER BUSINESS", True),
    ]


def test_wrapped_items_are_joined() -> None:
    text = (
        "  - The lamp in the entrance is broken again and somebody was asked to\n"
        "    Order a new one before the long week-end, which is the last one in\n"
        "    May; Bo has the receipts for the old one and will bring them to the\n"
        "    Meeting.\n"
    )
    (piece,) = read_markdown(text)
    assert piece.kind is BlockKind.ITEM
    assert piece.text.endswith("bring them to the Meeting.")


def test_deep_lists_end() -> None:
    pieces: list[Piece] = read_markdown("\n".join("  " * depth + "- x" for depth in range(300)))
    assert pieces


def test_numbers_that_go_on_from_another_list_stand_below_their_item() -> None:
    text = "1. Roof\n    1. slates\n2. Door\n    2. lock\n        3. key\n3. Hall\n"
    _, blocks = assemble(read_markdown(text))
    assert [(block.number, block.level) for block in blocks] == [
        ("1.", 0), ("1.", 1), ("2.", 0), ("2.", 1), ("3.", 2), ("3.", 0),
    ]  # fmt: skip


def test_a_line_that_begins_with_an_emphasised_label_is_no_wrapped_one() -> None:
    names = "Ada Byte, Bo Cole, Cy Dot, Di Ek, Ed Fay, Flo Gee, Gus Hay, Hal Ink"
    text = f"**Oak Trust**: {names}\n**Fern Fund:** {names}\n**Red Caps**: {names} and\nIda Jot"
    assert shape(text) == [
        f"p Oak Trust: {names}",
        f"p Fern Fund: {names}",
        f"p Red Caps: {names} and Ida Jot",
    ]
