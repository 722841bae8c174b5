"""Insights: the words, the speakers, the kinds, the doubts."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from builders import document, minutes
from minutextract.corpus import LABELS, Unit
from minutextract.pipeline import Pipeline

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


KINDS = [
    ("AB asked why the roof leaks?", "question"),
    ("AB raised concerns about the roof.", "concern"),
    ("KL was worried that the roof leaks.", "concern"),
    ("KL suggested a new roof.", "suggestion"),
    ("It was recommended that the roof be tarred.", "suggestion"),
    ("The proposed roof is blue.", None),
    ("KL was not concerned about the roof.", None),
    ("Rents rose by 4%.", "figure"),
    ("The balance stands at £310.", "figure"),
    ("The roof leaks in the east wind.", None),
]


@pytest.mark.parametrize(("text", "kind"), KINDS, ids=[case[0] for case in KINDS])
def test_the_kind_that_the_wording_gives_away(text: str, kind: str | None) -> None:
    found = minutes(text, labels=["insight"]).insights[-1]
    assert found.kind == kind


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("AB gave an update on the roof.", False),
        ("Members discussed the budget.", False),
        ("A report on the boats was received.", False),
        ("AB gave an update on the roof: it leaks.", True),
        ("Members discussed that the budget is too small.", True),
    ],
)
def test_a_topic_alone_is_no_insight(text: str, kept: bool) -> None:
    assert bool(minutes(text, labels=["insight"]).insights) == kept
