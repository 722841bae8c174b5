"""`minutextract corpus count`: how many units, documents and labels there are."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from minutextract.cli.evaluate import FiguresFormat
from minutextract.cli.options import Corpora
from minutextract.cli.output import write_result

if TYPE_CHECKING:
    from minutextract.corpus.counts import Counts


def count_cli(
    corpus: Corpora,
    format: Annotated[FiguresFormat, typer.Option("--format", help="What to write.")] = FiguresFormat.TEXT,
) -> None:
    """Count units and labels.

    As a whole, by organisation and by combination of labels.
    """
    total, sources = count_corpora(corpus)
    if format is FiguresFormat.JSON:
        write_result(json.dumps(_json(total, sources), ensure_ascii=False, indent=1) + "\n", None)
    else:
        write_result("".join(f"{line}\n" for line in _lines(total, sources)), None)


def count_corpora(corpus: Sequence[Path]) -> tuple[Counts, dict[str, Counts]]:
    """Counts over all files, and of each organisation.

    Raises:
        CorpusError: a file is not a corpus.
    """
    from minutextract.corpus import read_corpus
    from minutextract.corpus.counts import count_by_source, count_units

    units = read_corpus(corpus)
    return count_units(units), count_by_source(units)


def _json(total: Counts, sources: dict[str, Counts]) -> dict[str, Any]:
    combinations = [{"labels": list(labels), "n": n} for labels, n in total.combinations.items()]
    by_source = {name: counts.to_json() for name, counts in sources.items()}
    return {**total.to_json(), "combinations": combinations, "sources": by_source}


def _lines(total: Counts, sources: dict[str, Counts]) -> Iterator[str]:
    rows = {**{name or "(no source)": counts for name, counts in sources.items()}, "all": total}
    width = max(12, *map(len, rows))
    heads = ("documents", "units", *total.labels)
    yield f"{'organisation':<{width}}" + "".join(f" {head:>9}" for head in heads)
    for name, counts in rows.items():
        numbers = (counts.documents, counts.n, *counts.labels.values())
        yield f"{name:<{width}}" + "".join(f" {number:>9}" for number in numbers)
    yield ""
    for labels, n in total.combinations.items():
        yield f"{n:>9}  {' + '.join(labels) or 'none'}"
