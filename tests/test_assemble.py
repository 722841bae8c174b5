from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from minutextract.document import BlockKind
from minutextract.readers.assemble import BLOCK_SEPARATOR, Piece, assemble, fold

P, ITEM, ROW, HEADING = BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.ROW, BlockKind.HEADING


def texts(*pieces: Piece) -> list[str]:
    text, blocks = assemble(pieces)
    return [block.span.of(text) for block in blocks]


def test_number_is_in_the_span_and_not_in_the_content() -> None:
    text, (block,) = assemble([Piece(ITEM, "Finance", number="3.", level=1)])
    assert text == "3. Finance"
    assert (block.span.of(text), block.content.of(text), block.level) == ("3. Finance", "Finance", 1)


def test_row_cells_keep_empty_ones() -> None:
    text, (row,) = assemble([Piece(ROW, cells=("7", " ", "Bo  Cole"), table=2)])
    assert [cell.of(text) for cell in row.cells] == ["7", "", "Bo Cole"]
    assert row.table == 2


def test_broken_paragraphs_are_rejoined() -> None:
    assert texts(Piece(P, "The plan was low on"), Piece(P, "detail and cost.")) == [
        "The plan was low on detail and cost."
    ]
    assert texts(Piece(ITEM, "Call the old"), Piece(P, "caretaker about it.")) == ["Call the old caretaker about it."]


def test_what_stays_apart() -> None:
    for before, after in [
        (Piece(P, "It ended."), Piece(P, "then tea")),
        (Piece(P, "He said “yes.”"), Piece(P, "then tea came")),
        (Piece(P, "Any other business"), Piece(P, "none")),
        (Piece(P, "The map is at"), Piece(P, "https://example.org")),
        (Piece(P, "Who came to it", bold=True), Piece(P, "ada and bo came")),
        (Piece(HEADING, "Who came to it"), Piece(P, "ada and bo came")),
        (Piece(P, "APOLOGIES FOR ABSENCE"), Piece(P, "ada and bo sent theirs")),
        (Piece(P, "We met in May"), Piece(ITEM, "in the hall")),
    ]:
        assert len(texts(before, after)) == 2, before


def test_pieces_without_words_are_dropped() -> None:
    assert texts(Piece(P, "\u200b "), Piece(P, "•"), Piece(ROW, cells=("", " ")), Piece(P, "x")) == ["x"]


def test_fold() -> None:
    assert fold(" a\u00a0 b\u00adc\x00\n") == "a bc\ufffd"


PIECES = st.lists(
    st.one_of(
        st.builds(
            Piece, st.sampled_from((P, ITEM, HEADING)), st.text(max_size=40), number=st.none() | st.just("1."),
            bold=st.booleans(),
        ),
        st.builds(Piece, st.just(ROW), cells=st.lists(st.text(max_size=9), max_size=4).map(tuple), table=st.just(0)),
    )
)  # fmt: skip


@given(PIECES)
def test_blocks_are_ordered_apart_and_slice_to_their_text(pieces: list[Piece]) -> None:
    text, blocks = assemble(pieces)
    assert BLOCK_SEPARATOR.join(block.span.of(text) for block in blocks) == text
    at = 0
    for block in blocks:
        assert block.span.start >= at
        at = block.span.end + 1
        assert block.content.within(block.span)
        assert all(cell.within(block.span) for cell in block.cells)
        assert "\n" not in block.span.of(text)
        starts = [cell.start for cell in block.cells]
        assert starts == sorted(starts)
