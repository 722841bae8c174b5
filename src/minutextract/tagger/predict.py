"""Logits of many units: sorted by length, identical ones computed once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch

from minutextract.corpus import LABELS, Unit
from minutextract.tagger.calibration import Logits
from minutextract.tagger.encoding import UnitEncoder, collate
from minutextract.tagger.network import UnitClassifier


def predict_logits(
    network: UnitClassifier, encoder: UnitEncoder, units: Sequence[Unit], batch_size: int = 32
) -> Logits:
    """Logits of shape (units, labels), in the order given."""
    distinct = {unit: row for row, unit in enumerate(dict.fromkeys(units))}
    encoded = encoder.encode(list(distinct))
    order = sorted(range(len(distinct)), key=lambda index: len(encoded[index].ids))
    found = np.zeros((len(distinct), len(LABELS)), dtype=np.float32)
    network.eval()
    with torch.inference_mode():
        for start in range(0, len(order), batch_size):
            chosen = order[start : start + batch_size]
            found[chosen] = network(collate([encoded[index] for index in chosen])).float().numpy()
    return found[[distinct[unit] for unit in units]]
