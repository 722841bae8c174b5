"""Set a floor of the quality gate: `python tests/gate/set_floor.py classifier labels.action.f1 0.85`.

A floor is lowered, or a ceiling raised, only with `--lower REASON`; the reason is kept beside the floors.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

FLOORS = Path(__file__).parent / "floors.json"


def is_laxer(side: str, old: float, new: float) -> bool:
    """Whether a new bound lets more through than the old one."""
    return new < old if side == "at_least" else new > old


def set_floor(floors: dict[str, Any], gate: str, name: str, value: float, reason: str | None = None) -> dict[str, Any]:
    """The floors with one bound changed.

    Raises:
        ValueError: the bound is unknown, or would get laxer without a reason.
    """
    side = next((side for side in ("at_least", "at_most") if name in floors.get(gate, {}).get(side, {})), None)
    if side is None:
        raise ValueError(f"{gate} has no floor {name}: add it to {FLOORS.name} with the value null first")
    old = floors[gate][side][name]
    changed: dict[str, Any] = json.loads(json.dumps(floors))
    changed[gate][side][name] = value
    if old is not None and is_laxer(side, old, value):
        if not reason:
            raise ValueError(f"{gate} {name} is {old}; {value} is laxer: say why with --lower REASON")
        changed["lowered"].append({"gate": gate, "floor": name, "from": old, "to": value, "reason": reason})
    return changed


def main() -> None:
    """Read the arguments, write the floors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gate")
    parser.add_argument("name")
    parser.add_argument("value", type=float)
    parser.add_argument("--lower", metavar="REASON")
    options = parser.parse_args()
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    try:
        changed = set_floor(floors, options.gate, options.name, options.value, options.lower)
    except ValueError as error:
        parser.error(str(error))
    FLOORS.write_text(json.dumps(changed, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
