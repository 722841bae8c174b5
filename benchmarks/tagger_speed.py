"""Sentences a second of the classifier with torch and with onnxruntime, side by side in one run, and cold starts.

    python benchmarks/tagger_speed.py UNITS.jsonl… [--model DIR] [--units 256] [--threads 1 --threads 2]

The two take turns within each repeat, so that whatever else the machine does slows both; trust the ratio rather than
the absolute figures. A cold start is from the start of a fresh process to its first prediction.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from minutextract.corpus import Unit, read_corpus
from minutextract.tagger import layout
from minutextract.tagger.backend import Backend, BackendName
from minutextract.tagger.location import default_model

_COLD = """
import sys, time
from pathlib import Path
from minutextract.corpus import Unit
from minutextract.tagger.backend import BackendName
from minutextract.tagger.tagger import Tagger
Tagger.load(Path(sys.argv[1]), BackendName(sys.argv[2])).scores([Unit("The Clerk to send the plan round.")])
print(time.time())
"""


def main(
    corpus: list[Path],
    model: Path | None = None,
    units: Annotated[int, typer.Option(help="How many units, taken evenly from the corpus.")] = 256,
    threads: Annotated[list[int] | None, typer.Option()] = None,
    repeats: int = 7,
    cold: Annotated[int, typer.Option(help="Cold starts of each backend.")] = 5,
) -> None:
    """Print the figures of both backends."""
    folder = model or default_model()
    chosen = _evenly([one.unit for one in read_corpus(corpus)], units)
    typer.echo(f"{len(chosen)} units, {repeats} repeats; median, and range of the ratio within a repeat")
    for count in threads or (1, 2):
        torch, onnx = _rates(folder, chosen, count, repeats)
        ratios = [fast / slow for fast, slow in zip(onnx, torch, strict=True)]
        typer.echo(
            f"threads {count}: torch fp32 {statistics.median(torch):.0f}/s, onnx int8 {statistics.median(onnx):.0f}/s, "
            f"ratio {statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})"
        )
    for name in (BackendName.ONNX, BackendName.TORCH):
        found = [_cold_start(folder, name) for _ in range(cold)]
        if found:
            typer.echo(f"cold start {name}: {statistics.median(found):.2f} s ({min(found):.2f} to {max(found):.2f})")


def _evenly(units: Sequence[Unit], wanted: int) -> list[Unit]:
    distinct = list(dict.fromkeys(units))
    return distinct[:: max(1, len(distinct) // wanted)][:wanted]


def _rates(folder: Path, units: Sequence[Unit], threads: int, repeats: int) -> tuple[list[float], list[float]]:
    """Units a second of torch and of onnxruntime, a repeat each."""
    import torch
    from tokenizers import Tokenizer

    from minutextract.tagger.encoding import UnitEncoder
    from minutextract.tagger.onnx_backend import OnnxBackend
    from minutextract.tagger.predict import predict_logits
    from minutextract.tagger.torch_backend import TorchBackend

    torch.set_num_threads(threads)
    settings = layout.read_settings(folder)
    encoder = UnitEncoder(Tokenizer.from_file(str(folder / layout.TOKENIZER)), settings.lengths)
    backends: tuple[Backend, Backend] = (
        TorchBackend.load(folder, labels=len(settings.labels)),
        OnnxBackend(folder / layout.QUANTISED, threads),
    )
    rates: tuple[list[float], list[float]] = ([], [])
    for repeat in range(repeats + 1):
        for backend, found in zip(backends, rates, strict=True):
            started = time.perf_counter()
            predict_logits(backend, encoder, units)
            # The first round warms up.
            if repeat:
                found.append(len(units) / (time.perf_counter() - started))
    return rates


def _cold_start(folder: Path, backend: BackendName) -> float:
    """Seconds from the start of a process to its first prediction."""
    started = time.time()
    command = [sys.executable, "-c", _COLD, str(folder), backend]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return float(done.stdout) - started


if __name__ == "__main__":
    typer.run(main)
