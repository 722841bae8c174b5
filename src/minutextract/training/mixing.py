"""Between two sets of weights: what was learnt from few units, without forgetting what many taught."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import torch
from torch import nn

# Shares of the new weights that are tried, the most careful first.
SHARES = (0.25, 0.5, 0.75, 1.0)


def copy_weights(network: nn.Module) -> dict[str, torch.Tensor]:
    """The network's weights as they are now."""
    return {name: tensor.detach().clone() for name, tensor in network.state_dict().items()}


def mix_best(network: nn.Module, old: Mapping[str, torch.Tensor], loss: Callable[[], float]) -> float:
    """Set the network to the mean of `old` and its own weights that has the least loss.

    Fine-tuned weights averaged with those they came from keep more of what these knew (Wortsman et al. 2022, "Robust
    fine-tuning of zero-shot models").

    Args:
        network: with the new weights; changed in place.
        old: the weights that it was fine-tuned from.
        loss: of the network as it stands, on units held out.

    Returns:
        The share of the new weights, one of `SHARES`; the more careful of two that are equally good.
    """
    new = copy_weights(network)
    losses = {}
    for share in SHARES:
        _mix(network, old, new, share)
        losses[share] = loss()
    best = min(SHARES, key=losses.__getitem__)
    _mix(network, old, new, best)
    return best


def _mix(network: nn.Module, old: Mapping[str, torch.Tensor], new: Mapping[str, torch.Tensor], share: float) -> None:
    mixed = {
        name: torch.lerp(old[name], tensor, share) if tensor.is_floating_point() else tensor
        for name, tensor in new.items()
    }
    network.load_state_dict(mixed)
