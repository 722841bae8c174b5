"""Entries of a list of actions that the other entries show to be tasks."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from builders import ROSTER, document
from minutextract.corpus import LABELS, Unit
from minutextract.pipeline import Pipeline


class _Certain:
    """Actions are the sentences with an exclamation mark."""

    thresholds = dict.fromkeys(LABELS, 0.5)

    def scores(self, units: Sequence[Unit]) -> list[dict[str, float]]:
        """1.0 for an action where the mark stands."""
        return [{label: float(label == "action" and "!" in unit.text) for label in LABELS} for unit in units]


def tasks(*body: str) -> list[str]:
    """The wordings of the actions."""
    return [one.text for one in Pipeline(_Certain()).analyse(document(*ROSTER, *body)).actions]


@pytest.mark.parametrize(
    "entry",
    ["- Shed tidy (AB/KL)", "- Training in May (OBs)", "- Develop a plan for the pond.", "- Paint stall (Olive Pryor)"],
)
@pytest.mark.parametrize("title", ["# Actions", "Next steps:"])
def test_an_entry_like_its_siblings(title: str, entry: str) -> None:
    assert len(tasks(title, "- KL to call the plumber!", entry)) == 2


@pytest.mark.parametrize(
    "entry",
    [
        "- The shed is cold (AB)",
        "- AB improved the shed, mended the door (Thursday)",
        "- Any suggestions",
        "- Olive Pryor",
        "- Only one paint will be used.",
        "- None",
        "- Paint for the shed:",
        "- Call the plumber - done",
    ],
)
def test_other_entries(entry: str) -> None:
    assert len(tasks("# Actions", "- KL to call the plumber!", entry)) == 1


def test_without_a_sibling_a_list_proves_nothing() -> None:
    assert tasks("# Actions", "- Shed tidy (AB/KL)", "- Develop a plan.") == []


def test_lines_led_by_an_owner_in_a_review() -> None:
    lines = [
        "AB: call the plumber!",
        "KL: file the letter",
        "(all): Read the plan",
        "FG: this was no use",
        "CD: finished it",
    ]
    assert tasks("# Action item review", *lines) == ["call the plumber!", "file the letter", "Read the plan"]


def test_what_somebody_said_in_a_review_is_no_task() -> None:
    lines = ["AB: call the plumber!", "FG: Ponds seem good, but maybe not in May", "KL: There has been some talk of it"]
    assert tasks("# Action item review", *lines) == ["call the plumber!"]
