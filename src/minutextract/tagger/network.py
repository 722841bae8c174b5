"""The classifier's network: an encoder, pooled over the unit's own tokens, and one linear layer."""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import nn
from transformers import BertConfig, BertModel

from minutextract.tagger.encoding import Batch


class UnitClassifier(nn.Module):
    """Multi-label classifier of units in context.

    The untrained pooler of a sentence encoder throws away most of what it knows; the mean over the unit's own tokens
    beside the [CLS] vector keeps it and tells the unit from its context.
    """

    def __init__(self, config: BertConfig, labels: int) -> None:
        super().__init__()
        self.encoder = BertModel(config, add_pooling_layer=False)
        self.dropout = nn.Dropout(0.1)
        self.head = nn.Linear(2 * config.hidden_size, labels)

    def forward(self, batch: Batch) -> torch.Tensor:
        """Logits of shape (units, labels)."""
        return self.classify(*map(torch.from_numpy, batch))

    def classify(
        self, ids: torch.Tensor, attention: torch.Tensor, segments: torch.Tensor, own: torch.Tensor
    ) -> torch.Tensor:
        """Logits of shape (units, labels) for the arrays of a batch as tensors."""
        hidden = self.encoder(input_ids=ids, attention_mask=attention, token_type_ids=segments).last_hidden_state
        weights = own.unsqueeze(-1)
        mean = (hidden * weights).sum(dim=1) / weights.sum(dim=1).clamp(min=1.0)
        pooled = torch.cat([hidden[:, 0], mean], dim=-1)
        logits: torch.Tensor = self.head(self.dropout(pooled))
        return logits


def load_network(config: Path, weights: Path, *, labels: int) -> UnitClassifier:
    """The network with trained weights; half precision on disk becomes single precision, which CPUs compute faster."""
    network = UnitClassifier(BertConfig.from_json_file(str(config)), labels)
    network.load_state_dict({name: tensor.float() for name, tensor in load_file(weights).items()})
    network.eval()
    return network
