"""Fine-tuning: one loop over seeded length buckets, judged on dev after each epoch, resumable at any checkpoint."""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import nn

from minutextract.corpus import AnnotatedUnit
from minutextract.evaluation import Figures, apply_thresholds, best_thresholds, evaluate
from minutextract.tagger.calibration import as_scores
from minutextract.tagger.encoding import Encoded, UnitEncoder, collate
from minutextract.tagger.network import UnitClassifier
from minutextract.tagger.predict import predict_logits
from minutextract.tagger.torch_backend import TorchBackend
from minutextract.training import checkpoint
from minutextract.training.batches import length_buckets
from minutextract.training.checkpoint import Progress
from minutextract.training.config import TrainingConfig
from minutextract.training.optimizer import make_optimizer, warmup_then_linear
from minutextract.training.targets import rarity_weights, targets_of

log = logging.getLogger(__name__)


def fine_tune(
    network: UnitClassifier,
    encoder: UnitEncoder,
    train: Sequence[AnnotatedUnit],
    dev: Sequence[AnnotatedUnit],
    config: TrainingConfig,
    run: Path,
) -> Progress:
    """Fine-tune in place and leave the network with the weights of the best epoch on dev.

    Checkpoints go to the folder `run`; a later call with the same folder goes on from the last one.
    """
    # The moments of words that are met once decay into the range where processors compute a hundred times slower.
    torch.set_flush_denormal(True)
    optimizer = make_optimizer(network, config)
    progress = checkpoint.resume(run, network, optimizer)
    encoded, targets = encoder.encode([one.unit for one in train]), targets_of(train)
    steps = -(-len(train) // config.batch_size)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer,
        warmup_then_linear(config.epochs * steps, config.warmup),
        last_epoch=progress.epoch * steps + progress.step - 1,
    )
    learner = _Learner(network, optimizer, schedule, rarity_weights(targets, config.rarity), config)
    while progress.epoch < config.epochs and progress.epoch - progress.best_epoch < config.patience:
        if progress.step == 0:
            torch.manual_seed(config.seed + progress.epoch)
        _one_epoch(learner, encoded, targets, run, progress)
        _record(progress, dev_figures(network, encoder, dev), steps)
        checkpoint.save(run, network, optimizer, progress)
    checkpoint.load_best(run, network, progress)
    return progress


@dataclass(frozen=True, slots=True)
class _Learner:
    """What a step of training changes, and what it is judged by; `weights` are of shape (labels,)."""

    network: UnitClassifier
    optimizer: torch.optim.Optimizer
    schedule: torch.optim.lr_scheduler.LambdaLR
    weights: torch.Tensor
    config: TrainingConfig

    def step(self, encoded: Sequence[Encoded], targets: torch.Tensor) -> float:
        """Learn from one batch; returns its loss before that."""
        with torch.autocast("cpu", torch.bfloat16, enabled=self.config.precision == "bfloat16"):
            logits = self.network(collate(encoded))
        loss = nn.functional.binary_cross_entropy_with_logits(logits.float(), targets, pos_weight=self.weights)
        self.optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self.network.parameters(), self.config.gradient_norm)
        self.optimizer.step()
        self.schedule.step()
        return float(loss.item())


def _one_epoch(
    learner: _Learner, encoded: Sequence[Encoded], targets: torch.Tensor, run: Path, progress: Progress
) -> None:
    """The rest of an epoch: all of it, or what a cut left over."""
    config = learner.config
    learner.network.train()
    batches = length_buckets([len(one.ids) for one in encoded], config.batch_size, config.seed + progress.epoch)
    since = time.monotonic()
    for batch in batches[progress.step :]:
        progress.loss += learner.step([encoded[at] for at in batch], targets[batch])
        progress.step += 1
        if progress.step % 100 == 0:
            mean = progress.loss / progress.step
            log.info("epoch %d step %d/%d loss %.4f", progress.epoch + 1, progress.step, len(batches), mean)
        if progress.step % config.save_every == 0 and progress.step < len(batches):
            progress.seconds, since = progress.seconds + time.monotonic() - since, time.monotonic()
            checkpoint.save(run, learner.network, learner.optimizer, progress)
    progress.seconds += time.monotonic() - since


def dev_figures(network: UnitClassifier, encoder: UnitEncoder, dev: Sequence[AnnotatedUnit]) -> Figures:
    """Figures on dev with the thresholds that suit it best: an upper bound, comparable between epochs."""
    scores = as_scores(predict_logits(TorchBackend(network), encoder, [one.unit for one in dev]))
    gold = [one.labels for one in dev]
    return evaluate(gold, apply_thresholds(scores, best_thresholds(gold, scores)))


def _record(progress: Progress, figures: Figures, steps: int) -> None:
    progress.epoch += 1
    row = {label: round(one.f1, 4) for label, one in figures.labels.items()}
    row |= {"macro_f1": round(figures.macro_f1, 4), "loss": round(progress.loss / steps, 4)}
    row["seconds"] = round(progress.seconds)
    progress.history.append(row)
    progress.step, progress.loss, progress.seconds = 0, 0.0, 0.0
    log.info("epoch %d %s", progress.epoch, row)
    if figures.macro_f1 > progress.best_macro_f1:
        progress.best_epoch, progress.best_macro_f1 = progress.epoch, figures.macro_f1
