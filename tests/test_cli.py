from __future__ import annotations

import subprocess
import sys
import time

import pytest
from typer.testing import CliRunner

from minutextract import __version__
from minutextract.cli.main import app
from minutextract.errors import ModelError

COMMANDS = ("summarize", "extract", "inspect", "evaluate", "train", "corpus", "doctor", "schema")
run = CliRunner()


def test_version() -> None:
    result = run.invoke(app, ["--version"])
    assert (result.exit_code, result.stdout) == (0, f"minutextract {__version__}\n")


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_help(command: str) -> None:
    result = run.invoke(app, [command, "--help"])
    assert result.exit_code == 0
    assert f"Usage: minutextract {command}" in result.stdout


def test_help_lists_every_command_with_a_whole_line() -> None:
    listed = [line.split(maxsplit=1) for line in run.invoke(app, ["--help"]).stdout.splitlines()]
    described = {line[0]: line[1] for line in listed if line and line[0] in COMMANDS}
    assert set(described) == set(COMMANDS)
    assert all(text.endswith(".") and not text.endswith("...") for text in described.values())


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["no-such-command"],
        ["summarize"],
        ["summarize", "--format", "rtf", "x.txt"],
        ["summarize", "--no-such-option", "x.txt"],
        ["inspect", "x.txt"],
        ["train", "x.jsonl"],
        ["evaluate"],
        ["corpus"],
        ["corpus", "no-such-command"],
        ["corpus", "export", "x.jsonl", "--to", "paper", "--output", "y"],
    ],
)
def test_wrong_usage_is_one(arguments: list[str]) -> None:
    result = run.invoke(app, arguments)
    assert result.exit_code == 1
    assert "Usage: minutextract" in result.output
    assert result.stdout == ""


def test_importing_the_commands_loads_nothing_heavy() -> None:
    heavy = ("spacy", "torch", "transformers", "lxml", "docx", "pydantic", "jinja2", "rich", "pypdfium2", "numpy")
    code = f"import sys, minutextract.cli.main; print([name for name in {heavy!r} if name in sys.modules])"
    assert subprocess.check_output([sys.executable, "-c", code], text=True) == "[]\n"


def test_help_is_there_at_once() -> None:
    taken = []
    for _ in range(3):
        started = time.perf_counter()
        subprocess.run([sys.executable, "-m", "minutextract", "--help"], check=True, capture_output=True)
        taken.append(time.perf_counter() - started)
    # The figure to hold is .3 s on a quiet machine; a busy one takes several times that.
    assert min(taken) < 2.0


def test_an_interruption_is_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("minutextract.schema.json_schema", interrupted)
    assert run.invoke(app, ["schema"]).exit_code == 130


def test_an_error_of_ours_is_one_line_and_its_code(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused() -> None:
        raise ModelError("the model\nwas altered.", "install it again")

    monkeypatch.setattr("minutextract.schema.json_schema", refused)
    result = run.invoke(app, ["schema"])
    assert result.exit_code == 4
    assert result.stderr == "minutextract: the model was altered. Install it again.\n"


def test_a_reader_who_stops_reading_is_no_error() -> None:
    code = "import sys; from minutextract.cli.main import app; app(['schema'], prog_name='minutextract')"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_schema_is_json() -> None:
    result = run.invoke(app, ["schema"])
    assert result.exit_code == 0
    assert '"RecordJson"' in result.stdout
