"""Files of annotated units: what is read, what is refused, and how files are named by their bytes."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from minutextract.corpus import AnnotatedUnit, Unit, digest, read_corpus
from minutextract.corpus.files import corpus_lines
from minutextract.errors import CorpusError, ExitCode

LINE = {
    "doc": "lantern:001",
    "source": "lantern",
    "id": 1,
    "heading": "1. Garden",
    "before": None,
    "text": "AB to call.",
    "after": "It rains.",
    "labels": ["action"],
}


def write(folder: Path, *lines: str, name: str = "units.jsonl") -> Path:
    """A file with these lines."""
    path = folder / name
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_a_whole_line(tmp_path: Path) -> None:
    unit = Unit("AB to call.", "1. Garden", None, "It rains.")
    expected = AnnotatedUnit(unit, frozenset({"action"}), "lantern:001", "lantern", 1)
    assert read_corpus([write(tmp_path, json.dumps(LINE))]) == [expected]


def test_what_is_read_is_written_again(tmp_path: Path) -> None:
    line = json.dumps({**LINE, "pick": "hard", "by": ["AB"]}) + "\n"
    assert corpus_lines(read_corpus([write(tmp_path, line)])) == line


def test_no_document_is_not_called_none(tmp_path: Path) -> None:
    [found] = read_corpus([write(tmp_path, '{"text": "a", "doc": null, "source": null}')])
    assert (found.doc, found.source, found.id) == ("", "", None)


def test_only_the_text_is_needed(tmp_path: Path) -> None:
    [found] = read_corpus([write(tmp_path, '{"text": "It rains."}')])
    assert found == AnnotatedUnit(Unit("It rains."), frozenset())


def test_files_are_read_in_order_and_blank_lines_skipped(tmp_path: Path) -> None:
    first = write(tmp_path, '{"text": "a"}', "", "  ", '{"text": "b"}', name="1.jsonl")
    second = write(tmp_path, '{"text": "ü"}', name="2.jsonl")
    assert [one.unit.text for one in read_corpus([second, first])] == ["ü", "a", "b"]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{", "is not JSON"),
        ("[]", "has no text"),
        ("{}", "has no text"),
        ('"text"', "has no text"),
        ('{"text": 1}', "has no text"),
        ('{"text": null, "labels": []}', "has no text"),
        ('{"text": "a", "labels": ["task"]}', "unknown labels"),
        ('{"text": "a", "labels": [1]}', "unknown labels"),
        ('{"text": "a", "labels": "action"}', "unknown labels"),
        ('{"text": "a", "labels": {"tasks": 1}}', "labels"),
        ('{"text": "a", "labels": null}', "labels"),
        ('{"text": "a", "labels": 3}', "labels"),
        ('{"text": "a", "labels": {"action": false}}', "labels"),
    ],
)
def test_lines_that_are_refused(tmp_path: Path, line: str, says: str) -> None:
    path = write(tmp_path, json.dumps(LINE), line)
    with pytest.raises(CorpusError, match=says) as caught:
        read_corpus([path])
    assert f"{path}:2" in str(caught.value)
    assert caught.value.exit_code is ExitCode.USAGE


def test_no_units(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="no units"):
        read_corpus([write(tmp_path, "")])
    with pytest.raises(CorpusError, match="no units"):
        read_corpus([])


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="cannot be read"):
        read_corpus([tmp_path / "none.jsonl"])


def test_another_encoding(tmp_path: Path) -> None:
    path = tmp_path / "units.jsonl"
    path.write_bytes('{"text": "ü"}'.encode("cp1252"))
    with pytest.raises(CorpusError, match="cannot be read"):
        read_corpus([path])


@pytest.mark.parametrize("mark", ["\u2028", "\u0085"])
def test_separators_inside_a_string(tmp_path: Path, mark: str) -> None:
    line = json.dumps({"text": f"a{mark}b"}, ensure_ascii=False)
    assert len(read_corpus([write(tmp_path, line)])) == 1


def test_a_digest_is_that_of_the_bytes(tmp_path: Path) -> None:
    first, second = write(tmp_path, "a", name="1.jsonl"), write(tmp_path, "b", name="2.jsonl")
    assert digest([first, second]) == hashlib.sha256(b"ab").hexdigest()
    assert digest([first, second]) != digest([second, first])
