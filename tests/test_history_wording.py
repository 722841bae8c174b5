"""How wordings are compared."""

from __future__ import annotations

import pytest

from minutextract.history.wording import Rarity, plain, telling_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ask the plumber about pumps", {"ask", "plumber", "pump"}),
        ("review PR 742 of the door", {"review", "pr", "742", "door"}),
        ("do it", set()),
    ],
)
def test_telling_words(text: str, words: set[str]) -> None:
    assert telling_words(text) == words


def test_marks_and_case_do_not_count() -> None:
    assert plain("Mend the gate (again)!") == plain("mend the Gate — again")


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    rarity = Rarity()
    for text in ("write to the tenants", "write to the council", "write to the brewery"):
        rarity.add(telling_words(text))
    task = telling_words("write to the brewery")
    assert rarity.agreement(task, telling_words("thank the brewery")) > rarity.agreement(
        task, telling_words("write to the bank")
    )
    assert rarity.agreement(task, telling_words("sweep the yard")) == 0
    assert rarity.agreement(frozenset(), task) == 0
