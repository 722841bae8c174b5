"""Labels: scores at their thresholds, united with marks that leave no doubt."""

from __future__ import annotations

import pytest

from builders import Always, document, minutes
from minutextract.findings.labelling import label_sentences
from minutextract.pipeline import Pipeline
from minutextract.record import Sentence


def labels(*body: str, scored: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """The labels of each sentence."""
    return [sentence.labels for sentence in minutes(*body, labels=scored).sentences]


@pytest.mark.parametrize(
    ("score", "expected"), [(0.49, ()), (0.5, ("decision",)), (0.51, ("decision",)), (0.0, ()), (1.0, ("decision",))]
)
def test_thresholds(score: float, expected: tuple[str, ...]) -> None:
    minutes = document("The shed leaks.")
    sentence = Sentence("s1", minutes.blocks[0].span, 0)
    scores = {"action": 0.1, "decision": score, "praise": 0.1, "insight": 0.1}
    thresholds = {"action": 0.9, "decision": 0.5, "praise": 0.9, "insight": 0.9}
    [found] = label_sentences(minutes, [sentence], [], [scores], thresholds)
    assert (found.labels, found.scores) == (expected, scores)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Action: AB to call.", ("action",)),
        ("ACTION AB: call the plumber.", ("action",)),
        ("ACTION AB to call the plumber.", ("action",)),
        ("- [ ] AB to call.", ("action",)),
        ("AB to call.", ()),
        ("Action now is what we need.", ()),
        ("Action: AB to call. Done", ()),
    ],
)
def test_marks_make_actions(text: str, expected: tuple[str, ...]) -> None:
    assert labels(text)[0] == expected


@pytest.mark.parametrize(
    "text",
    ["- [x] AB to call.", "Action carried forward.", "Action:", "Completed", "Action: AB to call - done", "Ongoing."],
)
def test_what_is_over_is_no_action(text: str) -> None:
    assert all("action" not in found for found in labels(text, scored=("action", "insight")))


def test_several_labels_keep_their_order() -> None:
    assert labels("AB to call.", scored=("insight", "action", "praise")) == [("action", "praise", "insight")]


class _Lead:
    """Praise for sentences that thank."""

    thresholds = Always().thresholds

    def scores(self, units):  # type: ignore[no-untyped-def]
        return [dict.fromkeys(self.thresholds, 0.0) | {"praise": float("thanked" in unit.text)} for unit in units]


@pytest.mark.parametrize(
    ("item", "praised"),
    [
        ("- KL for the cakes.", True),
        ("- KL and FG for the cakes.", True),
        ("- QV for the cakes.", True),
        ("- the cakes.", False),
        ("- KL will bake.", False),
    ],
)
def test_items_below_thanks(item: str, praised: bool) -> None:
    lines = (
        "Present:",
        "- Kit Loomis (KL)",
        "- Fay Glover (FG)",
        "# 1. Garden",
        "FG thanked members, including:",
        item,
    )
    record = Pipeline(_Lead()).analyse(document(*lines))
    assert [sentence.labels for sentence in record.sentences] == [("praise",), ("praise",) if praised else ()]


def test_items_below_a_list_of_points_are_no_praise() -> None:
    lines = ("Present:", "- Kit Loomis (KL)", "# 1. Garden", "The plan names:", "- KL for the cakes.")
    assert all(not sentence.labels for sentence in Pipeline(_Lead()).analyse(document(*lines)).sentences)


def test_posts_below_officers_are_decisions() -> None:
    lines = document("The hut leaks.", "- Officers", "  - Chair: Kit", "  - Treasurer: Zed Quill")
    sentences = [Sentence(f"s{at}", block.span, at) for at, block in enumerate(lines.blocks)]
    nothing = dict.fromkeys(("action", "decision", "praise", "insight"), 0.1)
    found = label_sentences(lines, sentences, [], [nothing] * 4, dict.fromkeys(nothing, 0.5))
    assert [one.labels for one in found] == [(), (), ("decision",), ("decision",)]
