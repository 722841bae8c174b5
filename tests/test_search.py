"""Search: whatever is typed finds its words and never breaks the query."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutextract.errors import UsageError
from minutextract.questions import search as module
from minutextract.questions.filters import Filters
from minutextract.questions.search import search
from minutextract.questions.words import around, mark_hits, match_query, read_terms
from minutextract.store import open_store
from stores import put, society


@pytest.mark.parametrize("common", [0, 50_000], ids=["beginnings read", "beginnings gathered"])
@pytest.mark.parametrize("rare", [0, 5_000], ids=["walked through", "looked up"])
@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("roof", ["the «roof» is dry", "for the «roof»", "the «roof» leaks"]),
        ("ROOF leaks", ["that the «roof» «leaks»"]),
        ("leaks AND roof", []),
        ("re-open", ["MN to «re-open» the north"]),
        ('"north gate"', ["the «north gate»."]),
        ('"gate north"', []),
        ("gat*", ["mend the «gate» by", "north «gate»"]),
        ("g*", ["mend the «gate» by", "north «gate»"]),
        ("“north ga”*", ["«north gate»"]),
        ("cafe", ["paint the «café»"]),
        ("text:roof", []),
        ("roof) OR (gate", []),
        ('gate"', ["mend the «gate» by", "north «gate»"]),
        ("NEAR(north", []),
        ("^north", ["«north»"]),
    ],
)
def test_what_is_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, found: list[str], rare: int, common: int
) -> None:
    monkeypatch.setattr(module, "_RARE", rare)
    monkeypatch.setattr(module, "_COMMON", common)
    with society(tmp_path) as store:
        rows = search(store, typed, Filters(), 10).rows
    assert len(rows) == len(found)
    assert all(part in row["sentence"] for part, row in zip(found, rows, strict=True))


@settings(deadline=None)
@given(st.text(max_size=30), st.booleans())
def test_nothing_that_is_typed_breaks_the_query(
    tmp_path_factory: pytest.TempPathFactory, typed: str, quoted: bool
) -> None:
    path = tmp_path_factory.getbasetemp() / "search.db"
    try:
        terms = read_terms(f'"{typed}' if quoted else typed)
    except UsageError:
        return
    with open_store(path, create=True) as store:
        store.execute("SELECT count(*) FROM sentences_words WHERE text MATCH ?", (match_query(terms),)).fetchone()
    mark_hits(typed, terms, "«", "»")


@pytest.mark.parametrize("typed", ["", "  ", '"" * --', "?!"])
def test_nothing_to_look_for(typed: str) -> None:
    with pytest.raises(UsageError, match="nothing to look for"):
        read_terms(typed)


def test_evidence_and_what_was_found_there(tmp_path: Path) -> None:
    with society(tmp_path) as store:
        [row] = search(store, "leaks", Filters()).rows
        [text] = store.execute(
            "SELECT text FROM texts JOIN files USING (document) WHERE path = ?", (row["file"],)
        ).fetchone()
    assert text[row["start"] : row["end"]] == row["text"]
    assert (row["found"], row["item"], row["date"], row["file"]) == (
        ["insight"], "2 Finance", "2024-03-04", "/minutes/march.md",
    )  # fmt: skip


@pytest.mark.parametrize("rare", [0, 5_000], ids=["walked through", "looked up"])
def test_narrowed_down(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rare: int) -> None:
    monkeypatch.setattr(module, "_RARE", rare)
    with society(tmp_path) as store:
        assert len(search(store, "roof", Filters(), 10, kind="praise").rows) == 1
        assert len(search(store, "roof", Filters(since="2024-04"), 10).rows) == 1
        assert len(search(store, "roof", Filters(), 2).rows) == 2
        put(store, "/minutes/march.md", "# 1. Garden", "AB to mend the fence.")
        assert len(search(store, "roof", Filters(), 10).rows) == 1


def test_little_room_shows_the_hit() -> None:
    marked = mark_hits("It was said at great length that the roof leaks", read_terms("roof"), "«", "»")
    assert around(marked, "«") == "… at great length that the «roof» leaks"
    assert around("The «roof» leaks", "«") == "The «roof» leaks"
