"""The eight-bit file of a model folder: written only if it says what the single-precision weights say."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from minutextract.corpus import AnnotatedUnit, Unit
from minutextract.errors import CorpusError, MinutextractError, MissingProgram, ModelError
from minutextract.evaluation import apply_thresholds, evaluate
from minutextract.tagger import layout
from minutextract.tagger.calibration import as_scores
from minutextract.tagger.encoding import UnitEncoder, collate
from minutextract.tagger.network import UnitClassifier, load_network
from minutextract.tagger.predict import predict_logits
from minutextract.tagger.torch_backend import TorchBackend
from minutextract.training.quantise import export_network, layers_of, quantise_file, split_network

log = logging.getLogger(__name__)

MACRO_F1_TOLERANCE = 0.003
# Beyond this the file computes something else, even where few labels change.
LOGIT_TOLERANCE = 0.15
# Every so many units one is looked at to find the widest channels.
_SAMPLED = 4


@dataclass(frozen=True, slots=True)
class Parity:
    """How near the eight-bit weights come to the single-precision ones on `units` units.

    `agreement` is the share of labels, given or not, that are the same; the first `whole_layers` are not quantised.
    """

    units: int
    largest_difference: float
    mean_difference: float
    macro_f1: float
    macro_f1_quantised: float
    agreement: float
    whole_layers: int = 0

    @property
    def holds(self) -> bool:
        """Whether the file may stand in for the weights."""
        change = abs(self.macro_f1 - self.macro_f1_quantised)
        return change <= MACRO_F1_TOLERANCE and self.mean_difference <= LOGIT_TOLERANCE

    def __str__(self) -> str:
        return (
            f"{self.units} units: macro-F1 {self.macro_f1:.4f} with fp32, {self.macro_f1_quantised:.4f} with int8; "
            f"logits differ by {self.mean_difference:.3f} on average, {self.largest_difference:.3f} at most; "
            f"{self.agreement:.2%} of the labels agree; {self.whole_layers} layers in single precision"
        )


def add_quantised(folder: Path, units: Sequence[AnnotatedUnit]) -> Parity | None:
    """As `write_quantised`, for the end of a training run: what stands in the way is logged, and the folder stays."""
    try:
        parity = write_quantised(folder, units)
    except MinutextractError as error:
        log.warning("no %s was written, the model runs with torch: %s", layout.QUANTISED, error)
        return None
    log.info("%s written, %s", layout.QUANTISED, parity)
    return parity


def write_quantised(folder: Path, units: Sequence[AnnotatedUnit]) -> Parity:
    """Export the weights of a whole model folder to an eight-bit ONNX file beside them, and name it in the manifest.

    As few of the first layers as parity allows stay in single precision, at most half of all.

    Args:
        folder: a model folder; an earlier file is replaced.
        units: annotated units, none of which was trained on, to compare on; some also show which channels are wide.

    Raises:
        CorpusError: there are no units to compare on.
        MissingProgram: onnx or onnxruntime is not installed.
        ModelError: the folder cannot be used, or the quantised weights say something else; nothing is written then.
    """
    missing = [name for name in ("onnx", "onnxruntime") if find_spec(name) is None]
    if missing:
        raise MissingProgram(f"{' and '.join(missing)} cannot be imported", "pip install 'minutextract[train]'")
    if not units:
        raise CorpusError("there are no units to compare on", "give the units of dev")
    from minutextract.tagger.onnx_backend import OnnxBackend

    layout.verify(folder)
    settings = layout.read_settings(folder)
    encoder = UnitEncoder(Tokenizer.from_file(str(folder / layout.TOKENIZER)), settings.lengths)
    network = load_network(folder / layout.ENCODER, folder / layout.WEIGHTS, labels=len(settings.labels))
    plain = [one.unit for one in units]
    reference = predict_logits(TorchBackend(network), encoder, plain)
    with tempfile.TemporaryDirectory(dir=folder.parent) as made:
        path = Path(made) / layout.QUANTISED
        for whole_layers in range(len(layers_of(network)) // 2 + 1):
            _quantise(network, encoder, plain, path, whole_layers)
            logits = predict_logits(OnnxBackend(path), encoder, plain)
            parity = compare_logits(reference, logits, units, settings, whole_layers)
            log.info("%s", parity)
            if parity.holds:
                break
        else:
            raise ModelError(f"the quantised weights say something else: {parity}", "use the model with torch")
        path.replace(folder / layout.QUANTISED)
    layout.write_manifest(folder)
    return parity


def _quantise(
    network: UnitClassifier, encoder: UnitEncoder, units: Sequence[Unit], path: Path, whole_layers: int
) -> None:
    encoded = encoder.encode(units[::_SAMPLED])
    batches = [collate(encoded[start : start + 32]) for start in range(0, len(encoded), 32)]
    whole = path.with_name("whole.onnx")
    export_network(split_network(network, batches, whole_layers), batches[0], whole)
    quantise_file(whole, path)


def compare_logits(
    reference: NDArray[np.float32],
    quantised: NDArray[np.float32],
    units: Sequence[AnnotatedUnit],
    settings: layout.Settings,
    whole_layers: int = 0,
) -> Parity:
    """Compare two arrays of logits, each of shape (units, labels), for the same annotated units."""
    distance = np.abs(reference - quantised)
    gold = [one.labels for one in units]
    given = [_given(logits, settings.thresholds, settings.scaling) for logits in (reference, quantised)]
    changed = sum(len(one ^ other) for one, other in zip(*given, strict=True))
    return Parity(
        units=len(units),
        largest_difference=float(distance.max()),
        mean_difference=float(distance.mean()),
        macro_f1=evaluate(gold, given[0]).macro_f1,
        macro_f1_quantised=evaluate(gold, given[1]).macro_f1,
        agreement=1.0 - changed / distance.size,
        whole_layers=whole_layers,
    )


def _given(
    logits: NDArray[np.float32], thresholds: dict[str, float], scaling: Mapping[str, layout.Scaling]
) -> list[set[str]]:
    return apply_thresholds(as_scores(logits, scaling), thresholds)
