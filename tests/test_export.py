"""Eight-bit weights: what is told apart before rounding, and that a bad file is never written."""

from __future__ import annotations

import json
import logging
import shutil
import sys
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import save_file
from torch import nn
from transformers import BertConfig
from transformers.models.bert.modeling_bert import BertLayer

from minutextract.corpus import LABELS, AnnotatedUnit, Unit
from minutextract.errors import CorpusError, MissingProgram, ModelError
from minutextract.tagger import layout
from minutextract.tagger.encoding import Batch, Encoded, collate
from minutextract.tagger.network import UnitClassifier, load_network, new_encoder
from minutextract.training import export
from minutextract.training.export import Parity, add_quantised, compare_logits, write_quantised
from minutextract.training.quantise import FeedForward, RowEmbedding, Spread, split_network

UNITS = [
    AnnotatedUnit(Unit("ab to call the plumber", "garden"), frozenset({"action"})),
    AnnotatedUnit(Unit("it was agreed to pay"), frozenset({"decision", "action"})),
    AnnotatedUnit(Unit("it leaks"), frozenset()),
]
SETTINGS = layout.Settings()


@pytest.fixture
def copied(tiny_quantised: Path, tmp_path: Path) -> Path:
    """A model folder with eight-bit weights that a test may write to."""
    return Path(shutil.copytree(tiny_quantised, tmp_path / "model"))


def test_spread_channels_compute_the_same() -> None:
    torch.manual_seed(1)
    layer, values = nn.Linear(6, 4), torch.randn(2, 3, 6)
    spread = Spread(torch.tensor([1.0, 9.0, 1.0, 1.0, 4.0, 1.0]), copies=3)
    assert spread.further.tolist() == [1, 1, 4]
    assert spread(values)[0, 0, 1] == spread(values)[0, 0, 6] == values[0, 0, 1] / 3
    assert torch.allclose(spread.widened(layer)(spread(values)), layer(values), atol=1e-6)


def test_a_feed_forward_block_computes_the_same() -> None:
    torch.manual_seed(1)
    config = BertConfig(hidden_size=8, intermediate_size=16, num_attention_heads=2)
    layer = BertLayer(config).eval()  # type: ignore[no-untyped-call]
    values = torch.randn(2, 3, 8)
    block = FeedForward(layer, Spread(torch.rand(8), copies=2), torch.tensor([3, 11]))
    assert block.narrow[1].in_features == 14
    assert torch.allclose(block(values), layer.output.dense(layer.intermediate(values)), atol=1e-6)


@pytest.mark.parametrize("whole_layers", [0, 1])
def test_a_split_network_computes_the_same(tiny_model: Path, whole_layers: int) -> None:
    network = load_network(tiny_model / layout.ENCODER, tiny_model / layout.WEIGHTS, labels=len(LABELS))
    batch = collate([Encoded([2, 5, 6, 3, 7, 3, 3, 3], 4), Encoded([2, 5, 3, 3, 3, 3], 3)])
    split = split_network(network, [batch], whole_layers)
    assert any(isinstance(module, FeedForward) for module in split.modules()) is (whole_layers == 0)
    assert torch.allclose(split(batch), network(batch), atol=0.01)


def test_rows_of_an_embedding_are_within_half_a_step() -> None:
    torch.manual_seed(1)
    embedding = nn.Embedding(5, 8)
    embedding.weight.data[2] *= 100
    embedding.weight.data[3] = 0
    ids = torch.tensor([[0, 1], [2, 3]])
    wanted = embedding(ids)
    step = wanted.abs().amax(dim=-1, keepdim=True) / 127
    assert bool(((RowEmbedding(embedding)(ids) - wanted).abs() <= step / 2 + 1e-6).all())


def test_the_logits_that_are_compared() -> None:
    logits = np.array([[3, -3, -3, -3], [3, 3, -3, -3], [-3, -3, -3, -3]], dtype=np.float32)
    same = compare_logits(logits, logits, UNITS, SETTINGS)
    assert same == Parity(3, 0.0, 0.0, 0.5, 0.5, 1.0)
    assert same.holds
    other = logits.copy()
    other[2, 0] = 1
    changed = compare_logits(logits, other, UNITS, SETTINGS)
    assert changed.largest_difference == 4
    assert changed.mean_difference == pytest.approx(4 / 12)
    assert changed.agreement == pytest.approx(11 / 12)
    assert changed.macro_f1_quantised == pytest.approx((0.8 + 1) / 4)
    assert not changed.holds


@pytest.mark.parametrize(
    ("mean", "macro", "holds"),
    [(0.05, 0.702, True), (0.05, 0.698, True), (0.05, 0.7041, False), (0.05, 0.6959, False), (0.2, 0.7, False)],
)
def test_what_holds(mean: float, macro: float, holds: bool) -> None:
    assert Parity(100, 1.0, mean, 0.7, macro, 0.99).holds is holds


def test_a_second_export_replaces_the_first(copied: Path) -> None:
    before = layout.verify(copied)
    parity = write_quantised(copied, UNITS)
    assert parity.units == len(UNITS)
    assert parity.mean_difference < 0.05
    assert layout.verify(copied).keys() == before.keys()
    assert [path.name for path in copied.parent.iterdir()] == ["model"]


def test_layers_stay_whole_until_parity_holds(copied: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = json.loads((copied / layout.ENCODER).read_text(encoding="utf-8")) | {"num_hidden_layers": 2}
    (copied / layout.ENCODER).write_text(json.dumps(config), encoding="utf-8")
    network = UnitClassifier(new_encoder(copied / layout.ENCODER), len(LABELS))
    save_file({name: tensor.contiguous() for name, tensor in network.state_dict().items()}, copied / layout.WEIGHTS)
    layout.write_manifest(copied)
    tried: list[int] = []

    def holds(parity: Parity) -> bool:
        tried.append(parity.whole_layers)
        return parity.whole_layers == 1

    monkeypatch.setattr(Parity, "holds", property(holds))
    assert write_quantised(copied, UNITS).whole_layers == 1
    assert tried == [0, 1]


def test_weights_that_say_something_else_are_not_written(
    tiny_model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    folder = Path(shutil.copytree(tiny_model, tmp_path / "model"))

    def turned(network: UnitClassifier, batches: list[Batch], whole_layers: int) -> UnitClassifier:
        made = split_network(network, batches, whole_layers)
        made.head.bias.data += 5
        return made

    monkeypatch.setattr(export, "split_network", turned)
    with pytest.raises(ModelError, match="something else"):
        write_quantised(folder, UNITS)
    assert set(layout.verify(folder)) == set(layout.FILES)
    assert [path.name for path in tmp_path.iterdir()] == ["model"]
    with caplog.at_level(logging.WARNING):
        assert add_quantised(folder, UNITS) is None
    assert "runs with torch" in caplog.text


@pytest.mark.parametrize("name", ["onnx", "onnxruntime"])
def test_without_the_packages(copied: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(MissingProgram, match=name):
        write_quantised(copied, UNITS)
    assert add_quantised(copied, UNITS) is None


def test_without_units(copied: Path) -> None:
    with pytest.raises(CorpusError):
        write_quantised(copied, [])


def test_an_altered_folder_is_refused(copied: Path) -> None:
    manifest = json.loads((copied / layout.MANIFEST).read_text(encoding="utf-8"))
    manifest["sha256"][layout.WEIGHTS] = "0" * 64
    (copied / layout.MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(ModelError):
        write_quantised(copied, UNITS)
