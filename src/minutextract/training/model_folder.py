"""A trained network as a model folder: weights, calibration, thresholds, card, manifest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from minutextract.corpus import LABELS, AnnotatedUnit
from minutextract.evaluation import Figures, apply_thresholds, best_thresholds, calibration_error, evaluate
from minutextract.tagger import layout
from minutextract.tagger.calibration import Logits, as_scores
from minutextract.tagger.predict import predict_logits
from minutextract.tagger.torch_backend import TorchBackend
from minutextract.training.base import Start
from minutextract.training.calibrate import cross_fitted, fit_scaling
from minutextract.training.card import Data, write_card
from minutextract.training.checkpoint import Progress
from minutextract.training.config import TrainingConfig
from minutextract.training.export import add_quantised
from minutextract.training.weights import write_weights


@dataclass(frozen=True, slots=True)
class Tuned:
    """What dev settles beside the weights.

    Attributes:
        scaling: calibration a label.
        thresholds: the calibrated probability from which a label is given.
        figures: on dev, with these.
        error: expected calibration error a label, each organisation calibrated on the others.
    """

    scaling: dict[str, layout.Scaling]
    thresholds: dict[str, float]
    figures: Figures
    error: dict[str, float]


def write_model(
    started: Start,
    dev: Sequence[AnnotatedUnit],
    output: Path,
    *,
    config: TrainingConfig,
    progress: Progress,
    data: Data,
) -> Figures:
    """Write the model folder `output` and return the figures of what was written on dev."""
    output.mkdir(parents=True, exist_ok=True)
    write_weights(started, output)
    # Of the weights as written, in half precision, not of those in memory.
    backend = TorchBackend.load(output, labels=len(LABELS))
    tuned = tune(predict_logits(backend, started.encoder, [one.unit for one in dev]), dev)
    settings = layout.Settings(thresholds=tuned.thresholds, lengths=started.lengths, scaling=tuned.scaling)
    layout.write_settings(output, settings)
    write_card(
        output, base=started.name, figures=tuned.figures, error=tuned.error, config=config, progress=progress, data=data
    )
    layout.write_manifest(output)
    add_quantised(output, dev)
    return tuned.figures


def tune(logits: Logits, dev: Sequence[AnnotatedUnit]) -> Tuned:
    """Calibration and thresholds that suit dev, and what they reach there.

    Args:
        logits: of shape (units, labels).
        dev: the units, of several organisations.
    """
    gold = [one.labels for one in dev]
    scaling = fit_scaling(logits, gold)
    scores = as_scores(logits, scaling)
    thresholds = best_thresholds(gold, scores)
    crossed = cross_fitted(logits, gold, [one.source for one in dev])
    return Tuned(
        scaling, thresholds, evaluate(gold, apply_thresholds(scores, thresholds)), calibration_error(gold, crossed)
    )
