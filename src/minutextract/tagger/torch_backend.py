"""The classifier in torch, in single precision, from the safetensors file."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from minutextract.tagger import layout
from minutextract.tagger.encoding import Batch
from minutextract.tagger.network import UnitClassifier, load_network


class TorchBackend:
    """A network that predicts; it is put into evaluation mode and stays there."""

    batch_size = 16

    def __init__(self, network: UnitClassifier) -> None:
        self._network = network.eval()

    @classmethod
    def load(cls, folder: Path, *, labels: int) -> TorchBackend:
        """The weights of a model folder."""
        return cls(load_network(folder / layout.ENCODER, folder / layout.WEIGHTS, labels=labels))

    def logits(self, batch: Batch) -> NDArray[np.float32]:
        """Logits of shape (units, labels)."""
        with torch.inference_mode():
            found: NDArray[np.float32] = self._network(batch).numpy()
        return found
