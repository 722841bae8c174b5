"""The trained classifier as the rest of the package uses it: units in, scores out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from minutextract.corpus import Unit
from minutextract.errors import ModelError
from minutextract.tagger import layout


class Scorer(Protocol):
    """Anything that scores units: the trained classifier, or a stand-in in tests."""

    thresholds: dict[str, float]

    def scores(self, units: Sequence[Unit]) -> list[dict[str, float]]:
        """A probability a label for each unit, in order."""
        ...


class Tagger:
    """The fine-tuned encoder with its tokenizer and thresholds."""

    def __init__(self, network: object, encoder: object, settings: layout.Settings) -> None:
        self._network = network
        self._encoder = encoder
        self._scaling = settings.scaling
        self.thresholds = dict(settings.thresholds)

    @classmethod
    def load(cls, folder: Path) -> Tagger:
        """Load a model folder, checking each file against its manifest.

        Raises:
            ModelError: a file is missing or altered, or does not fit this version.
        """
        layout.verify(folder)
        settings = layout.read_settings(folder)
        # torch and transformers take seconds to import: only who classifies pays for them.
        from tokenizers import Tokenizer

        from minutextract.tagger.encoding import UnitEncoder
        from minutextract.tagger.network import load_network

        try:
            network = load_network(folder / layout.ENCODER, folder / layout.WEIGHTS, labels=len(settings.labels))
            encoder = UnitEncoder(Tokenizer.from_file(str(folder / layout.TOKENIZER)), settings.lengths)
        except Exception as error:
            raise ModelError(f"{folder} cannot be loaded: {error}", "install minutextract again") from error
        return cls(network, encoder, settings)

    def scores(self, units: Sequence[Unit]) -> list[dict[str, float]]:
        """A calibrated probability a label for each unit, in the order given."""
        from minutextract.tagger.calibration import as_scores
        from minutextract.tagger.encoding import UnitEncoder
        from minutextract.tagger.network import UnitClassifier
        from minutextract.tagger.predict import predict_logits

        assert isinstance(self._network, UnitClassifier)
        assert isinstance(self._encoder, UnitEncoder)
        return as_scores(predict_logits(self._network, self._encoder, units), self._scaling) if units else []
