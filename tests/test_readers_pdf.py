from __future__ import annotations

import pytest

from factories_pdf import Put, Rule, make_pdf, paragraph
from minutextract.document import BlockKind
from minutextract.errors import NoText
from minutextract.readers.assemble import Piece, assemble
from minutextract.readers.linebreaks import join, vocabulary
from minutextract.readers.pdf import read_bytes
from minutextract.readers.table_rows import _cell_text

KINDS = {BlockKind.HEADING: "h", BlockKind.PARAGRAPH: "p", BlockKind.ITEM: "i", BlockKind.ROW: "r"}
PROSE = [
    "The treasurer went through the accounts of the quarter and said that the roof",
    "fund had grown by a third. She will bring a proposal for the tiles to the June",
    "Meeting of the board and asks everybody for quotes before the summer, when the",
    "builders are busy.",
]
WHOLE = " ".join(PROSE)
Page = list[Put | Rule]


def shape(*pages: Page) -> list[str]:
    text, blocks = assemble(read_bytes(make_pdf(pages))[0])
    return [f"{KINDS[b.kind]}{b.number or ''} {b.content.of(text)}" for b in blocks]


def test_lines_become_paragraphs() -> None:
    page = [*paragraph(72, 700, PROSE), *paragraph(72, 640, ["Bo Cole agreed with this.", "Ada Byte did not agree."])]
    assert shape(page) == [f"p {WHOLE}", "p Bo Cole agreed with this.", "p Ada Byte did not agree."]


def test_headings_and_lists() -> None:
    page: Page = [
        Put(72, 760, "Roof Board", size=20),
        Put(72, 730, "1.", bold=True), Put(100, 730, "Accounts", bold=True),
        *paragraph(72, 710, PROSE),
        Put(90, 650, "\u2022"), Put(110, 650, "Ada Byte will call the builders about tiles"),
        Put(110, 637, "and ask for a discount."),
        Put(90, 624, "\u2022"), Put(110, 624, "Bo is away."),
    ]  # fmt: skip
    assert shape(page) == [
        "h Roof Board",
        "i1. Accounts",
        f"p {WHOLE}",
        "i Ada Byte will call the builders about tiles and ask for a discount.",
        "i Bo is away.",
    ]


def test_names_and_initials_side_by_side() -> None:
    page: Page = [
        Put(72, 700, "PRESENT"), Put(150, 700, "Ada Byte"), Put(260, 700, "AB"),
        Put(320, 700, "Bo Cole"), Put(430, 700, "BCo"),
        Put(150, 686, "Cy de Dot"), Put(260, 686, "CD"), Put(320, 686, "Di Ek"), Put(430, 686, "DE"),
        *paragraph(72, 650, PROSE),
    ]  # fmt: skip
    assert shape(page)[:5] == ["p PRESENT", "p Ada Byte AB", "p Bo Cole BCo", "p Cy de Dot CD", "p Di Ek DE"]


def test_margin_notes_follow_their_paragraph() -> None:
    page: Page = [
        Put(72, 720, "ITEMS", bold=True), Put(500, 720, "Action", bold=True),
        *paragraph(72, 700, PROSE, size=10), Put(505, 662, "AB"),
        *paragraph(72, 630, PROSE, size=10), Put(505, 591, "CD/"), Put(505, 578, "DE"),
        *paragraph(72, 550, PROSE, size=10),
    ]  # fmt: skip
    assert shape(page) == ["r ITEMS | Action", f"p {WHOLE}", "p AB", f"p {WHOLE}", "p CD/ DE", f"p {WHOLE}"]


def test_initials_at_the_end_of_the_last_line() -> None:
    page: Page = [*paragraph(72, 700, PROSE), Put(460, 661, "AB"), *paragraph(72, 630, PROSE)]
    assert shape(page) == [f"p {WHOLE}", "p AB", f"p {WHOLE}"]


def test_running_heads_and_page_numbers_go() -> None:
    pages: list[Page] = [
        [Put(72, 810, "Roof Board, May 2031"), *paragraph(72, 700, PROSE), Put(290, 30, f"Page {at} of 3")]
        for at in (1, 2, 3)
    ]
    text, blocks = assemble(read_bytes(make_pdf(pages))[0])
    assert [block.page for block in blocks] == [1, 1, 2, 3]
    assert text.count("Roof Board, May 2031") == 1
    assert "Page" not in text


def test_a_paragraph_across_pages() -> None:
    assert shape(paragraph(72, 100, PROSE[:2]), paragraph(72, 780, PROSE[2:])) == [f"p {WHOLE}"]


def test_two_columns() -> None:
    left = [f"left words number {at} of the first column" for at in range(12)]
    right = [f"right words number {at} of the second one" for at in range(12)]
    lines = shape([*paragraph(60, 700, left, size=9), *paragraph(320, 700, right, size=9)])
    whole = " ".join(line[2:] for line in lines)
    assert whole.index("number 11 of the first") < whole.index("number 0 of the second")


def test_ruled_tables() -> None:
    places, levels = (60, 120, 380, 520), (700, 680, 646, 626)
    rules: Page = [*(Rule(60, y, 520, y) for y in levels), *(Rule(x, 626, x, 700) for x in places)]
    words: Page = [
        Put(64, 686, "Ref"), Put(124, 686, "Task"), Put(384, 686, "Owner"),
        Put(64, 666, "7.1"), Put(124, 666, "Book the hall for the summer party"), Put(384, 666, "Ada Byte"),
        Put(124, 653, "and tell everybody."),
        Put(64, 632, "7.2"), Put(124, 632, "Paint the door."),
    ]  # fmt: skip
    assert shape([*rules, *words, *paragraph(60, 560, PROSE)]) == [
        "r Ref | Task | Owner",
        "r 7.1 | Book the hall for the summer party and tell everybody. | Ada Byte",
        "r 7.2 | Paint the door. | ",
        f"p {WHOLE}",
    ]


REGISTER = ["Task", "Owner", "Due"]


def register(rows: list[tuple[float, list[Put]]], bottom: float) -> Page:
    """A frame of three columns; each row has its upper edge and its words."""
    levels = [*(top for top, _ in rows), bottom]
    rules = [*(Rule(60, y, 520, y) for y in levels), *(Rule(x, bottom, x, levels[0]) for x in (60, 300, 420, 520))]
    return [*rules, *(put for _, words in rows for put in words)]


def heads(y: float) -> list[Put]:
    return [Put(x, y, name) for x, name in zip((64, 304, 424), REGISTER, strict=True)]


def test_a_register_has_rows_whatever_is_in_its_cells() -> None:
    cells = [
        Put(64, 666, "Mend the roof:"), Put(64, 653, "\u2022 the tiles"), Put(64, 640, "\u2022 the gutter"),
        Put(304, 666, "Ada Byte"), Put(424, 666, "June"),
    ]  # fmt: skip
    assert shape(register([(700, heads(686)), (680, cells)], 630)) == [
        "r Task | Owner | Due",
        "r Mend the roof: the tiles; the gutter | Ada Byte | June",
    ]


def test_a_table_goes_on_over_the_page() -> None:
    rest = [Put(64, 786, "Paint:"), Put(64, 773, "\u2022 the door"), Put(304, 786, "Bo Cole"), Put(424, 786, "May")]
    row = [Put(64, 86, "Call the mayor"), Put(304, 86, "Ada Byte"), Put(424, 86, "June")]
    pages = [register([(120, heads(106)), (100, row)], 80), register([(800, rest)], 765)]
    _, blocks = assemble(read_bytes(make_pdf(pages))[0])
    assert [block.table for block in blocks] == [0, 0, 0]


def test_cells_with_lists_are_not_mixed() -> None:
    cells = [
        Put(64, 686, "Now"), Put(304, 686, "\u2022 a lorry for"), Put(304, 673, "the yard"),
        Put(304, 660, "\u2022 tiles"), Put(424, 686, "\u2022 a kettle"), Put(424, 673, "\u2022 cups"),
    ]  # fmt: skip
    later = [Put(64, 636, "Later"), Put(304, 636, "\u00d7"), Put(424, 636, "sand")]
    last = [Put(64, 616, "Never"), Put(304, 616, "gold"), Put(424, 616, "silver")]
    assert shape(register([(700, cells), (650, later), (630, last)], 610)) == [
        "r Now | a lorry for the yard; tiles | a kettle; cups",
        "r Later | \u00d7 | sand",
        "r Never | gold | silver",
    ]


def test_marked_words_of_a_sentence_are_no_table() -> None:
    """Programs draw a coloured box behind a marked word, which looks like a cell between two others."""
    boxes = [Rule(x, 688, x, 702) for x in (72, 119, 162, 500)] + [Rule(72, y, 500, y) for y in (688, 702)]
    line = [Put(72, 692, "Backups:"), Put(121, 692, "Bo Cole"), Put(164, 692, "to find out")]
    assert shape([*boxes, *line, *paragraph(72, 640, PROSE)])[0] == "p Backups: Bo Cole to find out"


def test_slanted_letters_are_read() -> None:
    page = [Put(72, 720, "Events ("), Put(116, 720, "standing item)", slant=0.25), *paragraph(72, 700, PROSE)]
    assert shape(page)[0] == "p Events ( standing item)"


def test_scans_have_no_text() -> None:
    with pytest.raises(NoText):
        read_bytes(make_pdf([[Put(72, 700, "x")], []]))


@pytest.mark.parametrize(
    ("line", "following", "joined"),
    [
        ("the agree-", "ment was", "the agreement was"),
        ("the follow-", "up call", "the follow-up call"),
        ("Ada Byte-", "Cole spoke", "Ada Byte-Cole spoke"),
        ("a week-", "end trip", "a weekend trip"),
        ("a tea-", "pot", "a tea-pot"),
        ("plain", "words", "plain words"),
        ("see https://roof.example/guide-to-", "tiles for more", "see https://roof.example/guide-to-tiles for more"),
    ],
)
def test_broken_words(line: str, following: str, joined: str) -> None:
    assert join(line, following, vocabulary("the weekend and tea-pot")) == joined


def test_lines_of_a_cell_are_not_parted_within_brackets() -> None:
    lines = ["Sand (~ 30", "GBP a load)", "Tar", "(20 GBP)"]
    assert _cell_text([Piece(BlockKind.PARAGRAPH, line) for line in lines]) == "Sand (~ 30 GBP a load); Tar (20 GBP)"
