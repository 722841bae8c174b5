"""The classifier's network: an encoder, pooled over the unit's own tokens, and one linear layer."""

from __future__ import annotations

import json
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import nn
from transformers import AutoConfig, AutoModel, BertModel, PreTrainedModel

from minutextract.tagger.encoding import Batch
from minutextract.tagger.reading import read_units


class UnitClassifier(nn.Module):
    """Multi-label classifier of units in context.

    The untrained pooler of a sentence encoder throws away most of what it knows; the mean over the unit's own tokens
    beside the [CLS] vector keeps it and tells the unit from its context.
    """

    def __init__(self, encoder: PreTrainedModel, labels: int) -> None:
        super().__init__()
        self.encoder = encoder
        width = int(encoder.config.hidden_size)
        # MPNet knows no segments: without a mark of its own the unit could not be told from its context.
        own_segments = getattr(encoder.config, "type_vocab_size", 0) < 2
        self.segments = nn.Embedding(2, width) if own_segments else None
        if self.segments is not None:
            nn.init.zeros_(self.segments.weight)
        self.dropout = nn.Dropout(0.1)
        self.head = nn.Linear(2 * width, labels)

    def forward(self, batch: Batch) -> torch.Tensor:
        """Logits of shape (units, labels)."""
        return self.classify(*map(torch.from_numpy, batch))

    def classify(
        self, ids: torch.Tensor, attention: torch.Tensor, segments: torch.Tensor, own: torch.Tensor
    ) -> torch.Tensor:
        """Logits of shape (units, labels) for the arrays of a batch as tensors."""
        hidden = self._hidden(ids, attention, segments, length=own.shape[1])
        weights = own.unsqueeze(-1)
        mean = (hidden * weights).sum(dim=1) / weights.sum(dim=1).clamp(min=1.0)
        pooled = torch.cat([hidden[:, 0], mean], dim=-1)
        logits: torch.Tensor = self.head(self.dropout(pooled))
        return logits

    def _hidden(
        self, ids: torch.Tensor, attention: torch.Tensor, segments: torch.Tensor, *, length: int
    ) -> torch.Tensor:
        """Vectors of the first `length` tokens of each unit, of shape (units, length, width)."""
        if isinstance(self.encoder, BertModel):
            return read_units(self.encoder, ids, attention, segments, length).float()
        hidden: torch.Tensor = self.encoder(**self._inputs(ids, attention, segments)).last_hidden_state
        return hidden[:, :length].float()

    def _inputs(self, ids: torch.Tensor, attention: torch.Tensor, segments: torch.Tensor) -> dict[str, torch.Tensor]:
        if self.segments is None:
            return {"input_ids": ids, "attention_mask": attention, "token_type_ids": segments}
        words = self.encoder.get_input_embeddings()(ids)
        return {"inputs_embeds": words + self.segments(segments), "attention_mask": attention}


def new_encoder(config: Path) -> PreTrainedModel:
    """An encoder without weights, of the kind that a configuration file describes."""
    kind = AutoConfig.for_model(**json.loads(config.read_text(encoding="utf-8")))
    encoder: PreTrainedModel = AutoModel.from_config(kind, add_pooling_layer=False)  # type: ignore[no-untyped-call]
    return encoder


def load_network(config: Path, weights: Path, *, labels: int) -> UnitClassifier:
    """The network with trained weights; half precision on disk becomes single precision, which CPUs compute faster."""
    network = UnitClassifier(new_encoder(config), labels)
    network.load_state_dict({name: tensor.float() for name, tensor in load_file(weights).items()})
    network.eval()
    return network
