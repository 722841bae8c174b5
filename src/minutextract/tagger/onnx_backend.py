"""The classifier in onnxruntime, with the eight-bit weights: no torch, no transformers, and a quick start."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from minutextract.processors import processor_count
from minutextract.tagger.encoding import Batch


class OnnxBackend:
    """A session over one .onnx file; `threads` None takes as many as torch would."""

    batch_size = 4

    def __init__(self, path: Path, threads: int | None = None) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads or processor_count()
        options.inter_op_num_threads = 1
        # Threads that spin while they wait take the processor from the rules and from spaCy.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        # Added and normalised in one step, the same takes several times as long as in two: a fifth of all the time.
        apart = ["SkipLayerNormFusion"]
        self._session = onnxruntime.InferenceSession(
            str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=apart
        )

    def logits(self, batch: Batch) -> NDArray[np.float32]:
        """Logits of shape (units, labels)."""
        [found] = self._session.run(None, batch._asdict())
        return np.asarray(found, dtype=np.float32)
