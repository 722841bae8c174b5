"""Label Studio: one JSON array of tasks, with annotations, and predictions where scores are given."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from minutextract.corpus.exchange import META, passport, returned
from minutextract.corpus.files import parse_json
from minutextract.corpus.units import LABELS, AnnotatedUnit, in_order
from minutextract.errors import CorpusError

# What the labelling interface calls its controls; `docs/corpus.md` gives the interface.
_CONTROL = {"from_name": "labels", "to_name": "text", "type": "choices"}
_CONTEXT = ("heading", "before", "after")
_LIKELY = 0.5


def write(units: Sequence[AnnotatedUnit], *, blank: bool) -> str:
    """The tasks of these units, as a file to import."""
    return json.dumps([_task(one, blank=blank) for one in units], ensure_ascii=False, indent=1) + "\n"


def _task(one: AnnotatedUnit, *, blank: bool) -> dict[str, Any]:
    # Label Studio refuses null in what it shows; the passport keeps the difference from an empty text.
    shown = {key: getattr(one.unit, key) or "" for key in _CONTEXT}
    task: dict[str, Any] = {"data": {"text": one.unit.text, **shown, META: passport(one)}}
    if not blank:
        task["annotations"] = [{"result": _result(in_order(one.labels))}]
    scores = one.extra.get("scores")
    if isinstance(scores, Mapping) and all(isinstance(scores.get(label), int | float) for label in LABELS):
        task["predictions"] = [_prediction(scores)]
    return task


def _result(labels: Sequence[str]) -> list[dict[str, Any]]:
    return [{**_CONTROL, "value": {"choices": list(labels)}}] if labels else []


def _prediction(scores: Mapping[str, float]) -> dict[str, Any]:
    """The labels that are more likely than not; its score is how sure the least certain of the four is."""
    likely = [label for label in LABELS if scores[label] >= _LIKELY]
    certainty = min(max(scores[label], 1 - scores[label]) for label in LABELS)
    return {"model_version": "minutextract", "score": certainty, "result": _result(likely)}


def read(text: str, name: str) -> list[AnnotatedUnit | None]:
    """The units of an export ("JSON", not "JSON-MIN"); None for a task that nobody has annotated."""
    tasks = parse_json(text, name, "export as JSON")
    if not isinstance(tasks, list):
        raise CorpusError(f"{name} is no array of tasks", "export as JSON")
    return [_unit(task, f"{name}, task {number}") for number, task in enumerate(tasks, start=1)]


def _unit(task: Any, where: str) -> AnnotatedUnit | None:
    data = task.get("data") if isinstance(task, dict) else None
    if not isinstance(data, dict):
        raise CorpusError(f"{where} has no data", "export as JSON, not as JSON-MIN")
    annotations = task.get("annotations") or []
    if not isinstance(annotations, list) or not all(isinstance(one, dict) for one in annotations):
        raise CorpusError(f"{where} has annotations that are no list of objects", "export as JSON")
    given = {frozenset(_labels(one, where)) for one in annotations if not one.get("was_cancelled")}
    if len(given) > 1:
        raise CorpusError(f"{where} has annotations that disagree", "settle them, or export each annotator's alone")
    return returned(data.get("text"), sorted(given.pop()), data.get(META), where) if given else None


def _labels(annotation: Mapping[str, Any], where: str) -> list[str]:
    try:
        own = [one for one in annotation.get("result", []) if one.get("from_name") == _CONTROL["from_name"]]
        return [str(label) for one in own for label in one["value"]["choices"]]
    except (KeyError, TypeError, AttributeError) as error:
        raise CorpusError(f"{where} has a result without choices", "use the interface of docs/corpus.md") from error
