"""From corpus files to a model folder: fine-tune, tune thresholds, write weights, card and manifest."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors.torch import save_file

from minutextract.corpus import AnnotatedUnit, digest, read_corpus
from minutextract.errors import CorpusError
from minutextract.evaluation import Figures, apply_thresholds, best_thresholds, evaluate
from minutextract.tagger import layout
from minutextract.tagger.encoding import UnitEncoder
from minutextract.tagger.layout import Lengths
from minutextract.tagger.network import UnitClassifier, load_network
from minutextract.tagger.predict import predict_scores
from minutextract.tagger.torch_backend import TorchBackend
from minutextract.training.base import base_folder, start_network
from minutextract.training.card import write_card
from minutextract.training.config import TrainingConfig
from minutextract.training.loop import fine_tune

log = logging.getLogger(__name__)


def train_model(
    corpus: Sequence[Path],
    dev: Path,
    output: Path,
    *,
    config: TrainingConfig,
    run: Path,
    base: Path | None = None,
) -> Figures:
    """Train a classifier and write it to the folder `output`.

    Args:
        corpus: files of annotated units to train on.
        dev: a file of annotated units of other organisations, for early stopping and thresholds.
        output: the model folder to write.
        config: the settings.
        run: a folder for checkpoints; a run that was cut goes on from there.
        base: a folder with a pretrained BERT encoder and its tokenizer; all-MiniLM-L6-v2 if None.

    Returns:
        Figures of the written model (half precision) on dev.

    Raises:
        CorpusError: a file is not a corpus, or train and dev share an organisation.
        MissingProgram: the pretrained encoder is not installed.
    """
    train_units, dev_units = read_corpus(corpus), read_corpus([dev])
    _check_split(train_units, dev_units)
    folder = base or base_folder()
    network, tokenizer = start_network(folder, config.seed)
    lengths = Lengths(**config.lengths.model_dump())
    encoder = UnitEncoder(tokenizer, lengths)
    progress = fine_tune(network, encoder, train_units, dev_units, config, run)
    output.mkdir(parents=True, exist_ok=True)
    _write_weights(network, output)
    (output / layout.ENCODER).write_text(network.encoder.config.to_json_string(), encoding="utf-8")
    tokenizer.save(str(output / layout.TOKENIZER))
    figures, thresholds = _tune(output, encoder, dev_units)
    layout.write_settings(output, layout.Settings(thresholds=thresholds, lengths=lengths))
    write_card(
        output, figures, config, progress, train=(len(train_units), digest(corpus)), dev=(len(dev_units), digest([dev]))
    )
    layout.write_manifest(output)
    return figures


def _check_split(train: Sequence[AnnotatedUnit], dev: Sequence[AnnotatedUnit]) -> None:
    shared = {one.source for one in train} & {one.source for one in dev} - {""}
    if shared:
        raise CorpusError(
            f"train and dev share the organisations {', '.join(sorted(shared))}",
            "split by organisation: figures on known ones say nothing about new ones",
        )


def _write_weights(network: UnitClassifier, output: Path) -> None:
    half = {name: tensor.to(torch.float16).contiguous() for name, tensor in network.state_dict().items()}
    save_file(half, output / layout.WEIGHTS)


def _tune(output: Path, encoder: UnitEncoder, dev: Sequence[AnnotatedUnit]) -> tuple[Figures, dict[str, float]]:
    """Thresholds and figures of the weights as written, not of those in memory."""
    network = load_network(output / layout.ENCODER, output / layout.WEIGHTS, labels=len(layout.Settings().labels))
    scores = predict_scores(TorchBackend(network), encoder, [one.unit for one in dev])
    gold = [one.labels for one in dev]
    thresholds = best_thresholds(gold, scores)
    return evaluate(gold, apply_thresholds(scores, thresholds)), thresholds
