"""Batches of units of like length."""

from __future__ import annotations

import pytest

from minutextract.training.batches import length_buckets


@pytest.mark.parametrize(("count", "size"), [(1, 4), (7, 4), (8, 4), (500, 3)])
def test_batches_hold_every_unit_once(count: int, size: int) -> None:
    batches = length_buckets([n % 17 for n in range(count)], size, seed=1)
    assert sorted(index for batch in batches for index in batch) == list(range(count))
    assert all(1 <= len(batch) <= size for batch in batches)


def test_the_seed_alone_decides_the_order() -> None:
    lengths = [n % 17 for n in range(100)]
    assert length_buckets(lengths, 8, seed=1) == length_buckets(lengths, 8, seed=1)
    assert length_buckets(lengths, 8, seed=1) != length_buckets(lengths, 8, seed=2)


def test_batches_hold_like_lengths() -> None:
    lengths = [n % 20 for n in range(200)]
    spread = [
        max(lengths[i] for i in batch) - min(lengths[i] for i in batch) for batch in length_buckets(lengths, 10, 1)
    ]
    assert max(spread) <= 1
