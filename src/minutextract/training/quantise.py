"""A network made ready for eight-bit integers: what they would spoil is told apart, without changing a logit.

onnxruntime rounds the whole input of a matrix product to 255 steps between its extremes. A handful of an encoder's
channels are several times wider than all others and would leave those only a few steps. Wide inputs of the attention
and of the feed-forward block are therefore halved, thirded … and repeated as often; the widest neurons inside the
feed-forward block go through products of their own in single precision; embeddings get a scale a row.

Only the products in modules called `narrow` are quantised.
"""

from __future__ import annotations

import copy
import logging
import warnings
from collections import OrderedDict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import torch
from torch import nn
from transformers import BertModel

from minutextract.errors import ModelError
from minutextract.tagger.encoding import Batch
from minutextract.tagger.network import UnitClassifier

COPIES = 16
NEURONS = 32


class Spread(nn.Module):
    """Channels of which the wide ones come in several equal parts, the further parts at the end."""

    parts: torch.Tensor
    further: torch.Tensor

    def __init__(self, widths: torch.Tensor, copies: int) -> None:
        super().__init__()
        parts = torch.ones_like(widths)
        further = []
        for _ in range(copies):
            widest = int((widths / parts).argmax())
            parts[widest] += 1
            further.append(widest)
        self.register_buffer("parts", 1.0 / parts)
        self.register_buffer("further", torch.tensor(further))

    def forward(self, values: torch.Tensor) -> torch.Tensor:
        """Values of shape (…, channels) to (…, channels + copies)."""
        scaled = values * self.parts
        return torch.cat([scaled, scaled.index_select(-1, self.further)], dim=-1)

    def widened(self, linear: nn.Linear) -> nn.Linear:
        """The linear layer that computes from spread values what `linear` does from plain ones."""
        weight = linear.weight.data
        return _linear(torch.cat([weight, weight[:, self.further]], dim=1), linear.bias.data)


class FeedForward(nn.Module):
    """Both layers of the feed-forward block of a BERT layer; the neurons in `wide` have products of their own."""

    def __init__(self, layer: Any, spread: Spread, wide: torch.Tensor) -> None:
        super().__init__()
        first, second = layer.intermediate.dense, layer.output.dense
        narrow = torch.ones(first.out_features, dtype=torch.bool)
        narrow[wide] = False
        self.spread = spread
        self.activation = layer.intermediate.intermediate_act_fn
        self.narrow = nn.ModuleList(
            [
                spread.widened(_linear(first.weight.data[narrow], first.bias.data[narrow])),
                _linear(second.weight.data[:, narrow], second.bias.data),
            ]
        )
        self.wide = nn.ModuleList(
            [_linear(first.weight.data[wide], first.bias.data[wide]), _linear(second.weight.data[:, wide], None)]
        )

    def forward(self, values: torch.Tensor) -> torch.Tensor:
        """Values of shape (…, channels) to the same shape."""
        narrow = self.narrow[1](self.activation(self.narrow[0](self.spread(values))))
        wide = self.wide[1](self.activation(self.wide[0](values)))
        found: torch.Tensor = narrow + wide
        return found


class RowEmbedding(nn.Module):
    """An embedding in eight bits with a scale a row."""

    scale: torch.Tensor
    steps: torch.Tensor

    def __init__(self, embedding: nn.Embedding) -> None:
        super().__init__()
        weight = embedding.weight.data
        scale = weight.abs().amax(dim=1, keepdim=True).clamp(min=1e-12) / 127
        self.register_buffer("scale", scale)
        self.register_buffer("steps", (weight / scale).round().to(torch.int8))

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        """Vectors of shape (*ids.shape, width)."""
        return self.steps[ids].float() * self.scale[ids]


def layers_of(network: UnitClassifier) -> list[nn.Module]:
    """The encoder's layers, from the first.

    Raises:
        ModelError: the encoder is no BERT encoder: nothing is known of what eight bits do to it.
    """
    if not isinstance(network.encoder, BertModel):
        raise ModelError("only BERT encoders are quantised", "use the model with torch")
    return list(network.encoder.encoder.layer)


def split_network(network: UnitClassifier, batches: Iterable[Batch], whole_layers: int = 0) -> UnitClassifier:
    """A copy to quantise, of the same logits but for the rounding of embeddings.

    Args:
        network: stays as it is.
        batches: show which channels and neurons are wide.
        whole_layers: so many of the first layers are left out, since their errors grow through all others.
    """
    made = copy.deepcopy(network).eval()
    widths = _input_widths(made, batches)
    for layer in layers_of(made)[whole_layers:]:
        _split_layer(layer, widths)
    words = made.encoder.get_input_embeddings()
    assert isinstance(words, nn.Embedding)
    made.encoder.set_submodule("embeddings.word_embeddings", RowEmbedding(words))
    return made


def _split_layer(layer: Any, widths: dict[nn.Module, torch.Tensor]) -> None:
    attention, dense = layer.attention.self, layer.output.dense
    spread = Spread(widths[attention.query], COPIES)
    for name in ("query", "key", "value"):
        narrow = spread.widened(getattr(attention, name))
        setattr(attention, name, nn.Sequential(OrderedDict(spread=spread, narrow=narrow)))
    layer.attention.output.dense = nn.Sequential(OrderedDict(narrow=layer.attention.output.dense))
    wide = widths[dense].topk(min(NEURONS, dense.in_features // 4)).indices.sort().values
    layer.output.dense = FeedForward(layer, Spread(widths[layer.intermediate.dense], COPIES), wide)
    # The block stands where its second layer stood.
    layer.intermediate = nn.Identity()


def _input_widths(network: UnitClassifier, batches: Iterable[Batch]) -> dict[nn.Module, torch.Tensor]:
    """The largest absolute value of each input channel of each linear layer of the encoder."""
    layers = [layer for layer in network.encoder.modules() if isinstance(layer, nn.Linear)]
    widths: dict[nn.Module, torch.Tensor] = {layer: torch.zeros(layer.in_features) for layer in layers}

    def widen(layer: nn.Module, given: tuple[torch.Tensor, ...]) -> None:
        widths[layer] = torch.maximum(widths[layer], given[0].abs().flatten(0, -2).amax(dim=0))

    handles = [layer.register_forward_pre_hook(widen) for layer in layers]
    with torch.inference_mode():
        for batch in batches:
            network(batch)
    for handle in handles:
        handle.remove()
    return widths


def _linear(weight: torch.Tensor, bias: torch.Tensor | None) -> nn.Linear:
    made = nn.Linear(weight.shape[1], weight.shape[0], bias=bias is not None)
    made.weight.data = weight.clone()
    if bias is not None:
        made.bias.data = bias.clone()
    return made


class _Exported(nn.Module):
    """The network with tensors for arguments, which is all that the exporter takes."""

    def __init__(self, network: UnitClassifier) -> None:
        super().__init__()
        self.network = network

    def forward(self, *tensors: torch.Tensor) -> torch.Tensor:
        return self.network.classify(*tensors)


def export_network(network: UnitClassifier, batch: Batch, path: Path) -> None:
    """Write a network to ONNX, any number of units of any length: `batch` is an example."""
    network.eval()
    # The fused attention has no counterpart in ONNX.
    network.encoder.set_attn_implementation("eager")
    axes = {name: {0: "units", 1: "length"} for name in Batch._fields} | {"own": {0: "units", 1: "text"}}
    with warnings.catch_warnings():
        # Tracing warns of branches that do not depend on the input here.
        warnings.simplefilter("ignore")
        # The newer exporter (dynamo=True) gave other logits for this network.
        torch.onnx.export(
            _Exported(network).eval(),
            tuple(map(torch.from_numpy, batch)),
            str(path),
            dynamo=False,
            opset_version=17,
            input_names=list(Batch._fields),
            output_names=["logits"],
            dynamic_axes=axes | {"logits": {0: "units"}},
        )


def quantise_file(source: Path, target: Path) -> None:
    """Quantise the narrow products of an exported network: weights in eight bits a channel, inputs at run time."""
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic

    nodes = onnx.load(source, load_external_data=False).graph.node
    chosen = [node.name for node in nodes if node.op_type == "MatMul" and "/narrow" in node.name]
    level = logging.root.manager.disable
    # It writes lines about each node to the root logger.
    logging.disable(logging.WARNING)
    try:
        quantize_dynamic(source, target, per_channel=True, weight_type=QuantType.QInt8, nodes_to_quantize=chosen)
    finally:
        logging.disable(level)
