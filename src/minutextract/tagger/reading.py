"""The way of a batch through a BERT encoder, whose last layer computes what the classifier looks at and no more."""

from __future__ import annotations

from typing import Any

import torch
from transformers import BertModel


def read_units(
    encoder: BertModel, ids: torch.Tensor, attention: torch.Tensor, segments: torch.Tensor, length: int
) -> torch.Tensor:
    """Vectors of the units' own tokens, of shape (units, length, width).

    The same as the encoder's own pass gives. The classifier pools over a unit's own tokens, less than half of all; what
    stands around it is read by them in the last layer too, but needs no further vectors.

    Args:
        encoder: with segments, of which the second is the context.
        ids: of shape (units, longest), the unit's own tokens first.
        attention: 1 on tokens, 0 on padding.
        segments: 1 on the context.
        length: of the longest unit without its context.
    """
    hidden: torch.Tensor = encoder.embeddings(input_ids=ids, token_type_ids=segments)
    ignored = (1.0 - attention[:, None, None, :].to(hidden.dtype)) * torch.finfo(hidden.dtype).min
    *layers, last = encoder.encoder.layer
    for layer in layers:
        hidden = _advance(layer, hidden, hidden, ignored)
    return _advance(last, hidden[:, :length], hidden, ignored)


def _advance(layer: Any, asking: torch.Tensor, read: torch.Tensor, ignored: torch.Tensor) -> torch.Tensor:
    """One layer for the tokens that ask, which attend to those that are read: (units, asking, width)."""
    attention = layer.attention.self
    query, key, value = (
        _heads(project(tokens), attention.num_attention_heads)
        for project, tokens in ((attention.query, asking), (attention.key, read), (attention.value, read))
    )
    # Plain, not fused: in half precision the backward pass of the fused kernel takes as long as all the rest on CPUs.
    weights = torch.softmax(query @ key.transpose(-1, -2) * attention.scaling + ignored, dim=-1)
    gathered = (attention.dropout(weights) @ value).transpose(1, 2).reshape(asking.shape)
    advanced: torch.Tensor = layer.feed_forward_chunk(layer.attention.output(gathered, asking))
    return advanced


def _heads(values: torch.Tensor, heads: int) -> torch.Tensor:
    """Of shape (units, tokens, width) to (units, heads, tokens, width / heads)."""
    return values.view(*values.shape[:2], heads, -1).transpose(1, 2)
