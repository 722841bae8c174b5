"""Heading and neighbours of a unit: read in every layer, and computed in all but the last."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch
from tokenizers import Tokenizer
from transformers import BertModel

from minutextract.corpus import LABELS, Unit
from minutextract.tagger import layout
from minutextract.tagger.encoding import UnitEncoder, collate
from minutextract.tagger.layout import Lengths
from minutextract.tagger.network import UnitClassifier, new_encoder
from minutextract.tagger.reading import read_units

UNITS = [
    Unit("ab to call the plumber", "garden", "it leaks", "the bill"),
    Unit("it leaks", None, "the roof", None),
    Unit("kl", "garden", "it was noted", "the bill was noted"),
]


@pytest.fixture
def encoder(tiny_base: Path) -> UnitEncoder:
    return UnitEncoder(Tokenizer.from_file(str(tiny_base / "tokenizer.json")), Lengths(6, 2, 3, 3))


@pytest.fixture
def network(tiny_base: Path, tmp_path: Path) -> UnitClassifier:
    """Three layers, with weights wide enough that what a layer does shows."""
    config = json.loads((tiny_base / layout.ENCODER).read_text(encoding="utf-8"))
    (tmp_path / layout.ENCODER).write_text(json.dumps(config | {"num_hidden_layers": 3, "initializer_range": 0.3}))
    torch.manual_seed(5)
    return UnitClassifier(new_encoder(tmp_path / layout.ENCODER), len(LABELS)).eval()


def _logits(network: UnitClassifier, encoder: UnitEncoder, units: list[Unit]) -> torch.Tensor:
    with torch.inference_mode():
        logits: torch.Tensor = network(collate(encoder.encode(units)))
        return logits


def test_the_same_as_the_whole_encoder(network: UnitClassifier, encoder: UnitEncoder) -> None:
    batch = collate(encoder.encode(UNITS))
    ids, attention, segments, own = map(torch.from_numpy, batch)
    assert isinstance(network.encoder, BertModel)
    with torch.inference_mode():
        whole = network.encoder(input_ids=ids, attention_mask=attention, token_type_ids=segments).last_hidden_state
        found = read_units(network.encoder, ids, attention, segments, own.shape[1])
    assert found.shape == (*own.shape, whole.shape[-1])
    for row, one in enumerate(encoder.encode(UNITS)):
        torch.testing.assert_close(found[row, : one.text_end], whole[row, : one.text_end], atol=1e-5, rtol=1e-5)


def test_other_units_of_the_batch_change_nothing(network: UnitClassifier, encoder: UnitEncoder) -> None:
    together = _logits(network, encoder, UNITS)
    for row, unit in enumerate(UNITS):
        torch.testing.assert_close(together[row], _logits(network, encoder, [unit])[0], atol=1e-5, rtol=1e-5)


def test_the_context_is_read(network: UnitClassifier, encoder: UnitEncoder) -> None:
    below, bare = _logits(network, encoder, [Unit("kl", "garden"), Unit("kl")])
    assert (below - bare).abs().max() > 1e-6
