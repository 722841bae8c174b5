"""Going on from a trained classifier on a user's own units, with figures before and after."""

from __future__ import annotations

import logging
import math
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from minutextract.corpus import LABELS, AnnotatedUnit, digest, read_corpus
from minutextract.errors import CorpusError
from minutextract.evaluation import Figures, apply_thresholds, evaluate
from minutextract.tagger import layout
from minutextract.tagger.calibration import as_scores
from minutextract.tagger.predict import predict_logits
from minutextract.tagger.torch_backend import TorchBackend
from minutextract.training.base import Start, start
from minutextract.training.card import write_adapted_card
from minutextract.training.config import TrainingConfig
from minutextract.training.export import add_quantised
from minutextract.training.loop import fine_tune
from minutextract.training.mixing import copy_weights, mix_best
from minutextract.training.weights import write_weights

log = logging.getLogger(__name__)

# Low rates and few epochs: a few hundred units shall shift the classifier, not overwrite what it knows.
ADAPTING = TrainingConfig(epochs=3, batch_size=16, encoder_rate=3e-5, head_rate=1e-4, layer_decay=0.9, patience=3)
_FEWEST = 40


@dataclass(frozen=True, slots=True)
class Adapted:
    """What going on brought: figures of both classifiers on the units held out, with the same thresholds."""

    before: Figures
    after: Figures
    trained_on: int
    split_by: str


def adapt_model(corpus: Sequence[Path], output: Path, *, base: Path, run: Path, config: TrainingConfig) -> Adapted:
    """Train the classifier in the folder `base` further and write the result to the folder `output`.

    A quarter of the units is held out, whole organisations or documents if there are several; on them the best epoch
    is chosen, and how far the weights move towards it. Calibration and thresholds stay as they are: a few hundred
    units are too few to settle them.

    Raises:
        CorpusError: a file is not a corpus, or there are too few units.
        ModelError: the base is incomplete or altered.
    """
    units = read_corpus(corpus)
    if len(units) < _FEWEST:
        raise CorpusError(f"{len(units)} units are too few to learn from", f"label {_FEWEST} or more")
    trained, held_out, split_by = hold_out(units, config.seed)
    started = start(config.model_copy(update={"base": str(base)}))
    settings = layout.read_settings(base)
    before = _figures(started, settings, held_out)
    old = copy_weights(started.network)
    fine_tune(started.network, started.encoder, trained, held_out, config, run)
    share = mix_best(started.network, old, lambda: _loss(started, settings, held_out))
    log.info("share of the new weights: %s", share)
    after = _figures(started, settings, held_out)
    if after.macro_f1 <= before.macro_f1:
        log.warning("nothing was gained on the units held out: stay with the classifier that you have")
    output.mkdir(parents=True, exist_ok=True)
    write_weights(started, output)
    layout.write_settings(output, settings)
    write_adapted_card(output, before, after, trained_on=len(trained), corpus_digest=digest(corpus))
    layout.write_manifest(output)
    add_quantised(output, held_out)
    return Adapted(before, after, len(trained), split_by)


def hold_out(units: Sequence[AnnotatedUnit], seed: int) -> tuple[list[AnnotatedUnit], list[AnnotatedUnit], str]:
    """About three quarters to train on, the rest to measure on, and what the split goes by.

    Neighbouring units tell of each other: organisations are kept whole where there are four or more, else documents;
    else the last quarter of the file is held out.
    """
    for name, groups in (("organisation", [one.source for one in units]), ("document", [one.doc for one in units])):
        distinct = sorted(set(groups))
        if len(distinct) >= 4:
            chosen = _quarter(distinct, groups, seed)
            return (
                [one for one, group in zip(units, groups, strict=True) if group not in chosen],
                [one for one, group in zip(units, groups, strict=True) if group in chosen],
                name,
            )
    cut = len(units) - len(units) // 4
    return list(units[:cut]), list(units[cut:]), "place in the file"


def _quarter(distinct: list[str], groups: Sequence[str], seed: int) -> set[str]:
    random.Random(seed).shuffle(distinct)
    chosen: set[str] = set()
    for group in distinct:
        if sum(one in chosen for one in groups) + groups.count(group) <= len(groups) / 3:
            chosen.add(group)
        if sum(one in chosen for one in groups) >= len(groups) / 4:
            break
    return chosen or {min(distinct, key=groups.count)}


def _scores(started: Start, settings: layout.Settings, units: Sequence[AnnotatedUnit]) -> list[dict[str, float]]:
    logits = predict_logits(TorchBackend(started.network), started.encoder, [one.unit for one in units])
    return as_scores(logits, settings.scaling)


def _loss(started: Start, settings: layout.Settings, units: Sequence[AnnotatedUnit]) -> float:
    """Mean cross-entropy of the calibrated scores: on few units it says more than F1, which one of them moves."""
    scores = _scores(started, settings, units)
    right = (
        given[label] if label in one.labels else 1 - given[label]
        for one, given in zip(units, scores, strict=True)
        for label in LABELS
    )
    return -sum(math.log(max(score, 1e-6)) for score in right) / (len(units) * len(LABELS))


def _figures(started: Start, settings: layout.Settings, units: Sequence[AnnotatedUnit]) -> Figures:
    scores = _scores(started, settings, units)
    return evaluate([one.labels for one in units], apply_thresholds(scores, settings.thresholds))
