"""References of actions, as documents write them."""

from __future__ import annotations

import pytest

from minutextract.history.log_refs import is_registered, named_refs, normal, opening_refs, own_ref


@pytest.mark.parametrize(
    ("said", "refs"),
    [
        ("see Action 12.3", ["12.3"]),
        ("Actions 12.2-3 completed", ["12.2", "12.3"]),
        ("Actions 12.2 to 12.4 and 12.7 are closed", ["12.2", "12.3", "12.4", "12.7"]),
        ("Actions 12.2, 4 & 7: done", ["12.2", "12.4", "12.7"]),
        ("action point AP-7 stands", ["AP-7"]),
        ("Action no. 5 and action 6", ["5", "6"]),
        ("12.3 was discussed", []),
        ("an action of 3% was taken", []),
        ("no actions", []),
    ],
)
def test_named(said: str, refs: list[str]) -> None:
    assert named_refs(said) == refs


def test_only_what_words_open_with_they_are_about() -> None:
    assert opening_refs("- Action 12.3: done") == ["12.3"]
    assert opening_refs("AB to close Action 12.3") == []


@pytest.mark.parametrize(
    ("ref", "own"),
    [
        ("2024-03-04/2", ""),
        ("undated/1", ""),
        ("", ""),
        (None, ""),
        ("#12.3.", "12.3"),
        ("ap 12", "12"),
        ("AP-7", "AP-7"),
    ],
)
def test_counted_references_are_no_own_ones(ref: str | None, own: str) -> None:
    assert own_ref(ref) == own


@pytest.mark.parametrize(
    ("ref", "registered"), [("12.3", True), ("24/17", True), ("AP-7", True), ("B12", True), ("482", True), ("7", False)]
)
def test_which_tell_an_action_from_all_others(ref: str, registered: bool) -> None:
    assert is_registered(normal(ref)) is registered
