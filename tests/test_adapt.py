"""Going on from a trained classifier on one's own units."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file
from torch import nn
from typer.testing import CliRunner

from minutextract.cli.main import app
from minutextract.corpus import LABELS, AnnotatedUnit, Unit
from minutextract.errors import CorpusError
from minutextract.tagger import layout
from minutextract.tagger.layout import Lengths, Scaling
from minutextract.tagger.tagger import Tagger
from minutextract.training.adapt import ADAPTING, adapt_model, hold_out
from minutextract.training.mixing import SHARES, mix_best

CONFIG = ADAPTING.model_copy(update={"encoder_rate": 5e-3, "head_rate": 5e-2, "batch_size": 8})


def units(sources: int, documents: int, each: int) -> list[AnnotatedUnit]:
    """Invented units of some organisations with some documents."""
    return [
        AnnotatedUnit(
            Unit(f"ab to call the plumber {n}" if n % 2 else f"the garden was it {n}"),
            frozenset({"action"} if n % 2 else ()),
            doc=f"s{source}:{document}",
            source=f"s{source}",
        )
        for source in range(sources)
        for document in range(documents)
        for n in range(each)
    ]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "mine.jsonl"
    path.write_text("\n".join(json.dumps(one.to_json()) for one in units(1, 5, 12)), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("sources", "documents", "split_by"),
    [
        (5, 1, "organisation"),
        (4, 3, "organisation"),
        (1, 6, "document"),
        (2, 2, "document"),
        (1, 1, "place in the file"),
    ],
)
def test_a_quarter_is_held_out_whole(sources: int, documents: int, split_by: str) -> None:
    every = units(sources, documents, 12)
    trained, held_out, found = hold_out(every, seed=3)
    assert found == split_by
    assert len(trained) + len(held_out) == len(every)
    assert 0.15 <= len(held_out) / len(every) <= 0.34
    key = {"organisation": "source", "document": "doc"}.get(split_by)
    if key:
        assert not {getattr(one, key) for one in trained} & {getattr(one, key) for one in held_out}


def test_one_large_organisation_does_not_fill_the_quarter() -> None:
    every = [*units(1, 1, 100), *(one for one in units(5, 1, 10) if one.source != "s0")]
    trained, held_out, _ = hold_out(every, seed=1)
    assert 10 <= len(held_out) <= 47
    assert len(trained) >= 93


def test_it_learns_and_keeps_what_was_settled(corpus: Path, tiny_model: Path, tmp_path: Path) -> None:
    base = tmp_path / "base"
    base.mkdir()
    for name in (*layout.FILES, layout.MANIFEST):
        (base / name).write_bytes((tiny_model / name).read_bytes())
    settled = layout.Settings(
        thresholds=dict.fromkeys(LABELS, 0.4),
        lengths=Lengths(20, 2, 2, 2),
        scaling=dict.fromkeys(LABELS, Scaling(0.9, 0.1)),
    )
    layout.write_settings(base, settled)
    layout.write_manifest(base)
    adapted = adapt_model([corpus], tmp_path / "new", base=base, run=tmp_path / "run", config=CONFIG)
    assert adapted.after.labels["action"].f1 == 1.0 > adapted.before.labels["action"].f1
    assert (adapted.before.n, adapted.trained_on) == (12, 48)
    assert layout.read_settings(tmp_path / "new") == settled
    [scores] = Tagger.load(tmp_path / "new").scores([Unit("ab to call the plumber 7")])
    assert scores["action"] > 0.4
    before, after = load_file(base / layout.WEIGHTS), load_file(tmp_path / "new" / layout.WEIGHTS)
    assert any(bool((before[name] != after[name]).any()) for name in before)


def test_too_few_units(tmp_path: Path, tiny_model: Path) -> None:
    path = tmp_path / "few.jsonl"
    path.write_text('{"text": "ab to call"}\n' * 39, encoding="utf-8")
    with pytest.raises(CorpusError, match="39 units are too few"):
        adapt_model([path], tmp_path / "new", base=tiny_model, run=tmp_path / "run", config=CONFIG)
    assert not (tmp_path / "new").exists()


def test_the_command_shows_before_and_after(corpus: Path, tiny_model: Path, tmp_path: Path) -> None:
    arguments = ["train", str(corpus), "--continue", "--model", str(tiny_model), "--output", str(tmp_path / "new")]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, result.output
    assert "12 units held out by document, 48 trained on" in result.stdout
    assert "label         before     after   support" in result.stdout


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (["--continue", "--dev", "d.jsonl"], "exclude each other"),
        (["--model", "m"], "--model goes with --continue"),
        ([], "units of other organisations"),
    ],
)
def test_options_that_do_not_go_together(corpus: Path, tmp_path: Path, more: list[str], says: str) -> None:
    result = CliRunner().invoke(app, ["train", str(corpus), "--output", str(tmp_path / "new"), *more])
    assert result.exit_code == 1
    assert says in result.stderr


def test_a_configuration_names_the_data(tiny_base: Path, tmp_path: Path) -> None:
    for name, source in (("train", "quay"), ("dev", "pier")):
        rows = [{"text": f"ab to call {n}", "labels": ["action"] * (n % 2), "source": source} for n in range(16)]
        (tmp_path / f"{name}.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    config = tmp_path / "experiment.toml"
    config.write_text(
        f'base = "{tiny_base.as_posix()}"\nepochs = 1\n[data]\ntrain = ["train.jsonl"]\ndev = "dev.jsonl"\n',
        encoding="utf-8",
    )
    result = CliRunner().invoke(app, ["train", str(config), "--output", str(tmp_path / "model")])
    assert result.exit_code == 0, result.output
    assert "over 16 units" in result.stdout
    assert str(tmp_path) not in (tmp_path / "model" / layout.CARD).read_text(encoding="utf-8")


def test_weights_are_mixed_to_the_least_loss() -> None:
    network = nn.Linear(1, 1, bias=False)
    nn.init.constant_(network.weight, 4.0)
    old = {"weight": torch.zeros(1, 1)}
    assert mix_best(network, old, lambda: abs(float(network.weight.item()) - 2.2)) == 0.5
    assert network.weight.item() == 2.0
    nn.init.constant_(network.weight, 4.0)
    assert mix_best(network, old, lambda: 1.0) == min(SHARES)
