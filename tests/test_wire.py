"""Documents and errors on their way between processes come out as they went in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutextract import errors
from minutextract.document import Block, BlockKind, Document, Source, Span
from minutextract.errors import ReadError
from minutextract.readers import read_data
from minutextract.readers.wire import pack, unpack

_SPANS = st.tuples(st.integers(0, 10**8), st.integers(0, 10**8)).map(lambda pair: Span(*pair))
# Halves of surrogate pairs among them, which no strict encoding writes.
_TEXTS = st.text(st.characters(codec=None), max_size=20)
_BLOCKS = st.builds(
    Block,
    st.sampled_from(BlockKind),
    _SPANS,
    _SPANS,
    level=st.integers(0, 9),
    number=st.none() | _TEXTS,
    page=st.none() | st.integers(1, 9),
    cells=st.lists(_SPANS, max_size=3).map(tuple),
    table=st.none() | st.integers(0, 9),
    bold=st.booleans(),
    checked=st.none() | st.booleans(),
)
_DOCUMENTS = st.builds(
    Document,
    st.builds(Source, _TEXTS, _TEXTS, _TEXTS, st.integers(0, 10**9)),
    _TEXTS,
    st.lists(_BLOCKS, max_size=3).map(tuple),
    st.lists(_TEXTS, max_size=2).map(tuple),
    st.none() | _TEXTS,
)


@given(st.lists(_DOCUMENTS, max_size=2).map(tuple))
def test_documents_survive(documents: tuple[Document, ...]) -> None:
    back = unpack(pack(documents))
    assert back == documents
    assert [type(block.kind) for one in back for block in one.blocks] == [
        BlockKind for one in documents for _ in one.blocks
    ]


def test_a_file_survives() -> None:
    document = read_data(b"# Quay Trust\n\n1. Roof\n\n- [x] AB to \xc3\xa9\n\n| a | b |\n|---|---|\n| c | |\n", "a.md")
    assert unpack(pack([document])) == (document,)


@pytest.mark.parametrize("kind", [kind for kind in vars(errors).values() if isinstance(kind, type)])
def test_errors_survive(kind: type) -> None:
    if not issubclass(kind, ReadError):
        return
    with pytest.raises(ReadError) as caught:
        unpack(pack(kind("a cause \udc80", "a remedy")))
    assert type(caught.value) is kind
    assert (caught.value.cause, caught.value.remedy) == ("a cause \udc80", "a remedy")


def test_codes_are_told_apart() -> None:
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, ReadError)]
    assert len({kind.code for kind in kinds}) == len(kinds)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"nonsense",
        b"[]",
        b"{}",
        b"3",
        b'["x","y"]',
        b'["corrupt"]',
        b"[null]",
        b"[null,[[1]]]",
        b"\xff",
        b"[" * 5000,
    ],
)
def test_what_no_reader_sends_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):
        unpack(data)
