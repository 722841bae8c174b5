"""From corpus files to a model folder: fine-tune, calibrate, tune thresholds, write weights, card and manifest."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

from minutextract.corpus import LABELS, AnnotatedUnit, digest, read_corpus
from minutextract.errors import CorpusError
from minutextract.evaluation import Figures
from minutextract.tagger import layout
from minutextract.tagger.network import load_network
from minutextract.training.base import Start, start
from minutextract.training.card import Data
from minutextract.training.config import TrainingConfig
from minutextract.training.loop import dev_figures, fine_tune
from minutextract.training.mixing import copy_weights, mix_best
from minutextract.training.model_folder import write_model
from minutextract.training.targets import is_taught

log = logging.getLogger(__name__)


def train_model(corpus: Sequence[Path], dev: Path, output: Path, *, config: TrainingConfig, run: Path) -> Figures:
    """Train a classifier and write it to the folder `output`.

    Args:
        corpus: files of annotated units, or of units with a teacher's scores, to train on.
        dev: a file of annotated units of other organisations, for early stopping, calibration and thresholds.
        output: the model folder to write.
        config: the settings.
        run: a folder for checkpoints; a run that was cut goes on from there.

    Returns:
        Figures of the written model (half precision) on dev.

    Raises:
        CorpusError: a file is not a corpus, or train and dev share an organisation.
        MissingProgram: the pretrained encoder is not installed.
        UsageError: the configuration's base is no encoder.
        ModelError: the folder to average with is incomplete or altered.
    """
    train_units, dev_units = read_corpus(corpus), read_corpus([dev])
    _check_split(train_units, dev_units)
    started = start(config)
    progress = fine_tune(started.network, started.encoder, train_units, dev_units, config, run)
    if config.average_with:
        _average(started, config.average_with, dev_units)
    data = Data(
        labelled=sum(not is_taught(one) for one in train_units),
        taught=sum(map(is_taught, train_units)),
        train_digest=digest(corpus),
        dev=len(dev_units),
        dev_digest=digest([dev]),
    )
    return write_model(started, dev_units, output, config=config, progress=progress, data=data)


def _average(started: Start, folder: Path, dev: Sequence[AnnotatedUnit]) -> None:
    """Set the weights to the mean of theirs and those of a model folder that is best on dev."""
    layout.verify(folder)
    old = copy_weights(load_network(folder / layout.ENCODER, folder / layout.WEIGHTS, labels=len(LABELS)))
    share = mix_best(started.network, old, lambda: -dev_figures(started.network, started.encoder, dev).macro_f1)
    log.info("share of the run's own weights in the mean with those of %s: %s", folder, share)


def _check_split(train: Sequence[AnnotatedUnit], dev: Sequence[AnnotatedUnit]) -> None:
    shared = {one.source for one in train} & {one.source for one in dev} - {""}
    if shared:
        raise CorpusError(
            f"train and dev share the organisations {', '.join(sorted(shared))}",
            "split by organisation: figures on known ones say nothing about new ones",
        )
