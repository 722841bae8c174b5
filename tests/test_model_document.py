"""Figures on real minutes that must not fall; the minutes stand beside the repository, if at all.

`gate/floors.json` holds the floors (null: not gated yet) and the SHA-256 of the data that they were measured on.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from minutextract.pipeline import Pipeline
from minutextract.serialize import record_json
from minutextract.tagger import layout
from minutextract.tagger.location import default_model

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
SEED = SHARED / "seed" / "attendance-action-alliance-2024-05-21.txt"
FLOORS: dict[str, Any] = json.loads((ROOT / "tests" / "gate" / "floors.json").read_text(encoding="utf-8"))
# The scorer rounds to three digits.
EPSILON = 0.0005

pytestmark = [
    pytest.mark.skipif(not SHARED.is_dir(), reason="there is no folder of real minutes beside the repository"),
    pytest.mark.skipif(not (default_model() / layout.MANIFEST).is_file(), reason="there is no trained model yet"),
]


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


@pytest.fixture(scope="module")
def real_pipeline() -> Pipeline:
    """The shipped classifier and spaCy pipeline, as a user has them."""
    return Pipeline.load()


@pytest.fixture(scope="module")
def scorer() -> Iterator[Any]:
    """The shared scoring script, as a module."""
    spec = importlib.util.spec_from_file_location("shared_score", SHARED / "tools" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    yield module


def test_the_data_is_what_the_floors_were_measured_on() -> None:
    check_data(*FLOORS["data"])


def test_the_model_document(real_pipeline: Pipeline, scorer: Any) -> None:
    check_data("seed/gold.json", "seed/attendance-action-alliance-2024-05-21.txt")
    gold = json.loads((SHARED / "seed" / "gold.json").read_text(encoding="utf-8"))
    figures, misses = scorer.score([gold], [record_json(real_pipeline.process(SEED))])
    check_floors("seed", figures, misses)


@pytest.mark.skipif(not gated("dev"), reason="no floors are set")
def test_the_development_documents(real_pipeline: Pipeline, scorer: Any) -> None:
    check_data("gold/dev.json", "gold/files")
    golds = json.loads((SHARED / "gold" / "dev.json").read_text(encoding="utf-8"))
    paths = [SHARED / "gold" / "files" / Path(gold["doc"]).name for gold in golds]
    figures, misses = scorer.score(golds, [record_json(real_pipeline.process(path)) for path in paths])
    check_floors("dev", figures, misses)


@pytest.mark.skipif(not gated("classifier"), reason="no floors are set")
def test_the_classifier(real_pipeline: Pipeline) -> None:
    from minutextract.corpus import read_corpus
    from minutextract.evaluation import apply_thresholds, evaluate

    check_data("annotation/dev.jsonl")
    units = read_corpus([SHARED / "annotation" / "dev.jsonl"])
    scores = real_pipeline.tagger.scores([one.unit for one in units])
    found = evaluate([one.labels for one in units], apply_thresholds(scores, real_pipeline.tagger.thresholds))
    check_floors("classifier", found.to_json())


@pytest.mark.parametrize(
    ("figures", "falls"),
    [
        ({"people": {"f1": 0.9}, "wrong": 1}, False),
        ({"people": {"f1": 0.8999}, "wrong": 0}, False),
        ({"people": {"f1": 0.89}, "wrong": 1}, True),
        ({"people": {"f1": 0.95}, "wrong": 2}, True),
    ],
)
def test_the_gate_itself(figures: dict[str, Any], falls: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    floors = {"at_least": {"people.f1": 0.9, "open": None}, "at_most": {"wrong": 1}}
    monkeypatch.setitem(FLOORS, "made", floors)
    if falls:
        with pytest.raises(AssertionError, match="wanted"):
            check_floors("made", figures)
    else:
        check_floors("made", figures)
