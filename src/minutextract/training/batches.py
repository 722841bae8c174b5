"""Batches of units of like length, in a seeded order."""

from __future__ import annotations

import random
from collections.abc import Sequence

# Batches of one length pad least, but a fixed order of lengths trains badly: units are
# shuffled first and sorted only inside pools of this many batches.
_POOL = 50


def length_buckets(lengths: Sequence[int], batch_size: int, seed: int) -> list[list[int]]:
    """Indices of the units, in batches of like length; the order depends on the seed alone."""
    order = list(range(len(lengths)))
    shuffler = random.Random(seed)
    shuffler.shuffle(order)
    batches: list[list[int]] = []
    for start in range(0, len(order), _POOL * batch_size):
        pool = sorted(order[start : start + _POOL * batch_size], key=lambda index: lengths[index])
        batches += [pool[at : at + batch_size] for at in range(0, len(pool), batch_size)]
    shuffler.shuffle(batches)
    return batches
