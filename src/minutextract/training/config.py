"""The configuration of a training run, read from TOML."""

from __future__ import annotations

import tomllib
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from minutextract.errors import UsageError


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class LengthsConfig(_Section):
    """Tokens kept of each part of a unit's input."""

    text: int = Field(default=96, ge=8, le=400)
    heading: int = Field(default=16, ge=0, le=100)
    before: int = Field(default=32, ge=0, le=100)
    after: int = Field(default=32, ge=0, le=100)


class TrainingConfig(_Section):
    """Every setting of a run; two runs with the same configuration and data give the same weights on one machine."""

    seed: int = 13
    epochs: int = Field(default=4, ge=1)
    batch_size: int = Field(default=32, ge=1)
    encoder_rate: float = Field(default=1.5e-4, gt=0)
    head_rate: float = Field(default=1e-3, gt=0)
    weight_decay: float = Field(default=0.01, ge=0)
    warmup: float = Field(default=0.06, ge=0, lt=1)
    gradient_norm: float = Field(default=1.0, gt=0)
    patience: int = Field(default=2, ge=1)
    lengths: LengthsConfig = LengthsConfig()


def read_config(path: Path) -> TrainingConfig:
    """Read a training configuration.

    Raises:
        UsageError: the file is missing, is not TOML, or names unknown or impossible settings.
    """
    try:
        return TrainingConfig.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}", "give a TOML file") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} is not TOML: {error}", "see models/minilm.toml") from error
    except ValidationError as error:
        wrong = "; ".join(f"[{' -> '.join(map(str, e['loc']))}] {e['msg']}" for e in error.errors())
        raise UsageError(f"{path}: {wrong}", "see models/minilm.toml") from error
