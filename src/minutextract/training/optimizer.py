"""AdamW with a rate for each layer, and the course of the rate over a run."""

from __future__ import annotations

import re
from collections.abc import Callable

import torch

from minutextract.tagger.network import UnitClassifier
from minutextract.training.config import TrainingConfig

_LAYER = re.compile(r"\.layer\.(\d+)\.")


def make_optimizer(network: UnitClassifier, config: TrainingConfig) -> torch.optim.Optimizer:
    """AdamW over all weights; biases and norms are not decayed."""
    layers = int(network.encoder.config.num_hidden_layers)
    groups = []
    for name, parameter in network.named_parameters():
        rate = config.head_rate
        if not name.startswith("head."):
            found = _LAYER.search(name)
            depth = int(found[1]) + 1 if found else 0
            rate = config.encoder_rate * config.layer_decay ** (layers - depth)
        decay = config.weight_decay if parameter.ndim > 1 else 0.0
        groups.append({"params": [parameter], "lr": rate, "initial_lr": rate, "weight_decay": decay})
    return torch.optim.AdamW(groups, fused=True)


def warmup_then_linear(steps: int, warmup: float) -> Callable[[int], float]:
    """The share of the rate at a step: rising over the first share `warmup` of all steps, then falling to nothing."""
    rising = max(1, int(steps * warmup))

    def share(step: int) -> float:
        return (step + 1) / rising if step < rising else max(0.0, (steps - step) / max(1, steps - rising))

    return share
