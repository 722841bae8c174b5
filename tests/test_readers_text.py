from __future__ import annotations

import pytest

from minutextract.document import BlockKind
from minutextract.readers.assemble import Piece, assemble
from minutextract.readers.encoding import decode
from minutextract.readers.marks import split_mark, split_number, strip_inline
from minutextract.readers.text import read_text

KINDS = {BlockKind.HEADING: "h", BlockKind.PARAGRAPH: "p", BlockKind.ITEM: "i", BlockKind.ROW: "r"}


def shape(pieces: list[Piece]) -> list[str]:
    """Pieces as they leave the reader, in short: kind, number, text."""
    text, blocks = assemble(pieces)
    return [f"{KINDS[b.kind]}{b.number or ''} {b.content.of(text)}" for b in blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\n\nTwo.", ["p One.", "p Two."]),
        ("1. Welcome\n\nThe chair spoke.", ["i1. Welcome", "p The chair spoke."]),
        ("2) Budget\n- Ada Byte [**AB**]\n• Cy Dot", ["i2) Budget", "i Ada Byte [AB]", "i Cy Dot"]),
        ("AB pointed at the low\n\nturnout in spring.", ["p AB pointed at the low turnout in spring."]),
        ("Any other business\n\nnone", ["p Any other business", "p none"]),
        ("Minutes\n=======\n\nVenue\n-----\nHall", ["h Minutes", "h Venue", "p Hall"]),
        ("| Guild minutes\n| =============\n| It rained.", ["h Guild minutes", "p It rained."]),
        ("APOLOGIES FOR ABSENCE\nAda Byte", ["h APOLOGIES FOR ABSENCE", "p Ada Byte"]),
        ("Ada Byte\nBo Cole\nCy Dot", ["p Ada Byte", "p Bo Cole", "p Cy Dot"]),
        ("Present: Ada Byte,\nBo Cole and\nCy Dot", ["p Present: Ada Byte, Bo Cole and Cy Dot"]),
        ("ref | task | who\n1 | Book the hall | AB", ["r ref | task | who", "r 1 | Book the hall | AB"]),
        ("| a | b |\n|---|---|\n| c | d |", ["r a | b", "r c | d"]),
        ("> quoted words\n> in two lines", ["p quoted words in two lines"]),
        ("# Notes\n* * *\ntext", ["h Notes", "p text"]),
        ("[x] call Ada\n[ ] write to Bo", ["i call Ada", "i write to Bo"]),
        (
            "Ada said that the old shed has to be painted this spring, by\na. Bo, the gate\nb. Cy, the door",
            ["p Ada said that the old shed has to be painted this spring, by", "ia. Bo, the gate", "ib. Cy, the door"],
        ),
        ("`Site plan <https://example.org>`_ was shown.", ["p Site plan was shown."]),
    ],
)
def test_plain_text(text: str, expected: list[str]) -> None:
    assert shape(read_text(text)) == expected


def test_hard_wrapped_lines_are_joined_and_intended_breaks_kept() -> None:
    text = (
        "The treasurer went through the accounts of the quarter and said that the\n"
        "Hall Fund had grown. She will bring a proposal for the roof to the June\n"
        "Meeting of the board, and asks for quotes.\n"
        "Bo agreed.\n\n"
        "- The lamp in the entrance is broken again and the caretaker was asked to\n"
        "  Order a new one before the long week-end, which is the last in\n"
        "  May.\n"
    )
    assert shape(read_text(text)) == [
        "p The treasurer went through the accounts of the quarter and said that the Hall Fund had grown. She will "
        "bring a proposal for the roof to the June Meeting of the board, and asks for quotes.",
        "p Bo agreed.",
        "i The lamp in the entrance is broken again and the caretaker was asked to Order a new one before the long "
        "week-end, which is the last in May.",
    ]


def test_nested_bullets_have_levels() -> None:
    pieces = read_text("- roof\n    - tiles\n        - red ones\n    - gutter\n- door")
    assert [piece.level for piece in pieces] == [0, 1, 2, 1, 0]


def test_check_boxes() -> None:
    assert [piece.checked for piece in read_text("- [x] done\n- [ ] open\n- none")] == [True, False, None]


def test_bold_lines() -> None:
    pieces = read_text("**3. Finance**\n\n**Present**:\n\n**Ada** spoke.\n\n**Ada** and **Bo**")
    assert [(piece.number, piece.text, piece.bold) for piece in pieces] == [
        ("3.", "Finance", True),
        (None, "Present:", True),
        (None, "Ada spoke.", False),
        (None, "Ada and Bo", False),
    ]


def test_mail_keeps_what_people_read() -> None:
    mail = "Received: from a by b\nMessage-Id: <1@x>\nSubject: Minutes\nDate: 3 May\n\nBo opened."
    assert shape(read_text(mail)) == ["p Subject: Minutes", "p Date: 3 May", "p Bo opened."]


@pytest.mark.parametrize(
    ("line", "number", "rest"),
    [
        ("3.1 Roof", "3.1", "Roof"),
        ("a) first", "a)", "first"),
        ("(iv) fourth", "(iv)", "fourth"),
        ("1.Roof repairs", "1.", "Roof repairs"),
        ("203. Trees", "203.", "Trees"),
        ("18.07.4 Planning", "18.07.4", "Planning"),
        ("22/130 Planning", "22/130", "Planning"),
        ("4\tPlanning", "4", "Planning"),
        ("J. Smith spoke", None, None),
        ("7.30 pm The end", None, None),
        ("21.05.24 Minutes", None, None),
        ("12/04 Minutes", None, None),
        ("15/16 November", None, None),
        ("2024. A year", None, None),
        ("3 people came", None, None),
    ],
)
def test_list_numbers(line: str, number: str | None, rest: str | None) -> None:
    assert split_number(line) == (None if number is None else (number, rest))


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("**Ada** and _Bo_ and `code`", "Ada and Bo and code"),
        ("see [the plan](https://example.org/a) ![logo](logo.png)", "see the plan "),
        (r"1\. and 2 \* 3", "1. and 2 * 3"),
        ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
        ("~~old~~ 29^(th)^ of May", "29th of May"),
        ("[RS] to call", "[RS] to call"),
    ],
)
def test_inline_marks(line: str, plain: str) -> None:
    assert strip_inline(line).text == plain


def test_marks_take_linear_time() -> None:
    for hostile in ("*a" * 50_000, "_ _" * 50_000, "[a](" * 50_000, "`" * 100_000, "1." * 50_000, "A" * 100_000):
        strip_inline(hostile)
        split_mark(hostile)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Café £5".encode(), "Café £5"),
        ("Café ‘x’".encode("cp1252"), "Café ‘x’"),
        (b"\xef\xbb\xbfCaf\xc3\xa9", "Café"),
        ("Café and tea".encode("utf-16"), "Café and tea"),
        ("Cafe and tea".encode("utf-16-le"), "Cafe and tea"),
        ("Café\n".encode() + "Café".encode("cp1252"), "Café\nCafé"),
        (b"a\x00b\x07c", "a\ufffdb\ufffdc"),
        (b"a\r\nb\rc\x0cd", "a\nb\nc\n\nd"),
    ],
)
def test_decode(data: bytes, text: str) -> None:
    assert decode(data)[0] == text


def test_decode_warns() -> None:
    mixed = "Café\n".encode() + "Café".encode("cp1252")
    assert "mixed encodings" in decode(mixed)[1][0]
    assert "mojibake" in decode("CafÃ© and clichÃ©".encode())[1][0]
    assert "undecodable" in decode(b"a\x01b")[1][0]
