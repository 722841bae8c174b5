"""Checkpoints: where a run that was cut goes on, to the step and to the bit."""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict, dataclass, field
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch import nn

_STATE = "state.json"
_WEIGHTS = "last.safetensors"
_OPTIMIZER = "optimizer.safetensors"
_RANDOM = "random"


@dataclass
class Progress:
    """What a run has reached.

    Attributes:
        epoch: whole epochs done.
        step: steps done of the epoch under way.
        loss: sum of the losses of those steps.
        seconds: time spent on the epoch under way, over all sessions.
        best_epoch: the epoch with the best figures on dev.
        history: figures on dev, loss and seconds of each epoch.
    """

    epoch: int = 0
    step: int = 0
    loss: float = 0.0
    seconds: float = 0.0
    best_epoch: int = 0
    best_macro_f1: float = -1.0
    history: list[dict[str, float]] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The name of the checkpoint's folder."""
        return f"epoch-{self.epoch}" if self.step == 0 else f"epoch-{self.epoch}-step-{self.step}"


def save(run: Path, network: nn.Module, optimizer: torch.optim.Optimizer, progress: Progress) -> None:
    """Save into a folder of its own; only then does the state name it, so that a cut never mixes two checkpoints."""
    folder = run / progress.name
    folder.mkdir(parents=True, exist_ok=True)
    save_file({name: tensor.contiguous() for name, tensor in network.state_dict().items()}, folder / _WEIGHTS)
    moments = optimizer.state_dict()["state"]
    flat = {f"{p}.{k}": v.contiguous() for p, state in moments.items() for k, v in state.items()}
    save_file({**flat, _RANDOM: torch.get_rng_state()}, folder / _OPTIMIZER)
    written = run / f"{_STATE}.new"
    written.write_text(json.dumps(asdict(progress)), encoding="utf-8")
    written.replace(run / _STATE)
    kept = {progress.name, f"epoch-{progress.best_epoch}"}
    for old in run.glob("epoch-*"):
        if old.name not in kept:
            shutil.rmtree(old)


def resume(run: Path, network: nn.Module, optimizer: torch.optim.Optimizer) -> Progress:
    """Load the last whole checkpoint of a run; a fresh progress if there is none."""
    if not (run / _STATE).is_file():
        return Progress()
    progress = Progress(**json.loads((run / _STATE).read_text(encoding="utf-8")))
    folder = run / progress.name
    network.load_state_dict(load_file(folder / _WEIGHTS))
    flat = load_file(folder / _OPTIMIZER)
    torch.set_rng_state(flat.pop(_RANDOM))
    moments: dict[int, dict[str, torch.Tensor]] = {}
    for name, tensor in flat.items():
        parameter, key = name.split(".", 1)
        moments.setdefault(int(parameter), {})[key] = tensor
    groups = optimizer.state_dict()["param_groups"]
    optimizer.load_state_dict({"state": moments, "param_groups": groups})
    return progress


def load_best(run: Path, network: nn.Module, progress: Progress) -> None:
    """Give the network the weights of the best epoch."""
    network.load_state_dict(load_file(run / f"epoch-{progress.best_epoch}" / _WEIGHTS))
