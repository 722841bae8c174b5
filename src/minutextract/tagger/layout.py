"""What a model folder holds, and the check that nothing in it was altered."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from minutextract.corpus import LABELS
from minutextract.errors import ModelError

ENCODER = "config.json"
WEIGHTS = "model.safetensors"
QUANTISED = "model.int8.onnx"
TOKENIZER = "tokenizer.json"
SETTINGS = "tagger.json"
MANIFEST = "manifest.json"
CARD = "README.md"
FILES = (ENCODER, WEIGHTS, TOKENIZER, SETTINGS, CARD)
OPTIONAL = (QUANTISED,)

_REMEDY = "install minutextract again, or train a model with `minutextract train`"


@dataclass(frozen=True, slots=True)
class Lengths:
    """How many tokens of each part are kept; the beginning is kept, the rest cut."""

    text: int = 96
    heading: int = 16
    before: int = 32
    after: int = 32


@dataclass(frozen=True, slots=True)
class Scaling:
    """The probability of a label is the sigmoid of `slope * logit + offset` (Platt 1999)."""

    slope: float = 1.0
    offset: float = 0.0


@dataclass(frozen=True, slots=True)
class Settings:
    """What prediction needs beside the weights."""

    labels: tuple[str, ...] = LABELS
    thresholds: dict[str, float] = field(default_factory=lambda: dict.fromkeys(LABELS, 0.5))
    lengths: Lengths = field(default_factory=Lengths)
    scaling: dict[str, Scaling] = field(default_factory=lambda: dict.fromkeys(LABELS, Scaling()))


def write_settings(folder: Path, settings: Settings) -> None:
    """Write the settings file of a model folder."""
    (folder / SETTINGS).write_text(json.dumps(asdict(settings), indent=1) + "\n", encoding="utf-8")


def read_settings(folder: Path) -> Settings:
    """Read the settings file of a model folder.

    Raises:
        ModelError: the file is missing or does not fit this version.
    """
    try:
        raw: dict[str, Any] = json.loads((folder / SETTINGS).read_text(encoding="utf-8"))
        # A folder without calibration gives the sigmoid of its logits.
        scaling = {label: Scaling(**raw.get("scaling", {}).get(label, {})) for label in LABELS}
        settings = Settings(tuple(raw["labels"]), dict(raw["thresholds"]), Lengths(**raw["lengths"]), scaling)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError(f"{folder / SETTINGS} cannot be used: {error}", _REMEDY) from error
    if settings.labels != LABELS or set(settings.thresholds) != set(LABELS):
        raise ModelError(f"{folder} was trained for labels {settings.labels}, not {LABELS}", _REMEDY)
    return settings


def write_manifest(folder: Path) -> None:
    """Record the SHA-256 of every file of the model."""
    present = [*FILES, *(name for name in OPTIONAL if (folder / name).exists())]
    digests = {name: _digest(folder / name) for name in present}
    (folder / MANIFEST).write_text(json.dumps({"sha256": digests}, indent=1) + "\n", encoding="utf-8")


def verify(folder: Path) -> dict[str, str]:
    """Compare every file with the manifest; returns the digests by file name.

    Raises:
        ModelError: the folder, its manifest or a file is missing, or a file was altered.
    """
    try:
        digests: dict[str, str] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["sha256"]
        if not isinstance(digests, dict):
            raise TypeError("the manifest names no files")
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(f"no usable model in {folder}: {error}", _REMEDY) from error
    named = [*FILES, *(name for name in OPTIONAL if name in digests)]
    extra = {path.name for path in folder.iterdir() if not path.name.startswith(".")} - {*named, MANIFEST}
    if extra:
        raise ModelError(f"{folder} holds files that its manifest does not name: {', '.join(sorted(extra))}", _REMEDY)
    for name in named:
        if not (folder / name).is_file():
            raise ModelError(f"{folder / name} is missing", _REMEDY)
        if _digest(folder / name) != digests.get(name):
            raise ModelError(f"{folder / name} is not the file that the manifest names", _REMEDY)
    return digests


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
