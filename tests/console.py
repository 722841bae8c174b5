"""The examples of the documents: found in their text, and run in process in a folder that has what they name."""

from __future__ import annotations

import glob
import re
import shlex
import shutil
from dataclasses import dataclass
from pathlib import Path

import typer.main
from typer.testing import CliRunner

from batch_loading import minutes
from minutextract.cli.main import app
from minutextract.render.pdf import is_available
from stores import society

ROOT = Path(__file__).resolve().parent.parent
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")), *sorted((ROOT / "corpus").glob("*.md")))
# These take minutes, a cluster or files that are not here: their options are read, and no more.
_ONLY_PARSED = re.compile(
    r"minutextract (?:train|evaluate my-)\b|--engine dask|--model my-model|corpus (?:teach drawn|rebuild)"
)
# Other programs that a console line may begin with; nothing of them is run.
_OTHERS = ("make", "pip", "python", ".venv/bin/pip", "dask", "dask-ssh", "datasette", "duckdb", "sqlite3")
# Files of these minutes are nowhere, so `verify` says so.
_EXIT_CODES = {"verify": 2}


@dataclass(frozen=True)
class Line:
    """One line of an example: its words, what it is written to ("" for nothing), and whether it is only read."""

    words: tuple[str, ...]
    target: str
    only_parsed: bool

    @property
    def is_ours(self) -> bool:
        """Whether it is a command of minutextract."""
        return self.words[0] == "minutextract"


def console_lines(text: str) -> list[Line]:
    """The commands of a page's console blocks; of a block with prompts, what stands behind them."""
    lines: list[str] = []
    for block in re.findall(r"^```console\n(.*?)^```", text, re.DOTALL | re.MULTILINE):
        said = block.replace("\\\n", " ").splitlines()
        prompted = [line[2:] for line in said if line.startswith("$ ")]
        lines += prompted or [line for line in said if line.strip()]
    return [_line(line) for line in lines]


def _line(text: str) -> Line:
    words = shlex.split(text, comments=True)
    while "=" in words[0]:  # a variable of the environment
        words = words[1:]
    target = words[-1] if ">" in words[-2:-1] else ""
    return Line(tuple(words[:-2] if target else words), target, _ONLY_PARSED.search(text) is not None)


def run_line(line: Line) -> str:
    """Run a line in the current folder; what went wrong, "" if all went well."""
    if line.words[:2] == ("mkdir", "-p"):
        Path(line.words[2]).mkdir(parents=True, exist_ok=True)
        return ""
    if line.words[-1].endswith("-completion"):  # asks which shell it was called from
        return ""
    if not line.is_ours:
        return "" if line.words[0] in _OTHERS else f"an example of {line.words[0]}, which nothing here knows"
    if line.only_parsed or ("pdf" in line.words and not is_available()):
        return _parse(line.words[1:])
    done = CliRunner().invoke(app, _expanded(line.words[1:]), prog_name="minutextract")
    if line.target:
        Path(line.target).write_text(done.stdout, encoding="utf-8")
    expected = _EXIT_CODES.get(line.words[1], 0)
    return "" if done.exit_code == expected else f"{' '.join(line.words)}: {done.exit_code}\n{done.output}"


def _expanded(words: tuple[str, ...]) -> list[str]:
    """The words as a shell hands them on: patterns of files that are there become their names."""
    return [name for word in words for name in (sorted(glob.glob(word)) or [word])]  # noqa: PTH207


def _parse(words: tuple[str, ...]) -> str:
    command, rest = typer.main.get_command(app), list(words)
    while hasattr(command, "commands"):
        command = command.commands[rest.pop(0)]
    try:
        command.make_context(words[0], rest)
    except Exception as error:
        return f"{' '.join(words)}: {error}"
    return ""


def set_scene(folder: Path) -> None:
    """Put into a folder what the examples name: minutes, an archive, its store, and the corpus."""
    corpus = ROOT / "corpus"
    shutil.copytree(corpus, folder / "corpus", ignore=shutil.ignore_patterns("train.jsonl", "more.jsonl"))
    (folder / "models").symlink_to(ROOT / "models")
    shutil.copy(corpus / "larkspool-steering-2026-02-05.md", folder / "minutes.md")
    shutil.copy(corpus / "tarnbeck-homes-board-2025-11-26.docx", folder / "minutes.docx")
    shutil.copy(corpus / "nether-fallowby-2026-05-12.pdf", folder / "minutes.pdf")
    for at in ("2024/march.md", "archive/march.md", "minutes/march.md"):
        minutes(folder, at)
    with society(folder):
        pass
    shutil.copy(folder / "a.db", folder / "archive.db")
    (folder / "a.db").rename(folder / "ARCHIVE.db")
