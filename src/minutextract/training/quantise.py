"""A network made ready for eight-bit integers: what they would spoil is told apart, without changing a logit.

onnxruntime rounds the whole input of a matrix product to 255 steps between its extremes. A handful of channels of an
encoder are several times wider than all others, and would leave those only a few steps: they go through a product of
their own, in single precision. Embeddings get a scale a row for the same reason.
"""

from __future__ import annotations

import copy
import warnings
from collections.abc import Iterable
from pathlib import Path

import torch
from torch import nn

from minutextract.tagger.encoding import Batch
from minutextract.tagger.network import UnitClassifier

WIDE_CHANNELS = 8


class SplitLinear(nn.Module):
    """A linear layer whose widest input channels have a product of their own: `narrow` may be quantised, `wide` not."""

    kept: torch.Tensor
    channels: torch.Tensor

    def __init__(self, linear: nn.Linear, channels: torch.Tensor) -> None:
        super().__init__()
        kept = torch.ones(linear.in_features)
        kept[channels] = 0.0
        self.register_buffer("kept", kept)
        self.register_buffer("channels", channels)
        self.wide = nn.Linear(len(channels), linear.out_features, bias=False)
        self.wide.weight.data = linear.weight.data[:, channels].clone()
        self.narrow = linear
        self.narrow.weight.data = linear.weight.data * kept

    def forward(self, values: torch.Tensor) -> torch.Tensor:
        """As the linear layer, up to the order of the sum."""
        wide = values.index_select(-1, self.channels)
        found: torch.Tensor = self.narrow(values * self.kept) + self.wide(wide)
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


def split_network(network: UnitClassifier, batches: Iterable[Batch], channels: int = WIDE_CHANNELS) -> UnitClassifier:
    """A copy with split linear layers and row-wise embeddings; the widest channels are those that `batches` show."""
    made = copy.deepcopy(network).eval()
    layers = {name: layer for name, layer in made.encoder.named_modules() if isinstance(layer, nn.Linear)}
    widths = _widths(made, layers, batches)
    for name, layer in layers.items():
        widest = widths[name].topk(min(channels, layer.in_features // 4)).indices.sort().values
        made.encoder.set_submodule(name, SplitLinear(layer, widest))
    words = made.encoder.get_input_embeddings()
    assert isinstance(words, nn.Embedding)
    made.encoder.set_submodule("embeddings.word_embeddings", RowEmbedding(words))
    return made


def _widths(network: UnitClassifier, layers: dict[str, nn.Linear], batches: Iterable[Batch]) -> dict[str, torch.Tensor]:
    """The largest absolute value of each input channel of each layer."""
    widths = {name: torch.zeros(layer.in_features) for name, layer in layers.items()}

    def watch(name: str) -> torch.utils.hooks.RemovableHandle:
        def widen(_layer: nn.Module, given: tuple[torch.Tensor, ...]) -> None:
            widths[name] = torch.maximum(widths[name], given[0].abs().flatten(0, -2).amax(dim=0))

        return layers[name].register_forward_pre_hook(widen)

    handles = [watch(name) for name in layers]
    with torch.inference_mode():
        for batch in batches:
            network(batch)
    for handle in handles:
        handle.remove()
    return widths


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
    axes = {name: {0: "units", 1: "length"} for name in Batch._fields}
    with warnings.catch_warnings():
        # Tracing warns of branches that do not depend on the input here.
        warnings.simplefilter("ignore")
        # The newer exporter (dynamo=True) gave other logits for this network.
        torch.onnx.export(
            _Exported(network),
            tuple(map(torch.from_numpy, batch)),
            str(path),
            dynamo=False,
            opset_version=17,
            input_names=list(Batch._fields),
            output_names=["logits"],
            dynamic_axes=axes | {"logits": {0: "units"}},
        )


def quantise_file(source: Path, target: Path) -> None:
    """Quantise the split products of an exported network: weights in eight bits a channel, inputs at run time."""
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic

    nodes = onnx.load(source, load_external_data=False).graph.node
    chosen = [node.name for node in nodes if node.op_type == "MatMul" and "/narrow/" in node.name]
    quantize_dynamic(source, target, per_channel=True, weight_type=QuantType.QInt8, nodes_to_quantize=chosen)
