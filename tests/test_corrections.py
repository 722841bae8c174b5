"""Suspicious labels and their corrections."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from minutextract.cli.main import app
from minutextract.corpus import LABELS, AnnotatedUnit, Unit, read_corpus
from minutextract.corpus.corrections import Correction, correct, find_suspects, read_corrections
from minutextract.corpus.fingerprint import sha256_of
from minutextract.errors import CorpusError

run = CliRunner()


def unit(text: str, *labels: str, doc: str = "quay:1") -> AnnotatedUnit:
    return AnnotatedUnit(Unit(text), frozenset(labels), doc, "quay", 1)


def scored(**scores: float) -> dict[str, float]:
    return dict.fromkeys(LABELS, 0.0) | scores


def test_the_label_most_surely_contradicted_comes_first() -> None:
    units = [unit("AB to ring the plumber"), unit("The roof leaks", "praise"), unit("Agreed", "decision")]
    scores = [scored(action=0.93), scored(praise=0.02, insight=0.4), scored(decision=0.97)]
    found = find_suspects(units, scores, 0.9)
    assert [(one.unit.unit.text, one.label, round(one.doubt, 2)) for one in found] == [
        ("The roof leaks", "praise", 0.98),
        ("AB to ring the plumber", "action", 0.93),
    ]
    assert found[0].to_json()["suspect"] == "praise"
    assert len(find_suspects(units, scores, 0.95)) == 1


def test_a_correction_fits_words_document_and_former_labels() -> None:
    mend = Correction("quay:1", sha256_of("The roof leaks"), frozenset({"praise"}), frozenset({"insight"}), "a fact")
    stale = Correction("quay:1", sha256_of("The roof leaks"), frozenset({"action"}), frozenset(), "no task")
    units = [unit("The  roof leaks", "praise"), unit("The roof leaks", "praise", doc="quay:2"), unit("Done")]
    corrected, left = correct(units, [mend, stale])
    assert [sorted(one.labels) for one in corrected] == [["insight"], ["praise"], []]
    assert left == [stale]


def test_corrections_on_the_command_line(tmp_path: Path) -> None:
    corpus, patch, out = tmp_path / "units.jsonl", tmp_path / "patch.jsonl", tmp_path / "out.jsonl"
    corpus.write_text(
        json.dumps({"doc": "quay:1", "source": "quay", "text": "The roof leaks", "labels": []}) + "\n", encoding="utf-8"
    )
    mend = Correction("quay:1", sha256_of("The roof leaks"), frozenset(), frozenset({"insight"}), "says what was found")
    void = Correction("quay:9", "00", frozenset(), frozenset({"action"}), "of another corpus")
    patch.write_text("".join(json.dumps(one.to_json()) + "\n" for one in (mend, void)), encoding="utf-8")
    result = run.invoke(app, ["corpus", "correct", str(corpus), "--with", str(patch), "--output", str(out)])
    assert result.exit_code == 0, result.output
    assert "1 corrections made, 1 fit no unit" in result.stderr
    assert read_corpus([out])[0].labels == {"insight"}


def test_suspects_on_the_command_line(tmp_path: Path, tiny_model: Path) -> None:
    corpus, out = tmp_path / "units.jsonl", tmp_path / "suspects.jsonl"
    corpus.write_text('{"text": "AB to ring", "labels": ["action"]}\n{"text": "Dull"}\n', encoding="utf-8")
    arguments = ["corpus", "suspects", str(corpus), "--model", str(tiny_model), "--least", "0.5", "--output", str(out)]
    result = run.invoke(app, arguments)
    assert result.exit_code == 0, result.output
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    doubts = [1 - row["score"] if row["suspect"] in row["labels"] else row["score"] for row in rows]
    assert rows and doubts == sorted(doubts, reverse=True) and min(doubts) >= 0.5
    assert f"{len(rows)} labels of 2 units" in result.stderr


def test_a_correction_without_a_reason_is_refused(tmp_path: Path) -> None:
    patch = tmp_path / "patch.jsonl"
    patch.write_text('{"doc": "quay:1", "sha256": "00", "was": [], "labels": []}\n', encoding="utf-8")
    with pytest.raises(CorpusError, match="no correction"):
        read_corrections(patch)
