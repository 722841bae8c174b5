"""Decisions and insights: the words, the speakers, the doubts."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from builders import document, minutes
from minutextract.corpus import LABELS, Unit
from minutextract.pipeline import Pipeline


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The budget was approved.", "The budget was approved"),
        ("RESOLVED: that the budget be approved.", "that the budget be approved"),
        ("RESOLVED that the budget be approved.", "that the budget be approved"),
        ("Decision: the shed is painted blue.", "the shed is painted blue"),
        ("DECISION - the shed is painted blue.", "the shed is painted blue"),
        ("Agreed: the shed is painted blue.", "the shed is painted blue"),
        ("Approved: the budget.", "the budget"),
        ("It was agreed that the shed is painted blue.", "It was agreed that the shed is painted blue"),
        ("Agreed budgets are kept.", "Agreed budgets are kept"),
    ],
)
def test_decisions(text: str, words: str) -> None:
    record = minutes(text, labels=["decision"])
    [found] = record.decisions
    assert (found.text, found.span.of(record.document.text), found.flags) == (words, text, ())


SPEAKERS: list[tuple[str, list[str], list[str]]] = [
    ("AB noted that the roof leaks.", ["Ann Baxter"], []),
    ("AB and KL noted that the roof leaks.", ["Ann Baxter", "Kit Loomis"], []),
    ("AB: the roof leaks.", ["Ann Baxter"], []),
    ("AB - the roof leaks.", ["Ann Baxter"], []),
    ("Kit Loomis reported a leak.", ["Kit Loomis"], []),
    ("Mr Loomis reported a leak.", ["Kit Loomis"], []),
    ("Kit reported a leak.", ["Kit Loomis"], []),
    ("The Treasurer reported a surplus.", ["Colin Dray"], []),
    ("A leak was reported by KL.", ["Kit Loomis"], []),
    ("A leak was reported by the Clerk.", ["Olive Pryor"], []),
    ("KL emphasised the role of tea.", ["Kit Loomis"], []),
    ("In response KL named a price.", ["Kit Loomis"], []),
    ("HJ noted that the roof leaks.", ["Hugo de Jong"], ["derived-initials"]),
    ("QV noted that the roof leaks.", ["QV"], ["unknown-initials", "unknown-speaker"]),
    ("The roof leaks.", [], []),
    ("The roof above KL leaks.", [], []),
    ("Members noted that the roof leaks.", [], []),
]


@pytest.mark.parametrize(("text", "by", "flags"), SPEAKERS, ids=[case[0] for case in SPEAKERS])
def test_speakers(text: str, by: list[str], flags: list[str]) -> None:
    [found] = minutes(text, labels=["insight"]).insights
    assert ([one.name for one in found.by], list(map(str, found.flags))) == (by, flags)
    assert found.text == text


def test_a_speaker_behind_in_response() -> None:
    [found] = minutes("In response, KL named a price.", labels=["insight"]).insights
    assert [one.name for one in found.by] == ["Kit Loomis"]


def test_a_pronoun_speaks() -> None:
    *_, found = minutes("KL noted the leak. He named a price.", labels=["insight"]).insights
    assert [one.name for one in found.by] == ["Kit Loomis"]


def test_a_unit_speaks() -> None:
    [found] = minutes("Owner: Tide Office official [TO]", "TO noted the tide.", labels=["insight"]).insights
    assert [(one.name, one.unit) for one in found.by] == [("TO", "u1")]


class _Near:
    """Scores close to the threshold."""

    thresholds = dict.fromkeys(LABELS, 0.5)

    def scores(self, units: Sequence[Unit]) -> list[dict[str, float]]:
        return [dict.fromkeys(LABELS, 0.55) for _ in units]


def test_a_score_near_the_threshold_is_flagged() -> None:
    record = Pipeline(_Near()).analyse(document("Present: Ann Baxter (AB)", "# 1. Garden", "AB noted the leak."))
    for [found] in (record.actions, record.decisions, record.praise, record.insights):
        assert "uncertain-label" in found.flags
        assert found.score == 0.55
