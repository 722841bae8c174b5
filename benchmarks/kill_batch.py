"""Kills a batch again and again at random moments, and compares the store with one that nothing disturbed.

    python benchmarks/kill_batch.py FOLDER [--kills 50] [--documents 300] [--workers 2] [--stand-in]

Each round starts `batch` on the same store, waits for a random number of documents and a random while, and sends
SIGKILL to the batch alone or to it and its workers, in turn; a last round runs to its end. Printed are documents that
were half written after any kill, and whether both stores hold the same. `--stand-in` looks for words instead of running
the classifier: all else is the same, and an hour becomes minutes.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Annotated

import typer

from minutextract.corpus import LABELS, Unit
from minutextract.pipeline import Pipeline
from minutextract.readers.child import Read
from minutextract.store import open_store
from minutextract.store.contents import contents

_HALF = "SELECT count(*) FROM meetings JOIN documents ON sha256 = document WHERE state <> 'done'"
_DONE = "SELECT count(*) FROM documents WHERE state IN ('done', 'quarantined')"


class _Words:
    """Looks for a word a label; as sure of the rest as a classifier would be."""

    _WORDS = {"action": " to ", "decision": "agreed", "praise": "thank", "insight": "that"}  # noqa: RUF012
    thresholds = dict.fromkeys(LABELS, 0.5)

    def scores(self, units: Sequence[Unit]) -> list[dict[str, float]]:
        return [{label: 0.9 if word in unit.text else 0.1 for label, word in self._WORDS.items()} for unit in units]


def load_stand_in(_model: Path | None, _spacy: str | None, read: Read) -> Pipeline:
    """A pipeline without weights; workers import it by name."""
    return Pipeline(_Words(), read=read)


@dataclass(frozen=True)
class _Moment:
    """When to kill: so long after so many more documents were settled."""

    documents: int
    seconds: float


def main(
    folder: Path,
    kills: int = 50,
    documents: Annotated[int, typer.Option(help="How many, drawn at random.")] = 300,
    workers: int = 2,
    stand_in: Annotated[bool, typer.Option("--stand-in")] = False,
    seed: int = 1,
) -> None:
    """Print what the kills did."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as scratch:
        archive = _archive(folder, Path(scratch) / "archive", documents, chance)
        whole, killed = Path(scratch) / "whole.db", Path(scratch) / "killed.db"
        seconds = _undisturbed(archive, whole, workers, stand_in)
        print(f"{documents} documents, {workers} workers: {seconds:.1f} s undisturbed", flush=True)
        half = 0
        for number in range(kills):
            # Spread over the whole archive, so that the last kills meet its last documents.
            moment = _Moment(chance.randint(0, 2 * documents // kills), chance.uniform(0, 1))
            _kill_once(archive, killed, workers, stand_in, moment, with_workers=number % 2 == 1)
            half += _ask(killed, _HALF)
            print(f"kill {number + 1}: {_ask(killed, _DONE)} documents settled, {half} half written", flush=True)
        _undisturbed(archive, killed, workers, stand_in)
        with open_store(whole) as one, open_store(killed) as other:
            equal = all(a == b for a, b in zip_longest(contents(one), contents(other)))
            [integrity] = other.execute("PRAGMA integrity_check").fetchone()
            rows = sum(1 for _ in contents(other))
    verdict = "equal" if equal else "DIFFER"
    print(f"{kills} kills: {half} half written, integrity {integrity}, {rows} rows, stores {verdict}")


def _archive(folder: Path, copy: Path, documents: int, chance: random.Random) -> Path:
    chosen = chance.sample(sorted(path for path in folder.rglob("*") if path.is_file()), documents)
    for number, path in enumerate(chosen):
        copy.mkdir(exist_ok=True)
        shutil.copy2(path, copy / f"{number:04}-{path.name}")
    return copy


def _start(archive: Path, store: Path, workers: int, stand_in: bool) -> subprocess.Popen[bytes]:
    call = "import sys; sys.path.insert(0, sys.argv.pop(1)); from minutextract.cli import batch, main; "
    if stand_in:
        call += "import kill_batch; batch.load_pipeline = kill_batch.load_stand_in; "
    call += "main.app()"
    command = [sys.executable, "-c", call, str(Path(__file__).parent), "batch", str(archive), "--store", str(store)]
    return subprocess.Popen(
        [*command, "--workers", str(workers)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _undisturbed(archive: Path, store: Path, workers: int, stand_in: bool) -> float:
    since = time.monotonic()
    _start(archive, store, workers, stand_in).wait()
    return time.monotonic() - since


def _kill_once(
    archive: Path, store: Path, workers: int, stand_in: bool, moment: _Moment, *, with_workers: bool
) -> None:
    before = _ask(store, _DONE)
    batch = _start(archive, store, workers, stand_in)
    while batch.poll() is None and _ask(store, _DONE) < before + moment.documents:
        time.sleep(0.02)
    time.sleep(moment.seconds)
    for process in (batch.pid, *(_children(batch.pid) if with_workers else ())):
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
    batch.wait()


def _children(process: int) -> list[int]:
    try:
        return [int(pid) for pid in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    except OSError:
        return []


def _ask(store: Path, question: str) -> int:
    try:
        with sqlite3.connect(store) as connection:
            return int(connection.execute(question).fetchone()[0])
    except sqlite3.OperationalError:
        # Killed before the store was made.
        return 0


if __name__ == "__main__":
    typer.run(main)
