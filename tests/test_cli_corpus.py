"""The corpus commands: what they print, write and return."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from minutextract.cli.corpus import app as corpus_app
from minutextract.cli.corpus.split import split_corpora
from minutextract.cli.main import app
from minutextract.corpus import read_corpus

CORPUS = Path(__file__).parent.parent / "corpus"
UNITS = str(CORPUS / "units.jsonl")
MANIFEST = str(CORPUS / "manifest.jsonl")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["corpus", *map(str, arguments)])


def test_each_command_has_help() -> None:
    names = [command.name for command in corpus_app.registered_commands]
    assert names == ("validate count split agree draw teach suspects correct export import standoff rebuild".split())
    for name in names:
        result = run(str(name), "--help")
        assert result.exit_code == 0
        assert f"Usage: minutextract corpus {name}" in result.stdout


def test_a_sound_corpus(tmp_path: Path) -> None:
    result = run("validate", UNITS)
    assert (result.exit_code, result.stdout) == (0, "374 units, no problems\n")
    (tmp_path / "empty.jsonl").touch()
    assert run("validate", tmp_path / "empty.jsonl").exit_code == 1


def test_problems_are_one(tmp_path: Path) -> None:
    path = tmp_path / "units.jsonl"
    path.write_text('{"doc": "a", "source": "a", "text": "b", "labels": ["task"]}\n{\n', encoding="utf-8")
    result = run("validate", path)
    assert result.exit_code == 1
    first, second, total = result.stdout.splitlines()
    assert first == f"{path}:1: unknown labels task. Use action, decision, praise, insight."
    assert second.startswith(f"{path}:2: the line is not JSON")
    assert total == "2 units, 2 problems"


def test_counts() -> None:
    counts = json.loads(run("count", UNITS, "--format", "json").stdout)
    assert (counts["n"], counts["documents"], counts["labels"]["action"]) == (374, 11, 93)
    assert counts["sources"]["nether-fallowby"]["n"] == 145
    assert {"labels": ["action", "decision"], "n": 5} in counts["combinations"]
    text = run("count", UNITS).stdout
    assert "\nall                                11       374        93" in text
    assert "        5  action + decision\n" in text


def test_a_split_is_written_and_told(tmp_path: Path) -> None:
    result = run("split", UNITS, "--dev", "0.3", "--output", tmp_path / "new" / "split")
    assert result.exit_code == 0, result.output
    train, dev = (read_corpus([tmp_path / "new" / "split" / f"{side}.jsonl"]) for side in ("train", "dev"))
    assert f"units{len(train):>19} {len(dev):>9}    0.2487\n" in result.stdout
    assert result.stdout.endswith("dev: larkspool-steering\n")


def test_groups_come_from_options_and_files(tmp_path: Path) -> None:
    (tmp_path / "groups.txt").write_text("# two bodies\nlarkspool-*, nether-fallowby\n", encoding="utf-8")
    arguments: list[str | Path] = ["split", UNITS, "--dev", "0.3", "--output", tmp_path]
    by_file = run(*arguments, "--groups", tmp_path / "groups.txt").stdout
    assert by_file.endswith("dev: discharge-improvement-group\n")
    assert run(*arguments, "--together", "larkspool-*,nether-fallowby").stdout == by_file
    refused = run(*arguments, "--together", "larkspool,nether-fallowby")
    assert refused.exit_code == 1
    assert "no organisation of the corpus is called larkspool" in refused.stderr


def test_a_split_does_not_replace_its_corpus(tmp_path: Path) -> None:
    path = tmp_path / "train.jsonl"
    path.write_bytes(Path(UNITS).read_bytes())
    result = run("split", path, "--dev", "0.3", "--output", tmp_path)
    assert result.exit_code == 1
    assert path.read_bytes() == Path(UNITS).read_bytes()
    assert run("split", UNITS, "--dev", "0.3", "--output", path).exit_code == 1
    assert len(split_corpora([path], tmp_path / "a", dev=0.5).train) < 374


def test_agreement(tmp_path: Path) -> None:
    other = tmp_path / "other.jsonl"
    lines = Path(UNITS).read_text(encoding="utf-8").splitlines()
    other.write_text("\n".join(lines[:-1]), encoding="utf-8")
    figures = json.loads(run("agree", UNITS, other, "--format", "json").stdout)
    assert (figures["n"], figures["macro_f1"], len(figures["only_a"]), figures["only_b"]) == (373, 1.0, 1, [])
    text = run("agree", UNITS, other).stdout
    assert "macro F1 1.0000 over 373 units that both have\nonly in A: " in text


@pytest.mark.parametrize("tool", ["label-studio", "doccano", "prodigy"])
def test_there_and_back(tmp_path: Path, tool: str) -> None:
    assert run("export", UNITS, "--to", tool, "--output", tmp_path / "tasks").exit_code == 0
    result = run("import", tmp_path / "tasks", "--from", tool, "--output", tmp_path / "back.jsonl")
    assert (result.exit_code, result.stderr) == (0, "")
    assert (tmp_path / "back.jsonl").read_bytes() == Path(UNITS).read_bytes()


def test_unanswered_tasks_are_told(tmp_path: Path) -> None:
    run("export", UNITS, "--to", "prodigy", "--output", tmp_path / "tasks", "--blank")
    lines = (tmp_path / "tasks").read_text(encoding="utf-8").splitlines()
    answered = json.dumps({**json.loads(lines[0]), "accept": ["action"], "answer": "accept"})
    (tmp_path / "tasks").write_text("\n".join([answered, *lines[1:]]), encoding="utf-8")
    result = run("import", tmp_path / "tasks", "--from", "prodigy", "--output", tmp_path / "back.jsonl")
    assert "373 units were left out, since nobody has annotated them" in result.stderr
    assert len(read_corpus([tmp_path / "back.jsonl"])) == 1


def test_labels_go_and_words_come_back(tmp_path: Path) -> None:
    labels, units = tmp_path / "labels.jsonl", tmp_path / "units.jsonl"
    made = run("standoff", UNITS, "--manifest", MANIFEST, "--output", labels)
    assert made.exit_code == 0
    assert "of 11 documents, 3 have no path" in made.stderr
    result = run("rebuild", labels, "--docs", CORPUS, "--manifest", MANIFEST, "--output", units)
    assert result.exit_code == 2
    assert "\nall              374       316       316       316    1.0000    0.8449\n" in result.stdout
    assert "\nnot read: larkspool-steering:loose (18 units): no path is known\n" in result.stdout
    assert len(read_corpus([units])) == 316


def test_units_that_are_not_found_are_named(tmp_path: Path) -> None:
    row = {"doc": "quay:1", "source": "quay", "id": 7, "text": "It rained.", "labels": []}
    manifest = {"id": "quay:1", "repo": "quay/minutes", "commit": "1", "path": "a.txt"}
    for name, value in (("units.jsonl", row), ("manifest.jsonl", manifest)):
        (tmp_path / name).write_text(json.dumps(value), encoding="utf-8")
    (tmp_path / "minutes").mkdir()
    (tmp_path / "minutes" / "a.txt").write_text("It blew a gale.", encoding="utf-8")
    run(
        "standoff",
        tmp_path / "units.jsonl",
        "--manifest",
        tmp_path / "manifest.jsonl",
        "--output",
        tmp_path / "s.jsonl",
    )
    result = run("rebuild", tmp_path / "s.jsonl", "--docs", tmp_path, "--output", tmp_path / "found.jsonl")
    assert result.exit_code == 0, result.output
    assert result.stdout.endswith("not found: quay:1: 7\n")


def test_no_folder_is_one(tmp_path: Path) -> None:
    result = run("rebuild", UNITS, "--docs", tmp_path / "none", "--output", tmp_path / "u.jsonl")
    assert result.exit_code == 1
    assert "is no folder" in result.stderr


def test_inputs_are_not_replaced() -> None:
    for arguments in (
        ["export", UNITS, "--to", "doccano", "--output", UNITS],
        ["import", UNITS, "--from", "doccano", "--output", UNITS],
        ["standoff", UNITS, "--manifest", MANIFEST, "--output", MANIFEST],
        ["rebuild", UNITS, "--docs", str(CORPUS), "--output", UNITS],
    ):
        result = run(*arguments)
        assert result.exit_code == 1
        assert "is one of the documents to read" in result.stderr
