"""`minutextract corpus split`: train and dev, by organisation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from minutextract.cli.options import Corpora, option
from minutextract.cli.output import refuse_overwriting, write_result
from minutextract.errors import UsageError

if TYPE_CHECKING:
    from minutextract.corpus.splitting import Split

_Share = Annotated[float, option("--dev", "SHARE", "Share of the units for dev, as 0.1.")]
_Folder = Annotated[Path, option("--output", "DIR", "The folder for train.jsonl and dev.jsonl.")]
_Together = Annotated[
    list[str] | None,
    option("--together", "A,B", "Organisations that stay on one side, or patterns (mantid-*); may be repeated."),
]
_Groups = Annotated[Path | None, option("--groups", "FILE", "The same from a file, one group a line.")]


def split_cli(
    corpus: Corpora,
    dev: _Share,
    output: _Folder,
    seed: Annotated[int, typer.Option("--seed", metavar="N", help="Another number, another split.")] = 0,
    together: _Together = None,
    groups: _Groups = None,
) -> None:
    """Split a corpus into train and dev by organisation.

    Dev has about its share of the units and of each label; which shares were reached is printed.
    """
    joined = [*map(_names, together or []), *(_read_groups(groups) if groups else [])]
    write_result(_report(split_corpora(corpus, output, dev=dev, seed=seed, together=joined)), None)


def split_corpora(
    corpus: Sequence[Path], output: Path, *, dev: float, seed: int = 0, together: Sequence[Sequence[str]] = ()
) -> Split:
    """Write train.jsonl and dev.jsonl into a folder.

    Raises:
        CorpusError: a file is not a corpus, or cannot be split.
        UsageError: the share or a name makes no sense, or the output would replace a corpus.
        OutputError: the folder cannot be written.
    """
    from minutextract.corpus import read_corpus
    from minutextract.corpus.files import corpus_lines
    from minutextract.corpus.splitting import split_corpus

    for name in ("train.jsonl", "dev.jsonl"):
        refuse_overwriting(output / name, corpus)
    split = split_corpus(read_corpus(corpus), dev, seed=seed, together=together)
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{output} cannot be made a folder: {error.strerror}", "Name another --output.") from error
    write_result(corpus_lines(split.train), output / "train.jsonl")
    write_result(corpus_lines(split.dev), output / "dev.jsonl")
    return split


def _names(line: str) -> list[str]:
    return [name.strip() for name in line.split(",") if name.strip()]


def _read_groups(path: Path) -> list[list[str]]:
    from minutextract.corpus.files import read_text

    lines = (line.partition("#")[0] for line in read_text(path).splitlines())
    return [names for names in map(_names, lines) if names]


def _report(split: Split) -> str:
    return "".join(f"{line}\n" for line in _lines(split))


def _lines(split: Split) -> Iterator[str]:
    from minutextract.corpus.counts import by_source, count_units

    train, dev = count_units(split.train), count_units(split.dev)
    bodies = {"train": by_source(split.train), "dev": by_source(split.dev)}
    yield f"{'':<14} {'train':>9} {'dev':>9} {'dev share':>9}"
    rows = {
        "organisations": (len(bodies["train"]), len(bodies["dev"])),
        "units": (train.n, dev.n),
        **{label: (train.labels[label], dev.labels[label]) for label in train.labels},
    }
    for name, (left, right) in rows.items():
        share = f"{right / (left + right):.4f}" if left + right else "–"
        yield f"{name:<14} {left:>9} {right:>9} {share:>9}"
    yield f"dev: {', '.join(sorted(bodies['dev']))}"
