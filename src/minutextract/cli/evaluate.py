"""`minutextract evaluate`: the classifier's figures on annotated units."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Evaluation:
    """What the classifier reaches on a set of units.

    Attributes:
        total: figures over all units.
        sources: those of each organisation, in alphabetical order.
        calibration: expected calibration error a label.
        risk: the share of units with a wrong label set among the surest ones, by the share that is kept.
    """

    total: Figures
    sources: dict[str, Figures]
    calibration: dict[str, float]
    risk: dict[float, float]


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
    """Measure the sentence classifier on annotated units.

    Precision, recall and F1 a label; how far its probabilities can be trusted; and how many label sets are wrong if
    only the surest units count.
    """
    set_up_logging(verbose=verbose)
    found = evaluate_corpora(corpus, model, backend)
    write_result(_json(found, by_source) if format is FiguresFormat.JSON else _text(found, by_source), None)


def evaluate_corpora(corpus: Sequence[Path], model: Path | None, backend: BackendName = BackendName.AUTO) -> Evaluation:
    """Figures of the classifier on annotated units; `model` None stands for the one that comes along.

    Raises:
        CorpusError: a file is not a corpus.
        ModelError: the model folder is incomplete or altered, or has nothing for the backend asked for.
        MissingProgram: the backend asked for is not installed.
    """
    from minutextract.corpus import read_corpus
    from minutextract.evaluation import apply_thresholds, calibration_error, evaluate, risk_coverage
    from minutextract.tagger.location import default_model
    from minutextract.tagger.tagger import Tagger

    units = read_corpus(corpus)
    tagger = Tagger.load(model or default_model(), backend)
    scores = tagger.scores([one.unit for one in units])
    gold, predicted = [one.labels for one in units], apply_thresholds(scores, tagger.thresholds)
    places: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(units):
        places[one.source].append(place)
    sources = {
        source: evaluate([gold[at] for at in own], [predicted[at] for at in own])
        for source, own in sorted(places.items())
    }
    return Evaluation(
        evaluate(gold, predicted),
        sources,
        calibration_error(gold, scores),
        risk_coverage(gold, scores, tagger.thresholds),
    )


def _json(found: Evaluation, by_source: bool) -> str:
    whole = found.total.to_json()
    whole["calibration_error"] = {label: round(value, 4) for label, value in found.calibration.items()}
    whole["risk_coverage"] = [{"coverage": kept, "risk": round(risk, 4)} for kept, risk in found.risk.items()]
    if by_source:
        whole["sources"] = {name: figures.to_json() for name, figures in found.sources.items()}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _text(found: Evaluation, by_source: bool) -> str:
    errors = "  ".join(f"{label} {value:.3f}" for label, value in found.calibration.items())
    risks = "  ".join(f"{kept:.0%} {risk:.1%}" for kept, risk in found.risk.items())
    parts = [figures_table(found.total), f"calibration error  {errors}\n", f"wrong of the surest  {risks}\n"]
    if by_source:
        parts += [f"\n{name or '(no source)'}\n{figures_table(one)}" for name, one in found.sources.items()]
    return "".join(parts)
