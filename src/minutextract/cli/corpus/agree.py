"""`minutextract corpus agree`: how far two annotators agree."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from minutextract.cli.evaluate import FiguresFormat
from minutextract.cli.options import argument
from minutextract.cli.output import write_result
from minutextract.render.wording import fold

if TYPE_CHECKING:
    from minutextract.corpus.agreement import Agreement


def agree_cli(
    first: Annotated[Path, argument("A", "JSON Lines of one annotator.")],
    second: Annotated[Path, argument("B", "JSON Lines of another, of the same units.")],
    format: Annotated[FiguresFormat, typer.Option("--format", help="What to write.")] = FiguresFormat.TEXT,
) -> None:
    """Compare two annotations of the same units.

    Precision, recall and F1 of B against A, and Cohen's kappa; then the units that only one of them has.
    """
    agreement = measure_files(first, second)
    if format is FiguresFormat.JSON:
        write_result(json.dumps(agreement.to_json(), ensure_ascii=False, indent=1) + "\n", None)
    else:
        write_result("".join(f"{line}\n" for line in _lines(agreement)), None)


def measure_files(first: Path, second: Path) -> Agreement:
    """The agreement of two files.

    Raises:
        CorpusError: a file is not a corpus, or the two do not fit together.
    """
    from minutextract.corpus import read_corpus
    from minutextract.corpus.agreement import measure_agreement

    return measure_agreement(read_corpus([first]), read_corpus([second]))


def _lines(agreement: Agreement) -> Iterator[str]:
    yield f"{'label':<10} {'precision':>9} {'recall':>9} {'f1':>9} {'kappa':>9} {'in A':>9} {'in B':>9}"
    for name, one in agreement.labels.items():
        kappa = "–" if one.kappa is None else f"{one.kappa:.4f}"
        rates = f"{one.precision:>9.4f} {one.recall:>9.4f} {one.f1:>9.4f} {kappa:>9}"
        yield f"{name:<10} {rates} {one.first:>9} {one.second:>9}"
    yield f"macro F1 {agreement.macro_f1:.4f} over {agreement.n} units that both have"
    for letter, units in (("A", agreement.only_first), ("B", agreement.only_second)):
        for alone in units:
            name = f"{alone.doc} {'' if alone.id is None else alone.id}".strip()
            yield f"only in {letter}: {fold(f'{name}: {alone.unit.text}' if name else alone.unit.text)}"
