"""`minutextract evaluate`: the classifier's figures on annotated units."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from minutextract.cli.figures import figures_table
from minutextract.cli.messages import set_up_logging
from minutextract.cli.options import Corpora, Model, Verbose
from minutextract.cli.output import write_result
from minutextract.tagger.backend import BackendName

if TYPE_CHECKING:
    from minutextract.evaluation import Figures


class FiguresFormat(StrEnum):
    """The formats of figures."""

    TEXT = "text"
    JSON = "json"


def evaluate_cli(
    corpus: Corpora,
    format: Annotated[FiguresFormat, typer.Option("--format", help="What to write.")] = FiguresFormat.TEXT,
    model: Model = None,
    by_source: Annotated[bool, typer.Option("--by-source", help="Figures for each organisation too.")] = False,
    backend: Annotated[BackendName, typer.Option("--backend", help="What computes the scores.")] = BackendName.AUTO,
    verbose: Verbose = False,
) -> None:
    """Measure the sentence classifier on annotated units."""
    set_up_logging(verbose=verbose)
    total, sources = evaluate_corpora(corpus, model, backend)
    write_result(_shown(total, sources if by_source else {}, format), None)


def evaluate_corpora(
    corpus: Sequence[Path], model: Path | None, backend: BackendName = BackendName.AUTO
) -> tuple[Figures, dict[str, Figures]]:
    """Figures over all units, and over those of each source, in alphabetical order.

    Raises:
        CorpusError: a file is not a corpus.
        ModelError: the model folder is incomplete or altered, or has nothing for the backend asked for.
        MissingProgram: the backend asked for is not installed.
    """
    from minutextract.corpus import read_corpus
    from minutextract.evaluation import apply_thresholds, evaluate
    from minutextract.tagger.location import default_model
    from minutextract.tagger.tagger import Tagger

    units = read_corpus(corpus)
    tagger = Tagger.load(model or default_model(), backend)
    predicted = apply_thresholds(tagger.scores([one.unit for one in units]), tagger.thresholds)
    places: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(units):
        places[one.source].append(place)
    gold = [one.labels for one in units]
    return evaluate(gold, predicted), {
        source: evaluate([gold[at] for at in own], [predicted[at] for at in own])
        for source, own in sorted(places.items())
    }


def _shown(total: Figures, sources: dict[str, Figures], format: FiguresFormat) -> str:
    if format is FiguresFormat.JSON:
        whole = total.to_json()
        if sources:
            whole["sources"] = {name: figures.to_json() for name, figures in sources.items()}
        return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
    parts = [f"\n{name or '(no source)'}\n{figures_table(figures)}" for name, figures in sources.items()]
    return "".join([figures_table(total), *parts])
