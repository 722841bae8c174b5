"""Scores of many units: sorted by length, identical ones computed once."""

from __future__ import annotations

from collections.abc import Sequence

import torch

from minutextract.corpus import LABELS, Unit
from minutextract.tagger.encoding import UnitEncoder, collate
from minutextract.tagger.network import UnitClassifier

Scores = dict[str, float]


def predict_scores(
    network: UnitClassifier, encoder: UnitEncoder, units: Sequence[Unit], batch_size: int = 32
) -> list[Scores]:
    """A probability a label for each unit, in the order given."""
    distinct = list(dict.fromkeys(units))
    encoded = encoder.encode(distinct)
    order = sorted(range(len(distinct)), key=lambda index: len(encoded[index].ids))
    found: dict[Unit, Scores] = {}
    network.eval()
    with torch.inference_mode():
        for start in range(0, len(order), batch_size):
            chosen = order[start : start + batch_size]
            rows = torch.sigmoid(network(collate([encoded[index] for index in chosen]))).tolist()
            for index, row in zip(chosen, rows, strict=True):
                found[distinct[index]] = dict(zip(LABELS, row, strict=True))
    return [found[unit] for unit in units]
