"""Logits of many units: sorted by length, identical ones computed once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from minutextract.corpus import LABELS, Unit
from minutextract.tagger.backend import Backend
from minutextract.tagger.calibration import Logits
from minutextract.tagger.encoding import UnitEncoder, collate


def predict_logits(backend: Backend, encoder: UnitEncoder, units: Sequence[Unit]) -> Logits:
    """Logits of shape (units, labels), in the order given."""
    places = {unit: place for place, unit in enumerate(dict.fromkeys(units))}
    encoded = encoder.encode(list(places))
    order = sorted(range(len(encoded)), key=lambda index: len(encoded[index].ids))
    found = np.empty((len(encoded), len(LABELS)), dtype=np.float32)
    for start in range(0, len(order), backend.batch_size):
        chosen = order[start : start + backend.batch_size]
        found[chosen] = backend.logits(collate([encoded[index] for index in chosen]))
    return found[[places[unit] for unit in units]]
