"""Problems of corpus files: each with its line, its cause and its remedy."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from minutextract.corpus.validation import find_problems

GOOD: dict[str, Any] = {
    "doc": "quay:1",
    "source": "quay",
    "id": 1,
    "text": "AB to oil the crane.",
    "labels": ["action"],
}


def causes(folder: Path, *rows: dict[str, Any] | bytes) -> list[tuple[int, str]]:
    path = folder / "units.jsonl"
    path.write_bytes(b"\n".join(row if isinstance(row, bytes) else json.dumps(row).encode() for row in rows))
    problems, _ = find_problems([path])
    assert all(one.remedy.endswith(".") for one in problems)
    return [(one.line, one.cause) for one in problems]


def test_a_sound_corpus_has_no_problems(tmp_path: Path) -> None:
    other = {**GOOD, "id": 2, "text": "It rained.", "labels": [], "heading": "1. Crane", "before": None, "pick": "x"}
    assert causes(tmp_path, GOOD, b"", other) == []


@pytest.mark.parametrize(
    ("change", "cause"),
    [
        ({"text": " "}, "there is no text"),
        ({"text": 1}, "there is no text"),
        ({"heading": 3}, "heading is neither text nor null"),
        ({"after": []}, "after is neither text nor null"),
        ({"labels": "action"}, "labels are no list"),
        ({"labels": None}, "labels are no list"),
        ({"labels": ["task", "wish", "action"]}, "unknown labels task, wish"),
        ({"labels": [["action"]]}, "unknown labels ['action']"),
        ({"labels": ["action", "action"]}, "a label stands twice"),
        ({"source": ""}, "there is no source"),
        ({"doc": None}, "there is no doc"),
        ({"id": 1.5}, "the id is neither a number nor text"),
        ({"id": True}, "the id is neither a number nor text"),
    ],
)
def test_one_line(tmp_path: Path, change: dict[str, Any], cause: str) -> None:
    assert causes(tmp_path, {**GOOD, "id": 9, "text": "b"}, {**GOOD, **change}) == [(2, cause)]


@pytest.mark.parametrize(
    ("line", "cause"),
    [
        (b"{", "the line is not JSON"),
        (b"[]", "the line is no object"),
        ("ü".encode("cp1252"), "the line is not UTF-8"),
        (b'{"text": "\\ud800"}', "the line is not UTF-8"),
    ],
)
def test_lines_that_are_no_objects(tmp_path: Path, line: bytes, cause: str) -> None:
    [(number, found)] = causes(tmp_path, GOOD, line)
    assert number == 2
    assert found.startswith(cause)


def test_every_problem_is_listed(tmp_path: Path) -> None:
    found = causes(tmp_path, {"text": "", "labels": ["task"]}, b"{", {**GOOD, "labels": 3})
    assert [line for line, _ in found] == [1, 1, 1, 1, 2, 3]


def test_conflicting_duplicates(tmp_path: Path) -> None:
    again = {**GOOD, "id": 2, "text": "AB  to oil\tthe crane.", "labels": ["decision"]}
    [(line, cause)] = causes(tmp_path, GOOD, again)
    assert line == 2
    assert "have other labels: action at" in cause
    assert cause.endswith("units.jsonl:1")


def test_the_same_words_elsewhere_may_have_other_labels(tmp_path: Path) -> None:
    elsewhere = {**GOOD, "id": 2, "before": "Already done:", "labels": []}
    assert causes(tmp_path, GOOD, elsewhere, {**GOOD, "id": 3}) == []


def test_an_id_stands_once(tmp_path: Path) -> None:
    [(line, cause)] = causes(tmp_path, GOOD, {**GOOD, "text": "It rained."})
    assert (line, cause.partition(" stands")[0]) == (2, "unit 1 of quay:1")


def test_a_document_has_one_source(tmp_path: Path) -> None:
    [(line, cause)] = causes(tmp_path, GOOD, {**GOOD, "id": 2, "source": "pier"})
    assert line == 2
    assert cause.startswith("document quay:1 is of pier here, of quay at")


def test_conflicts_are_found_across_files_and_missing_files_named(tmp_path: Path) -> None:
    first, second = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    first.write_text(json.dumps(GOOD), encoding="utf-8")
    second.write_text(json.dumps({**GOOD, "id": 2, "labels": []}), encoding="utf-8")
    problems, count = find_problems([first, tmp_path / "none.jsonl", second])
    assert count == 2
    assert [one.where for one in problems] == [str(tmp_path / "none.jsonl"), f"{second}:1"]
