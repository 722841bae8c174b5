"""Which library computes the classifier, and what each of them must offer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from minutextract.errors import MissingProgram, ModelError
from minutextract.tagger import layout

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from minutextract.tagger.encoding import Batch


class Backend(Protocol):
    """Trained weights in a library that computes them."""

    @property
    def batch_size(self) -> int:
        """The number of units at once that it computes fastest."""
        ...

    def logits(self, batch: Batch) -> NDArray[np.float32]:
        """Logits of shape (units, labels)."""
        ...


class BackendName(StrEnum):
    """What a user may ask for."""

    AUTO = "auto"
    TORCH = "torch"
    ONNX = "onnx"


@dataclass(frozen=True, slots=True)
class Choice:
    """The backend for a model folder, never AUTO, and why it was taken."""

    name: BackendName
    reason: str


def choose_backend(folder: Path, wanted: BackendName = BackendName.AUTO) -> Choice:
    """The backend for a model folder: with AUTO, onnxruntime where it and the quantised weights are there.

    Raises:
        ModelError: ONNX is asked for and the folder has no quantised weights.
        MissingProgram: ONNX is asked for and onnxruntime is not installed.
    """
    if wanted is BackendName.TORCH:
        return Choice(wanted, "asked for")
    quantised, installed = (folder / layout.QUANTISED).is_file(), find_spec("onnxruntime") is not None
    if wanted is BackendName.AUTO:
        if not quantised:
            return Choice(BackendName.TORCH, f"the model has no {layout.QUANTISED}")
        if not installed:
            return Choice(BackendName.TORCH, "onnxruntime is not installed: pip install 'minutextract[onnx]'")
        return Choice(BackendName.ONNX, f"onnxruntime is installed and the model has {layout.QUANTISED}")
    if not quantised:
        raise ModelError(
            f"{folder} has no {layout.QUANTISED}", "use the torch backend, or train with [train] installed"
        )
    if not installed:
        raise MissingProgram("onnxruntime is not installed", "pip install 'minutextract[onnx]'")
    return Choice(wanted, "asked for")
