"""The classifier: what goes into the network, what comes out, and which model folders are refused."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer, models

from minutextract.corpus import LABELS, Unit
from minutextract.errors import ExitCode, ModelError
from minutextract.tagger import layout
from minutextract.tagger.calibration import as_scores
from minutextract.tagger.encoding import Batch, Encoded, UnitEncoder, collate
from minutextract.tagger.layout import Lengths
from minutextract.tagger.network import load_network
from minutextract.tagger.predict import predict_logits
from minutextract.tagger.tagger import Tagger
from minutextract.tagger.torch_backend import TorchBackend

CLS, SEP = 2, 3
UNIT = Unit("ab to call", "garden", "it leaks", "the bill")


@pytest.fixture
def encoder(tiny_base: Path) -> UnitEncoder:
    return UnitEncoder(Tokenizer.from_file(str(tiny_base / "tokenizer.json")), Lengths(6, 2, 3, 3))


@pytest.fixture
def copied(tiny_model: Path, tmp_path: Path) -> Path:
    """A model folder that a test may spoil."""
    return Path(shutil.copytree(tiny_model, tmp_path / "model"))


def test_layout_of_a_unit(encoder: UnitEncoder, tiny_base: Path) -> None:
    ids = Tokenizer.from_file(str(tiny_base / "tokenizer.json")).token_to_id
    [found] = encoder.encode([UNIT])
    words = [[ids(word) for word in part.split()] for part in ("ab to call", "garden", "the bill")]
    before = [ids("it"), ids("leaks")]
    assert found.ids == [CLS, *words[0], SEP, *words[1], SEP, *before, SEP, *words[2], SEP]
    assert found.ids[: found.text_end] == [CLS, *words[0], SEP]


def test_parts_that_are_missing_leave_their_separator(encoder: UnitEncoder) -> None:
    [found] = encoder.encode([Unit("ab")])
    assert (found.ids[2:], found.text_end) == ([SEP] * 4, 3)


def test_each_part_is_cut_by_itself(encoder: UnitEncoder) -> None:
    long = "to " * 50
    [found] = encoder.encode([Unit(long, long, long, long)])
    assert len(found.ids) == 1 + 6 + 1 + 2 + 1 + 3 + 1 + 3 + 1
    assert found.text_end == 8


def test_truncation_of_the_tokenizer_file_does_not_count(tiny_base: Path) -> None:
    tokenizer = Tokenizer.from_file(str(tiny_base / "tokenizer.json"))
    tokenizer.enable_truncation(4)
    tokenizer.enable_padding(length=4)
    [found] = UnitEncoder(tokenizer, Lengths()).encode([Unit("to " * 20)])
    assert found.text_end == 22


def test_a_tokenizer_without_marks_is_refused() -> None:
    with pytest.raises(ModelError, match=r"\[CLS\]"):
        UnitEncoder(Tokenizer(models.WordPiece({"[UNK]": 0}, unk_token="[UNK]")), Lengths())


def test_masks() -> None:
    batch = collate([Encoded([CLS, 5, 6, SEP, 7, SEP, SEP, SEP], 4), Encoded([CLS, 5, SEP, SEP, SEP, SEP], 3)])
    assert batch.ids.tolist() == [[2, 5, 6, 3, 7, 3, 3, 3], [2, 5, 3, 3, 3, 3, 0, 0]]
    assert batch.attention.tolist() == [[1] * 8, [1] * 6 + [0] * 2]
    assert batch.segments.tolist() == [[0] * 4 + [1] * 4, [0] * 3 + [1] * 3 + [0] * 2]
    assert batch.own.tolist() == [[0, 1, 1, 0], [0, 1, 0, 0]]


UNITS = [
    Unit("ab to call the plumber", "garden"),
    Unit("it leaks"),
    UNIT,
    Unit("it leaks"),
    Unit("the roof leaks and it was noted " * 4),
    Unit(""),
    Unit("kl", before="it was agreed"),
]


@pytest.mark.parametrize("batch_size", [1, 2, 32])
def test_batches_change_nothing(tiny_model: Path, encoder: UnitEncoder, batch_size: int) -> None:
    backend = TorchBackend.load(tiny_model, labels=len(LABELS))
    alone = [as_scores(predict_logits(backend, encoder, [unit]))[0] for unit in UNITS]
    backend.batch_size = batch_size
    together = as_scores(predict_logits(backend, encoder, UNITS))
    for one, other in zip(together, alone, strict=True):
        assert list(one) == list(LABELS)
        assert one == pytest.approx(other, abs=1e-6)
    assert together[1] == together[3]


def test_the_context_counts(tiny_model: Path, encoder: UnitEncoder) -> None:
    backend = TorchBackend.load(tiny_model, labels=len(LABELS))
    bare, below = as_scores(predict_logits(backend, encoder, [Unit("ab"), Unit("ab", "garden")]))
    assert bare != below


class Watched:
    """A backend that keeps what it was given and answers with the length of each unit."""

    batch_size = 2

    def __init__(self) -> None:
        self.batches: list[Batch] = []

    def logits(self, batch: Batch) -> NDArray[np.float32]:
        self.batches.append(batch)
        lengths = batch.attention.sum(axis=1, dtype=np.float32)
        return np.repeat(lengths[:, None], len(LABELS), axis=1)


def test_units_go_in_by_length_and_identical_ones_once(encoder: UnitEncoder) -> None:
    backend = Watched()
    found = predict_logits(backend, encoder, UNITS * 2)
    lengths = [int(row.sum()) for batch in backend.batches for row in batch.attention]
    assert lengths == sorted(lengths)
    assert len(lengths) == len(set(UNITS))
    assert found[:, 0].tolist() == [len(one.ids) for one in encoder.encode(UNITS * 2)]


def test_arrays_of_a_batch(encoder: UnitEncoder) -> None:
    encoded = encoder.encode(UNITS[:3])
    batch = collate(encoded)
    longest, longest_text = max(len(one.ids) for one in encoded), max(one.text_end for one in encoded)
    assert [array.shape for array in batch] == [(3, longest)] * 3 + [(3, longest_text)]
    assert [array.dtype for array in batch] == [np.int64, np.int64, np.int64, np.float32]


def test_a_tagger_scores(tiny_model: Path) -> None:
    tagger = Tagger.load(tiny_model)
    assert tagger.scores([]) == []
    assert tagger.thresholds == dict.fromkeys(LABELS, 0.5)
    assert all(0 <= score <= 1 for unit in tagger.scores(UNITS) for score in unit.values())


def test_half_precision_weights_load_as_single(tiny_model: Path, copied: Path) -> None:
    from safetensors.torch import load_file, save_file

    half = {name: tensor.half() for name, tensor in load_file(tiny_model / layout.WEIGHTS).items()}
    save_file(half, copied / layout.WEIGHTS)
    layout.write_manifest(copied)
    network = load_network(copied / layout.ENCODER, copied / layout.WEIGHTS, labels=len(LABELS))
    assert {parameter.dtype for parameter in network.parameters()} == {torch.float32}
    near, exact = Tagger.load(copied).scores([UNIT]), Tagger.load(tiny_model).scores([UNIT])
    assert near[0] == pytest.approx(exact[0], abs=0.01)


def test_verify_returns_the_digests(tiny_model: Path) -> None:
    assert set(layout.verify(tiny_model)) == set(layout.FILES)


@pytest.mark.parametrize("name", [*layout.FILES, layout.MANIFEST])
def test_a_missing_file_is_refused(copied: Path, name: str) -> None:
    (copied / name).unlink()
    with pytest.raises(ModelError) as caught:
        Tagger.load(copied)
    assert caught.value.exit_code is ExitCode.MODEL


@pytest.mark.parametrize("name", layout.FILES)
def test_one_altered_bit_is_refused(copied: Path, name: str) -> None:
    content = bytearray((copied / name).read_bytes())
    content[len(content) // 2] ^= 1
    (copied / name).write_bytes(content)
    with pytest.raises(ModelError, match="manifest"):
        Tagger.load(copied)


@pytest.mark.parametrize(
    "manifest",
    [
        "",
        "[]",
        "{}",
        '{"sha256": {}}',
        '{"sha256": null}',
        '{"sha256": []}',
    ],
)
def test_a_manifest_that_names_nothing_is_refused(copied: Path, manifest: str) -> None:
    (copied / layout.MANIFEST).write_text(manifest, encoding="utf-8")
    with pytest.raises(ModelError):
        Tagger.load(copied)


@pytest.mark.parametrize("extra", ["pickle.bin", "pytorch_model.bin", "code.py"])
def test_an_extra_file_is_refused(copied: Path, extra: str) -> None:
    (copied / extra).write_bytes(b"x")
    with pytest.raises(ModelError):
        Tagger.load(copied)


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no usable model"):
        Tagger.load(tmp_path / "none")


@pytest.mark.parametrize(
    "change",
    [
        {"labels": ["action", "decision"]},
        {"labels": ["praise", *LABELS]},
        {"thresholds": {"action": 0.5}},
        {"lengths": {"words": 3}},
        {"lengths": None},
        {"labels": None},
    ],
)
def test_settings_of_another_version_are_refused(copied: Path, change: dict[str, object]) -> None:
    settings = json.loads((copied / layout.SETTINGS).read_text(encoding="utf-8")) | change
    (copied / layout.SETTINGS).write_text(json.dumps(settings), encoding="utf-8")
    layout.write_manifest(copied)
    with pytest.raises(ModelError):
        Tagger.load(copied)


def test_settings_come_back(tmp_path: Path) -> None:
    settings = layout.Settings(thresholds=dict.fromkeys(LABELS, 0.3), lengths=Lengths(10, 1, 2, 3))
    layout.write_settings(tmp_path, settings)
    assert layout.read_settings(tmp_path) == settings


def test_weights_of_another_shape_are_refused(copied: Path) -> None:
    from safetensors.torch import save_file

    save_file({"head.weight": torch.zeros(1)}, copied / layout.WEIGHTS)
    layout.write_manifest(copied)
    with pytest.raises(ModelError, match="cannot be loaded"):
        Tagger.load(copied)
