"""What a unit teaches: its labels, or the scores that a teacher gave it."""

from __future__ import annotations

from collections.abc import Sequence

import torch

from minutextract.corpus import LABELS, AnnotatedUnit
from minutextract.errors import CorpusError

# The key of a corpus line under which a teacher's scores stand.
KEY = "targets"


def targets_of(units: Sequence[AnnotatedUnit]) -> torch.Tensor:
    """Probabilities of shape (units, labels): 1 and 0 for an annotator's labels, a teacher's scores as they are.

    Learning a teacher's probabilities on unlabelled text is knowledge distillation (Hinton et al. 2015).

    Raises:
        CorpusError: a teacher's scores are incomplete.
    """
    return torch.tensor([_target(one) for one in units], dtype=torch.float32)


def rarity_weights(targets: torch.Tensor, power: float) -> torch.Tensor:
    """Weights of shape (labels,) for the units that have a label: how many lack it for one that has it, to a power.

    A label that no unit or every unit has weighs 1.

    Args:
        targets: probabilities of shape (units, labels).
        power: 0 weighs all alike, 1 gives both sides of each label the same say.
    """
    share = targets.mean(dim=0)
    ratio = torch.where((share > 0) & (share < 1), (1 - share) / share.clamp(min=1e-12), torch.ones_like(share))
    return ratio**power


def is_taught(one: AnnotatedUnit) -> bool:
    """Whether a unit carries a teacher's scores instead of an annotator's labels."""
    return KEY in one.extra


def _target(one: AnnotatedUnit) -> list[float]:
    taught = one.extra.get(KEY)
    if taught is None:
        return [float(label in one.labels) for label in LABELS]
    try:
        return [float(taught[label]) for label in LABELS]
    except (KeyError, TypeError, ValueError) as error:
        raise CorpusError(f"a unit of {one.doc} has {KEY} that are no scores", f"name {', '.join(LABELS)}") from error
