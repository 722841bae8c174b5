"""Training: from annotated units to a model folder, the same each time, cut or uncut."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
import safetensors.torch
import torch
from safetensors.torch import load_file, save_file

from minutextract.corpus import LABELS, Unit, read_corpus
from minutextract.corpus.files import corpus_lines
from minutextract.errors import CorpusError
from minutextract.evaluation import Figures
from minutextract.tagger import layout
from minutextract.tagger.tagger import Tagger
from minutextract.training import checkpoint, loop, unlabelled
from minutextract.training.config import LengthsConfig, TrainingConfig
from minutextract.training.mixing import SHARES
from minutextract.training.run import train_model
from minutextract.training.targets import rarity_weights, targets_of

CONFIG = TrainingConfig(
    epochs=3,
    batch_size=8,
    encoder_rate=5e-3,
    head_rate=5e-2,
    patience=3,
    lengths=LengthsConfig(text=16, heading=4, before=4, after=4),
)
# A unit for each label, and one for none, with blanks to fill.
FRAMES: tuple[tuple[str, list[str]], ...] = (
    ("{who} to call the plumber {n}", ["action"]),
    ("it was agreed to pay bill {n}", ["decision"]),
    ("{who} thanked kl for the cakes {n}", ["praise"]),
    ("{who} noted the roof leaks {n}", ["insight"]),
    ("the garden was {n}", []),
)


def corpus(folder: Path, name: str, source: str, count: int) -> Path:
    """A file of invented units of one organisation."""
    rows = [
        {
            "doc": f"{source}:001",
            "source": source,
            "text": FRAMES[n % 5][0].format(who=("ab", "kl", "jo")[n % 3], n=n % 10),
            "labels": FRAMES[n % 5][1],
            "heading": "garden" if n % 2 else None,
        }
        for n in range(count)
    ]
    path = folder / name
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A file to train on and one of another organisation."""
    folder = tmp_path_factory.mktemp("corpus")
    return corpus(folder, "train.jsonl", "lantern", 45), corpus(folder, "dev.jsonl", "tern", 20)


def train(files: tuple[Path, Path], base: Path, folder: Path) -> Figures:
    """Train into `folder/model` with checkpoints in `folder/run`."""
    config = CONFIG.model_copy(update={"base": str(base)})
    return train_model([files[0]], files[1], folder / "model", config=config, run=folder / "run")


@pytest.fixture(scope="module")
def trained(
    files: tuple[Path, Path], tiny_base: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Figures]:
    """A folder with an uncut run, and its figures."""
    folder = tmp_path_factory.mktemp("uncut")
    return folder, train(files, tiny_base, folder)


def same_weights(one: Path, other: Path) -> bool:
    """Whether two runs end with the same tensors, in the model and in the checkpoints that the first one keeps."""
    kept = [path.relative_to(one) for path in one.rglob("*.safetensors")]
    assert len(kept) >= 2
    for name in kept:
        first, second = load_file(one / name), load_file(other / name)
        if first.keys() != second.keys() or any(bool((first[key] != second[key]).any()) for key in first):
            return False
    return True


def test_the_model_folder_is_whole(trained: tuple[Path, Figures]) -> None:
    model = trained[0] / "model"
    assert {path.name for path in model.iterdir()} == {*layout.FILES, layout.MANIFEST, layout.QUANTISED}
    settings = layout.read_settings(model)
    assert settings.lengths.heading == 4
    assert set(settings.thresholds) == set(LABELS)


def test_the_tagger_loads_it_and_has_learnt(trained: tuple[Path, Figures], files: tuple[Path, Path]) -> None:
    from minutextract.evaluation import apply_thresholds, evaluate

    tagger, dev = Tagger.load(trained[0] / "model"), read_corpus([files[1]])
    scores = tagger.scores([one.unit for one in dev])
    again = evaluate([one.labels for one in dev], apply_thresholds(scores, tagger.thresholds))
    assert again.to_json() == trained[1].to_json()
    assert again.macro_f1 > 0.5


def test_the_card_names_data_and_figures(trained: tuple[Path, Figures], files: tuple[Path, Path]) -> None:
    from minutextract.corpus import digest

    card = (trained[0] / "model" / layout.CARD).read_text(encoding="utf-8")
    assert digest([files[0]]) in card
    assert digest([files[1]]) in card
    assert f"{trained[1].macro_f1:.3f}" in card


def test_a_second_run_gives_the_same(
    trained: tuple[Path, Figures], files: tuple[Path, Path], tiny_base: Path, tmp_path: Path
) -> None:
    train(files, tiny_base, tmp_path)
    assert same_weights(trained[0], tmp_path)


class Cut(BaseException):
    """The power goes."""


@pytest.mark.parametrize("epoch", [1, 2, 3])
def test_a_run_cut_between_epochs_ends_the_same(
    trained: tuple[Path, Figures],
    files: tuple[Path, Path],
    tiny_base: Path,
    tmp_path: Path,
    epoch: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    calls = 0
    judge = loop.dev_figures

    def cut(*args: object) -> Figures:
        nonlocal calls
        calls += 1
        if calls == epoch:
            raise Cut
        return judge(*args)  # type: ignore[arg-type]

    with monkeypatch.context() as patch, pytest.raises(Cut):
        patch.setattr(loop, "dev_figures", cut)
        train(files, tiny_base, tmp_path)
    assert not (tmp_path / "model").exists()
    train(files, tiny_base, tmp_path)
    assert same_weights(trained[0], tmp_path)


@pytest.mark.parametrize(("epoch", "step"), [(0, 2), (1, 4)])
def test_a_run_cut_within_an_epoch_ends_the_same(
    trained: tuple[Path, Figures],
    files: tuple[Path, Path],
    tiny_base: Path,
    tmp_path: Path,
    epoch: int,
    step: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    save, taken = loop._Learner.step, 0

    def cut(*args: object) -> float:
        nonlocal taken
        # One step beyond the checkpoint: what was learnt in it is lost and must be learnt again.
        if taken > epoch * 6 + step:
            raise Cut
        taken += 1
        return save(*args)  # type: ignore[arg-type]

    often = {"base": str(tiny_base), "save_every": 2}
    with monkeypatch.context() as patch, pytest.raises(Cut):
        patch.setattr(loop._Learner, "step", cut)
        patch.setattr(f"{__name__}.CONFIG", CONFIG.model_copy(update=often))
        train(files, tiny_base, tmp_path)
    assert (tmp_path / "run" / f"epoch-{epoch}-step-{step}").is_dir()
    train(files, tiny_base, tmp_path)
    assert same_weights(trained[0], tmp_path)


@pytest.mark.parametrize("files_saved", [0, 1, 2, 3, 4, 5])
def test_a_run_cut_while_it_saves_ends_the_same(
    trained: tuple[Path, Figures],
    files: tuple[Path, Path],
    tiny_base: Path,
    tmp_path: Path,
    files_saved: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    save, saved = safetensors.torch.save_file, list[Path]()

    def cut(tensors: dict[str, torch.Tensor], path: Path) -> None:
        if len(saved) == files_saved:
            path.write_bytes(b"half a file")
            raise Cut
        saved.append(path)
        save(tensors, path)

    with monkeypatch.context() as patch, pytest.raises(Cut):
        patch.setattr(checkpoint, "save_file", cut)
        train(files, tiny_base, tmp_path)
    train(files, tiny_base, tmp_path)
    assert same_weights(trained[0], tmp_path)


def test_a_finished_run_trains_no_more(
    trained: tuple[Path, Figures], files: tuple[Path, Path], tiny_base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = load_file(trained[0] / "model" / layout.WEIGHTS)
    monkeypatch.setattr(loop, "dev_figures", lambda *_: pytest.fail("trained again"))
    train(files, tiny_base, trained[0])
    after = load_file(trained[0] / "model" / layout.WEIGHTS)
    assert all(bool((before[name] == after[name]).all()) for name in before)


def test_weights_are_averaged_with_those_of_another_run(
    trained: tuple[Path, Figures], files: tuple[Path, Path], tiny_base: Path, tmp_path: Path
) -> None:
    shutil.copytree(trained[0] / "run", tmp_path / "run")
    other = tmp_path / "other"
    shutil.copytree(trained[0] / "model", other)
    halved = {name: tensor / 2 for name, tensor in load_file(other / layout.WEIGHTS).items()}
    save_file(halved, other / layout.WEIGHTS)
    layout.write_manifest(other)
    config = CONFIG.model_copy(update={"base": str(tiny_base), "average_with": other})
    figures = train_model([files[0]], files[1], tmp_path / "model", config=config, run=tmp_path / "run")
    own, mean = load_file(trained[0] / "model" / layout.WEIGHTS), load_file(tmp_path / "model" / layout.WEIGHTS)
    ratio = float((mean["head.weight"].float() / own["head.weight"].float()).mean())
    assert min(abs(ratio - (share + 1) / 2) for share in SHARES) < 0.01
    assert figures.n == 20
    assert "averaged with those of another run" in (tmp_path / "model" / layout.CARD).read_text(encoding="utf-8")


def test_a_teachers_scores_are_learnt(files: tuple[Path, Path], tiny_base: Path, tmp_path: Path) -> None:
    class Teacher:
        thresholds = dict.fromkeys(LABELS, 0.5)

        def scores(self, units: Sequence[Unit]) -> list[dict[str, float]]:
            return [{label: 0.9 * (label == "praise") for label in LABELS} for _ in units]

    units = unlabelled.teach(read_corpus([files[0]]), Teacher())
    assert targets_of(units)[0].tolist() == pytest.approx([0, 0, 0.9, 0])
    taught = tmp_path / "taught.jsonl"
    taught.write_text(corpus_lines(units), encoding="utf-8")
    train((taught, files[1]), tiny_base, tmp_path)
    [scores] = Tagger.load(tmp_path / "model").scores([Unit("kl to call the plumber")])
    card = (tmp_path / "model" / layout.CARD).read_text(encoding="utf-8")
    assert "0 labelled units and 45 units with a teacher's scores" in card
    assert scores["praise"] > scores["action"]


def test_rare_labels_weigh_more() -> None:
    targets = torch.tensor([[1.0, 0, 0, 1], [0, 0, 0, 1], [0, 0, 0.8, 1], [0, 1, 0, 1]])
    assert rarity_weights(targets, 0).tolist() == [1, 1, 1, 1]
    assert rarity_weights(targets, 1).tolist() == pytest.approx([3, 3, 4, 1])
    assert rarity_weights(targets, 0.5).tolist() == pytest.approx([3**0.5, 3**0.5, 2, 1])
    assert rarity_weights(torch.zeros(5, 4), 1).tolist() == [1, 1, 1, 1]


def test_scores_of_a_teacher_that_are_none(files: tuple[Path, Path], tiny_base: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"text": "ab", "targets": {"action": 1}}\n', encoding="utf-8")
    with pytest.raises(CorpusError, match="targets"):
        train((bad, files[1]), tiny_base, tmp_path)


def test_train_and_dev_of_one_organisation_are_refused(
    files: tuple[Path, Path], tiny_base: Path, tmp_path: Path
) -> None:
    dev = corpus(tmp_path, "dev.jsonl", "lantern", 5)
    with pytest.raises(CorpusError, match="lantern"):
        train((files[0], dev), tiny_base, tmp_path)
    assert not (tmp_path / "model").exists()
