"""Scores of many units: sorted by length, identical ones computed once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from minutextract.corpus import LABELS, Unit
from minutextract.tagger.backend import Backend
from minutextract.tagger.encoding import UnitEncoder, collate

Scores = dict[str, float]


def predict_scores(backend: Backend, encoder: UnitEncoder, units: Sequence[Unit]) -> list[Scores]:
    """A probability a label for each unit, in the order given."""
    rows = probabilities(predict_logits(backend, encoder, units)).tolist()
    return [dict(zip(LABELS, row, strict=True)) for row in rows]


def probabilities(logits: NDArray[np.float32]) -> NDArray[np.float64]:
    """Probabilities of logits, of the same shape: the one place between a backend and the scores."""
    # In single precision exp() overflows at 89.
    found: NDArray[np.float64] = 1.0 / (1.0 + np.exp(-logits.astype(np.float64)))
    return found


def predict_logits(backend: Backend, encoder: UnitEncoder, units: Sequence[Unit]) -> NDArray[np.float32]:
    """Logits of shape (units, labels), in the order given."""
    places = {unit: place for place, unit in enumerate(dict.fromkeys(units))}
    encoded = encoder.encode(list(places))
    order = sorted(range(len(encoded)), key=lambda index: len(encoded[index].ids))
    found = np.empty((len(encoded), len(LABELS)), dtype=np.float32)
    for start in range(0, len(order), backend.batch_size):
        chosen = order[start : start + backend.batch_size]
        found[chosen] = backend.logits(collate([encoded[index] for index in chosen]))
    return found[[places[unit] for unit in units]]
