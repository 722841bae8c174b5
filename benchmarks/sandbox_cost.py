"""What the reader's child process costs: files read with it and without it, in one run.

Both take turns, a few files at a time, so that whatever else the machine does slows both alike.

python benchmarks/sandbox_cost.py FOLDER [--files 1000] [--repeats 3]
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from minutextract.document import Document
from minutextract.errors import ReadError
from minutextract.readers import read_all
from minutextract.readers.sandbox import Sandbox

_SMALL = 12_000
_TURN = 20


def main(
    folder: Path,
    files: Annotated[int, typer.Option(help="How many files, drawn at random.")] = 1000,
    repeats: Annotated[int, typer.Option(help="How often each way.")] = 3,
) -> None:
    """Print seconds for both ways and the ratio of each repeat."""
    small = sorted(path for path in folder.rglob("*.md") if path.stat().st_size < _SMALL)
    chosen = random.Random(1).sample(small, min(files, len(small)))
    batches = [chosen[at : at + _TURN] for at in range(0, len(chosen), _TURN)]
    pairs = []
    with Sandbox() as sandbox:
        sandbox.read_all(chosen[0])
        for _ in range(repeats):
            alone = confined = 0.0
            for at, batch in enumerate(batches):
                if at % 2:
                    alone += _seconds(read_all, batch)
                confined += _seconds(sandbox.read_all, batch)
                if not at % 2:
                    alone += _seconds(read_all, batch)
            pairs.append((alone, confined))
    for alone, confined in pairs:
        print(
            f"{len(chosen)} files: {alone:.1f} s alone, {confined:.1f} s in the sandbox, ratio {confined / alone:.2f}"
        )
    print(f"median ratio {statistics.median(confined / alone for alone, confined in pairs):.2f}")


def _seconds(read: Callable[[Path], Sequence[Document]], paths: Sequence[Path]) -> float:
    since = time.perf_counter()
    for path in paths:
        try:
            read(path)
        except ReadError:
            continue
    return time.perf_counter() - since


if __name__ == "__main__":
    typer.run(main)
