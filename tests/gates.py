"""Figures on real minutes that must not fall: where the minutes stand, and how a gate compares.

`gate/floors.json` holds the floors (null: not gated yet) and the SHA-256 of the data that they were measured on.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
FLOORS: dict[str, Any] = json.loads((ROOT / "tests" / "gate" / "floors.json").read_text(encoding="utf-8"))
NO_MINUTES = "there is no folder of real minutes beside the repository"
# The scorer rounds to three digits.
EPSILON = 0.0005


def digest(path: Path) -> str:
    """SHA-256 of a file, or of a folder's files by name."""
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def check_data(*names: str) -> None:
    """Fail if the data is not what the floors were measured on."""
    changed = [name for name in names if digest(SHARED / name) != FLOORS["data"][name]]
    if changed:
        pytest.fail(f"data changed: re-measure ({', '.join(changed)})")


def figure(figures: Mapping[str, Any], name: str) -> float:
    """A figure by its dotted name."""
    found: Any = figures
    for key in name.split("."):
        found = found[key]
    return float(found)


def gated(gate: str) -> list[tuple[str, str, float]]:
    """The side, name and value of the floors that are set."""
    sides: dict[str, dict[str, float | None]] = FLOORS[gate]
    return [(side, name, value) for side in sides for name, value in sides[side].items() if value is not None]


def check_floors(gate: str, figures: Mapping[str, Any], misses: object = "") -> None:
    """Fail if a figure is on the wrong side of its floor."""
    fallen = [
        f"{name} is {figure(figures, name)}, {side.replace('_', ' ')} {value} wanted"
        for side, name, value in gated(gate)
        if (figure(figures, name) - value) * (1 if side == "at_least" else -1) < -EPSILON
    ]
    assert not fallen, f"{'; '.join(fallen)}\n{misses}"


def load_scorer() -> Any:
    """The shared scoring script, as a module."""
    spec = importlib.util.spec_from_file_location("shared_score", SHARED / "tools" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
