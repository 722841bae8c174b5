"""Fixtures that need no weights: a scorer by keywords, and a tiny encoder made in memory."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from builders import Keywords
from minutextract.pipeline import Pipeline
from minutextract.record import Record

# Whole words and single letters, so that any English text has ids.
_WORDS = "ab kl to call pay the plumber bill thanked for cakes agreed noted roof leaks garden it was and".split()
_LETTERS = [chr(code) for code in range(ord("a"), ord("z") + 1)]
_VOCABULARY = [
    *("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"),
    *_WORDS,
    *_LETTERS,
    *(f"##{letter}" for letter in _LETTERS),
    *".,:;()-0123456789",
]


@pytest.fixture
def pipeline() -> Pipeline:
    """A pipeline whose classifier looks for words."""
    return Pipeline(Keywords())


@pytest.fixture(scope="session")
def shipped() -> Pipeline:
    """The pipeline around the classifier that comes along, loaded once for all tests that need it."""
    return Pipeline.load()


@pytest.fixture(scope="session")
def invented(shipped: Pipeline) -> dict[str, Record]:
    """Every document of `corpus/` by its name, read with what a user has installed."""
    corpus = Path(__file__).resolve().parent.parent / "corpus"
    names = sorted(path.stem for path in (corpus / "gold").glob("*.json"))
    files = {path.stem: path for path in corpus.iterdir() if path.is_file() and path.stem in names}
    return {path.name: shipped.process(path) for path in files.values()}


@pytest.fixture(scope="session")
def tiny_base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a BERT encoder of one layer and its tokenizer, as training starts from."""
    import torch
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers
    from transformers import BertConfig, BertModel

    # Threads cost more than they bring at this size.
    torch.set_num_threads(1)
    folder = tmp_path_factory.mktemp("base")
    vocabulary = {token: number for number, token in enumerate(dict.fromkeys(_VOCABULARY))}
    config = BertConfig(
        vocab_size=len(vocabulary),
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=128,
    )
    torch.manual_seed(7)
    BertModel(config, add_pooling_layer=False).save_pretrained(folder)
    tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.save(str(folder / "tokenizer.json"))
    return folder


@pytest.fixture(scope="session")
def tiny_model(tiny_base: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model folder as training writes it, around the untrained tiny encoder."""
    from minutextract.tagger import layout
    from minutextract.training.base import start
    from minutextract.training.config import TrainingConfig
    from minutextract.training.weights import write_weights

    folder = tmp_path_factory.mktemp("model")
    write_weights(start(TrainingConfig(base=str(tiny_base), seed=3)), folder)
    (folder / layout.CARD).write_text("# Untrained\n", encoding="utf-8")
    layout.write_settings(folder, layout.Settings())
    layout.write_manifest(folder)
    return folder


@pytest.fixture(scope="session")
def tiny_quantised(tiny_model: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny model with eight-bit weights beside the others."""
    from minutextract.corpus import LABELS, AnnotatedUnit, Unit
    from minutextract.tagger import layout
    from minutextract.training.export import write_quantised

    folder = Path(shutil.copytree(tiny_model, tmp_path_factory.mktemp("quantised") / "model"))
    # Untrained scores lie around one half: at a threshold there, rounding alone would decide.
    layout.write_settings(folder, layout.Settings(thresholds=dict.fromkeys(LABELS, 0.1)))
    layout.write_manifest(folder)
    texts = ("ab to call the plumber", "it leaks", "kl thanked ab for cakes", "agreed")
    write_quantised(folder, [AnnotatedUnit(Unit(text, "garden"), frozenset({"action"})) for text in texts])
    return folder
