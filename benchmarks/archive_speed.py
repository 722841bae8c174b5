"""Documents a second of the usual way, of pytextrank and of ours, over real minutes, in one run.

    python benchmarks/archive_speed.py FOLDER [--documents 300] [--repeats 3] [--threads 2]

FOLDER holds Markdown. *The usual way* is all of spaCy's small pipeline and transformers' text classification on our
weights, sentence by sentence; pytextrank takes part if it is installed. *Ours* is what a worker does with a document,
in one process, without and with the store; *batch* are as many workers as threads, with the store. All take turns, some
documents at a time and in another order each time, so that whatever else the machine does slows all alike: trust the
ratios. What they load is loaded before. Printed are documents a second, the ratios to ours with their spread over the
turns, the most memory, the time of each of our stages, the share of the forward pass alone, and seconds a word of one
very long document against short ones made of the same paragraphs.
"""

from __future__ import annotations

import importlib.util
import random
import statistics
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from minutextract.processors import processor_count
from ways import WAYS, Contender, Turn

# Of fewer, the last long document would leave all but one worker of a batch idle.
_TURN = 30
_PARTS = 10
_HEADER = "# Minutes of the Lantern Hill Society held on 4 March 2024\n\nPresent: Ann Baxter (AB), Colin Dray (CD)\n\n"


def main(
    folder: Path,
    documents: Annotated[int, typer.Option(help="How many, drawn at random.")] = 300,
    repeats: Annotated[int, typer.Option(help="How often each way works through them.")] = 3,
    threads: Annotated[int | None, typer.Option(help="For each way; as many as processors if not given.")] = None,
    long: Annotated[int, typer.Option(help="Words of the long document; 0 leaves it out.")] = 200_000,
    short: Annotated[int, typer.Option(help="Words of the short ones.")] = 2_000,
    seed: int = 1,
) -> None:
    """Print the figures."""
    chance = random.Random(seed)
    found = sorted(folder.rglob("*.md"))
    chosen = chance.sample(found, min(documents, len(found)))
    words = sum(len(path.read_text(encoding="utf-8", errors="replace").split()) for path in chosen)
    count = threads or processor_count()
    print(
        f"{len(chosen)} documents, {words / len(chosen):.0f} words each, {repeats} repeats, {count} threads", flush=True
    )
    names = list(WAYS)
    if importlib.util.find_spec("pytextrank") is None:
        names.remove("pytextrank")
        print("pytextrank is not installed (pip install pytextrank), and left out")
    contenders = {name: Contender(name, count) for name in names}
    try:
        turns = _compete(contenders, chosen, repeats, chance)
        _print_rates(turns, len(chosen) * repeats)
        _print_stages(turns["ours, stored"])
        if long:
            _print_lengths(contenders["ours"], found, long, short, chance)
    finally:
        for name, contender in contenders.items():
            own, largest = contender.close()
            print(f"{name:<14} at most {own:5.0f} MB, and {largest:5.0f} MB in a process that it started")


def _compete(
    contenders: dict[str, Contender], chosen: Sequence[Path], repeats: int, chance: random.Random
) -> dict[str, list[Turn]]:
    for contender in contenders.values():
        contender.work(chosen[:1])
    turns: dict[str, list[Turn]] = {name: [] for name in contenders}
    # Each repeat reads copies that differ in a line: a store knows what it has seen.
    with tempfile.TemporaryDirectory() as scratch:
        for repeat in range(repeats):
            for at in range(0, len(chosen), _TURN):
                several = [
                    _copy(path, Path(scratch), f"{repeat}-{at}-{n}") for n, path in enumerate(chosen[at : at + _TURN])
                ]
                for name in chance.sample(sorted(contenders), len(contenders)):
                    turns[name].append(contenders[name].work(several))
    return turns


def _copy(path: Path, folder: Path, mark: str) -> Path:
    copy = folder / f"{mark}-{path.name}"
    copy.write_bytes(path.read_bytes() + f"\n\n<!-- {mark} -->\n".encode())
    return copy


def _print_rates(turns: dict[str, list[Turn]], documents: int) -> None:
    for name, several in turns.items():
        seconds = sum(turn.seconds for turn in several)
        line = f"{name:<14} {documents / seconds:7.2f} documents/s"
        if sentences := sum(turn.sentences for turn in several):
            line += f" {sentences / seconds:8.0f} sentences/s"
        for ours in ("ours", "ours, stored", "batch"):
            ratios = sorted(a.seconds / b.seconds for a, b in zip(several, turns[ours], strict=True))
            low, middle, high = ratios[len(ratios) // 10], statistics.median(ratios), ratios[len(ratios) * 9 // 10]
            line += f" | {ours} is {middle:.2f} times as fast ({low:.2f} to {high:.2f})" if ours != name else ""
        print(line)


def _print_stages(several: Sequence[Turn]) -> None:
    total = sum(turn.seconds for turn in several)
    stages: Counter[str] = Counter()
    for turn in several:
        stages.update(turn.stages)
    forward = stages.pop("forward pass")
    print("our stages, stored: " + ", ".join(f"{name} {100 * stages[name] / total:.1f} %" for name in stages))
    rest = total - sum(stages.values())
    print(f"the rest {100 * rest / total:.1f} %; the forward pass alone {100 * forward / total:.1f} % of all")


def _print_lengths(ours: Contender, found: Sequence[Path], long: int, short: int, chance: random.Random) -> None:
    text = _paragraphs(found, chance)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        parts = [_write(folder / f"{n}.md", text, short) for n in range(_PARTS)]
        whole = _write(folder / "long.md", text, long)
        before = sum(ours.work([part]).seconds for part in parts[: _PARTS // 2])
        one = ours.work([whole]).seconds / long
        after = sum(ours.work([part]).seconds for part in parts[_PARTS // 2 :])
    each = (before + after) / _PARTS / short
    print(
        f"a word of {long:,} takes {1e6 * one:.0f} microseconds, of {short:,} {1e6 * each:.0f}: "
        f"{one / each:.2f} times as long"
    )


def _paragraphs(found: Sequence[Path], chance: random.Random) -> Iterator[str]:
    """Distinct paragraphs of real minutes that are neither headings nor of a header."""
    seen: set[str] = set()
    for path in chance.sample(found, len(found)):
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
            if len(line.split()) >= 8 and line[0] not in "#|>" and line not in seen:
                seen.add(line)
                yield line


def _write(path: Path, text: Iterator[str], words: int) -> Path:
    taken, lines = 0, [_HEADER]
    while taken < words:
        if len(lines) % 20 == 1:
            lines.append(f"## {len(lines) // 20 + 1}. Item {len(lines) // 20 + 1}")
        lines.append(next(text))
        taken += len(lines[-1].split())
    path.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    return path


if __name__ == "__main__":
    typer.run(main)
