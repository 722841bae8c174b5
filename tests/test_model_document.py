"""Figures on real minutes that must not fall; the minutes stand beside the repository, if at all."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from gates import FLOORS, NO_MINUTES, SHARED, check_data, check_floors, gated, load_scorer
from minutextract.pipeline import Pipeline
from minutextract.serialize import record_json
from minutextract.tagger import layout
from minutextract.tagger.location import default_model

SEED = SHARED / "seed" / "attendance-action-alliance-2024-05-21.txt"

pytestmark = [
    pytest.mark.skipif(not SHARED.is_dir(), reason=NO_MINUTES),
    pytest.mark.skipif(not (default_model() / layout.MANIFEST).is_file(), reason="there is no trained model yet"),
]


@pytest.fixture(scope="module")
def real_pipeline() -> Pipeline:
    """The shipped classifier and spaCy pipeline, as a user has them."""
    return Pipeline.load()


@pytest.fixture(scope="module")
def scorer() -> Any:
    return load_scorer()


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
