"""The quality gate guards itself: a floor falls only with a reason that is written down."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest

from gate.set_floor import FLOORS, is_laxer, set_floor

ROOT = FLOORS.parent.parent.parent
MADE: dict[str, Any] = {"made": {"at_least": {"f1": 0.8, "new": None}, "at_most": {"wrong": 1}}, "lowered": []}


def git(*words: str) -> str:
    return subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=True).stdout


def bounds(floors: dict[str, Any]) -> Iterator[tuple[str, str, str, float]]:
    """Gate, side, name and value of every bound that is set."""
    for gate, sides in floors.items():
        if isinstance(sides, dict) and gate != "data":
            for side, named in sides.items():
                yield from ((gate, side, name, value) for name, value in named.items() if value is not None)


@pytest.mark.skipif(
    shutil.which("git") is None or not (ROOT / ".git").exists(), reason="the history of the floors is not here"
)
def test_no_floor_fell_without_a_reason() -> None:
    now = json.loads(FLOORS.read_text(encoding="utf-8"))
    current = {(gate, name): value for gate, _, name, value in bounds(now)}
    excused = {(one["gate"], one["floor"], one["from"]) for one in now["lowered"] if one["reason"].strip()}
    place = FLOORS.relative_to(ROOT).as_posix()
    for commit in git("log", "--format=%H", "--", place).split():
        for gate, side, name, value in bounds(json.loads(git("show", f"{commit}:{place}"))):
            assert (gate, name) in current, f"{gate} {name} was dropped after {commit}"
            fell = is_laxer(side, value, current[gate, name])
            assert not fell or (gate, name, value) in excused, f"{gate} {name} was {value} in {commit}"


def test_a_floor_rises() -> None:
    assert set_floor(MADE, "made", "f1", 0.9)["made"]["at_least"]["f1"] == 0.9
    assert set_floor(MADE, "made", "new", 0.1)["made"]["at_least"]["new"] == 0.1
    assert set_floor(MADE, "made", "wrong", 0)["lowered"] == []


@pytest.mark.parametrize(("name", "value"), [("f1", 0.7), ("wrong", 2)])
def test_a_floor_falls_only_with_a_reason(name: str, value: float) -> None:
    with pytest.raises(ValueError, match="laxer"):
        set_floor(MADE, "made", name, value)
    [entry] = set_floor(MADE, "made", name, value, "the data changed")["lowered"]
    assert (entry["floor"], entry["to"], entry["reason"]) == (name, value, "the data changed")


def test_an_unknown_floor() -> None:
    with pytest.raises(ValueError, match="no floor"):
        set_floor(MADE, "made", "recall", 0.5)
