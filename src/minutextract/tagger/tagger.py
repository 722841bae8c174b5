"""The trained classifier as the rest of the package uses it: units in, scores out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from minutextract.corpus import Unit
from minutextract.errors import ModelError
from minutextract.tagger import layout
from minutextract.tagger.backend import Backend, BackendName, choose_backend

if TYPE_CHECKING:
    from minutextract.tagger.encoding import UnitEncoder


class Scorer(Protocol):
    """Anything that scores units: the trained classifier, or a stand-in in tests."""

    thresholds: dict[str, float]

    def scores(self, units: Sequence[Unit]) -> list[dict[str, float]]:
        """A probability a label for each unit, in order."""
        ...


class Tagger:
    """The fine-tuned encoder with its tokenizer and thresholds."""

    def __init__(self, backend: Backend, encoder: UnitEncoder, settings: layout.Settings) -> None:
        self._backend = backend
        self._encoder = encoder
        self._scaling = settings.scaling
        self.thresholds = dict(settings.thresholds)

    @classmethod
    def load(cls, folder: Path, backend: BackendName = BackendName.AUTO) -> Tagger:
        """Load a model folder, checking each file against its manifest.

        Raises:
            ModelError: a file is missing or altered, or does not fit this version.
            MissingProgram: onnxruntime is asked for and is not installed.
        """
        layout.verify(folder)
        settings = layout.read_settings(folder)
        chosen = choose_backend(folder, backend)
        from tokenizers import Tokenizer

        from minutextract.tagger.encoding import UnitEncoder

        try:
            encoder = UnitEncoder(Tokenizer.from_file(str(folder / layout.TOKENIZER)), settings.lengths)
            return cls(_load_backend(chosen.name, folder, settings), encoder, settings)
        except Exception as error:
            raise ModelError(f"{folder} cannot be loaded: {error}", "install minutextract again") from error

    def scores(self, units: Sequence[Unit]) -> list[dict[str, float]]:
        """A calibrated probability a label for each unit, in the order given."""
        from minutextract.tagger.calibration import as_scores
        from minutextract.tagger.predict import predict_logits

        return as_scores(predict_logits(self._backend, self._encoder, units), self._scaling)


def _load_backend(name: BackendName, folder: Path, settings: layout.Settings) -> Backend:
    # torch and transformers take seconds to import: only who computes with them pays for them.
    if name is BackendName.ONNX:
        from minutextract.tagger.onnx_backend import OnnxBackend

        return OnnxBackend(folder / layout.QUANTISED)
    from minutextract.tagger.torch_backend import TorchBackend

    return TorchBackend.load(folder, labels=len(settings.labels))
