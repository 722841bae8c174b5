"""From logits to probabilities that can be read: of units scored .8, eight in ten have the label."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from minutextract.corpus import LABELS
from minutextract.tagger.layout import Scaling

Logits = npt.NDArray[np.float32]
Scores = dict[str, float]


def probabilities(logits: Logits, scaling: Mapping[str, Scaling]) -> npt.NDArray[np.float64]:
    """Calibrated probabilities, of the shape of the logits: (units, labels)."""
    slopes = np.array([scaling[label].slope for label in LABELS])
    offsets = np.array([scaling[label].offset for label in LABELS])
    scaled: npt.NDArray[np.float64] = logits * slopes + offsets
    # exp(30) is far from overflow, and sigmoid(30) is 1 to thirteen digits.
    return 1.0 / (1.0 + np.exp(-np.clip(scaled, -30.0, 30.0)))


def as_scores(logits: Logits, scaling: Mapping[str, Scaling] | None = None) -> list[Scores]:
    """A probability a label for each unit, as the logits are if there is no scaling."""
    rows = probabilities(logits, scaling or dict.fromkeys(LABELS, Scaling()))
    return [dict(zip(LABELS, row, strict=True)) for row in rows.tolist()]
