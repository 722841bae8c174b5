"""Units without labels: cut from documents, and scored by a teacher for a smaller network to learn from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from minutextract.corpus import AnnotatedUnit
from minutextract.pipeline import cut_sentences, units_of
from minutextract.readers import read
from minutextract.structure.frame import read_frame
from minutextract.tagger.tagger import Scorer
from minutextract.training.targets import KEY


def draw_units(path: Path, source: str) -> list[AnnotatedUnit]:
    """The units of a document as the classifier would see them, without labels.

    Args:
        path: the document.
        source: its organisation.

    Raises:
        ReadError: the document cannot be read.
    """
    document = read(path)
    frame = read_frame(document)
    units = units_of(document, frame, cut_sentences(document, frame))
    doc = f"{source}:{path.stem}"
    return [AnnotatedUnit(unit, frozenset(), doc, source, number) for number, unit in enumerate(units, start=1)]


def teach(units: Sequence[AnnotatedUnit], teacher: Scorer) -> list[AnnotatedUnit]:
    """The units with the teacher's scores as what is to be learnt; labels that they had are dropped."""
    scores = teacher.scores([one.unit for one in units])
    return [
        replace(
            one, labels=frozenset(), extra={**one.extra, KEY: {name: round(value, 4) for name, value in given.items()}}
        )
        for one, given in zip(units, scores, strict=True)
    ]
