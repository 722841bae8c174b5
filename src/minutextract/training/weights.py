"""A network's weights on disk, with what is needed to compute with them."""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import save_file

from minutextract.tagger import layout
from minutextract.tagger.network import UnitClassifier
from minutextract.training.base import Start


def write_weights(started: Start, output: Path) -> None:
    """Write weights in half precision, the encoder's configuration and the tokenizer."""
    # Eight-bit weights of an earlier model would no longer say the same.
    (output / layout.QUANTISED).unlink(missing_ok=True)
    save_file(_half(started.network), output / layout.WEIGHTS)
    (output / layout.ENCODER).write_text(started.network.encoder.config.to_json_string(), encoding="utf-8")
    started.tokenizer.save(str(output / layout.TOKENIZER))


def _half(network: UnitClassifier) -> dict[str, torch.Tensor]:
    return {name: tensor.to(torch.float16).contiguous() for name, tensor in network.state_dict().items()}
