"""Sentences: where a block's text is cut, and where a full stop ends nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import document
from minutextract.sentences import LONGEST, block_sentences, split_sentences


def cut(text: str) -> list[str]:
    """The sentences as words."""
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["The roof leaks.", "It will be mended."],
        ["Does the roof leak?", "It does!", "A plumber comes."],
        ["AB spoke.", "CD listened."],
        ["He said “it leaks.”", "Nobody heard."],
        ["It costs £200.", "£100 is left."],
        ["We wait …", "Then we act."],
        ["We will call the plumber (again?)", "Fay waits."],
        ["It was 2024.", "Rain fell."],
        ["Tea, cakes etc.", "Then a song."],
        ["The meeting closed at 9 p.m.", "Tea followed."],
        ["It leaks.", "2 plumbers came."],
        ["He met Tern Ltd.", "They agreed."],
        ["The vote was no.", "It stands."],
        ["The minutes were read", "ACTION: AB to sign"],
        ["It leaks.", "ACTION: AB to call", "DECISION: pay"],
        ["We met", "RESOLVED: pay the bill"],
    ],
)
def test_cuts(sentences: list[str]) -> None:
    assert cut(" ".join(sentences)) == sentences


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr. Dray spoke to Mrs. Glover.",
        "Hold a (weekly?) Garden day for the neighbours",
        "Ropes for the old winch (? Perhaps of hemp)",
        "Cllr. Pike and Dr. Quill spoke.",
        "See e.g. Annex B for costs.",
        "The plan (i.e. Plan B) holds.",
        "A. Baxter spoke.",
        "Present was A. B. Baxter of Tern Bay.",
        "It costs 3.5 pounds.",
        "We meet at 7.30 on Monday.",
        "See no. 5 of the list.",
        "See p. 12 and fig. 3 of the plan.",
        "Version 2.1.3 was used.",
        "Write to ann@example.org or see example.org.",
        "St. Mary’s roof leaks.",
        "It cost approx. £40 in all.",
        "the action was popular",
        "Take action now.",
        "We meet on 4 Mar. 2024 at noon.",
    ],
)
def test_keeps_whole(sentence: str) -> None:
    assert cut(sentence) == [sentence]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("   ", []),
        (".", ["."]),
        ("  The roof leaks.  ", ["The roof leaks."]),
        ("Call the plumber. (AB/CD)", ["Call the plumber. (AB/CD)"]),
        ("The roof leaks. (See the annex.)", ["The roof leaks. (See the annex.)"]),
        ("no full stop", ["no full stop"]),
        ("a. [Ann, Kit] order slates (grey) b. [@cy] paint", ["[Ann, Kit] order slates (grey)", "[@cy] paint"]),
        ("Plan b. is [Annex] enough", ["Plan b. is [Annex] enough"]),
    ],
)
def test_edges(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_an_endless_sentence_is_cut_at_spaces() -> None:
    text = "tide and time " * 400
    parts = cut(text)
    assert all(len(part) <= LONGEST for part in parts)
    assert " ".join(parts) == text.strip()


def test_an_endless_word_is_cut() -> None:
    assert [len(part) for part in cut("x" * (2 * LONGEST + 1))] == [LONGEST, LONGEST, 1]


def test_cells_are_cut_apart() -> None:
    minutes = document("| The roof leaks. It rains. | AB | |")
    spans = block_sentences(minutes, minutes.blocks[0])
    assert [span.of(minutes.text) for span in spans] == ["The roof leaks.", "It rains.", "AB"]


def test_a_list_number_is_no_part_of_a_sentence() -> None:
    minutes = document("1. The roof leaks.")
    assert [span.of(minutes.text) for span in block_sentences(minutes, minutes.blocks[0])] == ["The roof leaks."]


FRAGMENTS = st.sampled_from(
    [
        "AB ",
        "Mr. ",
        "e.g. ",
        "leaks. ",
        "ACTION: ",
        "3.5 ",
        "(AB/CD) ",
        "no. ",
        "? ",
        "… ",
        "“Tea.” ",
        " ",
        "x" * 300,
        "[",
        ")",
    ]
)


@given(st.one_of(st.text(max_size=400), st.lists(FRAGMENTS, max_size=30).map("".join)))
def test_spans_are_in_order_and_lose_nothing(text: str) -> None:
    spans = split_sentences(text)
    at = 0
    for start, end in spans:
        assert at <= start < end <= len(text)
        assert not text[at:start].strip()
        assert end - start <= LONGEST or "(" in text or "[" in text
        at = end
    assert not text[at:].strip()
