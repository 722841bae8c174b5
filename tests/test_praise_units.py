"""Giver and receivers of real sentences of thanks, each with its neighbours; they stand beside the repository."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pytest

from builders import Always
from gates import NO_MINUTES, SHARED, check_data, check_floors, load_scorer
from minutextract.document import BlockKind, Document, Source, Span
from minutextract.engine import load_spacy
from minutextract.pipeline import Pipeline
from minutextract.readers.assemble import Piece, assemble
from minutextract.record import Praise

UNITS = "annotation/praise.jsonl"

pytestmark = pytest.mark.skipif(not (SHARED / UNITS).is_file(), reason=NO_MINUTES)


def document_of(unit: Mapping[str, Any]) -> Document:
    """The heading, the unit before, the unit and the one after as a document."""
    texts = [unit[name] or "" for name in ("heading", "before", "text", "after")]
    kinds = (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH)
    pieces = [
        Piece(kind, text.strip(), level=int(kind is BlockKind.HEADING))
        for kind, text in zip(kinds, texts, strict=True)
        if text.strip()
    ]
    text, blocks = assemble(pieces)
    return Document(
        Source("unit.md", hashlib.sha256(text.encode()).hexdigest(), "text/markdown", len(text)), text, blocks
    )


def place_of(unit: Mapping[str, Any], text: str) -> Span:
    """Where the unit stands in the text: lines that break off may be joined, and bullets taken off."""
    places = [at for at, character in enumerate(text) if character.isalnum()]
    plain = "".join(text[at] for at in places)
    said = letters(unit["text"])
    start = plain.index(said, len(letters(unit["heading"] or "")) + len(letters(unit["before"] or "")))
    return Span(places[start], places[start + len(said) - 1] + 1)


def letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


def praise_of(pipeline: Pipeline, unit: Mapping[str, Any]) -> list[Praise]:
    document = document_of(unit)
    place = place_of(unit, document.text)
    found = pipeline.analyse(document).praise
    return [one for one in found if one.span.start < place.end and place.start < one.span.end]


def names(parties: Iterable[Any]) -> list[str]:
    return list(dict.fromkeys(party.name for party in parties))


def figures(units: Sequence[Mapping[str, Any]], pipeline: Pipeline) -> dict[str, float]:
    """The share of units whose giver and receivers are all right, and of those that name any."""
    scorer = load_scorer()
    right, of = Counter[str](), Counter[str]()
    for unit in units:
        found = praise_of(pipeline, unit)
        got = {"by": names(party for one in found for party in one.by), "to": names(p for one in found for p in one.to)}
        for side, parties in got.items():
            equal = scorer.names_equal(unit[side], parties)
            for name in (side, f"{side}_named") if unit[side] else (side,):
                right[name] += equal
                of[name] += 1
    return {name: round(right[name] / of[name], 3) for name in of}


def test_givers_and_receivers() -> None:
    check_data(UNITS)
    lines = (SHARED / UNITS).read_text(encoding="utf-8").splitlines()
    found = figures([json.loads(line) for line in lines], Pipeline(Always("praise"), load_spacy()))
    check_floors("praise_units", found, found)
