"""Pipelines that workers load in tests, and minutes for them; a worker's process imports this by name."""

from __future__ import annotations

import itertools
import os
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from builders import Keywords
from minutextract.batch.progress import Progress
from minutextract.batch.report import Report
from minutextract.batch.run import Options, run_batch
from minutextract.corpus import Unit
from minutextract.errors import ModelError
from minutextract.pipeline import Pipeline
from minutextract.readers.child import Read
from minutextract.store import open_store


class Faulty(Keywords):
    """Does what a sentence says: ends the process, takes its time, or makes a mistake."""

    def scores(self, units: Sequence[Unit]) -> list[dict[str, float]]:
        text = " ".join(unit.text for unit in units)
        if "aborts" in text:
            os.abort()
        if "errs" in text:
            raise KeyError("no such thing")
        if "dawdles" in text:
            time.sleep(0.15)
        return super().scores(units)


def load(_model: Path | None, _spacy: str | None, read: Read) -> Pipeline:
    """A pipeline without weights."""
    return Pipeline(Faulty(), read=read)


def load_with_full_disk(_model: Path | None, _spacy: str | None, read: Read) -> Pipeline:
    """A pipeline in a process for which the disk fills up after a few documents."""
    from minutextract.batch import worker

    written = itertools.count()

    @contextmanager
    def nearly_full(path: Path) -> Iterator[sqlite3.Connection]:
        with open_store(path) as connection:
            if next(written) >= 3:
                [pages] = connection.execute("PRAGMA page_count").fetchone()
                connection.execute(f"PRAGMA max_page_count = {pages}")
            yield connection

    setattr(worker, "open_store", nearly_full)  # noqa: B010
    return load(_model, _spacy, read)


def refuse(_model: Path | None, _spacy: str | None, _read: Read) -> Pipeline:
    """No pipeline."""
    raise ModelError("the weights were altered", "Install them again.")


def minutes(folder: Path, name: str, *sentences: str, number: int = 1) -> Path:
    """Write the minutes of an invented meeting."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [
        "# Minutes of the Lantern Hill Society held on 4 March 2024",
        "Present: Ann Baxter (AB), Colin Dray (CD)",
        f"# {number}. Garden",
        f"AB to mend gate {number} by 1 May 2024.",
        *sentences,
    ]
    path.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    return path


def run(store: Path, *roots: Path, workers: int = 1, retry: bool = False) -> Report:
    """A batch with the stand-in classifier."""
    return run_batch(roots, store, Options(load, workers=workers, retry=retry), Progress(watched=False))


if __name__ == "__main__":
    import sys

    print(run(Path(sys.argv[1]), Path(sys.argv[2]), workers=int(sys.argv[3])).as_json())
