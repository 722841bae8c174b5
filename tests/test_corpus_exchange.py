"""To annotation tools and back, without loss."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from minutextract.corpus import LABELS, AnnotatedUnit, Unit
from minutextract.corpus.exchange import Tool, export_units, import_units
from minutextract.corpus.units import KEYS
from minutextract.errors import CorpusError

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
context = st.none() | words
extras = st.dictionaries(words.filter(lambda key: key not in KEYS), st.none() | st.booleans() | st.integers() | words)
units = st.builds(
    AnnotatedUnit,
    st.builds(Unit, words, context, context, context),
    st.frozensets(st.sampled_from(LABELS)),
    words,
    words,
    st.none() | st.integers() | words,
    extras,
)
each_tool = pytest.mark.parametrize("tool", list(Tool))
UNIT = AnnotatedUnit(
    Unit("AB to oil the crane.", "1. Crane", None, ""), frozenset({"action", "decision"}), "quay:1", "quay", 4
)


def there(folder: Path, exported: Any, *, lines: bool = False) -> Path:
    path = folder / "export.json"
    text = "".join(json.dumps(row) + "\n" for row in exported) if lines else json.dumps(exported)
    path.write_text(text, encoding="utf-8")
    return path


def rows(tool: Tool, *, blank: bool = False, unit: AnnotatedUnit = UNIT) -> Any:
    text = export_units([unit], tool, blank=blank)
    return json.loads(text) if tool is Tool.LABEL_STUDIO else [json.loads(line) for line in text.splitlines()]


@each_tool
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.lists(units, min_size=1, max_size=4))
def test_round_trips_lose_nothing(tool: Tool, tmp_path: Path, given_units: list[AnnotatedUnit]) -> None:
    path = tmp_path / "exported"
    path.write_bytes(export_units(given_units, tool).encode())
    back = import_units(path, tool)
    assert back.units == given_units
    assert back.left_out == 0


def test_label_studio() -> None:
    [task] = rows(Tool.LABEL_STUDIO)
    assert (task["data"]["text"], task["data"]["heading"], task["data"]["before"]) == (UNIT.unit.text, "1. Crane", "")
    [annotation] = task["annotations"]
    choices = {"choices": ["action", "decision"]}
    assert annotation["result"] == [{"from_name": "labels", "to_name": "text", "type": "choices", "value": choices}]
    assert "predictions" not in task


def test_label_studio_predictions() -> None:
    scores = {"action": 0.9, "decision": 0.2, "praise": 0.01, "insight": 0.6}
    scored = AnnotatedUnit(UNIT.unit, frozenset(), extra={"scores": scores})
    [task] = rows(Tool.LABEL_STUDIO, unit=scored, blank=True)
    [prediction] = task["predictions"]
    assert prediction["result"][0]["value"] == {"choices": ["action", "insight"]}
    assert prediction["score"] == 0.6
    assert "annotations" not in task


def test_doccano() -> None:
    [row] = rows(Tool.DOCCANO)
    assert (row["text"], row["label"]) == (UNIT.unit.text, ["action", "decision"])
    assert row["meta"]["unit"]["doc"] == "quay:1"


def test_prodigy() -> None:
    [task] = rows(Tool.PRODIGY)
    assert [option["id"] for option in task["options"]] == list(LABELS)
    assert (task["accept"], task["answer"]) == (["action", "decision"], "accept")


@pytest.mark.parametrize("tool", [Tool.LABEL_STUDIO, Tool.PRODIGY])
def test_what_nobody_annotated_is_left_out(tmp_path: Path, tool: Tool) -> None:
    both = rows(tool) + rows(tool, blank=True)
    back = import_units(there(tmp_path, both, lines=tool is Tool.PRODIGY), tool)
    assert (back.units, back.left_out) == ([UNIT], 1)
    with pytest.raises(CorpusError, match="no annotated units"):
        import_units(there(tmp_path, rows(tool, blank=True), lines=tool is Tool.PRODIGY), tool)


def test_blank_for_doccano_has_no_labels() -> None:
    assert rows(Tool.DOCCANO, blank=True)[0]["label"] == []


def test_a_unit_without_a_passport_comes_as_it_is(tmp_path: Path) -> None:
    back = import_units(there(tmp_path, [{"text": "It rained.", "label": ["insight"]}], lines=True), Tool.DOCCANO)
    assert back.units == [AnnotatedUnit(Unit("It rained."), frozenset({"insight"}))]


def test_what_tools_add_is_ignored(tmp_path: Path) -> None:
    [task] = rows(Tool.LABEL_STUDIO)
    own = {**task, "id": 7, "annotations": [{**task["annotations"][0], "completed_by": 1, "was_cancelled": False}]}
    assert import_units(there(tmp_path, [own]), Tool.LABEL_STUDIO).units == [UNIT]
    [row] = rows(Tool.DOCCANO)
    assert import_units(there(tmp_path, [{"id": 3, **row}], lines=True), Tool.DOCCANO).units == [UNIT]


def test_skipped_and_rejected_answers_are_none(tmp_path: Path) -> None:
    [task] = rows(Tool.LABEL_STUDIO)
    task["annotations"][0]["was_cancelled"] = True
    [accepted, done] = rows(Tool.LABEL_STUDIO) * 2
    assert import_units(there(tmp_path, [task, accepted]), Tool.LABEL_STUDIO).left_out == 1
    [choice] = rows(Tool.PRODIGY)
    answers = [choice, {**choice, "answer": "reject"}, {**choice, "answer": "ignore"}]
    assert import_units(there(tmp_path, answers, lines=True), Tool.PRODIGY).left_out == 2
    done["annotations"] *= 2
    assert import_units(there(tmp_path, [done]), Tool.LABEL_STUDIO).units == [UNIT]


@each_tool
def test_changed_words_are_refused(tmp_path: Path, tool: Tool) -> None:
    exported = rows(tool)
    (exported[0]["data"] if tool is Tool.LABEL_STUDIO else exported[0])["text"] = "AB to oil the winch."
    with pytest.raises(CorpusError, match="has other words than were exported"):
        import_units(there(tmp_path, exported, lines=tool is not Tool.LABEL_STUDIO), tool)


@pytest.mark.parametrize(
    ("tool", "exported", "says"),
    [
        (Tool.LABEL_STUDIO, {}, "no array of tasks"),
        (Tool.LABEL_STUDIO, [{"text": "a", "labels": "action"}], "task 1 has no data"),
        (Tool.LABEL_STUDIO, [{"data": {"text": "a"}, "annotations": [3]}], "annotations that are no list of objects"),
        (Tool.LABEL_STUDIO, [{"data": {"text": "a"}, "annotations": [{"result": [4]}]}], "without choices"),
        (Tool.LABEL_STUDIO, [{"data": {}, "annotations": [{"result": []}]}], "has no text"),
        (Tool.DOCCANO, "units", "no list of labels"),
        (Tool.DOCCANO, {"text": "a", "label": ["task"]}, "unknown labels"),
        (Tool.DOCCANO, {"label": []}, "has no text"),
        (Tool.PRODIGY, 3, "is no task"),
        (Tool.PRODIGY, {"text": "a", "accept": ["task"], "answer": "accept"}, "unknown labels"),
    ],
)
def test_what_is_not_in_the_format(tmp_path: Path, tool: Tool, exported: Any, says: str) -> None:
    with pytest.raises(CorpusError, match=says):
        import_units(there(tmp_path, exported), tool)


def test_annotators_who_disagree_are_refused(tmp_path: Path) -> None:
    [task] = rows(Tool.LABEL_STUDIO)
    task["annotations"].append({"result": []})
    with pytest.raises(CorpusError, match="task 1 has annotations that disagree"):
        import_units(there(tmp_path, [task]), Tool.LABEL_STUDIO)
