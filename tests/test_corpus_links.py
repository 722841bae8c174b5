"""The action log of the invented bodies: whether later mentions are tied to the right actions, and how these stand."""

from __future__ import annotations

from collections import Counter

import pytest

from action_links import invented_runs, measure_invented
from link_scoring import Outcome
from minutextract.record import Record

# Of 175: those missing are proposals, or of actions that are not found where they are recorded.
FOUND, PROPOSED = 159, 6
WRONG = 2


@pytest.fixture(scope="module")
def outcomes(invented: dict[str, Record]) -> list[Outcome]:
    return measure_invented({name: [invented[name]] for run in invented_runs().values() for name in run})


def test_links_of_the_invented_bodies(outcomes: list[Outcome]) -> None:
    kinds = Counter(one.kind for one in outcomes)
    assert kinds["found"] >= FOUND
    assert kinds["found"] + kinds["missing: proposed"] >= FOUND + PROPOSED
    assert kinds["wrong"] <= WRONG


def test_every_status_of_a_link_is_right(outcomes: list[Outcome]) -> None:
    assert [one for one in outcomes if one.kind == "found" and one.status[0] != one.status[1]] == []
