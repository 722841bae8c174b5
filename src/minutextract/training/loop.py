"""Fine-tuning: one loop over seeded length buckets, judged on dev after each epoch, resumable between epochs."""

from __future__ import annotations

import json
import logging
import shutil
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch import nn

from minutextract.corpus import LABELS, AnnotatedUnit
from minutextract.evaluation import Figures, apply_thresholds, best_thresholds, evaluate
from minutextract.tagger.encoding import UnitEncoder, collate
from minutextract.tagger.network import UnitClassifier
from minutextract.tagger.predict import predict_scores
from minutextract.tagger.torch_backend import TorchBackend
from minutextract.training.batches import length_buckets
from minutextract.training.config import TrainingConfig

log = logging.getLogger(__name__)

_STATE = "state.json"
_WEIGHTS = "last.safetensors"
_OPTIMIZER = "optimizer.safetensors"


@dataclass
class Progress:
    """What a run has reached; written after each epoch, so that a cut run goes on from there."""

    epoch: int = 0
    best_epoch: int = 0
    best_macro_f1: float = -1.0
    history: list[dict[str, float]] = field(default_factory=list)


def fine_tune(
    network: UnitClassifier,
    encoder: UnitEncoder,
    train: Sequence[AnnotatedUnit],
    dev: Sequence[AnnotatedUnit],
    config: TrainingConfig,
    run: Path,
) -> Progress:
    """Fine-tune in place and leave the network with the weights of the best epoch on dev.

    Checkpoints go to the folder `run`; a later call with the same folder resumes after the last whole epoch.
    """
    run.mkdir(parents=True, exist_ok=True)
    optimizer = _optimizer(network, config)
    progress = _resume(run, network, optimizer)
    encoded = encoder.encode([one.unit for one in train])
    targets = torch.tensor([[float(label in one.labels) for label in LABELS] for one in train])
    steps = -(-len(train) // config.batch_size)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, _warmup_then_linear(config.epochs * steps, config.warmup), last_epoch=progress.epoch * steps - 1
    )
    loss_function = nn.BCEWithLogitsLoss()
    while progress.epoch < config.epochs and progress.epoch - progress.best_epoch < config.patience:
        torch.manual_seed(config.seed + progress.epoch)
        network.train()
        started, total = time.monotonic(), 0.0
        batches = length_buckets([len(one.ids) for one in encoded], config.batch_size, config.seed + progress.epoch)
        for step, batch in enumerate(batches, start=1):
            loss = loss_function(network(collate([encoded[index] for index in batch])), targets[batch])
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), config.gradient_norm)
            optimizer.step()
            schedule.step()
            total += loss.item()
            if step % 100 == 0:
                log.info("epoch %d step %d/%d loss %.4f", progress.epoch + 1, step, len(batches), total / step)
        figures = dev_figures(network, encoder, dev)
        _record(progress, figures, total / len(batches), time.monotonic() - started)
        _checkpoint(run, network, optimizer, progress)
    network.load_state_dict(load_file(_epoch_folder(run, progress.best_epoch) / _WEIGHTS))
    return progress


def dev_figures(network: UnitClassifier, encoder: UnitEncoder, dev: Sequence[AnnotatedUnit]) -> Figures:
    """Figures on dev with the thresholds that suit it best: an upper bound, comparable between epochs."""
    scores = predict_scores(TorchBackend(network), encoder, [one.unit for one in dev])
    gold = [one.labels for one in dev]
    return evaluate(gold, apply_thresholds(scores, best_thresholds(gold, scores)))


def _optimizer(network: UnitClassifier, config: TrainingConfig) -> torch.optim.Optimizer:
    return torch.optim.AdamW(
        [
            {"params": network.encoder.parameters(), "lr": config.encoder_rate, "initial_lr": config.encoder_rate},
            {"params": network.head.parameters(), "lr": config.head_rate, "initial_lr": config.head_rate},
        ],
        weight_decay=config.weight_decay,
        fused=True,
    )


def _warmup_then_linear(steps: int, warmup: float) -> Callable[[int], float]:
    rising = max(1, int(steps * warmup))

    def rate(step: int) -> float:
        return (step + 1) / rising if step < rising else max(0.0, (steps - step) / max(1, steps - rising))

    return rate


def _record(progress: Progress, figures: Figures, loss: float, seconds: float) -> None:
    progress.epoch += 1
    row = {label: round(one.f1, 4) for label, one in figures.labels.items()}
    row |= {"macro_f1": round(figures.macro_f1, 4), "loss": round(loss, 4), "seconds": round(seconds)}
    progress.history.append(row)
    log.info("epoch %d %s", progress.epoch, row)
    if figures.macro_f1 > progress.best_macro_f1:
        progress.best_epoch, progress.best_macro_f1 = progress.epoch, figures.macro_f1


def _checkpoint(run: Path, network: UnitClassifier, optimizer: torch.optim.Optimizer, progress: Progress) -> None:
    """Save an epoch in a folder of its own; only then does the state name it, so that a cut never mixes two epochs."""
    folder = _epoch_folder(run, progress.epoch)
    folder.mkdir(exist_ok=True)
    save_file({name: tensor.contiguous() for name, tensor in network.state_dict().items()}, folder / _WEIGHTS)
    moments = optimizer.state_dict()["state"]
    flat = {f"{p}.{k}": v.contiguous() for p, state in moments.items() for k, v in state.items()}
    save_file(flat, folder / _OPTIMIZER)
    written = run / f"{_STATE}.new"
    written.write_text(json.dumps(vars(progress)), encoding="utf-8")
    written.replace(run / _STATE)
    for old in range(1, progress.epoch):
        if old != progress.best_epoch and _epoch_folder(run, old).is_dir():
            shutil.rmtree(_epoch_folder(run, old))


def _epoch_folder(run: Path, epoch: int) -> Path:
    return run / f"epoch-{epoch}"


def _resume(run: Path, network: UnitClassifier, optimizer: torch.optim.Optimizer) -> Progress:
    if not (run / _STATE).is_file():
        return Progress()
    progress = Progress(**json.loads((run / _STATE).read_text(encoding="utf-8")))
    folder = _epoch_folder(run, progress.epoch)
    network.load_state_dict(load_file(folder / _WEIGHTS))
    moments: dict[int, dict[str, torch.Tensor]] = {}
    for name, tensor in load_file(folder / _OPTIMIZER).items():
        parameter, key = name.split(".", 1)
        moments.setdefault(int(parameter), {})[key] = tensor
    groups = optimizer.state_dict()["param_groups"]
    optimizer.load_state_dict({"state": moments, "param_groups": groups})
    return progress
