"""Figures of the classifier as a small table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from minutextract.evaluation import Figures


def figures_table(figures: Figures) -> str:
    """Precision, recall, F1 and support a label, and the mean F1."""
    return "".join(f"{line}\n" for line in _lines(figures))


def _lines(figures: Figures) -> Iterator[str]:
    yield f"{'label':<10} {'precision':>9} {'recall':>9} {'f1':>9} {'support':>9}"
    for name, one in figures.labels.items():
        yield f"{name:<10} {one.precision:>9.4f} {one.recall:>9.4f} {one.f1:>9.4f} {one.support:>9}"
    yield f"macro F1 {figures.macro_f1:.4f} over {figures.n} units"


def compared_table(before: Figures, after: Figures) -> str:
    """F1 a label before and after, over the same units."""
    rows = [
        f"{name:<10} {one.f1:>9.4f} {after.labels[name].f1:>9.4f} {one.support:>9}"
        for name, one in before.labels.items()
    ]
    head = f"{'label':<10} {'before':>9} {'after':>9} {'support':>9}"
    last = f"{'macro F1':<10} {before.macro_f1:>9.4f} {after.macro_f1:>9.4f} {before.n:>9}"
    return "".join(f"{line}\n" for line in (head, *rows, last))
